"""Whether words ask when something else was than what the call tells the time of: "when did it land on your mat?"."""

import re

from scenarios.once import once
from scenarios.scenario import Scenario
from simulator.answers.follow_on import telling
from simulator.understanding.phrases import stem
from simulator.understanding.wordlist import listed

_WHEN = "ASK_WHEN"
_ASKED = re.compile(r"\b(?:when|what time|what day|how long ago)\b", re.IGNORECASE)
_ITS_OWN = (_WHEN, "ASK_WHAT_HAPPENED")
# What is asked of any call: when it began, when it was first heard or seen.
_OF_IT_ALL = frozenset(
    stem(word)
    for word in listed(
        "start started starting begin began begun happen happened happening occur occurred kick kicked all first last "
        "hear heard see seen notice noticed find found time long ago exactly roughly about approximately trouble "
        "incident problem situation noise noises tonight today morning night evening date day hour hours minute "
        "minutes week since become aware discover discovered ring rang call called phone take took place sort kind "
        "round around early late earlier people anyone anybody someone somebody actually back"
    )
)


def asks_when_of_another(scenario: Scenario, span: str) -> bool:
    """Whether the words name a deed or a thing, and none that the call's own time is of."""
    asked = _ASKED.search(span)
    named = telling(span[asked.end() :] if asked is not None else span) - _OF_IT_ALL
    return bool(named) and not named & _of_its_time(scenario)


@once
def _of_its_time(scenario: Scenario) -> frozenset[str]:
    """The words of what has happened here and of what its time is asked with."""
    said = [*scenario.opening]
    topics: list[str] = []
    for fact in scenario.facts.values():
        if any(name in fact.told_when.asked for name in _ITS_OWN):
            said += (*fact.says, *fact.again, *fact.corrects, fact.label)
        if _WHEN in fact.told_when.asked:
            topics += fact.told_when.asked
    for answer in scenario.answers:
        to = (answer.to,) if isinstance(answer.to, str) else answer.to
        if _WHEN in to and not answer.by:
            said += (answer.say,) if isinstance(answer.say, str) else answer.say
            topics += to
    for name in topics:
        topic = scenario.topics.get(name.removeprefix("topic:")) if name.startswith("topic:") else None
        said += () if topic is None else topic.examples
    return frozenset[str]().union(*map(telling, said))

"""Whether words ask who is behind another thing than what the call is about: "who was serving?"."""

import re

from scenarios.once import once
from scenarios.scenario import Scenario
from simulator.answers.follow_on import telling
from simulator.understanding.phrases import stem
from simulator.understanding.wordlist import listed

_WHO = "ASK_WHO_SUSPECT"
_ASKED = re.compile(r"\bwho(?:se|m)?\b", re.IGNORECASE)
# What is asked of any call: who has done it, who they are, and what somebody is called.
_OF_IT_ALL = frozenset(
    stem(word)
    for word in listed(
        "did done do doing does happen happened caused cause started behind responsible blame involved suspect "
        "name named called call know known recognise recognised person people man men woman women lad lads boy girl "
        "bloke chap fella guy guys "
        "somebody someone anybody anyone else exactly actually think reckon suppose suspected outside inside "
        "there here attacked attacking hurt hit threatened threatening causing trouble upsetting talking speaking mean "
        "meant idea tell sure stranger neighbour friend partner husband wife ex relationship related relation attacker "
        "offender intruder intruders burglar burglars culprit other voice"
    )
)


def asks_who_of_another(scenario: Scenario, span: str) -> bool:
    """Whether the words ask who or whose, and name a deed or a thing that nobody in the call is told by."""
    asked = _ASKED.search(span)
    if asked is None:
        return False
    named = telling(span[asked.end() :]) - _OF_IT_ALL
    return bool(named) and not named & _of_its_people(scenario)


@once
def _of_its_people(scenario: Scenario) -> frozenset[str]:
    """The words of what has happened here, of who did it, and of what that is asked with."""
    said = [*scenario.opening]
    topics: list[str] = []
    for fact in scenario.facts.values():
        if any(name in fact.told_when.asked for name in (_WHO, "ASK_WHAT_HAPPENED")):
            said += (*fact.says, *fact.again, *fact.corrects, fact.label)
        if _WHO in fact.told_when.asked:
            topics += fact.told_when.asked
    for answer in scenario.answers:
        to = (answer.to,) if isinstance(answer.to, str) else answer.to
        if _WHO in to:
            said += (answer.say,) if isinstance(answer.say, str) else answer.say
            topics += to
    for name in topics:
        topic = scenario.topics.get(name.removeprefix("topic:")) if name.startswith("topic:") else None
        said += () if topic is None else topic.examples
    return frozenset[str]().union(*map(telling, said))

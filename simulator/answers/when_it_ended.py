"""Whether words ask when something ended, which no time of its beginning answers: "when did the kicking stop?"."""

import re

from scenarios.scenario import Scenario
from simulator.heard import HeardIntent, Understood

_WHEN = "ASK_WHEN"
# "When did it stop working" asks when the trouble began.
_ENDED = re.compile(
    r"\b(?:when|what time|how long ago|at what time)\b[^?]*\b(?:stop(?:ped)?|end(?:ed)?|finish(?:ed)?|die(?:d)? down|"
    r"go(?:ne)? quiet|went quiet|calm(?:ed)? down|was (?:it|that) over)\b"
    r"(?! (?:working|letting|accepting|loading|opening|answering|sending|taking|you|at|off|by|for|to)\b)",
    re.IGNORECASE,
)
_AN_END = re.compile(r"\b(?:stop\w*|end(?:ed)?|finish\w*|over|gone?|left|leave|last)\b", re.IGNORECASE)


def asks_when_it_ended(span: str) -> bool:
    """Whether the words ask for the end of what happened."""
    return _ENDED.search(span) is not None


def at_its_end(scenario: Scenario, heard: Understood, worth: tuple[HeardIntent, ...]) -> tuple[HeardIntent, ...]:
    """What is to be answered, a topic of when something began left out where its end is asked for."""
    when = {one.span: one for one in heard.intents if one.id == _WHEN and asks_when_it_ended(one.span)}
    return tuple(
        when[one.span].model_copy(update={"beside": False})
        if one.id == "topic" and one.span in when and not _of_an_end(scenario, one.slot or "")
        else one
        for one in worth
    )


def _of_an_end(scenario: Scenario, topic: str) -> bool:
    known = scenario.topics.get(topic)
    return known is not None and any(_AN_END.search(example) for example in known.examples)

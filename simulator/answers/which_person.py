"""A choice between two persons of what was just told: "she won't wake up: is that Rosie or Mummy?". Pure."""

import re

from scenarios.once import once
from scenarios.scenario import Scenario
from simulator.answers.persons_told import persons_of
from simulator.heard import HeardIntent, Understood
from simulator.understanding.people_words import ANY_KIN

_FRAME = (
    r"\b(?:is|was) (?:that|it|this)|\b(?:do|did) you mean|\bwho(?:'s| is| was|m)?(?: do you mean| is it| is that| that"
    r"| it)?|\bwhich(?: one)?(?: of them)?(?: is it| is that| do you mean)?|\byou mean|\bare you on about"
)
_KIN = rf"(?:(?:the|your|my) )?(?:(?:little|big|wee) )?(?:{ANY_KIN}|driver|lady|little one|woman|man)"
SURE = 0.9


def which_of_two(scenario: Scenario, heard: Understood, worth: tuple[HeardIntent, ...]) -> tuple[HeardIntent, ...]:
    """What is to be answered, with such a choice as the topic that the call has for it, where it has one."""
    topic = _topic(scenario)
    choice = _pattern(scenario).search(heard.text) if topic else None
    if not topic or choice is None:
        return worth
    sentence = next((one for one in re.split(r"(?<=[.?!])\s+", heard.text) if choice.group() in one), heard.text)
    asks = HeardIntent(id="topic", slot=topic, confidence=SURE, span=sentence)
    others = tuple(one for one in worth if one.span.strip(" ?.!") not in sentence)
    before = tuple(one for one in others if heard.text.find(one.span) < heard.text.find(sentence))
    return (*before, asks, *(one for one in others if one not in before))


def _who(scenario: Scenario) -> str:
    names = "|".join(map(re.escape, persons_of(scenario)))
    return rf"(?:{names}|{_KIN})" if names else _KIN


@once
def _pattern(scenario: Scenario) -> re.Pattern[str]:
    who = _who(scenario)
    return re.compile(rf"(?:{_FRAME})[,:;]? (?:on about |mean )?{who},? or {who}\b", re.IGNORECASE)


@once
def _topic(scenario: Scenario) -> str:
    """The topic whose questions are mostly such choices; empty where the call has none."""
    who = _who(scenario)
    two = re.compile(rf"\b{who}\b[^?]*\bor\b[^?]*\b{who}\b", re.IGNORECASE)
    for name, topic in scenario.topics.items():
        asks_which = [one for one in topic.examples if two.search(one) and re.search(_FRAME, one, re.IGNORECASE)]
        if 2 * len(asks_which) > len(topic.examples):
            return name
    return ""

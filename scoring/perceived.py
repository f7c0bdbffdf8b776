"""What a handler may write down because they heard it for themselves, though nobody put it into words."""

import re

from scenarios.scenario import Fact, Scenario
from scoring.happenings import Happenings
from scoring.matching import groups_said, says
from simulator.events import CallerSaid

# A precaution that needs no asking where somebody may be listening.
_CARE = (
    "not ring",
    "not safe",
    "no call back",
    "not to ring",
    "not call",
    "not text",
    "unsafe",
    "don't ring",
    "don't call",
)
# What a second voice on the line shows: that somebody is there, and whether a man or a woman.
_SOMEBODY = ("man", "male", "woman", "female", "voice", "somebody", "someone", "another person", "other person")


def follows(text: str, heard: str) -> bool:
    """Whether a record says no more than what follows plainly from what was said: who will not talk, says nothing or
    does not wake is not responding."""
    return _OUT.search(text) is not None and _NO_ANSWER.search(heard) is not None


_OUT = re.compile(r"\b(?:unconscious|unresponsive|not (?:responding|responsive|conscious|talking|answering))\b", re.I)
_NO_ANSWER = re.compile(
    r"\b(?:won'?t|will not|doesn'?t|does not|isn'?t|is not|(?:he|she|mum|dad)'s not|not) (?:\w+ )?(?:talk|talking|"
    r"answer|answering|wake|waking|speak|speaking|say anything|saying anything|saying a word|respond|responding)\b",
    re.I,
)


def perceived(scenario: Scenario, fact: Fact, text: str, seen: Happenings, by_ms: int) -> bool:
    """Whether a record of an untold fact says what could be heard on the line by a time: that a caller who cannot speak
    freely cannot, once they have spoken, and so is not to be rung back; that somebody is with them, once another voice
    was heard; that who says nothing does not respond. Who that is to the caller, and what they hold, has to be told."""
    heard = [line.event for line in seen.all(CallerSaid) if line.t_ms <= by_ms]
    if not heard:
        return False
    of_this = any(_OUT.search(word) for group in fact.recorded_by for word in group)
    if of_this and follows(text, " . ".join(line.text for line in heard)):
        return True
    held = not scenario.caller.can_speak_freely
    if held and ("ASK_SAFE_TO_TALK" in fact.told_when.asked or (fact.field == "safe_contact" and says(text, _CARE))):
        return True
    another = any(line.speaker not in ("caller", "relay") for line in heard)
    if not another or not says(text, _SOMEBODY):
        return False
    others = " . ".join((*_SOMEBODY, *(line.text for line in heard if line.speaker not in ("caller", "relay"))))
    shown = bool(fact.recorded_by) and groups_said(others, fact.recorded_by) == len(fact.recorded_by)
    return fact.field == "suspects" or (shown and fact.field not in ("weapon", "injuries"))

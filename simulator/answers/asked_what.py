"""Their own short question for the very thing that they did not catch: "whose shed, sorry?", "did he what?". Pure."""

import re
from collections.abc import Sequence

from scenarios.scenario import Scenario
from simulator.answers.honest_word import may_say_so
from simulator.answers.missed import DEFAULT, EVERY
from simulator.mind import Mind
from simulator.understanding.question_words import LEAD_IN, OPENLY, PRONOUN, VERB

MOST_TIMES = 2  # in a call
_NO_NOUN = rf"{VERB}|{PRONOUN}|{OPENLY}|about|for|if|else|of|one|ones|exactly|kind|sort|type|time"
_OF_WHAT = re.compile(
    rf"{LEAD_IN}(?P<asks>whose|which|what) (?P<thing>(?!(?:{_NO_NOUN})\b)[a-z]+(?:-[a-z]+)*)\b", re.IGNORECASE
)
_OPENLY = re.compile(
    rf"{LEAD_IN}(?P<asks>how (?:many|much|long|far|old|often|high|big|tall|close)|what time|when|where|who|why)\b",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    rf"{LEAD_IN}(?P<verb>{VERB}) (?P<who>you|he|she|they|it|there|everything|anyone|anybody)\b", re.IGNORECASE
)
_OF_ME = {"are": "am", "were": "was"}


def asks_what(scenario: Scenario, mind: Mind, lost: Sequence[str]) -> tuple[str, ...]:
    """The lines with which they ask for just that; none by who may not speak, again at once, or of more than one."""
    if not may_say_so(scenario, mind) or len(lost) != 1:
        return ()
    if mind.count("asks_what") >= MOST_TIMES or mind.lines - mind.asked_back_at < EVERY:
        return ()
    asked = lost[0].strip(" ,")
    begun = _begun(asked, plainly=bool(scenario.caller.asks_back))
    return (
        (f"{begun}, sorry?", f"Sorry, {begun[0].lower()}{begun[1:]}?")
        if begun
        else scenario.caller.asks_back or DEFAULT
    )


def _begun(asked: str, *, plainly: bool) -> str:
    """The beginning of the question, said back; of who asks in words of their own only what it names."""
    found = _OF_WHAT.match(asked)
    if found is not None:
        return f"{found['asks'].capitalize()} {found['thing'].lower()}"
    if (openly := _OPENLY.match(asked)) is not None:
        return openly["asks"].capitalize()
    whether = None if plainly else _WHETHER.match(asked)
    if whether is None:
        return ""
    verb, who = whether["verb"].lower(), whether["who"].lower()
    if who == "you":
        verb, who = _OF_ME.get(verb, verb), "I"
    return f"{verb.capitalize()} {who} what"

"""A line that drops, falls silent or turns poor: what is still due on it, what is lost of a line of words. Pure."""

import re
from collections.abc import Iterator
from typing import Literal
from zlib import crc32

from scenarios.scenario import Scenario
from simulator.anew import replace
from simulator.answers.turn import Line as Words
from simulator.mind import Mind
from simulator.moments import Moments

Trouble = Literal["", "dropped", "silent", "poor"]
RINGS_FOR_MS = 6_000  # how long a number that is rung back rings
ANSWERS_AFTER_MS = 700
LOST_FOR_GOOD_MS = 120_000  # a dropped line that nobody rings back ends the call
_SAID_WHOLE = ("press", "question", "twist")


def right_number(scenario: Scenario, number: str) -> bool:
    """Whether this number reaches the caller: the network's, or one that the caller may give."""
    digits = _digits(number)
    known = [scenario.channel.number or ""]
    known += [
        fact.value
        for name, fact in scenario.facts.items()
        if scenario.fact_kind(name) == "phone" and isinstance(fact.value, str) and "caller" in fact.known_by
    ]
    return bool(digits) and digits in {_digits(one) for one in known}


def same_number(one: str, other: str) -> bool:
    """Whether two numbers are the same, however they are spaced."""
    return bool(_digits(one)) and _digits(one) == _digits(other)


def _digits(number: str) -> str:
    digits = re.sub(r"\D", "", number)
    return f"0{digits[2:]}" if digits.startswith("44") else digits


def waiting_twists(
    scenario: Scenario, fired: tuple[str, ...], moments: Moments, *, back: bool
) -> Iterator[tuple[int, str]]:
    """The twists that are due on a line in trouble: on a dropped one only those that bring it back."""
    for twist in scenario.twists:
        if twist.id not in fired and (not back or twist.line == "back"):
            ready = moments.ready_at(twist.when)
            if ready is not None:
                yield ready, twist.id


def speaks_when_back(scenario: Scenario) -> bool:
    """Whether a twist of the scenario's own says the first words after the line came back."""
    return any(twist.when.since == "line:back" for twist in scenario.twists)


def through_poor_line(words: Words, before: Mind, seed: int) -> Words:
    """What is heard of a line of words over a poor line: parts of it, the first time; the facts in it are not told.

    Said again, or asked for again, it comes through. Twists and the caller's own questions always do.
    """
    if any(getattr(words, name) for name in _SAID_WHOLE) or words.manner != "speech":
        return words
    new = tuple(telling.fact for telling in words.tells)
    keys = [f"poor:{name}" for name in new] or [f"poor:{words.text}"]
    if any(before.count(key) for key in (*keys, f"poor:{words.text}")) or (not new and _chance(seed, words.text, 0, 2)):
        return replace(words, mind=replace(words.mind, unheard=()))
    mind = words.mind.without_telling(new).having_said(f"poor:{words.text}")
    for key in keys:
        mind = mind.having_said(key)
    return replace(words, text=_broken(words.text, seed), tells=(), mind=replace(mind, unheard=new))


def _broken(text: str, seed: int) -> str:
    """The text with every figure and about half of its words gone; never all of it."""
    words = text.split()
    kept = [
        word if number == 0 or not (_chance(seed, f"{number}:{word}", 1, 2) or re.search(r"\d", word)) else "..."
        for number, word in enumerate(words)
    ]
    if "..." not in kept:
        kept[-1] = "..."
    joined = " ".join(word for at, word in enumerate(kept) if word != "..." or at == 0 or kept[at - 1] != "...")
    return joined if len(words) > 1 else "..."


def _chance(seed: int, key: str, salt: int, of: int) -> bool:
    return crc32(f"{seed}:{salt}:{key}".encode()) % of == 0

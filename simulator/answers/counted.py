"""Figures said of the account: how many people, how long, which house number; and the right one of each. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from scenarios.scenario import Place, Scenario
from simulator.answers.telling import value_told
from simulator.mind import Mind
from simulator.understanding.places import address
from simulator.understanding.spoken import figured, in_words

Kind = Literal["people", "how long", "number"]
_N = r"(?P<n>\d+|a couple of)"
_PEOPLE = re.compile(
    rf"\b{_N} (?P<of>men|man|fell(?:a|er|ow)s?|lads?|blokes?|guys?|chaps?|boys?|women|woman|girls?|people|persons?"
    r"|males?|burglars?|intruders?|of (?:them|'em))\b"
)
# "One of them has a crowbar" counts nobody.
_ONE_OF_SEVERAL = re.compile(r"1 of (?:them|'em) (?:has|had|have|is|was|'s|got|said|says|went|might|could|may|will)\b")
_LONG = re.compile(
    r"\b(?P<n>half an|an|a|\d+)(?: whole)? (?P<of>minute|hour|day|week|month)s?\b"
    r"(?P<half> and a half)?(?! (?:ago|old)\b)"
)
_NUMBER = re.compile(r"\bnumber (?P<n>\d+[a-z]?)\b(?! \d)")
# "Three, was it?", behind a line that said how many there were.
_BARE = re.compile(
    r"(?:(?:so|and|just|only|okay|right|that's|that was),? )*(?P<n>\d+)"
    r"(?:,? (?:was (?:it|there)|is it|were there|(?:is )?that (?:right|it)|yeah|yes|right|then|you said))*\W*\?"
)
_MINUTES = {"minute": 1, "hour": 60, "day": 1_440, "week": 10_080, "month": 43_200}
_NOT_A_HOUSE = re.compile(r"\b(?:phone|crime|reference|log|badge|member(?:ship)?|collar|card|bus|ring) ?$")


@dataclass(frozen=True)
class Figure:
    """A figure of the account: its kind, its value (minutes for "how long"), and the words that say it."""

    kind: Kind
    value: str
    said: str


@dataclass(frozen=True)
class Wrong:
    """A figure that they did not tell: what they told instead, in few words, and the fact it stands in."""

    right: str
    fact: str | None


@lru_cache(maxsize=2048)
def figures(text: str) -> tuple[Figure, ...]:
    """The figures in words of any spelling."""
    plain = figured(text.lower())
    people = (one for one in _PEOPLE.finditer(plain) if not _ONE_OF_SEVERAL.match(plain, one.start()))
    found = [Figure("people", "2" if one["n"][0] == "a" else one["n"], one[0]) for one in people]
    for one in _LONG.finditer(plain):
        count = {"half an": 0.5, "an": 1.0, "a": 1.0}.get(one["n"]) or float(one["n"])
        minutes = (count + (0.5 if one["half"] else 0)) * _MINUTES[one["of"]]
        found.append(Figure("how long", f"{minutes:g}", one[0]))
    found += [
        Figure("number", one["n"], one[0])
        for one in _NUMBER.finditer(plain)
        if not _NOT_A_HOUSE.search(plain[: one.start()])
    ]
    return tuple(found)


def counts_barely(text: str) -> bool:
    """Whether the words ask no more than whether it was so many: "three?", "so three, was it?"."""
    return _BARE.fullmatch(figured(text.lower()).strip()) is not None


def wrong_figures(scenario: Scenario, mind: Mind, words: str, but: str = "") -> tuple[Wrong, ...]:
    """Each figure in the words whose like they told otherwise and never so; what nobody told is not among them.

    Figures of the kind `but` are left alone.
    """
    said = tuple(one for one in figures(words) if one.kind != but) or _barely(words, mind)
    told = _told(scenario, mind) if said else ()
    wrong = []
    for one in said:
        alike = [(figure, fact) for figure, fact in told if figure.kind == one.kind]
        if alike and not any(figure.value == one.value for figure, _ in alike):
            figure, fact = alike[0]
            wrong.append(Wrong(_in_words(figure.said), fact))
    return tuple(wrong)


def counted_rightly(scenario: Scenario, mind: Mind, text: str) -> str:
    """What they told of it, "Two men.", where the words ask only whether it was so many and it was; else nothing."""
    (bare,) = _barely(text, mind) or (None,)
    told = _told(scenario, mind) if bare is not None else ()
    right = (one for one, _ in told if bare and (one.kind, one.value) == (bare.kind, bare.value))
    return next((_in_words(one.said) for one in right), "")


def _barely(words: str, mind: Mind) -> tuple[Figure, ...]:
    """A bare number, as one of people where they have just said how many those were."""
    bare = _BARE.fullmatch(figured(words.lower()).strip())
    of_people = any(one.kind == "people" for one in figures(mind.last_line))
    return (Figure("people", bare["n"], words),) if bare is not None and of_people else ()


def _told(scenario: Scenario, mind: Mind) -> Sequence[tuple[Figure, str | None]]:
    found: list[tuple[Figure, str | None]] = []
    for name in mind.told:
        fact = scenario.facts[name]
        if fact.agrees_to_anything or name in mind.unsettled:
            continue
        if isinstance(fact.value, Place):
            number = address(value_told(fact)).number
            found += [(Figure("number", number, f"number {number}"), name)] if number else []
            continue
        found += [(figure, name) for line in (value_told(fact), *fact.says) for figure in figures(line)]
    spoken = [line for line in (*scenario.opening, mind.last_line) if mind.opened]
    return (*found, *((figure, None) for line in spoken for figure in figures(line)))


def _in_words(said: str) -> str:
    words = re.sub(r"\d+", lambda found: in_words(found[0]), said)
    return f"{words[0].upper()}{words[1:]}."

"""Colours said of things: a black windmill that was white, a red jacket that was dark; and the right one. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from simulator.sentences import sentences
from simulator.understanding.normalise import lowered
from simulator.understanding.wordlist import listed

_SAME = {
    "gray": "grey", "navy": "blue", "jacket": "coat", "anorak": "coat", "hood": "top", "hoodie": "top", "jumper": "top",
    "sweatshirt": "top", "hatchback": "car", "estate": "car", "saloon": "car", "mill": "windmill", "scooter": "moped",
    "jeans": "trousers", "joggers": "trousers", "cap": "hat", "beanie": "hat", "trainers": "shoes",
}  # fmt: skip
_COLOUR = r"(?:red|blue|navy|white|black|green|silver|grey|gray|yellow|brown|orange|purple|pink|cream|dark|light|pale)"
_BETWEEN = r"(?:(?:little|small|big|family|hooded|leather|puffer|woolly|bomber|old|new|sort of|kind of) )?"
_OF_A_THING = re.compile(
    rf"\b(?P<colours>{_COLOUR}(?:(?: and |, |-| ){_COLOUR})*),? {_BETWEEN}(?P<thing>[a-z]+)\b"
    rf"|\b(?!(?:that|it|he|she|there|this|what|who|a|the)\b)(?P<thing2>[a-z]+)"
    rf"(?:'s|,| is| was|, it's| looked) (?:was |a )?(?P<colours2>{_COLOUR}(?: {_COLOUR})*)\b"
    r"(?![ -](?:[a-z]+ )?(?:one|blue|red|white|black|green|grey|coat|jacket|car|van|top|hood|moped|hat|hatchback))"
)
_ONE = re.compile(_COLOUR)
_NOT_THINGS = frozenset(listed("one and or so too then with in on at is was got it a that he she"))
_ELSEWHERE = re.compile(
    r"\b(?:or|not|no|any|another|other|we|our|ours|officers?|police|marked|is there|are there|do you see|can you see"
    r"|what|which|who|where)\b|n't\b"
)
_DARK = frozenset(("dark", "black", "blue", "brown", "grey", "green"))
_LIGHT = frozenset(("light", "pale", "white", "cream", "silver", "grey", "yellow"))


@dataclass(frozen=True)
class Coloured:
    """A thing and its colours; `said` are the words for the colours."""

    thing: str
    colours: frozenset[str]
    said: str


@dataclass(frozen=True)
class WrongColour:
    """The sentence that says a wrong colour, and the words that put it right."""

    words: str
    right: str


def names_a_colour(text: str) -> bool:
    """Whether the words name any colour at all."""
    return _ONE.search(lowered(text)) is not None


@lru_cache(maxsize=2048)
def coloured(text: str) -> tuple[Coloured, ...]:
    """The coloured things in words, in the order said."""
    found = []
    for one in _OF_A_THING.finditer(lowered(text)):
        thing, said = one["thing"] or one["thing2"], one["colours"] or one["colours2"]
        if thing not in _NOT_THINGS and not _ONE.fullmatch(thing):
            colours = frozenset(_SAME.get(colour, colour) for colour in _ONE.findall(said))
            found.append(Coloured(_SAME.get(thing, thing), colours, said))
    return tuple(found)


def wrong_colours(text: str, told: Iterable[str], known: Iterable[str]) -> tuple[WrongColour, ...]:
    """The sentences that say a thing has a colour which it never had, with what is right.

    `told` are the lines they said, `known` those that they could say: of these only the wrong colour is denied.
    """
    plainly = [one for one in sentences(text) if not _ELSEWHERE.search(one.lower())]
    said = [(one, sentence) for sentence in plainly for one in coloured(sentence)]
    if not said:
        return ()
    of_told, of_known = _by_thing(told), _by_thing(known)
    found = []
    for one, sentence in said:
        true = of_told.get(one.thing) or of_known.get(one.thing) or []
        if not true or any(_may_be(one.colours, other.colours) for other in (*true, *of_known.get(one.thing, []))):
            continue
        named = true[-1].said if one.thing in of_told else ""
        right = f"{named.capitalize()}, not {one.said}." if named else f"Not {one.said}."
        found.append(WrongColour(sentence, right))
    return tuple(found)


def _by_thing(lines: Iterable[str]) -> Mapping[str, list[Coloured]]:
    found: dict[str, list[Coloured]] = {}
    for line in lines:
        for one in coloured(line):
            found.setdefault(one.thing, []).append(one)
    return found


def _may_be(said: frozenset[str], true: frozenset[str]) -> bool:
    """Whether colours may be the same seen by another: dark is black or blue, pale is white or grey."""
    if said & true:
        return True
    dark, light = {"dark"}, {"light", "pale"}
    return bool((said & dark and true & _DARK) or (true & dark and said & _DARK)) or bool(
        (said & light and true & _LIGHT) or (true & light and said & _LIGHT)
    )

"""How a record agrees with a query: word by word, and by identifiers however they are spaced or hyphenated; pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from scenarios.scenario import Row

NO, IN_PART, IDENTIFIED, WHOLE, TITLED = range(5)  # how well a record agrees, the better the higher
_HOUSE = re.compile(r"\d{1,3}[a-z]?")  # "14 Ropewalk Lane" finds the lane: a gazetteer's rows are streets
_WORD = re.compile(r"[a-z0-9]+")
_NOISE = frozenset(
    ("the", "a", "an", "of", "and", "for", "in", "on", "at", "to", "mr", "mrs", "ms", "miss", "road", "street")
)
_DATE = re.compile(r"\b\d{1,2}/\d{1,2}/\d{2,4}\b")
# A member number, telephone number, registration or postcode as a record writes it: `M-204816`, `WX24 QTI`.
_PART = r"(?:[A-Z]{1,3}|[A-Za-z]{0,4}\d[A-Za-z\d]*)"
_IDENTIFIER = re.compile(rf"(?<![A-Za-z\d]){_PART}(?:[ /-]{_PART})*(?![A-Za-z\d])")
_LONGEST_SPAN = 6  # words of a query that may be one identifier: 0 7 7 0 0 900822
_LEAST_RUN = 5  # characters from which a part of a number finds it


def words(text: str) -> list[str]:
    """The words and figures of a text, in lower case."""
    return _WORD.findall(text.lower())


@dataclass(frozen=True)
class Match:
    """How a record agrees with a query, and the words of the query that agree, as places among them."""

    rank: int
    agreeing: frozenset[int]


def match(row: Row, query: str, system: str) -> Match:
    """A record on which every word agrees stands before one with the very number asked for, and that before one filed
    under a few of the words only."""
    asked, wanted = words(query), places_asked(query, system)
    if not wanted:
        return Match(NO, frozenset())
    have, plain, runs, identifiers = _read(tuple(_searchable(row)))
    named = _named(asked, identifiers)
    whole = "".join(asked)
    if _is_number(whole) and any(whole in run for run in runs):
        named |= frozenset(range(len(asked)))
    agreeing = named | {n for n, word in enumerate(asked) if _agrees(word, have, plain, runs)}
    if {asked[n] for n in wanted} <= set(words(row.title)):
        return Match(TITLED, agreeing)
    if wanted <= agreeing:
        return Match(WHOLE, agreeing)
    if named:
        return Match(IDENTIFIED, agreeing)
    filed = _filed_under(row, asked)
    return Match(IN_PART, agreeing | filed) if filed else Match(NO, agreeing)


def places_asked(query: str, system: str) -> frozenset[int]:
    """The words of a query that a record must have, as places among them: not `the`, and no house in a gazetteer."""
    every = list(enumerate(words(query)))
    asked = [one for one in every if one[1] not in _NOISE] or every
    if system == "gazetteer":
        asked = [one for one in asked if not _HOUSE.fullmatch(one[1])] or asked
    return frozenset(n for n, _ in asked)


def _searchable(row: Row) -> Iterable[str]:
    yield from (row.id, row.title, row.about, *row.found_by, *row.cells.values())
    yield from row.details.values()


def _without_noughts(word: str) -> str:
    """A figure without the noughts before it: nobody says those of HM/000592/26. Short ones stay as they are."""
    bare = word.lstrip("0")
    return bare if word.isdigit() and len(bare) >= 2 else word


@lru_cache(maxsize=2048)  # a look-up goes through all rows of a system, and most are the same in every call
def _read(texts: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str], tuple[str, str], frozenset[str]]:
    """What stands on a row: its words, those without noughts, all of them run together either way, its identifiers."""
    have = tuple(words(" ".join(texts)))
    plain = tuple(map(_without_noughts, have))
    identifiers = frozenset(one for text in texts for one in _identifiers(text))
    return have, frozenset(plain), ("".join(have), "".join(plain)), identifiers


def _identifiers(text: str) -> Iterable[str]:
    """The identifiers in a text, run together; each also without the letters before its figures, and its noughts."""
    for found in _IDENTIFIER.findall(_DATE.sub(" ; ", text)):
        parts = words(found)
        figures = next((n for n, part in enumerate(parts) if not part.isalpha()), len(parts))
        for kept in (parts, parts[figures:]):
            for run in ("".join(kept), "".join(map(_without_noughts, kept))):
                if _identifies(run):
                    yield run


def _identifies(run: str) -> bool:
    figures = sum(mark.isdigit() for mark in run)
    return figures >= 6 if figures == len(run) else figures >= 2 and len(run) >= _LEAST_RUN


def _named(asked: Sequence[str], identifiers: frozenset[str]) -> frozenset[int]:
    """The places of a query's words that are an identifier of the row, alone or several together."""
    found: set[int] = set()
    for start in range(len(asked)):
        for end in range(start + 1, min(len(asked), start + _LONGEST_SPAN) + 1):
            span = asked[start:end]
            runs = {"".join(span), "".join(map(_without_noughts, span))}
            runs |= {f"0{run[2:]}" for run in runs if run.isdigit() and run.startswith("44") and len(run) == 12}
            if runs & identifiers:
                found |= set(range(start, end))
    return frozenset(found)


def _is_number(run: str) -> bool:
    return len(run) >= _LEAST_RUN and any(mark.isdigit() for mark in run)


def _agrees(word: str, have: Sequence[str], plain: frozenset[str], runs: Sequence[str]) -> bool:
    if _without_noughts(word) in plain or any(one.startswith(word) for one in have):
        return True
    return _is_number(word) and any(word in run for run in runs)


def _filed_under(row: Row, asked: Sequence[str]) -> frozenset[int]:
    """The places of the words under which the row is filed, where a whole phrase of its index is asked for."""
    found: set[int] = set()
    for phrase in map(words, row.found_by):
        for start in range(len(asked) - len(phrase) + 1):
            if phrase and list(asked[start : start + len(phrase)]) == phrase:
                found |= set(range(start, start + len(phrase)))
    return frozenset(found)

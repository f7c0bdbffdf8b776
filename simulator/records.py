"""What a look-up shows: the scenario's records and the world's, searched as a plain system would."""

import re
from collections.abc import Iterable, Mapping
from copy import copy
from functools import lru_cache

from scenarios.policy import Policy
from scenarios.scenario import Row, Scenario
from simulator.guidance import search_guidance

MOST_ROWS = 30
_HOUSE = re.compile(r"\d{1,3}[a-z]?")  # "14 Ropewalk Lane" finds the lane: a gazetteer's rows are streets
_WORD = re.compile(r"[a-z0-9]+")
_NOISE = frozenset(
    ("the", "a", "an", "of", "and", "for", "in", "on", "at", "to", "mr", "mrs", "ms", "miss", "road", "street")
)


def words(text: str) -> list[str]:
    """The words and figures of a text, in lower case."""
    return _WORD.findall(text.lower())


class Records:
    """The records that this contact can reach, by system; updates change this copy only."""

    def __init__(self, scenario: Scenario, world: Mapping[str, tuple[Row, ...]], policy: Policy) -> None:
        self._by_system: dict[str, tuple[Row, ...]] = {}
        for system in {*scenario.records, *world}:
            ours = scenario.records.get(system, ())
            taken = {row.id for row in ours}
            self._by_system[system] = (*ours, *(row for row in world.get(system, ()) if row.id not in taken))
        pages = tuple(_page(title, text) for title, text in policy.guidance.items())
        self._by_system["policy"] = (*self._by_system.get("policy", ()), *pages)
        self._system_of = {row.id: system for system, rows in self._by_system.items() for row in rows}

    def forked(self) -> "Records":
        """The same records once more: an update of one is none of the other."""
        other = copy(self)
        other._by_system = {**self._by_system}
        return other

    def search(self, system: str, query: str) -> tuple[Row, ...]:
        """The rows of a system that a query finds, best first; an empty query finds nothing. The policy is searched
        for whatever comes near; systems about people and places show what fits and nothing else."""
        if system == "policy":
            return search_guidance(self._by_system["policy"], query)[:MOST_ROWS]
        asked = [word for word in words(query) if word not in _NOISE] or words(query)
        if system == "gazetteer":
            asked = [word for word in asked if not _HOUSE.fullmatch(word)] or asked
        if not asked:
            return ()
        scored = ((_fit(row, asked, query), row) for row in self._by_system.get(system, ()))
        found = sorted(((-fit, row.title, row.id, row) for fit, row in scored if fit > 0), key=lambda f: f[:3])
        return tuple(row for *_, row in found[:MOST_ROWS])

    def row(self, record: str) -> Row | None:
        """The record with this id, as it stands, or None."""
        system = self._system_of.get(record)
        if system is None:
            return None
        return next(row for row in self._by_system[system] if row.id == record)

    def system_of(self, record: str) -> str | None:
        """The system that holds a record, or None."""
        return self._system_of.get(record)

    def field_name(self, record: str, field: str) -> str | None:
        """The editable field of a record that goes by this name in any case, or None."""
        row = self.row(record)
        wanted = " ".join(words(field))
        editable = row.editable if row is not None else ()
        return next((name for name in editable if " ".join(words(name)) == wanted), None)

    def update(self, record: str, field: str, value: str) -> str | None:
        """Changes one value of a record; returns what stood there before."""
        system = self._system_of[record]
        before = self.row(record)
        assert before is not None
        after = before.model_copy(update={"details": {**before.details, field: value}})
        self._by_system[system] = tuple(after if row.id == record else row for row in self._by_system[system])
        return before.details.get(field)


@lru_cache(maxsize=256)  # every call has the same
def _page(title: str, text: str) -> Row:
    return Row(id="policy-" + "-".join(words(title)), title=title, details={"Text": text}, party=True)


def _searchable(row: Row) -> Iterable[str]:
    yield from (row.id, row.title, row.about, *row.found_by, *row.cells.values())
    yield from row.details.values()


def _without_noughts(word: str) -> str:
    """A figure without the noughts before it: nobody says those of HM/000592/26. Short ones stay as they are."""
    bare = word.lstrip("0")
    return bare if word.isdigit() and len(bare) >= 2 else word


@lru_cache(maxsize=2048)  # a look-up goes through all rows of a system, and most are the same in every call
def _read(text: str) -> tuple[tuple[str, ...], frozenset[str], tuple[str, str]]:
    """What stands on a row: its words, those without noughts, and all of them run together in either way."""
    have = tuple(words(text))
    plain = tuple(map(_without_noughts, have))
    return have, frozenset(plain), ("".join(have), "".join(plain))


def _fit(row: Row, asked: list[str], query: str) -> int:
    if set(asked) <= set(words(row.title)):
        return 3  # the street itself stands before those whose notes only name it
    have, plain, runs = _read(" ".join(_searchable(row)))
    if all(any(word.startswith(part) for word in have) or _without_noughts(part) in plain for part in asked):
        return 2
    # A number or a postcode is found however it is spaced.
    run = "".join(words(query))
    if len(run) >= 5 and any(mark.isdigit() for mark in run) and any(run in each for each in runs):
        return 2
    phrases = (" ".join(words(phrase)) for phrase in row.found_by)
    whole = " ".join(words(query))
    return 1 if any(phrase and f" {phrase} " in f" {whole} " for phrase in phrases) else 0

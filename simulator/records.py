"""What a look-up shows: the scenario's records and the world's, searched as a plain system would."""

from collections.abc import Mapping
from copy import copy
from functools import lru_cache

from scenarios.policy import Policy
from scenarios.scenario import Row, Scenario
from simulator.guidance import search_guidance
from simulator.record_match import match, words

MOST_ROWS = 30
STATE = "state"  # the detail of a record that says how an account stands
_BEFORE = " (before: "


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
        for whatever comes near; systems about people and places show what fits and nothing else. What agrees in part
        stands after what agrees whole or has the very number, never instead of it."""
        if system == "policy":
            return search_guidance(self._by_system["policy"], query)[:MOST_ROWS]
        matched = ((match(row, query, system).rank, row) for row in self._by_system.get(system, ()))
        found = sorted(((-rank, row.title, row.id, row) for rank, row in matched if rank), key=lambda f: f[:3])
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

    def editable(self, record: str) -> tuple[str, ...]:
        """The fields of a record that can be changed from the desk."""
        row = self.row(record)
        return tuple(row.editable) if row is not None else ()

    def update(self, record: str, field: str, value: str) -> str | None:
        """Changes one value of a record; returns what stood there before."""
        return self._changed(record, field, value)

    def show_reset(self, record: str, by: str) -> None:
        """Shows on an account's state that its access was reset, and what its state was before; the journal has the
        reset itself, so nothing of it is kept twice."""
        row = self.row(record)
        if row is not None and STATE in row.details:
            before = row.details[STATE].partition(_BEFORE)[2].rstrip(")") or row.details[STATE]
            self._changed(record, STATE, f"Reset sent: {by[:1].lower()}{by[1:]}{_BEFORE}{before})")

    def _changed(self, record: str, field: str, value: str) -> str | None:
        system = self._system_of[record]
        before = self.row(record)
        assert before is not None
        after = before.model_copy(update={"details": {**before.details, field: value}})
        self._by_system[system] = tuple(after if row.id == record else row for row in self._by_system[system])
        return before.details.get(field)


@lru_cache(maxsize=256)  # every call has the same
def _page(title: str, text: str) -> Row:
    return Row(id="policy-" + "-".join(words(title)), title=title, details={"Text": text}, party=True)

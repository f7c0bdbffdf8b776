"""Which process plays what next in a sweep: one keeps to the calls whose words it has heard before."""

from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T")


class Rows(Generic[T]):
    """The rows of a sweep that nobody has begun, by scenario. Any row may go to any process: it comes out the same.

    Most of what takes long is done once for each clause that a process hears, and the clauses of a scenario are heard
    again and again in it. So two processes are at one scenario only when nothing else is left.
    """

    def __init__(self, rows: Iterable[tuple[str, T]]) -> None:
        self._left: dict[str, list[T]] = {}
        for scenario, row in rows:
            self._left.setdefault(scenario, []).append(row)
        self._at: dict[int, str] = {}

    def next_for(self, process: int) -> T | None:
        """The next row for a process, or None when nothing is left."""
        others = {scenario for other, scenario in self._at.items() if other != process}
        own = self._at.get(process, "")
        # Its own scenario first, then one that is nobody's, then the one with most left.
        scenario = max(self._left, key=lambda one: (one == own, one not in others, len(self._left[one])), default=None)
        if scenario is None:
            return None
        self._at[process] = scenario
        row = self._left[scenario].pop(0)
        if not self._left[scenario]:
            del self._left[scenario]
        return row

"""What happened in a journal, sorted by kind, so that each kind is walked once."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Generic, TypeVar

from scenarios.scenario import Frozen
from simulator.events import CallAnswered, CallEnded
from simulator.journal import Journal, clock

E = TypeVar("E", bound=Frozen)


@dataclass(frozen=True)
class Happened(Generic[E]):
    """One entry of a known kind: its number, its time in milliseconds from the first ring, its event."""

    n: int
    t_ms: int
    event: E

    @property
    def at(self) -> str:
        """When, for people."""
        return clock(self.t_ms)


@dataclass(frozen=True)
class Instant:
    """A moment that came: its entry and time."""

    n: int
    t_ms: int

    @property
    def at(self) -> str:
        """When, for people."""
        return clock(self.t_ms)


class Happenings:
    """A journal's entries by kind; times are whole milliseconds from the first ring."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        found: dict[type[Frozen], list[Happened[Any]]] = {}
        for entry in journal:
            happened: Happened[Any] = Happened(entry.n, entry.t_ms, entry.event)
            found.setdefault(type(entry.event), []).append(happened)
        self._by_kind = {kind: tuple(of_kind) for kind, of_kind in found.items()}

    def all(self, kind: type[E]) -> tuple[Happened[E], ...]:
        """Every entry of this kind, in order."""
        return self._by_kind.get(kind, ())

    def of(self, kinds: Iterable[type[Frozen]]) -> tuple[Happened[Any], ...]:
        """Every entry of these kinds, in order of their numbers."""
        found = [happened for kind in kinds for happened in self._by_kind.get(kind, ())]
        return tuple(sorted(found, key=_number))

    def first(self, kind: type[E]) -> Happened[E] | None:
        """The first entry of this kind, or None."""
        return next(iter(self._by_kind.get(kind, ())), None)

    def last(self, kind: type[E]) -> Happened[E] | None:
        """The last entry of this kind, or None."""
        return next(reversed(self._by_kind.get(kind, ())), None)

    @property
    def answered(self) -> Happened[CallAnswered] | None:
        """The answering of the call, or None."""
        return self.first(CallAnswered)

    @property
    def ended(self) -> Happened[CallEnded] | None:
        """The closing of the line, or None."""
        return self.first(CallEnded)

    @property
    def last_n(self) -> int:
        """The number of the last entry; 0 for an empty journal."""
        return self.journal[-1].n if self.journal else 0

    @property
    def last_ms(self) -> int:
        """The time of the last entry; 0 for an empty journal."""
        return self.journal[-1].t_ms if self.journal else 0


_number = attrgetter("n")

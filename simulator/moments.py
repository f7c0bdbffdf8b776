"""When things first happened, and when a trigger is ready."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from scenarios.scenario import When

NEVER = "never"  # a moment that does not come


@dataclass(frozen=True)
class Moments:
    """The first time of each moment, and the time given back to the trainee since (typing, pauses)."""

    first: Mapping[str, int] = field(default_factory=dict)
    given_back: tuple[tuple[int, int], ...] = ()  # (at, how much)
    # What was worked out for a trigger, by its number; it is held so that no other can come to have that number.
    _ready: dict[int, tuple[When, int | None]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def happened(self, moment: str) -> bool:
        """Whether this moment has come."""
        return moment in self.first

    def with_moment(self, moment: str, at_ms: int) -> "Moments":
        """These moments and one more; a moment that came before keeps its first time."""
        if moment in self.first:
            return self
        return Moments({**self.first, moment: at_ms}, self.given_back)

    def with_time_given_back(self, at_ms: int, much_ms: int) -> "Moments":
        """These moments with `much_ms` added to whatever is waiting at `at_ms`."""
        return Moments(self.first, (*self.given_back, (at_ms, much_ms))) if much_ms > 0 else self

    def later_by(self, since_ms: int) -> int:
        """How much time was given back after a moment."""
        return sum(much for at, much in self.given_back if at > since_ms)

    def ready_at(self, when: When) -> int | None:
        """The time a trigger is due, or None while it is not: needs missing, or something that prevents it came."""
        known = self._ready.get(id(when))
        if known is None:
            known = self._ready[id(when)] = (when, self._due_at(when))
        return known[1]

    def _due_at(self, when: When) -> int | None:
        if when.since not in self.first and when.or_by is None:
            return None  # nearly all wait for a moment that has not come
        came = self.first.__contains__
        if any(map(came, when.unless)) or not all(map(came, when.needs)):
            return None
        times = [self._after(when.since, when.after)]
        if when.or_by is not None:
            times.append(self._after("answered", when.or_by))
        ready = min((at for at in times if at is not None), default=None)
        return None if ready is None else max(ready, self._latest(when.needs))

    def _after(self, moment: str, wait_ms: int) -> int | None:
        base = self.first.get(moment)
        return None if base is None else base + wait_ms + self.later_by(base)

    def _latest(self, moments: Iterable[str]) -> int:
        return max((self.first[moment] for moment in moments), default=0)

"""Works a table out once for each thing that never changes: a scenario's own tables, shared by thousands of calls."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")
MOST = 256  # things whose tables are kept; the oldest goes first


def once(work: Callable[[T], R]) -> Callable[[T], R]:
    """`work`, done once for each very object that it is given, not for each that is equal: to compare two scenarios
    would take longer than the work. Only for what is frozen, and for results that nobody changes."""
    kept: dict[int, tuple[T, R]] = {}

    @wraps(work)
    def known(thing: T) -> R:
        # The thing is held with its table, so that no other can come to have its number.
        found = kept.get(id(thing))
        if found is None:
            while len(kept) >= MOST:
                kept.pop(next(iter(kept), 0), None)
            found = kept[id(thing)] = (thing, work(thing))
        return found[1]

    return known

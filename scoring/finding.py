"""Short ways to state a finding: a verdict, one plain sentence, the entries that show it."""

from collections.abc import Iterable
from typing import Any

from scoring.outcome import Finding

# Anything that knows the number of its entry (`.n`), a number itself, several of these, or None.
Showing = Any


def entries(*things: Showing) -> tuple[int, ...]:
    """The entry numbers of what is handed over, each once, in order; Nones and zeros left out."""
    found: set[int] = set()
    _gather(things, found)
    return tuple(sorted([n for n in found if n > 0]))


def _gather(things: Iterable[Showing], found: set[int]) -> None:
    for thing in things:
        kind = type(thing)
        if kind is tuple or kind is list:
            _gather(thing, found)
        elif thing is not None:
            n = thing if kind is int else getattr(thing, "n", None)
            if isinstance(n, int):
                found.add(n)
            elif isinstance(thing, Iterable):
                _gather(thing, found)


def met(because: str, *shown: Showing) -> Finding:
    """The point was earned in full."""
    return Finding(verdict="met", because=because, shown_by=entries(*shown), share=1.0)


def partly(share: float, because: str, *shown: Showing) -> Finding:
    """The point was earned in part, `share` of 1."""
    return Finding(verdict="partly", because=because, shown_by=entries(*shown), share=round(share, 3))


def not_met(because: str, *shown: Showing, decisive: bool | None = None) -> Finding:
    """The point was not earned. `decisive` where a recorded deed shows it whatever the point's tier."""
    return Finding(verdict="not_met", because=because, shown_by=entries(*shown), share=0.0, decisive=decisive)


def not_applicable(because: str) -> Finding:
    """The occasion did not arise; never a pass."""
    return Finding(verdict="not_applicable", because=because)


def waived(because: str, *shown: Showing) -> Finding:
    """The occasion arose and a rule excuses it."""
    return Finding(verdict="waived", because=because, shown_by=entries(*shown))


def for_assessor(because: str, *shown: Showing) -> Finding:
    """Words or doubt decide, so the assessor must look at the entries."""
    return Finding(verdict="for_assessor", because=because, shown_by=entries(*shown))


A_QUARTER = 0.25  # of a list of things to do or to record: less is not a part of it


def by_share(share: float, because: str, *shown: Showing, full: float = 1.0, least: float = 0.0) -> Finding:
    """Met from `full` on, not met at nothing or below `least`, in part between."""
    if share >= full - 1e-9:
        return met(because, *shown)
    return partly(share, because, *shown) if share > 0 and share >= least - 1e-9 else not_met(because, *shown)

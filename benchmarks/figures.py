"""A measured figure beside its goal, and the ways of measuring."""

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One figure. `goal` is the most it should be, in the same unit; `value` is None where it was not measured."""

    what: str
    value: float | None
    unit: str
    goal: float | None = None
    note: str = ""

    @property
    def reached(self) -> bool | None:
        """Whether the goal is reached; None where there is no goal or no figure."""
        return None if self.goal is None or self.value is None else self.value <= self.goal


def milliseconds(deed: Callable[[], object]) -> float:
    """How long a deed takes."""
    began = time.perf_counter()
    deed()
    return (time.perf_counter() - began) * 1_000


def processor_ms(deed: Callable[[], object]) -> float:
    """What a deed takes of this program's own processor time: less moved by other work on the machine."""
    used = time.process_time()
    deed()
    return (time.process_time() - used) * 1_000


def times(rounds: int, deed: Callable[[], object]) -> list[float]:
    """How long a deed takes in milliseconds, each time."""
    return [milliseconds(deed) for _ in range(rounds)]


def p95(taken: Sequence[float]) -> float:
    """The time that 95 of 100 stay under; the only one where there is but one."""
    return statistics.quantiles(taken, n=20)[-1] if len(taken) > 1 else taken[0]


def median(taken: Iterable[float]) -> float:
    """The time in the middle."""
    return statistics.median(taken)


def spread(taken: Sequence[float]) -> str:
    """How far the times lie apart, in words."""
    return f"{len(taken)} times, median {median(taken):.3g}, most {max(taken):.3g}"

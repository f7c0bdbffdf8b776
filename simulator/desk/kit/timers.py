"""What is to be done later, by a clock given from outside."""

from collections.abc import Callable
from dataclasses import dataclass

Clock = Callable[[], float]
"""Seconds since any fixed moment; never goes back."""


@dataclass(eq=False)
class Timer:
    """Something done at `due` (seconds), and every `period` after it unless that is None."""

    due: float
    period: float | None
    act: Callable[[], object]
    live: bool = True

    def cancel(self) -> None:
        """Do it no more."""
        self.live = False


class Timers:
    """Keeps timers and does what is due."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._timers: list[Timer] = []

    def every(self, seconds: float, act: Callable[[], object]) -> Timer:
        """Do it again and again."""
        return self._add(Timer(self._clock() + seconds, seconds, act))

    def after(self, seconds: float, act: Callable[[], object]) -> Timer:
        """Do it once."""
        return self._add(Timer(self._clock() + seconds, None, act))

    def clear(self) -> None:
        """Forget all timers."""
        self._timers.clear()

    def next_in(self) -> float | None:
        """Seconds until something is due (0 when it already is), or None."""
        self._timers = [timer for timer in self._timers if timer.live]
        if not self._timers:
            return None
        return max(0.0, min(timer.due for timer in self._timers) - self._clock())

    def fire(self) -> None:
        """Do what is due, the earliest first; what was missed many times is done once."""
        now = self._clock()
        for timer in sorted(self._timers, key=lambda each: each.due):
            if not timer.live or now < timer.due:
                continue
            if timer.period is None:
                timer.live = False
            else:
                timer.due = max(timer.due + timer.period, now)
            timer.act()
        self._timers = [timer for timer in self._timers if timer.live]

    def _add(self, timer: Timer) -> Timer:
        self._timers.append(timer)
        return timer

"""The call's one source of time: whole milliseconds from the first ring."""

import time
from typing import Protocol


class Clock(Protocol):
    """Tells the milliseconds since the contact arrived; never runs backwards."""

    def now_ms(self) -> int: ...


class WallClock:
    """Real time from the computer's monotonic clock, so that a jump of the wall clock changes nothing."""

    def __init__(self) -> None:
        self._began = time.monotonic_ns()

    def now_ms(self) -> int:
        """Milliseconds since this clock was made."""
        return (time.monotonic_ns() - self._began) // 1_000_000


class ScriptClock:
    """Time that moves only when told to; the clock of rehearsals and tests."""

    def __init__(self, now_ms: int = 0) -> None:
        self._now = now_ms

    def now_ms(self) -> int:
        """The time it was last moved to."""
        return self._now

    def move_to(self, now_ms: int) -> None:
        """Move on to a later time; a time already past changes nothing."""
        self._now = max(self._now, now_ms)

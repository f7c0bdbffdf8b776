"""Decides where a microphone's samples go on a track: its own clock and the call's drift apart; pure."""

from collections import deque
from dataclasses import dataclass

WINDOW = 8  # chunks whose lateness is looked at together
TOLERANCE_MS = 15.0  # a drift smaller than this is left alone
JUMP_MS = 120.0  # further off than this is another stretch of speech


@dataclass(frozen=True)
class Place:
    """Where a chunk goes: the sample it begins at, and how many of its first samples are left out."""

    at: int
    left_out: int = 0


class Placing:
    """Places chunk after chunk of one microphone.

    A chunk may be told late when the computer is busy, never early, so the least late of the last few tells how far
    the two clocks have come apart. Then silence is put in, or a few samples are left out.
    """

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._next: int | None = None
        self._off: deque[int] = deque(maxlen=WINDOW)

    def place(self, at_ms: float, count: int, fresh: bool = False) -> Place:
        """Where `count` samples go whose first was heard at `at_ms`; `fresh` begins another stretch of speech."""
        wanted = max(0, round(at_ms * self._rate / 1000))
        before = self._next or 0
        if self._next is None or fresh or abs(wanted - before) > self._samples(JUMP_MS):
            self._off.clear()
            return self._placed(max(wanted, before), max(0, before - wanted), count)
        self._off.append(wanted - before)
        if len(self._off) == WINDOW:
            least = min(self._off)
            if abs(least) > self._samples(TOLERANCE_MS):
                self._off.clear()
                return self._placed(before + max(0, least), max(0, -least), count)
        return self._placed(before, 0, count)

    def _placed(self, at: int, left_out: int, count: int) -> Place:
        left_out = min(left_out, count)
        self._next = at + count - left_out
        return Place(at, left_out)

    def _samples(self, ms: float) -> float:
        return ms * self._rate / 1000

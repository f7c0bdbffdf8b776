"""Chance without a clock or a shared state: the same seed always brings the same row of choices."""

from collections.abc import Sequence
from typing import TypeVar

_WIDE = (1 << 64) - 1
T = TypeVar("T")


class Chance:
    """A row of choices from a seed (SplitMix64: the state moves by a fixed step and is then well stirred)."""

    def __init__(self, seed: int) -> None:
        self._state = (seed * 0x9E3779B97F4A7C15) & _WIDE

    def below(self, end: int) -> int:
        """A whole number from 0 to `end` - 1; `end` is at least 1."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _WIDE
        mixed = self._state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _WIDE
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _WIDE
        return (mixed ^ (mixed >> 31)) % end

    def one_of(self, things: Sequence[T]) -> T:
        """One of the things; there is at least one."""
        return things[self.below(len(things))]

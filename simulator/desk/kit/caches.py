"""A cache that never holds more than so many bytes."""

from collections.abc import Hashable
from typing import Generic, TypeVar

V = TypeVar("V")


class ByteCapped(Generic[V]):
    """Keeps values by key and forgets those longest unused once their sizes pass the cap (bytes)."""

    def __init__(self, cap: int) -> None:
        self.cap = cap
        self.held = 0
        self._kept: dict[Hashable, tuple[V, int]] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable) -> V | None:
        """The value, or None; a value asked for counts as used."""
        found = self._kept.pop(key, None)
        if found is None:
            return None
        self._kept[key] = found
        return found[0]

    def put(self, key: Hashable, value: V, size: int) -> None:
        """Keep a value of `size` bytes; one larger than the cap is not kept at all."""
        if size > self.cap:
            return
        old = self._kept.pop(key, None)
        self.held += size - (old[1] if old else 0)
        self._kept[key] = (value, size)
        while self.held > self.cap:
            oldest = next(iter(self._kept))
            self.held -= self._kept.pop(oldest)[1]

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()
        self.held = 0

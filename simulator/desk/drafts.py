"""Words typed but not yet recorded: when each is due to be recorded, so that none is ever lost."""

from collections.abc import Callable
from dataclasses import dataclass

PAUSE_MS = 2_000  # a field is recorded after this long without a key


@dataclass(frozen=True)
class Draft:
    """One pending draft: when its last key came (ms) and what records it."""

    touched_ms: int
    record: Callable[[], None]


class Drafts:
    """The pending drafts by name. A draft is recorded once: when left, when paused over, or before the call is left.

    While `may_record` says no (the phone still rings, practice is paused) drafts wait.
    """

    def __init__(self, may_record: Callable[[], bool] = lambda: True) -> None:
        self._pending: dict[str, Draft] = {}
        self._may_record = may_record

    def touch(self, name: str, now_ms: int, record: Callable[[], None]) -> None:
        """A key changed this draft at `now_ms`; `record` will be called when it is due."""
        self._pending[name] = Draft(now_ms, record)

    def leave(self, name: str) -> None:
        """The draft's field was left: record it now, if there is anything to record."""
        if not self._may_record():
            return
        draft = self._pending.pop(name, None)
        if draft is not None:
            draft.record()

    def record_due(self, now_ms: int) -> None:
        """Record each draft whose last key is two seconds old."""
        for name in [n for n, d in self._pending.items() if now_ms - d.touched_ms >= PAUSE_MS]:
            self.leave(name)

    def record_all(self) -> None:
        """Record every draft, in the order they were begun."""
        for name in list(self._pending):
            self.leave(name)

    def next_due_ms(self) -> int | None:
        """When the next draft is due, or None when there is none."""
        return min((d.touched_ms + PAUSE_MS for d in self._pending.values()), default=None)

    def __len__(self) -> int:
        return len(self._pending)

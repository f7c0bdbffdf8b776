"""Whether what stands in a field is in the journal, and since when: the mark beside its label; pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

ENTER = "Enter records"
ON_LEAVING = "recorded as you leave it"
NOT_NOW = "not recorded yet"


@dataclass(frozen=True)
class Mark:
    """An icon, the tone it is painted in, and the words beside it: the fullest first, for where there is room."""

    icon: str
    tone: str
    words: tuple[str, ...]


def mark_of(now: str, kept: str | None, kept_ms: int, wall: Callable[[int], str], how: str = ENTER) -> Mark | None:
    """The mark of a field that reads `now` and was recorded as `kept` (None: never); `how` says what records it."""
    if now == (kept or ""):
        if kept is None:
            return None
        time = wall(kept_ms)
        return Mark("check", "green", (f"{'recorded' if kept else 'emptied'} {time}", time, time[:5]))
    return Mark("clock", "amber", (f"changed, {how}", how, "not yet") if kept is not None else (how, "not yet"))


def fitting(words: Sequence[str], width_of: Callable[[str], float], room: float) -> str:
    """The fullest words that fit; none where none do, so that they are never cut."""
    return next((each for each in words if width_of(each) <= room), "")

"""Time as it is fair to count it: without what typing took beyond speaking, pauses and, where said, holds."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from scoring.happenings import Happenings
from scoring.outcome import Finding, Verdict
from simulator.events import (
    ActionRefused,
    Assessed,
    CallEnded,
    CallHeld,
    CallResumed,
    CallStarted,
    Continued,
    Escalated,
    FieldRecorded,
    GradeExplained,
    HandedOver,
    HandlerSaid,
    LineWent,
    LookedUp,
    MessageSent,
    Noted,
    Paused,
    RecordUpdated,
)

TYPED_MS_A_CHARACTER = 400  # 30 words a minute, five characters a word (DOMAIN F-L14)
# An entry that the desk refused was typed too; its words are not kept, so it counts as one of 30 characters.
REFUSED_MS = 30 * TYPED_MS_A_CHARACTER
_TYPED_ACTIONS = frozenset((
    "record", "note", "assess", "explain_grade", "look_up", "escalate", "send", "hand_over", "update",
))  # fmt: skip
# What is typed at the desk, and where the words stand.
_TYPED: dict[type, str] = {
    FieldRecorded: "value",
    Noted: "text",
    Assessed: "note",
    GradeExplained: "because",
    LookedUp: "query",
    Escalated: "about",
    MessageSent: "text",
    HandedOver: "text",
    RecordUpdated: "value",
}


@dataclass(frozen=True)
class Stretch:
    """A stretch of time and how much of it does not count, in milliseconds."""

    from_ms: int
    to_ms: int
    much_ms: int

    def inside(self, from_ms: int, to_ms: int) -> int:
        """How much of what does not count lies in this window; in doubt all that can."""
        overlap = min(self.to_ms, to_ms) - max(self.from_ms, from_ms)
        return max(0, min(overlap, self.much_ms))


class FairTime:
    """The run's clock, for deadlines."""

    def __init__(self, seen: Happenings) -> None:
        typing = tuple(
            Stretch(said.event.began_ms, said.t_ms, said.event.allowance_ms)
            for said in seen.all(HandlerSaid)
            if said.event.allowance_ms > 0
        )
        self._running_on = (*typing, *_between(seen, Paused, (Continued,)))
        held = _between(seen, CallHeld, (CallResumed, CallEnded))
        self._with_holds = (*self._running_on, *held, *_line_away(seen))
        self._desk_work = tuple(_desk_work(seen))
        said = {happened.n for happened in seen.all(HandlerSaid)}
        self._typed = tuple(work for n, work in self._desk_work if n not in said)
        self._done_ms = tuple(work.to_ms for _, work in self._desk_work)
        self.pace = _pace(seen)

    def between(self, from_ms: int, to_ms: int, *, holds: bool = False) -> int:
        """Fair milliseconds between two times. Holds, and a line that dropped or fell silent, stop the clock only
        where `holds` is set: a deadline on which somebody's safety rests runs on meanwhile."""
        if to_ms <= from_ms:
            return 0
        stretches = self._with_holds if holds else self._running_on
        near = (one for one in stretches if one.from_ms < to_ms and from_ms < one.to_ms)
        return max(0, to_ms - from_ms - sum(one.inside(from_ms, to_ms) for one in near))

    def free_hands(self, from_ms: int, to_ms: int, own: int = 0) -> int:
        """Fair milliseconds in which nothing else was being typed or said; entry number `own` is not counted off."""
        busy = sum(work.inside(from_ms, to_ms) for n, work in self._finished(from_ms, to_ms) if n != own)
        return max(0, self.between(from_ms, to_ms, holds=True) - busy)

    def typing_in(self, from_ms: int, to_ms: int) -> int:
        """How much of this window desk typing explains, billed at 30 words a minute: what was finished in it, and what
        was under way at its end."""
        done = sum(work.much_ms for _, work in self._finished(from_ms, to_ms))
        later = self._desk_work[bisect_right(self._done_ms, to_ms) :]
        return done + sum(work.inside(from_ms, to_ms) for _, work in later if work.from_ms < to_ms)

    def typed_in(self, from_ms: int, to_ms: int) -> int:
        """What the words typed at the desk in this window take at 30 words a minute, what is said to the caller left
        out."""
        return sum(work.inside(from_ms, to_ms) for work in self._typed)

    def idle(self, from_ms: int, to_ms: int) -> int:
        """The longest stretch of this window, in fair milliseconds, that no typing at the desk explains: between one
        piece of work that was finished in it and the next."""
        ends = (from_ms, *(min(work.to_ms, to_ms) for _, work in self._finished(from_ms, to_ms)), to_ms)
        return max(self.between(a, b, holds=True) - self.typing_in(a, b) for a, b in pairwise(ends))

    def _finished(self, from_ms: int, to_ms: int) -> tuple[tuple[int, Stretch], ...]:
        """The work at the desk that was finished in this window; entries come in the order of their times."""
        return self._desk_work[bisect_right(self._done_ms, from_ms) : bisect_right(self._done_ms, to_ms)]


def _between(seen: Happenings, start: type, ends: Iterable[type]) -> Iterable[Stretch]:
    open_at: int | None = None
    for happened in seen.of((start, *ends)):
        if isinstance(happened.event, start):
            open_at = happened.t_ms if open_at is None else open_at
        elif open_at is not None:
            yield Stretch(open_at, happened.t_ms, happened.t_ms - open_at)
            open_at = None
    if open_at is not None:
        yield Stretch(open_at, seen.last_ms, seen.last_ms - open_at)


def _line_away(seen: Happenings) -> Iterable[Stretch]:
    """While the line was down or silent, nobody could be spoken to."""
    since: int | None = None
    for went in seen.of((LineWent, CallEnded)):
        away = isinstance(went.event, LineWent) and went.event.to in ("dropped", "silent", "unanswered")
        if away:
            since = went.t_ms if since is None else since
        elif since is not None:
            yield Stretch(since, went.t_ms, went.t_ms - since)
            since = None
    if since is not None:
        yield Stretch(since, seen.last_ms, seen.last_ms - since)


def _desk_work(seen: Happenings) -> Iterable[tuple[int, Stretch]]:
    for happened in seen.of((HandlerSaid, ActionRefused, *_TYPED)):
        event = happened.event
        if isinstance(event, HandlerSaid):
            much = event.spoken_ms
        elif isinstance(event, ActionRefused):
            much = REFUSED_MS if event.action in _TYPED_ACTIONS else 0
        else:
            much = len(getattr(event, _TYPED[type(event)]) or "") * TYPED_MS_A_CHARACTER
        yield happened.n, Stretch(happened.t_ms - much, happened.t_ms, much)


def _pace(seen: Happenings) -> float:
    """How much longer than usual an agreed adjustment makes every deadline (handbook 4.13); 1 without one."""
    started = seen.first(CallStarted)
    for adjustment in started.event.adjustments if started else ():
        if "time" in adjustment.lower():
            percent = re.search(r"\d{1,3}", adjustment)
            return 1 + (int(percent.group()) / 100 if percent else 1.0)
    return 1.0


def taper(took_ms: int, deadline_ms: float) -> float:
    """1 up to the deadline, straight to 0 at twice its length (DOMAIN section 5, rule 5)."""
    if deadline_ms <= 0:
        return 1.0 if took_ms <= 0 else 0.0
    return min(1.0, max(0.0, 2 - took_ms / deadline_ms))


def seconds(ms: float) -> str:
    """A length of time for people: `4 s`, `1 min 30 s`."""
    whole = round(ms / 1000)
    minutes, rest = divmod(whole, 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"


def timed(finding: Finding, share: float) -> Finding:
    """A met finding reduced to what its lateness leaves of it."""
    if share >= 1 or finding.verdict not in ("met", "partly"):
        return finding
    left = share * (finding.share if finding.share is not None else 1.0)
    verdict: Verdict = "partly" if left > 0 else "not_met"
    return replace(finding, verdict=verdict, share=round(left, 3))

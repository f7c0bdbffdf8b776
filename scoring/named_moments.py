"""When a moment, as the scenario language names it, first came in a run: `answered`, `phone:<person>`, `press:<id>`."""

from collections.abc import Iterable
from typing import Any, Protocol

from scenarios.policy import Policy
from scenarios.scenario import Frozen
from scoring.grade_steps import GradeStep
from scoring.happenings import Happened, Happenings, Instant
from scoring.ledger import Ledger
from scoring.speech import Speech
from simulator.events import (
    AccessReset,
    CallAnswered,
    CallerSaid,
    HandedOver,
    LineWent,
    PhonePassed,
    PressMade,
    TwistFired,
)

_FIRST_OF: dict[str, type[Frozen]] = {
    "answered": CallAnswered,
    "handed_over": HandedOver,
    "reset": AccessReset,
    "opening": CallerSaid,
}


class NamedMoments:
    """The moments of one run that its journal shows; who was verified and what was disclosed is read elsewhere."""

    def __init__(self, policy: Policy, seen: Happenings, speech: Speech, ledger: Ledger) -> None:
        self._policy, self._seen, self._speech, self._ledger = policy, seen, speech, ledger

    def first(self, name: str, grades: tuple[GradeStep, ...]) -> Instant | None:
        """The first time of a moment, or None while it has not come. `grades` are those that were set."""
        kind, _, rest = name.partition(":")
        if kind == "graded":
            return self._graded(rest, grades)
        if kind in ("press", "said") and rest:
            return self._pressed(rest) if kind == "press" else self._said(rest)
        if kind in ("line", "phone", "right") and rest:
            return _instant(next(iter(self._of_the_line(kind, rest)), None))
        if name in _FIRST_OF:
            return _instant(next(iter(self._seen.of((_FIRST_OF[name],))), None))
        if name == "refused":
            return self._refused()
        told = self._ledger.sources.told.get(name)
        return _instant(told or next((one for one in self._seen.all(TwistFired) if one.event.twist == name), None))

    def _graded(self, name: str, grades: tuple[GradeStep, ...]) -> Instant | None:
        wanted = self._policy.grade(name) if name else None
        return _instant(next((step for step in grades if not name or step.grade == wanted), None))

    def _pressed(self, name: str) -> Instant | None:
        return _instant(next((made for made in self._seen.all(PressMade) if made.event.press == name), None))

    def _said(self, intent: str) -> Instant | None:
        return _instant(self._speech.first(intent))

    def _of_the_line(self, kind: str, rest: str) -> Iterable[Happened[Any]]:
        """`line:dropped`, `phone:<person>`, `right:<fact>`: the line, who holds the phone, a fact told in full."""
        if kind == "right":
            return (one for one in self._ledger.sources.tellings.get(rest, ()) if one.event.standing == "full")
        return (one for one in self._seen.of((LineWent if kind == "line" else PhonePassed,)) if one.event.to == rest)

    def _refused(self) -> Instant | None:
        first = self._seen.first(PressMade)
        if first is None:
            return None
        turn = self._speech.first("DP_REFUSE", "DP_NCND", "DP_ROUTE", "DP_OFFER_MESSAGE", after=first.t_ms)
        return _instant(turn)


class _Timed(Protocol):
    """Whatever stands at an entry and a time."""

    @property
    def n(self) -> int: ...

    @property
    def t_ms(self) -> int: ...


def _instant(found: _Timed | None) -> Instant | None:
    return Instant(found.n, found.t_ms) if found is not None else None

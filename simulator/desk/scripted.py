"""A session and a call without an engine: each action becomes its event at once. For tests and for looking at."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from audio.voice import SpokenLine
from scenarios.policy import Policy
from scenarios.scenario import Row
from scenarios.vocabulary.words import Desk
from simulator import actions as a
from simulator import events as e
from simulator.desk.ports import CannotStart, ContactOffer, Debrief, LiveCall, Recorder, RecordingRule, StartChoice
from simulator.journal import Entry

DAY = datetime(2026, 11, 21, 14, 6, 0)


class ScriptedCall:
    """Answers each action with its plain event. `due` are lines of the caller: (ms after answering, words)."""

    def __init__(
        self,
        policy: Policy,
        started: e.CallStarted,
        rang: e.PhoneRang,
        desk: Desk = "incident",
        rows: Sequence[tuple[str, Row]] = (),
        due: Sequence[tuple[int, str]] = (),
        debrief: Debrief | None = None,
    ) -> None:
        self.reference = "HM-1121-0733"
        self.policy = policy
        self.desk: Desk = desk
        self.voice = "woman"
        self.background = "none"
        self.quality = "clear"
        self.lines_ahead: tuple[SpokenLine, ...] = ()
        self.recorder: Recorder | None = None
        self.entries: list[Entry] = []
        self.done: list[a.Action] = []
        self.broken = ""  # set to make the next deed fail as a lost disk does
        self._started, self._rang = started, rang
        self._rows = {row.id: (system, row) for system, row in rows}
        self._due = list(due)
        self._debrief = debrief
        self._answered_ms: int | None = None
        self._values: dict[str, str] = {}
        self._grade: str | None = None

    def voice_of(self, speaker: str) -> str:
        """Everybody has the one voice here."""
        return self.voice

    def begin(self) -> Sequence[Entry]:
        """The phone rings."""
        return self._add(0, self._started, self._rang)

    def do(self, action: a.Action, at_ms: int) -> Sequence[Entry]:
        """The action's event."""
        if self.broken:
            raise OSError(self.broken)
        self.done.append(action)
        return [*self.let_pass(at_ms), *self._add(at_ms, *self._events(action, at_ms))]

    def let_pass(self, to_ms: int) -> Sequence[Entry]:
        """The caller's lines that are due."""
        new: list[Entry] = []
        while (due := self.next_due_ms()) is not None and due <= to_ms:
            _, words = self._due.pop(0)
            new += self._add(due, e.CallerSaid(text=words, lasts_ms=1_500))
        return new

    def interrupt(self, because: str) -> Sequence[Entry]:
        """It could not go on."""
        return self._add(self.entries[-1].t_ms if self.entries else 0, e.Interrupted(because=because))

    def next_due_ms(self) -> int | None:
        """When the caller speaks next."""
        if self._answered_ms is None or not self._due:
            return None
        return self._answered_ms + self._due[0][0]

    def row(self, record: str) -> Row | None:
        """A record by its id."""
        found = self._rows.get(record)
        return found[1] if found else None

    def debrief(self) -> Debrief | None:
        """What it was given."""
        return self._debrief

    def _add(self, at_ms: int, *events: e.Event) -> list[Entry]:
        new = [Entry(n=len(self.entries) + 1 + i, t_ms=at_ms, event=event) for i, event in enumerate(events)]
        self.entries += new
        return new

    def _events(self, action: a.Action, at_ms: int) -> tuple[e.Event, ...]:
        match action:
            case a.KeysHeard():
                return ()
            case a.Answer():
                self._answered_ms = at_ms
                return (e.CallAnswered(ring_ms=at_ms),)
            case a.Record():
                return tuple(self._recorded(field, value) for field, value in action.values.items())
            case a.Grade():
                before, self._grade = self._grade, action.to
                return (e.Graded(grade=action.to, previous=before, authority=action.authority),)
            case a.ExplainGrade() if self._grade:
                return (e.GradeExplained(grade=self._grade, because=action.because),)
            case a.LookUp():
                rows = tuple(id_ for id_, (system, _) in self._rows.items() if system == action.system)
                return (e.LookedUp(system=action.system, query=action.query, reason=action.reason, rows=rows),)
            case a.Open() if action.record in self._rows:
                return (e.RecordOpened(record=action.record, system=self._rows[action.record][0]),)
            case _:
                return self._plain(action, at_ms)

    def _recorded(self, field: str, value: str) -> e.FieldRecorded:
        before = self._values.get(field)
        self._values[field] = value
        return e.FieldRecorded(field=field, value=value, previous=before)

    def _plain(self, action: a.Action, at_ms: int) -> tuple[e.Event, ...]:
        make = _PLAIN.get(type(action))
        if make is None:
            return (e.ActionRefused(action=action.kind, because="That cannot be done now."),)
        return (make(action, at_ms),)


def _same(event: Callable[..., e.Event], *names: str) -> Callable[[a.Action, int], e.Event]:
    return lambda action, at_ms: event(**{name: getattr(action, name) for name in names})


def _said(action: a.Action, at_ms: int) -> e.Event:
    assert isinstance(action, a.Say)
    began = at_ms if action.began_ms is None else action.began_ms
    return e.HandlerSaid(text=action.text, began_ms=began, spoken_ms=400 * len(action.text.split()))


_PLAIN: Mapping[type, Callable[[a.Action, int], e.Event]] = {
    a.Say: _said,
    a.Note: _same(e.Noted, "section", "text"),
    a.Assess: _same(e.Assessed, "item", "level", "note"),
    a.Verify: _same(e.ItemVerified, "item", "result"),
    a.Update: _same(e.RecordUpdated, "record", "field", "value"),
    a.Reset: _same(e.AccessReset, "channel"),
    a.Request: _same(e.AgencyRequested, "agency"),
    a.Refer: _same(e.Referred, "to", "consent"),
    a.Escalate: _same(e.Escalated, "to", "about"),
    a.Send: _same(e.MessageSent, "to", "channel", "text"),
    a.Link: _same(e.LogLinked, "log"),
    a.Restrict: _same(e.LogRestricted, "level"),
    a.CallBack: _same(e.CalledBack, "number", "source"),
    a.HandOver: _same(e.HandedOver, "to", "text"),
    a.Close: _same(e.Closed, "category", "qualifiers", "result"),
    a.Hold: _same(e.CallHeld),
    a.Resume: _same(e.CallResumed),
    a.LockScreen: _same(e.ScreenLocked),
    a.Pause: _same(e.Paused),
    a.Continue: lambda action, at_ms: e.Continued(lasted_ms=0),
    a.Clear: lambda action, at_ms: e.CallEnded(by="handler"),
    a.Transfer: lambda action, at_ms: e.CallEnded(by="transfer"),
    a.FinishWrapUp: _same(e.ContactClosed),
    a.Stop: _same(e.Stopped),
    a.KeepRecording: _same(e.RecordingKept, "track", "digest", "codec", "began_ms", "lasts_ms"),
    a.LoseRecording: _same(e.RecordingLost, "track", "because"),
}


class ScriptedSession:
    """Hands out one call after another, each made by `make` for the choice."""

    def __init__(
        self, make: Callable[[StartChoice], LiveCall], force: str = "Harrowmere Police", trainee: str = ""
    ) -> None:
        self.force = force
        self.trainee = trainee
        self.mode: e.Mode = "practice"
        self.calls: list[LiveCall] = []
        self.choices: list[StartChoice] = []
        self.refusal = ""
        self.rule: RecordingRule = "choice"
        self._make = make

    def recording(self, mode: e.Mode) -> RecordingRule:
        """What it was given."""
        return self.rule

    def contacts(self, trainee: str, mode: e.Mode) -> tuple[ContactOffer, ...]:
        """Three contacts by number."""
        return tuple(ContactOffer(str(n), f"Contact {n}") for n in (1, 2, 3))

    def start(self, choice: StartChoice, tell: Callable[[str], object] | None = None) -> LiveCall:
        """The next call; raises CannotStart where a refusal was set."""
        if self.refusal:
            raise CannotStart(self.refusal)
        self.choices.append(choice)
        self.calls.append(self._make(choice))
        return self.calls[-1]

    def wall_time(self) -> datetime:
        """Always the same afternoon."""
        return DAY

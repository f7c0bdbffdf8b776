"""What the desk shows, as data: a pure fold of a contact's entries. Nothing hidden from a trainee is in it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal, TypeVar

from scenarios.scenario import Row
from scenarios.vocabulary.sounds import SOUNDS
from simulator import events as e
from simulator.desk.log_lines import line_of
from simulator.desk.names import Names
from simulator.desk.own_field import postcode_besides
from simulator.desk.spoken import doubtful_words, how_sure
from simulator.journal import Entry

LineState = Literal["waiting", "ringing", "connected", "held", "dropped", "wrap_up", "closed", "stopped", "interrupted"]
Who = Literal["caller", "you", "operator", "line"]
_UNRECORDED = {"handler": "Your voice", "caller": "The caller's voice", "both": "The sound"}
OVER: tuple[LineState, ...] = ("closed", "stopped", "interrupted")
NO_ANSWER = "Nobody answered. The line is still down."
RUNG_AFTERWARDS = "What would be said is not played: this call is over. That you rang is kept."
RUNG_MEANWHILE = "Your line to the caller stays open, so nobody is heard. That you rang is kept."
RELAY = "Assistant"
ANOTHER = {"caller": "", "relay": RELAY}  # what a speaker is called; anybody else is another voice until they say
NOT_LISTED = (e.Graded, e.GradeExplained, e.ItemVerified, e.LineWent)  # in the log, not among the deeds done
_K = TypeVar("_K")
_V = TypeVar("_V")


@dataclass(frozen=True)
class Caption:
    """One utterance as shown: who, what, when it began (ms), how long it lasts (ms)."""

    n: int
    t_ms: int
    who: Who
    text: str
    lasts_ms: int
    style: str = "neutral"
    name: str = ""  # who speaks, where it is neither the caller nor the operator, or not known
    manner: Literal["speech", "taps", "silence"] = "speech"
    doubtful: tuple[str, ...] = ()  # spoken words that the recogniser was not sure of
    how: str = ""  # how spoken words were heard: 92 % sure

    @property
    def is_sound(self) -> bool:
        """Whether it is a sound and no words; such a text stands in round brackets."""
        return self.text.startswith("(") and self.text.endswith(")") and "(" not in self.text[1:]


@dataclass(frozen=True)
class LogRow:
    """One line of the timed log; `section` is empty for a line the log wrote by itself."""

    t_ms: int
    text: str
    section: str = ""


@dataclass(frozen=True)
class Recorded:
    """A field as it stands, and how often it has been corrected."""

    value: str
    t_ms: int
    corrections: int = 0


@dataclass(frozen=True)
class Assessment:
    """One THRIVE heading as it stands."""

    level: str | None = None
    note: str = ""
    t_ms: int = 0


@dataclass(frozen=True)
class Found:
    """The last search of one system and what it listed."""

    system: str
    query: str
    reason: str | None
    rows: tuple[Row, ...]
    t_ms: int


@dataclass(frozen=True)
class Opened:
    """The record on the screen, with the changes made to it."""

    row: Row
    system: str


@dataclass(frozen=True)
class Done:
    """A deed to be listed as done: a request, a referral, a message."""

    t_ms: int
    text: str


@dataclass(frozen=True)
class Line:
    """What the telephone shows."""

    state: LineState = "waiting"
    channel: str = ""
    kind: str = ""
    number: str | None = None
    subscriber: str | None = None
    located: str | None = None
    rang_ms: int = 0
    answered_ms: int | None = None
    ended_ms: int | None = None
    ended_by: str | None = None
    paused: bool = False


@dataclass(frozen=True)
class DeskView:
    """All that the desk paints. `notice` is the last refusal or failure, in words for the trainee."""

    line: Line = Line()
    mode: e.Mode = "practice"
    trainee: str = ""
    approved: bool = False
    captions: tuple[Caption, ...] = ()
    fields: Mapping[str, Recorded] = field(default_factory=lambda: MappingProxyType({}))
    log: tuple[LogRow, ...] = ()
    thrive: Mapping[str, Assessment] = field(default_factory=lambda: MappingProxyType({}))
    grade: str | None = None
    rationale: str = ""
    rationale_ms: int = 0
    found: Mapping[str, Found] = field(default_factory=lambda: MappingProxyType({}))
    opened: Opened | None = None
    changed: Mapping[tuple[str, str], str] = field(default_factory=lambda: MappingProxyType({}))
    done: tuple[Done, ...] = ()
    verified: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    resets: tuple[str, ...] = ()
    handed_over: bool = False
    closed: e.Closed | None = None
    passed_on: bool = False  # the relay assistant has the handler's words, and nobody has answered yet
    unrecorded: bool = False  # sound was to be recorded and could not be, or not to the end
    notice: str = ""
    notice_n: int = 0
    last_n: int = 0

    @property
    def live(self) -> bool:
        """Whether the line is open to the caller."""
        return self.line.state in ("connected", "held")

    @property
    def over(self) -> bool:
        """Whether nothing more can be done to this contact."""
        return self.line.state in OVER

    @property
    def stamp(self) -> str:
        """What the run counts as, or empty when it can be evidence."""
        return "" if self.approved and self.mode == "assessment" else "Practice, not evidence"

    def value(self, name: str) -> str:
        """The recorded value of a field, or empty."""
        recorded = self.fields.get(name)
        return recorded.value if recorded else ""

    def talk_ms(self, now_ms: int) -> int | None:
        """How long the line has been open, or None before it was answered."""
        if self.line.answered_ms is None:
            return None
        end = self.line.ended_ms if self.line.ended_ms is not None else now_ms
        return max(0, end - self.line.answered_ms)


@dataclass(frozen=True)
class Shelf:
    """What the fold needs to put words and records to ids."""

    names: Names
    row_of: Callable[[str], Row | None]


def fold(entries: Iterable[Entry], shelf: Shelf, view: DeskView | None = None) -> DeskView:
    """The view after these entries, from `view` on or from nothing."""
    seen = view or DeskView()
    for entry in entries:
        seen = after(seen, entry, shelf)
    return seen


def after(view: DeskView, entry: Entry, shelf: Shelf) -> DeskView:
    """The view after one more entry."""
    moved = _line(view, entry)
    moved = _talk(moved, entry)
    moved = _work(moved, entry, shelf)
    text = line_of(entry.event, shelf.names)
    if text is not None:
        moved = replace(moved, log=(*moved.log, LogRow(entry.t_ms, text)))
        if not isinstance(entry.event, NOT_LISTED):
            moved = replace(moved, done=(*moved.done, Done(entry.t_ms, text)))
    return replace(moved, last_n=entry.n)


def _line(view: DeskView, entry: Entry) -> DeskView:
    line, t = view.line, entry.t_ms
    match entry.event:
        case e.CallStarted() as started:
            return replace(view, mode=started.mode, trainee=started.trainee, approved=started.approved)
        case e.PhoneRang() as rang:
            line = replace(
                line,
                state="ringing",
                rang_ms=t,
                channel=rang.channel,
                kind=rang.line,
                number=rang.number,
                subscriber=rang.subscriber,
                located=rang.located,
            )
        case e.CallAnswered():
            line = replace(line, state="connected", answered_ms=t)
        case e.CallHeld():
            line = replace(line, state="held")
        case e.CallResumed():
            line = replace(line, state="connected")
        case e.CallEnded() as ended:
            line = replace(line, state="wrap_up", ended_ms=t, ended_by=ended.by)
        case e.ContactClosed():
            line = replace(line, state="closed")
        case e.Stopped():
            line = replace(line, state="stopped", ended_ms=_ended(line, t), paused=False)
        case e.Interrupted() as interrupted:
            line = replace(line, state="interrupted", ended_ms=_ended(line, t), paused=False)
            view = _noticed(view, interrupted.because, entry.n)
        case e.LineWent(to="unanswered"):
            return _noticed(replace(view, line=replace(line, state="dropped")), NO_ANSWER, entry.n)
        case e.CalledBack() if line.state == "wrap_up":
            return _noticed(view, RUNG_AFTERWARDS, entry.n)
        case e.CalledBack() if line.state in ("connected", "held"):
            return _noticed(view, RUNG_MEANWHILE, entry.n)
        case e.LineWent(to="dropped"):
            line = replace(line, state="dropped")
        case e.LineWent(to="back") if line.state == "dropped":
            line = replace(line, state="connected")
        case e.Paused():
            line = replace(line, paused=True)
        case e.Continued():
            line = replace(line, paused=False)
        case e.ActionRefused() as refused:
            return _noticed(view, refused.because, entry.n)
        case e.RecordingLost() as lost:
            words = f"{_UNRECORDED[lost.track]} is not recorded any more: {lost.because.rstrip('.')}. The call goes on."
            return replace(_noticed(view, words, entry.n), unrecorded=True)
        case _:
            return view
    return replace(view, line=line)


def _ended(line: Line, t_ms: int) -> int:
    return line.ended_ms if line.ended_ms is not None else t_ms


def _noticed(view: DeskView, words: str, n: int) -> DeskView:
    return replace(view, notice=words, notice_n=n)


def _talk(view: DeskView, entry: Entry) -> DeskView:
    match entry.event:
        case e.CallerSaid() as said:
            name = said.shown_as or ANOTHER.get(said.speaker, "Another voice")
            caption = Caption(entry.n, entry.t_ms, "caller", said.text, said.lasts_ms, said.style, name, said.manner)
        case e.SoundHeard() as heard:
            caption = Caption(entry.n, entry.t_ms, "line", f"({SOUNDS.get(heard.sound, 'a sound')})", 0)
        case e.OperatorSaid() as said:
            name = RELAY if said.who == "relay" else ""
            caption = Caption(entry.n, entry.t_ms, "operator", said.text, said.lasts_ms, name=name)
        case e.HandlerSaid() as said:
            caption = _said(entry, said)
        case e.CallEnded() | e.LineWent():
            return replace(view, passed_on=False)
        case _:
            return view
    through_another = any(one.name == RELAY for one in view.captions)
    passed_on = (caption.who == "you" and through_another) or (caption.who == "line" and view.passed_on)
    return replace(view, captions=(*view.captions, caption), passed_on=passed_on)


def _said(entry: Entry, said: e.HandlerSaid) -> Caption:
    heard = said.recognised
    if heard is None:
        return Caption(entry.n, entry.t_ms, "you", said.text, said.spoken_ms)
    doubtful = () if heard.corrected else doubtful_words(heard)
    how = "put right" if heard.corrected else how_sure(heard)
    return Caption(entry.n, entry.t_ms, "you", said.text, said.spoken_ms, doubtful=doubtful, how=how)


def _work(view: DeskView, entry: Entry, shelf: Shelf) -> DeskView:
    match entry.event:
        case e.FieldRecorded() as recorded:
            earlier = view.fields.get(recorded.field)
            times = earlier.corrections + 1 if earlier else 0
            value = Recorded(recorded.value, entry.t_ms, times)
            return replace(view, fields=_with(view.fields, recorded.field, value))
        case e.Noted() as note:
            label = shelf.names.choice("sections", note.section)
            return replace(view, log=(*view.log, LogRow(entry.t_ms, note.text, label)))
        case e.Assessed() as assessed:
            before = view.thrive.get(assessed.item, Assessment())
            held = Assessment(assessed.level or before.level, assessed.note or before.note, entry.t_ms)
            return replace(view, thrive=_with(view.thrive, assessed.item, held))
        case e.Graded() as graded:
            kept = view.rationale if graded.grade == view.grade else ""
            return replace(view, grade=graded.grade, rationale=kept)
        case e.GradeExplained() as explained:
            return replace(view, rationale=explained.because, rationale_ms=entry.t_ms)
        case e.HandedOver():
            return replace(view, handed_over=True)
        case e.AccessReset() as reset:
            return _as_they_stand(replace(view, resets=(*view.resets, reset.channel)), shelf)
        case e.ItemVerified() as item:
            return replace(view, verified=_with(view.verified, item.item, item.result))
        case e.Closed() as closed:
            return replace(view, closed=closed)
        case e.LookedUp() | e.RecordOpened() | e.RecordUpdated():
            return _records(view, entry, shelf)
        case _:
            return view


def _records(view: DeskView, entry: Entry, shelf: Shelf) -> DeskView:
    match entry.event:
        case e.LookedUp() as looked:
            rows = tuple(_as_changed(row, view) for row in map(shelf.row_of, looked.rows) if row)
            found = Found(looked.system, looked.query, looked.reason, rows, entry.t_ms)
            return replace(view, found=_with(view.found, looked.system, found))
        case e.RecordOpened() as opened:
            row = shelf.row_of(opened.record) or Row(id=opened.record, title=opened.record)
            return replace(view, opened=Opened(_as_changed(row, view), opened.system))
        case e.RecordUpdated() as update:
            view = replace(view, changed=_with(view.changed, (update.record, update.field), update.value))
            if view.opened and view.opened.row.id == update.record:
                row = _as_changed(view.opened.row, view)
                view = replace(view, opened=replace(view.opened, row=row))
            kept = shelf.row_of(update.record)
            said = postcode_besides(_as_changed(kept, view), update.field, update.value) if kept else ""
            return _noticed(view, said, entry.n) if said else view
        case _:
            return view


def _as_they_stand(view: DeskView, shelf: Shelf) -> DeskView:
    """What is listed and open, as the records are now: a reset shows on the account's own."""

    def now(row: Row) -> Row:
        return _as_changed(shelf.row_of(row.id) or row, view)

    found = {system: replace(one, rows=tuple(map(now, one.rows))) for system, one in view.found.items()}
    opened = replace(view.opened, row=now(view.opened.row)) if view.opened else None
    return replace(view, found=MappingProxyType(found), opened=opened)


def _as_changed(row: Row, view: DeskView) -> Row:
    changes = {name: value for (record, name), value in view.changed.items() if record == row.id}
    if not changes:
        return row
    return row.model_copy(update={"details": {**row.details, **changes}})


def _with(mapping: Mapping[_K, _V], key: _K, value: _V) -> Mapping[_K, _V]:
    return MappingProxyType({**mapping, key: value})

"""What the desk needs from outside: a session to start from, a call to play, settings, a debrief to show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from audio.tape import NowMs, Tape
from audio.voice import SpokenLine
from scenarios.policy import Policy
from scenarios.scenario import Row
from scenarios.vocabulary.words import Desk
from simulator.actions import Action, KeepRecording, LoseRecording
from simulator.events import Mode
from simulator.journal import Entry

Tone = Literal["plain", "good", "bad", "warn", "quiet"]


RecordingRule = Literal["always", "choice", "never"]


class CannotStart(Exception):
    """No contact can be taken; the message says why and what to do, in words for a trainee."""


class NoWindow(Exception):
    """No window can be opened on this machine; the message says why in one sentence."""


@dataclass(frozen=True)
class ContactOffer:
    """A contact that may be taken, by a neutral label that tells nothing of what is coming."""

    key: str
    label: str


@dataclass(frozen=True)
class StartChoice:
    """What was chosen at the start of a session. `contact` None takes the next in turn."""

    trainee: str
    mode: Mode
    contact: str | None = None
    captions: bool = True
    adjustments: tuple[str, ...] = ()
    record: bool = False  # whether the trainee wants the sound recorded, where that is theirs to choose


@dataclass(frozen=True)
class DebriefMark:
    """One marking point: its verdict, why, and the entries that show it."""

    point: str
    dimension: str
    text: str
    verdict: str
    because: str
    critical: bool = False
    shown_by: tuple[int, ...] = ()


@dataclass(frozen=True)
class DebriefFact:
    """One fact three ways: true, told (and when), recorded (and when), and the cause of a difference."""

    label: str
    truth: str
    told: str
    recorded: str
    cause: str
    right: bool
    shown_by: tuple[int, ...] = ()


@dataclass(frozen=True)
class DebriefNote:
    """Something to read that is no mark: a grade with its grounds, a measure of delivery; `flag` is what to look at."""

    title: str
    under: str
    words: str
    flag: str = ""
    shown_by: tuple[int, ...] = ()


@dataclass(frozen=True)
class DebriefProfile:
    """One dimension's own share of what was possible, 0 to 1, and the share the policy asks for."""

    dimension: str
    share: float
    needed: float
    reached: bool
    applies: bool = True  # False where nothing of it arose in this contact


@dataclass(frozen=True)
class DebriefRow:
    """One row of the timeline: the entry's number, its time in ms, who, and what happened."""

    n: int
    t_ms: int
    who: str
    what: str
    tone: Tone = "plain"


@dataclass(frozen=True)
class Debrief:
    """All that a trainee sees after a practice run."""

    outcome: str
    because: str
    stamp: str
    marks: tuple[DebriefMark, ...]
    ledger: tuple[DebriefFact, ...]
    profiles: tuple[DebriefProfile, ...]
    timeline: tuple[DebriefRow, ...]
    kept: str = ""  # where the run was kept, in words
    notes: tuple[DebriefNote, ...] = ()  # grades, and measures of how it was said


class Recorder(Protocol):
    """Records the sound of one contact and keeps it where results are kept."""

    def open_tape(self, now_ms: NowMs) -> Tape: ...

    def keep(self, tape: Tape) -> tuple[KeepRecording | LoseRecording, ...]:
        """End the tape, keep its tracks, and give what the journal is told. May take seconds; called off the desk."""


class LiveCall(Protocol):
    """One contact being played. Times are whole milliseconds from the first ring.

    `do` and `let_pass` return the new entries, each on disk before it is returned. What cannot be kept ends the
    run with an Interrupted entry.
    """

    reference: str  # the incident's or ticket's number as the desk shows it

    @property
    def desk(self) -> Desk: ...
    @property
    def policy(self) -> Policy: ...
    @property
    def voice(self) -> str: ...  # the caller's kind of voice, for the telephone
    def voice_of(self, speaker: str) -> str: ...  # the kind of voice of somebody on the line
    @property
    def background(self) -> str: ...  # what is heard behind the caller, by its neutral name
    @property
    def quality(self) -> str: ...  # how good the line is: clear, fair, poor, breaking
    @property
    def recorder(self) -> Recorder | None: ...  # None: this contact is not recorded
    @property
    def lines_ahead(self) -> tuple[SpokenLine, ...]: ...  # all that may be said, the likeliest first
    @property
    def entries(self) -> Sequence[Entry]: ...
    def begin(self) -> Sequence[Entry]: ...
    def do(self, action: Action, at_ms: int) -> Sequence[Entry]: ...
    def let_pass(self, to_ms: int) -> Sequence[Entry]: ...
    def interrupt(self, because: str) -> Sequence[Entry]: ...
    def next_due_ms(self) -> int | None: ...
    def row(self, record: str) -> Row | None: ...
    def debrief(self) -> Debrief | None: ...


@dataclass(frozen=True)
class DeskSettings:
    """How one person likes the desk: text size 0.8 to 2.0, theme, captions, practice recorded; how they speak: `speech`
    off, hold, switch or open, through which microphone (empty for the usual one), with which key, checked or not, by
    which model (a folder; empty for the packaged one)."""

    text_size: float = 1.0
    theme: str = "day"
    captions: bool = True
    record: bool = False
    speech: str = "off"
    microphone: str = ""
    talk_key: str = "f8"
    check_words: bool = True
    speech_model: str = ""


class SettingsKeeper(Protocol):
    """Keeps the desk's settings from one session to the next."""

    def load(self) -> DeskSettings: ...
    def save(self, settings: DeskSettings) -> None: ...


class Session(Protocol):
    """The doors of the desk: who may sit down, what may be taken, and how it begins."""

    force: str  # the fictional force's name
    trainee: str  # the name or number to begin with, may be empty
    mode: Mode

    def recording(self, mode: Mode) -> RecordingRule: ...
    def contacts(self, trainee: str, mode: Mode) -> tuple[ContactOffer, ...]: ...
    def start(self, choice: StartChoice, tell: Callable[[str], object] | None = None) -> LiveCall:
        """A contact that is about to ring; `tell` is told in words how long work goes on, from time to time."""
        ...

    def wall_time(self) -> datetime: ...

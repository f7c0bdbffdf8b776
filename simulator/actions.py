"""All that a trainee can do, in the imperative; each a frozen value with its `kind`."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from scenarios.scenario import Frozen
from simulator.heard import Recognised


class Answer(Frozen):
    """Answer the ringing phone."""

    kind: Literal["answer"] = "answer"


class KeysHeard(Frozen):
    """The trainee is at the keyboard; `speech` when the words are for the caller. Leaves no entry of its own.

    `voice` when the words are being spoken, from now: a caller who is speaking hears it and stops, and one who was
    about to answer waits. `dropped` when what was begun will not be said after all: nobody waits for it any more.
    """

    kind: Literal["keys_heard"] = "keys_heard"
    speech: bool = False
    voice: bool = False
    dropped: bool = False


class Say(Frozen):
    """Say something to the caller; `began_ms` is when its first key or sound came, None for now.

    `lasted_ms` is how long spoken words lasted, as they were heard; None where nobody measured it.
    """

    kind: Literal["say"] = "say"
    text: str
    began_ms: int | None = None
    lasted_ms: int | None = Field(default=None, ge=0)
    source: Literal["typed", "spoken"] = "typed"
    recognised: Recognised | None = None


class Record(Frozen):
    """Fill in fields; a field filled before is corrected, with a reason where given."""

    kind: Literal["record"] = "record"
    values: Mapping[str, str]
    because: str | None = None


class Note(Frozen):
    """Add a line to the timed log."""

    kind: Literal["note"] = "note"
    text: str
    section: str = "facts"


class Assess(Frozen):
    """Assess THRIVE headings: item to level and note."""

    kind: Literal["assess"] = "assess"
    item: str
    level: str | None = None
    note: str = ""


class LookUp(Frozen):
    """Search a system, with the reason for the check."""

    kind: Literal["look_up"] = "look_up"
    system: str
    query: str
    reason: str | None = None


class Open(Frozen):
    """Open a record by its id."""

    kind: Literal["open"] = "open"
    record: str


class Verify(Frozen):
    """Mark an item of identity as passed or failed."""

    kind: Literal["verify"] = "verify"
    item: str
    result: Literal["passed", "failed"]


class Update(Frozen):
    """Change a value on a record."""

    kind: Literal["update"] = "update"
    record: str
    field: str
    value: str


class Reset(Frozen):
    """Send a reset by a channel."""

    kind: Literal["reset"] = "reset"
    channel: str


class Grade(Frozen):
    """Set the grade; the rationale may come with it or by ExplainGrade."""

    kind: Literal["grade"] = "grade"
    to: str
    because: str | None = None
    authority: str | None = None


class ExplainGrade(Frozen):
    """Record the rationale of the present grade."""

    kind: Literal["explain_grade"] = "explain_grade"
    because: str


class Request(Frozen):
    """Ask for another agency or unit."""

    kind: Literal["request"] = "request"
    agency: str


class Refer(Frozen):
    """Make a referral."""

    kind: Literal["refer"] = "refer"
    to: str
    consent: bool | None = None


class Escalate(Frozen):
    """Tell a supervisor or specialist."""

    kind: Literal["escalate"] = "escalate"
    to: str
    about: str = ""


class Send(Frozen):
    """Send a message."""

    kind: Literal["send"] = "send"
    to: str
    channel: str
    text: str


class Link(Frozen):
    """Link another log or ticket."""

    kind: Literal["link"] = "link"
    log: str


class Restrict(Frozen):
    """Set the log's restriction."""

    kind: Literal["restrict"] = "restrict"
    level: str


class Hold(Frozen):
    """Put the caller on hold."""

    kind: Literal["hold"] = "hold"


class Resume(Frozen):
    """Take the caller off hold."""

    kind: Literal["resume"] = "resume"


class Transfer(Frozen):
    """Pass the call on."""

    kind: Literal["transfer"] = "transfer"
    to: str
    warm: bool = False


class CallBack(Frozen):
    """Ring a number, saying where it came from."""

    kind: Literal["call_back"] = "call_back"
    number: str
    source: str


class LockScreen(Frozen):
    """Lock the desk."""

    kind: Literal["lock_screen"] = "lock_screen"


class TalkOver(Frozen):
    """Tell the journal that both were heard at once, who began second, and for how long (measured by the desk)."""

    kind: Literal["talk_over"] = "talk_over"
    by: Literal["handler", "caller"]
    lasted_ms: int


class KeepRecording(Frozen):
    """Tell the journal that a track of the call's sound was kept."""

    kind: Literal["keep_recording"] = "keep_recording"
    track: Literal["handler", "caller"]
    digest: str
    codec: Literal["flac", "opus", "wav"] = "flac"
    began_ms: int
    lasts_ms: int


class LoseRecording(Frozen):
    """Tell the journal that sound could not be kept, and why."""

    kind: Literal["lose_recording"] = "lose_recording"
    track: Literal["handler", "caller", "both"] = "both"
    because: str


class HandOver(Frozen):
    """Hand the live incident over, open, with a note."""

    kind: Literal["hand_over"] = "hand_over"
    to: str = "dispatch"
    text: str = ""


class Clear(Frozen):
    """Clear the line."""

    kind: Literal["clear"] = "clear"


class Close(Frozen):
    """Close the incident or ticket."""

    kind: Literal["close"] = "close"
    category: str
    qualifiers: tuple[str, ...] = ()
    result: str = ""


class FinishWrapUp(Frozen):
    """Finish wrap-up: the contact is closed."""

    kind: Literal["finish"] = "finish"


class Pause(Frozen):
    """Pause practice."""

    kind: Literal["pause"] = "pause"


class Continue(Frozen):
    """Go on after a pause."""

    kind: Literal["continue"] = "continue"


class Stop(Frozen):
    """Stop the run."""

    kind: Literal["stop"] = "stop"


Action = Annotated[
    Answer | KeysHeard | Say | Record | Note | Assess | LookUp | Open | Verify | Update | Reset | Grade
    | ExplainGrade | Request | Refer | Escalate | Send | Link | Restrict | Hold | Resume | Transfer | CallBack
    | LockScreen | TalkOver | KeepRecording | LoseRecording | HandOver | Clear | Close | FinishWrapUp | Pause
    | Continue | Stop,
    Field(discriminator="kind"),
]  # fmt: skip

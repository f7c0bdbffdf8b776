"""All that can happen in a contact, in the past tense; each a frozen value with its `kind`."""

from typing import Annotated, Literal

from pydantic import Field

from scenarios.scenario import Frozen
from simulator.heard import HeardIntent, HeardValue, Recognised

Mode = Literal["practice", "assessment"]
How = Literal["asked", "volunteered", "twist", "offered", "read_back", "opening", "press"]
EndedBy = Literal["handler", "caller", "network", "transfer"]


class CallStarted(Frozen):
    """The run began: what is played, by whom, under which rules. Always the first entry."""

    kind: Literal["call_started"] = "call_started"
    scenario: str
    fingerprint: str
    policy: str
    policy_fingerprint: str
    app_version: str
    trainee: str
    mode: Mode
    seed: int
    variant: int = 0
    approved: bool = False
    adjustments: tuple[str, ...] = ()
    understanding: str = "core"
    source: Literal["desk", "rehearsal", "preview", "robot"] = "rehearsal"


class PhoneRang(Frozen):
    """The contact arrived: what the network shows of it."""

    kind: Literal["phone_rang"] = "phone_rang"
    channel: str
    line: str
    number: str | None = None
    subscriber: str | None = None
    located: str | None = None


class CallAnswered(Frozen):
    """The trainee answered, `ring_ms` after it began to ring."""

    kind: Literal["call_answered"] = "call_answered"
    ring_ms: int


class OperatorSaid(Frozen):
    """The emergency operator or relay assistant spoke."""

    kind: Literal["operator_said"] = "operator_said"
    text: str
    lasts_ms: int
    who: Literal["operator", "relay"] = "operator"


class CallerSaid(Frozen):
    """The caller began to speak; the line ends `lasts_ms` later. `answers` are the intents it answers."""

    kind: Literal["caller_said"] = "caller_said"
    text: str
    lasts_ms: int
    facts: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    mood: str = "calm"
    style: str = "neutral"
    press: str | None = None
    question: str | None = None
    twist: str | None = None
    corrects: str | None = None
    confirms: str | None = None
    understood: bool = True
    speaker: str = "caller"  # "caller", the id of another person of the scenario, or "relay"
    shown_as: str = ""  # what the desk calls another person, once they have said who they are
    manner: Literal["speech", "taps", "silence"] = "speech"  # what is not speech stands in round brackets in `text`


class FactTold(Frozen):
    """The caller's line that carries a fact ended: the fact is known from now. `value` as it was told.

    A fact may be told again with another value: first in part or by mistake, later in full.
    """

    kind: Literal["fact_told"] = "fact_told"
    fact: str
    value: str
    how: How
    tags: tuple[str, ...] = ()
    standing: Literal["full", "partial", "mistaken"] = "full"
    speaker: str = "caller"


class MoodChanged(Frozen):
    """The caller's mood or trust moved, and what moved it."""

    kind: Literal["mood_changed"] = "mood_changed"
    mood: str
    trust: int
    because: str


class TwistFired(Frozen):
    """Something happened in the scenario."""

    kind: Literal["twist_fired"] = "twist_fired"
    twist: str
    release: bool = False
    upgrade: bool = False
    reassess: bool = True


class PressMade(Frozen):
    """The caller asked, openly or in disguise, for what may not be given."""

    kind: Literal["press_made"] = "press_made"
    press: str
    asks_for: tuple[str, ...]
    disguised: bool = False


class HandlerSaid(Frozen):
    """The trainee spoke or typed an utterance; the entry's time is when the caller had it.

    `began_ms` is its first key or sound; `spoken_ms` what it takes to say at 150 words a minute, or for spoken words
    how long they lasted; `allowance_ms` what typing, or working out what was said, took beyond that, which every
    deadline running meanwhile is given back.
    """

    kind: Literal["handler_said"] = "handler_said"
    text: str
    began_ms: int
    spoken_ms: int
    allowance_ms: int = 0
    source: Literal["typed", "spoken"] = "typed"
    understood: bool = True
    intents: tuple[HeardIntent, ...] = ()
    values: tuple[HeardValue, ...] = ()
    understanding: str = "core"
    decided_by: tuple[str, ...] = ()
    recognised: Recognised | None = None  # for spoken words


class FieldRecorded(Frozen):
    """A field was filled in, or corrected when there was a previous value."""

    kind: Literal["field_recorded"] = "field_recorded"
    field: str
    value: str
    previous: str | None = None
    because: str | None = None


class Noted(Frozen):
    """A line was added to the timed log."""

    kind: Literal["noted"] = "noted"
    section: str
    text: str


class Assessed(Frozen):
    """One THRIVE heading was assessed: a level, a note, or both."""

    kind: Literal["assessed"] = "assessed"
    item: str
    level: str | None = None
    note: str = ""


class LookedUp(Frozen):
    """A search was made; `rows` are the records that it listed."""

    kind: Literal["looked_up"] = "looked_up"
    system: str
    query: str
    reason: str | None = None
    rows: tuple[str, ...] = ()


class RecordOpened(Frozen):
    """A record was opened and its details shown."""

    kind: Literal["record_opened"] = "record_opened"
    record: str
    system: str


class ItemVerified(Frozen):
    """The handler marked an item of identity as passed or failed."""

    kind: Literal["item_verified"] = "item_verified"
    item: str
    result: Literal["passed", "failed"]


class RecordUpdated(Frozen):
    """A value on a record was changed."""

    kind: Literal["record_updated"] = "record_updated"
    record: str
    field: str
    value: str
    previous: str | None = None


class AccessReset(Frozen):
    """A reset was sent by a channel."""

    kind: Literal["access_reset"] = "access_reset"
    channel: str


class Graded(Frozen):
    """A grade was set, or changed when there was a previous one."""

    kind: Literal["graded"] = "graded"
    grade: str
    previous: str | None = None
    authority: str | None = None


class GradeExplained(Frozen):
    """The rationale of the present grade was recorded."""

    kind: Literal["grade_explained"] = "grade_explained"
    grade: str
    because: str


class AgencyRequested(Frozen):
    """Another agency or unit was asked for."""

    kind: Literal["agency_requested"] = "agency_requested"
    agency: str


class Referred(Frozen):
    """A referral was made; `consent` as the handler recorded it, or None where they recorded none."""

    kind: Literal["referred"] = "referred"
    to: str
    consent: bool | None = None


class Escalated(Frozen):
    """A supervisor or specialist was told."""

    kind: Literal["escalated"] = "escalated"
    to: str
    about: str = ""


class MessageSent(Frozen):
    """A message was sent to somebody by a channel."""

    kind: Literal["message_sent"] = "message_sent"
    to: str
    channel: str
    text: str


class LogLinked(Frozen):
    """Another log or ticket was linked to this one."""

    kind: Literal["log_linked"] = "log_linked"
    log: str


class LogRestricted(Frozen):
    """The log's restriction was set."""

    kind: Literal["log_restricted"] = "log_restricted"
    level: str


class CallHeld(Frozen):
    """The caller was put on hold."""

    kind: Literal["call_held"] = "call_held"


class CallResumed(Frozen):
    """The caller was taken off hold."""

    kind: Literal["call_resumed"] = "call_resumed"


class CallTransferred(Frozen):
    """The call was passed on; `warm` when introduced."""

    kind: Literal["call_transferred"] = "call_transferred"
    to: str
    warm: bool = False


class CalledBack(Frozen):
    """A number was rung, and where that number came from."""

    kind: Literal["called_back"] = "called_back"
    number: str
    source: str


class ScreenLocked(Frozen):
    """The desk was locked."""

    kind: Literal["screen_locked"] = "screen_locked"


class LineWent(Frozen):
    """The line changed: it dropped, fell silent, turned poor, or came back; or nobody answered when it was rung back.

    The contact goes on.
    """

    kind: Literal["line_went"] = "line_went"
    to: Literal["dropped", "silent", "poor", "back", "unanswered"]
    because: str = ""


class SoundHeard(Frozen):
    """Something was heard at the caller's end besides words: an id of the scenarios' vocabulary of sounds."""

    kind: Literal["sound_heard"] = "sound_heard"
    sound: str


class PhonePassed(Frozen):
    """Somebody else took the phone: the id of the person who speaks from now ("caller" for the first)."""

    kind: Literal["phone_passed"] = "phone_passed"
    to: str


class TalkedOver(Frozen):
    """One side began while the other was speaking, and for how long both were heard."""

    kind: Literal["talked_over"] = "talked_over"
    by: Literal["handler", "caller"]
    lasted_ms: int


class RecordingKept(Frozen):
    """A track of the call's sound was kept: its content's sha256, and where it begins in the call's time."""

    kind: Literal["recording_kept"] = "recording_kept"
    track: Literal["handler", "caller"]
    digest: str
    codec: Literal["flac", "opus", "wav"]
    began_ms: int
    lasts_ms: int


class RecordingLost(Frozen):
    """Sound could not be kept, from when and why. The call goes on."""

    kind: Literal["recording_lost"] = "recording_lost"
    track: Literal["handler", "caller", "both"]
    because: str


class HandedOver(Frozen):
    """The live incident was handed over, open, with a note for the responder."""

    kind: Literal["handed_over"] = "handed_over"
    to: str
    text: str


class CallEnded(Frozen):
    """The line closed, and who closed it. Wrap-up begins."""

    kind: Literal["call_ended"] = "call_ended"
    by: EndedBy


class Closed(Frozen):
    """The handler closed the incident or ticket."""

    kind: Literal["closed"] = "closed"
    category: str
    qualifiers: tuple[str, ...] = ()
    result: str = ""


class ContactClosed(Frozen):
    """Wrap-up was finished; nothing follows but another day's marking and judgement."""

    kind: Literal["contact_closed"] = "contact_closed"


class Paused(Frozen):
    """Practice was paused (practice only)."""

    kind: Literal["paused"] = "paused"


class Continued(Frozen):
    """Practice went on after `lasted_ms` of pause."""

    kind: Literal["continued"] = "continued"
    lasted_ms: int


class Stopped(Frozen):
    """The trainee pressed Stop. It never counts against them."""

    kind: Literal["stopped"] = "stopped"


class Interrupted(Frozen):
    """The run could not go on: power, crash, disk."""

    kind: Literal["interrupted"] = "interrupted"
    because: str


class ActionRefused(Frozen):
    """Something was tried that cannot be done now; nothing else changed."""

    kind: Literal["action_refused"] = "action_refused"
    action: str
    because: str


Event = Annotated[
    CallStarted | PhoneRang | CallAnswered | OperatorSaid | CallerSaid | FactTold | MoodChanged | TwistFired
    | PressMade | HandlerSaid | FieldRecorded | Noted | Assessed | LookedUp | RecordOpened | ItemVerified
    | RecordUpdated | AccessReset | Graded | GradeExplained | AgencyRequested | Referred | Escalated
    | MessageSent | LogLinked | LogRestricted | CallHeld | CallResumed | CallTransferred | CalledBack
    | ScreenLocked | HandedOver | CallEnded | Closed | ContactClosed | Paused | Continued | Stopped
    | Interrupted | ActionRefused | LineWent | SoundHeard | PhonePassed | TalkedOver | RecordingKept | RecordingLost,
    Field(discriminator="kind"),
]  # fmt: skip

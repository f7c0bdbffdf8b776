"""Entries turned into rows for people: when, who, what, and in which tone; for the terminal, the console and print."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Literal

from reports.labels import choice_label, field_label, intent_meaning, level_label
from scenarios.scenario import Frozen
from scenarios.vocabulary.sounds import SOUNDS
from scenarios.vocabulary.words import Desk
from scoring.wording import called
from simulator import events as e
from simulator.journal import Entry, clock

Lane = Literal["caller", "handler", "log", "look_up", "decision", "line", "behind"]
Tone = Literal["plain", "strong", "quiet", "alert"]

LANES: Mapping[Lane, str] = {
    "caller": "Caller",
    "handler": "Handler",
    "log": "Log",
    "look_up": "Look-ups",
    "decision": "Decisions",
    "line": "Line",
    "behind": "Scenario",
}


class Row(Frozen):
    """One row of the timeline. `detail` is a second, smaller line; `lasts_ms` is above 0 for speech."""

    n: int
    t_ms: int
    clock: str
    who: str
    what: str
    detail: str = ""
    lane: Lane
    tone: Tone = "plain"
    kind: str
    lasts_ms: int = 0

    @property
    def begins_ms(self) -> int:
        """When it began: a handler's words are entered at their end, a caller's at their beginning."""
        return max(0, self.t_ms - self.lasts_ms) if self.lane == "handler" else self.t_ms


class Told(Frozen):
    """What one event says of itself, before it has a number and a time."""

    lane: Lane
    what: str
    detail: str = ""
    tone: Tone = "plain"
    who: str | None = None
    lasts_ms: int = 0


def timeline(
    journal: Iterable[Entry], labels: Mapping[str, str] = MappingProxyType({}), desk: Desk = "incident"
) -> tuple[Row, ...]:
    """Every entry as a row, in order; nothing is left out, so that a mark can point at any entry. `labels` are what
    facts are called, as the ledger has them; without one a fact goes by its id in words. `desk` is whose labels fields
    wear."""
    return tuple(_row(entry, labels, desk) for entry in journal)


def _row(entry: Entry, labels: Mapping[str, str], desk: Desk) -> Row:
    event = entry.event
    match event:
        case e.FactTold():
            told = _fact(event, labels)
        case e.FieldRecorded():
            told = _field(event, desk)
        case _:
            told = _TELLERS[type(event)](event)
    return Row(
        n=entry.n,
        t_ms=entry.t_ms,
        clock=clock(entry.t_ms),
        who=told.who or LANES[told.lane],
        what=told.what,
        detail=told.detail,
        lane=told.lane,
        tone=told.tone,
        kind=event.kind,
        lasts_ms=told.lasts_ms,
    )


def _seconds(ms: int) -> str:
    return f"{ms / 1000:.1f}".rstrip("0").rstrip(".") + " s"


def _joined(*parts: str | None) -> str:
    return "; ".join(part for part in parts if part)


def _started(event: e.CallStarted) -> Told:
    what = f"{event.mode.capitalize()} run by {event.trainee}"
    return Told(lane="behind", what=what, detail=f"seed {event.seed}, policy {event.policy}", tone="quiet")


def _rang(event: e.PhoneRang) -> Told:
    shown = _joined(event.number or "number withheld", event.subscriber, event.located)
    return Told(
        lane="line", what=f"A contact came in on {event.channel.replace('_', ' ')} ({event.line})", detail=shown
    )


def _handler_said(event: e.HandlerSaid) -> Told:
    heard = [intent_meaning(intent.id, intent.slot) for intent in event.intents]
    detail = "understood as: " + "; ".join(heard) if heard else "not understood by the caller"
    if event.source == "spoken":
        detail = f"spoken; {detail}"
    return Told(lane="handler", what=event.text, detail=detail, lasts_ms=event.spoken_ms)


def _caller_said(event: e.CallerSaid) -> Told:
    manner = "" if event.style == "neutral" and event.mood == "calm" else f"{event.mood}, {event.style}"
    others = {"caller": None, "relay": "Relay assistant, for the caller"}
    return Told(
        lane="caller",
        who=others.get(event.speaker, event.shown_as or called(event.speaker).capitalize()),
        what=event.text,
        detail=_joined(manner.removesuffix(", neutral"), "" if event.understood else "did not understand"),
        tone="alert" if event.press or event.twist else "plain",
        lasts_ms=event.lasts_ms,
    )


def _fact(event: e.FactTold, labels: Mapping[str, str]) -> Told:
    how = {"read_back": "read back", "offered": "offered by the handler"}.get(event.how, event.how)
    who = "" if event.speaker == "caller" else f"by {called(event.speaker)}"
    how = _joined(how, {"partial": "only in part so far", "mistaken": "mistaken so far"}.get(event.standing, ""))
    name = labels.get(event.fact) or called(event.fact).capitalize()
    return Told(lane="behind", what=f"Told. {name}: {event.value}", detail=_joined(how, who), tone="quiet")


def _mood(event: e.MoodChanged) -> Told:
    what = f"The caller is {event.mood} (trust {event.trust:+d})"
    question = event.because.removeprefix("question:")
    why = intent_meaning(event.because) if question == event.because else f"asked in vain: {level_label(question)}"
    return Told(lane="behind", what=what, detail=why, tone="quiet")


def _twist(event: e.TwistFired) -> Told:
    bearing = _joined("calls for a higher grade" * event.upgrade, "ends the reason to stay on" * event.release)
    return Told(lane="behind", what=f"Something changed: {called(event.twist)}", detail=bearing, tone="alert")


def _press(event: e.PressMade) -> Told:
    how = "in disguise" if event.disguised else "openly"
    what = f"The caller pressed {how} for: {', '.join(map(called, event.asks_for))}"
    return Told(lane="behind", what=what, tone="alert")


def _field(event: e.FieldRecorded, desk: Desk) -> Told:
    if event.previous is None:
        return Told(lane="log", what=f"{field_label(event.field, desk)}: {event.value}")
    change = f"was: {event.previous}"
    what = f"{field_label(event.field, desk)} corrected: {event.value}"
    return Told(lane="log", what=what, detail=_joined(change, event.because))


def _noted(event: e.Noted) -> Told:
    return Told(lane="log", what=event.text, detail=choice_label("sections", event.section))


def _assessed(event: e.Assessed) -> Told:
    item = choice_label("thrive", event.item)
    level = f"{item}: {level_label(event.level)}" if event.level else item
    return Told(lane="decision", what=f"THRIVE, {level}", detail=event.note)


def _looked_up(event: e.LookedUp) -> Told:
    found = "nothing found" if not event.rows else f"{len(event.rows)} found: {', '.join(map(called, event.rows))}"
    reason = f"reason: {level_label(event.reason).lower()}" if event.reason else "no reason given"
    what = f"{choice_label('systems', event.system)}: {event.query}"
    return Told(lane="look_up", what=what, detail=_joined(reason, found))


def _opened(event: e.RecordOpened) -> Told:
    what = f"Opened {called(event.record)} in {choice_label('systems', event.system)}"
    return Told(lane="look_up", what=what)


def _verified(event: e.ItemVerified) -> Told:
    what = f"Identity item {event.result}: {choice_label('verification_items', event.item)}"
    return Told(lane="decision", what=what)


def _updated(event: e.RecordUpdated) -> Told:
    was = "" if event.previous is None else f"was: {event.previous}"
    what = f"Record {called(event.record)}, {called(event.field)} changed to {event.value}"
    return Told(lane="decision", what=what, detail=was, tone="strong")


def _reset(event: e.AccessReset) -> Told:
    what = f"Access reset sent: {choice_label('reset_channels', event.channel)}"
    return Told(lane="decision", what=what, tone="strong")


def _graded(event: e.Graded) -> Told:
    was = "" if event.previous is None else f"was: {level_label(event.previous)}"
    detail = _joined(was, f"authority: {choice_label('roles', event.authority)}" if event.authority else "")
    return Told(lane="decision", what=f"Graded {level_label(event.grade)}", detail=detail, tone="strong")


def _explained(event: e.GradeExplained) -> Told:
    return Told(lane="decision", what=event.because, detail=f"rationale for {level_label(event.grade)}")


def _requested(event: e.AgencyRequested) -> Told:
    return Told(lane="decision", what=f"Requested: {choice_label('agencies', event.agency)}", tone="strong")


def _referred(event: e.Referred) -> Told:
    consent = {True: "with consent", False: "without consent", None: "consent not recorded"}[event.consent]
    return Told(lane="decision", what=f"Referred to {choice_label('referrals', event.to)}", detail=consent)


def _escalated(event: e.Escalated) -> Told:
    return Told(lane="decision", what=f"Escalated to {choice_label('roles', event.to)}", detail=event.about)


def _sent(event: e.MessageSent) -> Told:
    return Told(
        lane="decision",
        what=event.text,
        detail=f"message to {called(event.to)} by {called(event.channel)}",
        tone="strong",
    )


def _restricted(event: e.LogRestricted) -> Told:
    return Told(lane="log", what=f"Log restriction: {choice_label('restrictions', event.level)}")


def _transferred(event: e.CallTransferred) -> Told:
    how = "introduced" if event.warm else "not introduced"
    return Told(lane="line", what=f"Call passed to {called(event.to)}", detail=how)


def _rung_back(event: e.CalledBack) -> Told:
    return Told(lane="line", what=f"Rang {event.number}", detail=f"number from: {called(event.source)}")


def _handed_over(event: e.HandedOver) -> Told:
    what = f"Handed over, open: {event.text}"
    return Told(lane="decision", what=what, detail=f"to {choice_label('roles', event.to)}", tone="strong")


def _ended(event: e.CallEnded) -> Told:
    by = {"handler": "by the handler", "caller": "by the caller", "network": "the line dropped"}
    return Told(lane="line", what="The line closed", detail=by.get(event.by, "passed on"))


def _closed(event: e.Closed) -> Told:
    detail = _joined(
        ", ".join(map(called, event.qualifiers)), choice_label("results", event.result) if event.result else ""
    )
    return Told(lane="decision", what=f"Closed as {called(event.category)}", detail=detail, tone="strong")


def _refused(event: e.ActionRefused) -> Told:
    what = f"Not possible: {event.action.replace('_', ' ')}"
    return Told(lane="behind", what=what, detail=event.because, tone="quiet")


def _operator(event: e.OperatorSaid) -> Told:
    who = "Relay assistant" if event.who == "relay" else "Operator"
    return Told(lane="line", who=who, what=event.text, lasts_ms=event.lasts_ms)


_TRACKS = {"handler": "the handler's side", "caller": "the caller's side", "both": "both sides"}


def _line_went(event: e.LineWent) -> Told:
    what = {
        "dropped": "The line dropped",
        "silent": "The line fell silent",
        "poor": "The line turned poor",
        "back": "The line came back",
        "unanswered": "Nobody answered when they were rung back",
    }
    return Told(lane="line", what=what[event.to], detail=event.because, tone="alert")


def _passed(event: e.PhonePassed) -> Told:
    who = "the caller" if event.to == "caller" else called(event.to)
    return Told(lane="behind", what=f"The phone passed to {who}", tone="alert")


def _talked_over(event: e.TalkedOver) -> Told:
    both = {"handler": "The handler spoke over the caller", "caller": "The caller spoke over the handler"}
    detail = _seconds(event.lasted_ms)
    return Told(lane="behind", what=both[event.by], detail=detail, tone="quiet", lasts_ms=event.lasted_ms)


def _plainly(lane: Lane, what: str, tone: Tone = "plain") -> Callable[[Any], Told]:
    told = Told(lane=lane, what=what, tone=tone)
    return lambda _: told


_TELLERS: Mapping[type, Callable[[Any], Told]] = {
    e.CallStarted: _started,
    e.PhoneRang: _rang,
    e.CallAnswered: lambda x: Told(lane="line", what=f"Answered after {_seconds(x.ring_ms)}"),
    e.OperatorSaid: _operator,
    e.CallerSaid: _caller_said,
    e.MoodChanged: _mood,
    e.TwistFired: _twist,
    e.PressMade: _press,
    e.HandlerSaid: _handler_said,
    e.Noted: _noted,
    e.Assessed: _assessed,
    e.LookedUp: _looked_up,
    e.RecordOpened: _opened,
    e.ItemVerified: _verified,
    e.RecordUpdated: _updated,
    e.AccessReset: _reset,
    e.Graded: _graded,
    e.GradeExplained: _explained,
    e.AgencyRequested: _requested,
    e.Referred: _referred,
    e.Escalated: _escalated,
    e.MessageSent: _sent,
    e.LogLinked: lambda x: Told(lane="log", what=f"Linked to {x.log}"),
    e.LogRestricted: _restricted,
    e.CallHeld: _plainly("line", "Put on hold"),
    e.CallResumed: _plainly("line", "Taken off hold"),
    e.CallTransferred: _transferred,
    e.CalledBack: _rung_back,
    e.ScreenLocked: _plainly("line", "Desk locked"),
    e.HandedOver: _handed_over,
    e.CallEnded: _ended,
    e.Closed: _closed,
    e.ContactClosed: _plainly("line", "Wrap-up finished, contact closed"),
    e.Paused: _plainly("behind", "Practice paused", "quiet"),
    e.Continued: lambda x: Told(lane="behind", what=f"Went on after {_seconds(x.lasted_ms)}", tone="quiet"),
    e.Stopped: _plainly("line", "The trainee pressed Stop; it never counts against them", "alert"),
    e.Interrupted: lambda x: Told(lane="line", what="The run was interrupted", detail=x.because, tone="alert"),
    e.ActionRefused: _refused,
    e.LineWent: _line_went,
    e.SoundHeard: lambda x: Told(lane="line", what=f"Heard: {SOUNDS.get(x.sound, x.sound)}", tone="quiet"),
    e.PhonePassed: _passed,
    e.TalkedOver: _talked_over,
    e.RecordingKept: lambda x: Told(lane="behind", what=f"Recording kept: {_TRACKS[x.track]}", tone="quiet"),
    e.RecordingLost: lambda x: Told(
        lane="line", what=f"Not recorded: {_TRACKS[x.track]}", detail=x.because, tone="alert"
    ),
}

"""The trainee's deeds at the desk: an action becomes events, or a refusal that says why."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from scenarios.limits import LONGEST_TEXT
from scenarios.policy import Named, Policy
from scenarios.scenario import Scenario
from scenarios.vocabulary import Field, vocabulary
from scenarios.vocabulary.words import same_words
from simulator import actions, events
from simulator.incident import Incident
from simulator.records import Records


@dataclass(frozen=True)
class Refused:
    """The deed cannot be done now, and why, in words for the trainee."""

    because: str


@dataclass(frozen=True)
class Office:
    """What a deed depends on: the scenario and policy, the incident as it stands, the records."""

    scenario: Scenario
    policy: Policy
    incident: Incident
    records: Records


Done = tuple[events.Event, ...] | Refused


def plain(text: str) -> str:
    """A text without control characters (line ends and tabs stay), cut at 20,000 characters."""
    if text.isascii() and text.isprintable():  # nearly all: nothing odd can stand in it
        return text[:LONGEST_TEXT].strip()
    kept = (mark for mark in text[:LONGEST_TEXT] if mark in "\n\t" or mark.isprintable() or ord(mark) > 0x2000)
    return "".join(mark for mark in kept if not 0xD800 <= ord(mark) <= 0xDFFF).strip()


def do_deed(office: Office, action: actions.Action) -> Done:
    """The events that a deed at the desk comes to."""
    return _DEEDS[type(action)](office, action)


def _record(office: Office, action: actions.Record) -> Done:
    done: list[events.Event] = []
    for name, given in action.values.items():
        field = vocabulary().field(office.scenario.channel.desk, name)
        if field is None:
            return Refused(f"This desk has no field called {name!r}.")
        value = _field_value(office.policy, field, plain(given))
        before = office.incident.fields.get(field.id)
        if value == (before or ""):
            continue
        done.append(events.FieldRecorded(field=field.id, value=value, previous=before, because=_some(action.because)))
    return tuple(done)


def _field_value(policy: Policy, field: Field, value: str) -> str:
    named: Named | None = None
    if field.choices_from == "categories":
        named = policy.named("categories", value)
    elif field.choices_from == "ticket_types":
        named = policy.named("ticket_types", value)
    if named is not None:
        return named.name
    return next((choice for choice in field.choices if same_words(choice, value)), value)


def _note(office: Office, action: actions.Note) -> Done:
    text = plain(action.text)
    if not text:
        return Refused("The log entry is empty.")
    section = vocabulary().choice("sections", action.section)
    if section is None:
        return Refused(f"The log has no section called {action.section!r}.")
    return (events.Noted(section=section.id, text=text),)


def _assess(office: Office, action: actions.Assess) -> Done:
    item = vocabulary().choice("thrive", action.item)
    if item is None:
        return Refused(f"THRIVE has no heading called {action.item!r}.")
    level = action.level.strip().lower() if action.level else None
    if level is not None and level not in vocabulary().levels:
        return Refused(f"{action.level!r} is not a level: {', '.join(vocabulary().levels)}.")
    note = plain(action.note)
    if level is None and not note:
        return ()
    return (events.Assessed(item=item.id, level=level, note=note),)


def _look_up(office: Office, action: actions.LookUp) -> Done:
    system = vocabulary().choice("systems", action.system)
    if system is None:
        return Refused(f"There is no system called {action.system!r}.")
    query = plain(action.query)
    if not query:
        return Refused("Type what to search for.")
    reason = plain(action.reason or "")
    known = office.policy.named("purposes", reason) if reason else None
    rows = tuple(row.id for row in office.records.search(system.id, query))
    return (events.LookedUp(system=system.id, query=query, reason=known.id if known else _some(reason), rows=rows),)


def _open(office: Office, action: actions.Open) -> Done:
    system = office.records.system_of(action.record)
    if system is None:
        return Refused(f"There is no record {action.record!r}.")
    return (events.RecordOpened(record=action.record, system=system),)


def _verify(office: Office, action: actions.Verify) -> Done:
    item = vocabulary().choice("verification_items", action.item)
    if item is None:
        return Refused(f"There is no item of identity called {action.item!r}.")
    return (events.ItemVerified(item=item.id, result=action.result),)


def _update(office: Office, action: actions.Update) -> Done:
    if office.records.row(action.record) is None:
        return Refused(f"There is no record {action.record!r}.")
    field = office.records.field_name(action.record, action.field)
    if field is None:
        may_be = office.records.editable(action.record)
        instead = f"what can: {', '.join(may_be)}" if may_be else "nothing on it can"
        return Refused(f"{action.field!r} cannot be changed on this record from here; {instead}.")
    value = plain(action.value)
    previous = office.records.update(action.record, field, value)
    return (events.RecordUpdated(record=action.record, field=field, value=value, previous=previous),)


def _grade(office: Office, action: actions.Grade) -> Done:
    grade = office.policy.grade(action.to)
    if grade is None:
        return Refused(f"{action.to!r} is not a grade of this force.")
    done: list[events.Event] = []
    authority = _some(plain(action.authority or ""))
    if grade.id != office.incident.grade or authority:
        done.append(events.Graded(grade=grade.id, previous=office.incident.grade, authority=authority))
    because = plain(action.because or "")
    if because:
        done.append(events.GradeExplained(grade=grade.id, because=because))
    return tuple(done)


def _explain_grade(office: Office, action: actions.ExplainGrade) -> Done:
    because = plain(action.because)
    if office.incident.grade is None:
        return Refused("Choose a grade first; the rationale belongs to it.")
    if because == office.incident.rationale:
        return ()
    return (events.GradeExplained(grade=office.incident.grade, because=because),)


def _request(office: Office, action: actions.Request) -> Done:
    agency = vocabulary().choice("agencies", action.agency)
    if agency is None:
        return Refused(f"There is no agency called {action.agency!r}.")
    return (events.AgencyRequested(agency=agency.id),)


def _refer(office: Office, action: actions.Refer) -> Done:
    to = vocabulary().choice("referrals", action.to)
    if to is None:
        return Refused(f"There is no referral to {action.to!r}.")
    return (events.Referred(to=to.id, consent=action.consent),)


def _escalate(office: Office, action: actions.Escalate) -> Done:
    to = vocabulary().choice("roles", action.to)
    if to is None:
        return Refused(f"There is no role called {action.to!r}.")
    return (events.Escalated(to=to.id, about=plain(action.about)),)


def _send(office: Office, action: actions.Send) -> Done:
    text = plain(action.text)
    if not text:
        return Refused("The message is empty.")
    role = vocabulary().choice("roles", action.to)
    return (
        events.MessageSent(to=role.id if role else plain(action.to), channel=plain(action.channel).lower(), text=text),
    )


def _link(office: Office, action: actions.Link) -> Done:
    return (events.LogLinked(log=plain(action.log)),) if plain(action.log) else Refused("Say which log to link.")


def _restrict(office: Office, action: actions.Restrict) -> Done:
    level = vocabulary().choice("restrictions", action.level)
    if level is None:
        return Refused(f"There is no restriction called {action.level!r}.")
    return (events.LogRestricted(level=level.id),)


def _reset(office: Office, action: actions.Reset) -> Done:
    channel = vocabulary().choice("reset_channels", action.channel)
    if channel is None:
        return Refused(f"There is no reset channel called {action.channel!r}.")
    check = office.scenario.verification
    for record in {item.record for item in check.items.values() if item.record} if check else ():
        office.records.show_reset(record, channel.label)
    return (events.AccessReset(channel=channel.id),)


def _call_back(office: Office, action: actions.CallBack) -> Done:
    source = action.source.strip().lower()
    if source not in vocabulary().number_sources:
        return Refused(f"Say where the number came from: {', '.join(vocabulary().number_sources)}.")
    number = plain(action.number)
    if not number:
        return Refused("Type the number to ring.")
    return (events.CalledBack(number=number, source=source),)


def _lock_screen(office: Office, action: actions.LockScreen) -> Done:
    return (events.ScreenLocked(),)


def _hand_over(office: Office, action: actions.HandOver) -> Done:
    if not plain(action.text).strip():
        return Refused("A hand-over needs words: where, what, who is in danger, and what officers must know.")
    role = vocabulary().choice("roles", action.to)
    return (events.HandedOver(to=role.id if role else plain(action.to), text=plain(action.text)),)


NO_QUALIFIER = ("none", "no", "nil", "n/a", "-", "")  # what says that a contact is closed without one


def _close(office: Office, action: actions.Close) -> Done:
    lists = "ticket_types" if office.scenario.channel.desk == "ticket" else "categories"
    category = (
        office.policy.named("ticket_types", action.category)
        if lists == "ticket_types"
        else office.policy.named("categories", action.category)
    )
    if category is None:
        return Refused(f"{action.category!r} is not one of this desk's {lists.replace('_', ' ')}.")
    named = tuple(name for name in action.qualifiers if name.strip().lower() not in NO_QUALIFIER)
    qualifiers = tuple(office.policy.named("qualifiers", name) for name in named)
    if None in qualifiers:
        unknown = named[qualifiers.index(None)]
        return Refused(f"There is no qualifier called {unknown!r}; leave them out, or say none, where none fits.")
    result = vocabulary().choice("results", action.result) if action.result else None
    if action.result and result is None:
        return Refused(f"There is no result called {action.result!r}.")
    return (
        events.Closed(
            category=category.name,
            qualifiers=tuple(qualifier.id for qualifier in qualifiers if qualifier is not None),
            result=result.id if result else "",
        ),
    )


def _some(text: str | None) -> str | None:
    cleaned = plain(text or "")
    return cleaned or None


_DEEDS: dict[type, Callable[[Office, Any], Done]] = {
    actions.Record: _record,
    actions.Note: _note,
    actions.Assess: _assess,
    actions.LookUp: _look_up,
    actions.Open: _open,
    actions.Verify: _verify,
    actions.Update: _update,
    actions.Grade: _grade,
    actions.ExplainGrade: _explain_grade,
    actions.Request: _request,
    actions.Refer: _refer,
    actions.Escalate: _escalate,
    actions.Send: _send,
    actions.Link: _link,
    actions.Restrict: _restrict,
    actions.Reset: _reset,
    actions.CallBack: _call_back,
    actions.LockScreen: _lock_screen,
    actions.HandOver: _hand_over,
    actions.Close: _close,
}
DEEDS = frozenset(_DEEDS)

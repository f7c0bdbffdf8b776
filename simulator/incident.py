"""The incident or ticket as it stands: a fold over entries."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator import events
from simulator.anew import replace
from simulator.journal import Entry


@dataclass(frozen=True)
class LogLine:
    """One line of the timed log."""

    t_ms: int
    section: str
    text: str


@dataclass(frozen=True)
class Assessment:
    """One THRIVE heading as it stands."""

    level: str | None = None
    note: str = ""


@dataclass(frozen=True)
class Incident:
    """All that the trainee has recorded, as it stands."""

    fields: Mapping[str, str] = field(default_factory=dict)
    log: tuple[LogLine, ...] = ()
    thrive: Mapping[str, Assessment] = field(default_factory=dict)
    grade: str | None = None
    rationale: str = ""
    authority: str | None = None
    requests: tuple[str, ...] = ()
    referrals: tuple[str, ...] = ()
    escalations: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    restriction: str = "open"
    verified: Mapping[str, str] = field(default_factory=dict)
    resets: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    handed_over: str | None = None
    closed: events.Closed | None = None


def with_entry(incident: Incident, entry: Entry) -> Incident:
    """The incident after one more entry."""
    event = entry.event
    match event:
        case events.FieldRecorded():
            return replace(incident, fields={**incident.fields, event.field: event.value})
        case events.Noted():
            return replace(incident, log=(*incident.log, LogLine(entry.t_ms, event.section, event.text)))
        case events.Assessed():
            return replace(incident, thrive={**incident.thrive, event.item: _assessed(incident, event)})
        case events.Graded():
            kept = incident.rationale if event.grade == incident.grade else ""
            return replace(incident, grade=event.grade, authority=event.authority, rationale=kept)
        case events.GradeExplained():
            return replace(incident, rationale=event.because)
        case events.ItemVerified():
            return replace(incident, verified={**incident.verified, event.item: event.result})
        case events.Closed():
            return replace(incident, closed=event)
        case events.HandedOver():
            return replace(incident, handed_over=event.text)
        case _:
            return _with_deed(incident, event)


def _with_deed(incident: Incident, event: events.Event) -> Incident:
    match event:
        case events.AgencyRequested():
            return replace(incident, requests=(*incident.requests, event.agency))
        case events.Referred():
            return replace(incident, referrals=(*incident.referrals, event.to))
        case events.Escalated():
            return replace(incident, escalations=(*incident.escalations, event.to))
        case events.LogLinked():
            return replace(incident, links=(*incident.links, event.log))
        case events.LogRestricted():
            return replace(incident, restriction=event.level)
        case events.AccessReset():
            return replace(incident, resets=(*incident.resets, event.channel))
        case events.RecordOpened():
            return replace(incident, opened=(*incident.opened, event.record))
        case _:
            return incident


def _assessed(incident: Incident, event: events.Assessed) -> Assessment:
    before = incident.thrive.get(event.item, Assessment())
    return Assessment(event.level or before.level, event.note or before.note)

"""What the text desk shows: the line as a trainee hears it, and what the desk answers to a deed."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.markup import escape

from reports.labels import choice_label
from scenarios.scenario import Row
from scenarios.vocabulary import vocabulary
from simulator import events
from simulator.desk.log_lines import line_of
from simulator.desk.names import Names
from simulator.desk.own_field import postcode_besides
from simulator.desk.ports import LiveCall
from simulator.desk.view import RUNG_AFTERWARDS, RUNG_MEANWHILE
from simulator.found_by import found_by
from simulator.guidance import guidance_words
from simulator.journal import Entry, clock

_SPEAKERS = {"caller": "Caller", "relay": "Assistant"}
_LINE = {
    "dropped": "The line has dropped. Think who may answer before you ring back: "
    "/call_back number: ..., source: network.",
    "unanswered": "Nobody answered.",
    "back": "The line is open again.",
}


def show_entries(console: Console, live: LiveCall, entries: Sequence[Entry]) -> None:
    """Prints what a trainee may see or hear of new entries: nothing of what lies behind the call."""
    for entry in entries:
        for line in _lines(live, entry.event):
            console.print(f"[dim]{clock(entry.t_ms)}[/] {line}", highlight=False)


def _lines(live: LiveCall, event: events.Event) -> Sequence[str]:
    match event:
        case events.PhoneRang():
            shown = ", ".join(filter(None, (event.number or "number withheld", event.subscriber, event.located)))
            return [f"[bold]Ringing[/]: {escape(event.channel.replace('_', ' '))} {event.line}, {escape(shown)}"]
        case events.OperatorSaid():
            who = "Assistant" if event.who == "relay" else "Operator"
            return [f"[dim]{who}:[/] {escape(event.text)}"]
        case events.CallerSaid():
            name = event.shown_as or _SPEAKERS.get(event.speaker, "Another voice")
            how = " (whispering)" if event.style == "whisper" else ""
            return [f"[cyan]{escape(name)}{how}: {escape(event.text)}[/]"]
        case events.LineWent(to="dropped" | "unanswered" | "back"):
            return [f"[yellow]{_LINE[event.to]}[/]"]
        case events.CalledBack():
            return [f"[yellow]You ring {escape(event.number)}.{_of_ringing(live)}[/]"]
        case events.LookedUp(system="policy"):
            found = [row for row in map(live.row, event.rows) if row is not None]
            return [f"[dim]{escape(guidance_words(event.query, found))}[/]", *_listed(live, event)]
        case events.LookedUp():
            return _listed(live, event)
        case events.RecordOpened():
            row = live.row(event.record)
            return _opened(row) if row else []
        case events.ActionRefused() | events.Interrupted():
            return [f"[red]{escape(event.because)}[/]"]
        case events.CallEnded():
            return ["[yellow]The line has closed. Finish your record, then /finish.[/]"]
        case _:
            done = [f"[dim]Done: {escape(done)}.[/]" for done in _done(live, event)]
            return [*done, *(f"[yellow]{escape(words)}[/]" for words in _besides(live, event))]


def _done(live: LiveCall, event: events.Event) -> Sequence[str]:
    """What a deed of the trainee's did, in the log's own words, so that nobody wonders whether it was taken."""
    match event:
        case events.FieldRecorded():
            label = Names.of(live.policy, live.desk).field(event.field)
            return [f"{label} recorded" if event.value else f"{label} emptied"]
        case events.Noted():
            return [f"noted under {choice_label('sections', event.section)}"]
        case events.Assessed():
            return [f"{choice_label('thrive', event.item)} assessed"]
    line = line_of(event, Names.of(live.policy, live.desk))
    return [line.rstrip(".")] if line else []


def _besides(live: LiveCall, event: events.Event) -> Sequence[str]:
    """What a trainee must know of what they recorded, though it was taken."""
    if isinstance(event, events.RecordUpdated):
        row = live.row(event.record)
        said = postcode_besides(row, event.field, event.value) if row else ""
        return [said] if said else []
    if not isinstance(event, events.FieldRecorded):
        return []
    names = Names.of(live.policy, live.desk)
    field = names.words.field(live.desk, event.field)
    said = names.beside_the_choices(field, event.value) if field else ""
    return [said] if said else []


def _of_ringing(live: LiveCall) -> str:
    """What comes of ringing somebody, where it is not the dropped line that rings now."""
    if any(isinstance(entry.event, events.CallEnded) for entry in live.entries):
        return " " + RUNG_AFTERWARDS
    went = [entry.event.to for entry in live.entries if isinstance(entry.event, events.LineWent)]
    return "" if went and went[-1] in ("dropped", "unanswered") else " " + RUNG_MEANWHILE


def _listed(live: LiveCall, looked: events.LookedUp) -> Sequence[str]:
    if not looked.rows:
        return ["[dim]Nothing found.[/]"]
    found = [row for row in map(live.row, looked.rows) if row is not None]
    return [
        f"  {escape(row.id)}: {escape(row.title)}  [dim]{escape('; '.join(row.cells.values()))}{_why(row, looked)}[/]"
        for row in found
    ]


def _why(row: Row, looked: events.LookedUp) -> str:
    why = "" if looked.system == "policy" else found_by(row, looked.query, looked.system)
    return f"  Matched: {escape(why)}" if why else ""


def _opened(row: Row) -> Sequence[str]:
    shown = {**row.cells, **row.details}
    return [f"[bold]{escape(row.title)}[/]", *(f"  {escape(key)}: {escape(value)}" for key, value in shown.items())]


_LISTS = {
    "note": {"section": "sections"},
    "assess": {"heading": "thrive"},
    "look_up": {"system": "systems"},
    "request": {"agency": "agencies"},
    "refer": {"to": "referrals"},
    "escalate": {"to": "roles"},
    "hand_over": {"to": "roles"},
    "reset": {"channel": "reset_channels"},
    "restrict": {"level": "restrictions"},
    "verify": {"item": "verification_items"},
}


def choices_of(live: LiveCall, deed: str) -> Mapping[str, Sequence[str]]:
    """What may stand in a deed's parts on this desk, by the part's name; empty where any words may."""
    names, words = Names.of(live.policy, live.desk), vocabulary()
    found: dict[str, Sequence[str]] = {
        part: [choice.id for choice in names.choices(of)] for part, of in _LISTS.get(deed, {}).items()
    }
    match deed:
        case "verify":
            found["result"] = ("passed", "failed")
        case "look_up":
            found["reason"] = names.purposes()
        case "assess":
            found["level"] = words.levels
        case "grade":
            found["to"] = [grade.id for grade in live.policy.grades]
        case "close":
            results = [choice.id for choice in names.choices("results")]
            found |= {"category": names.categories(), "qualifiers": names.qualifiers(), "result": results}
        case "call_back":
            found["source"] = words.number_sources
        case "send":
            found |= {"to": [choice.id for choice in names.choices("roles")], "channel": words.message_channels}
        case "record":
            found["field"] = [field.id for field in names.fields()]
    return found

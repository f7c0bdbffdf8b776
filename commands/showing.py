"""A call, its marks and its ledger as they are printed in a terminal."""

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from reports.labels import CAUSES
from reports.ledger_words import told_words
from scoring.outcome import Marking
from simulator import events
from simulator.journal import Entry, Journal, clock

VERDICT_WORDS = {
    "met": ("met", "green"),
    "partly": ("partly met", "yellow"),
    "not_met": ("not met", "red"),
    "waived": ("waived", "dim"),
    "not_applicable": ("did not arise", "dim"),
    "for_assessor": ("for the assessor", "magenta"),
}
OUTCOME_WORDS = {
    "met": ("MET", "bold green"),
    "not_met": ("NOT MET", "bold red"),
    "referred": ("REFERRED to the assessor", "bold magenta"),
    "interrupted": ("INTERRUPTED", "bold yellow"),
    "stopped": ("STOPPED", "bold yellow"),
}


def show_timeline(console: Console, journal: Journal) -> None:
    """Prints what happened, one line an entry that people care about."""
    table = Table(box=None, show_header=False, pad_edge=False, expand=False)
    table.add_column(justify="right", style="dim", no_wrap=True)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for entry in journal:
        line = _line(entry)
        if line is not None:
            who, text, style = line
            table.add_row(
                f"{entry.n}", clock(entry.t_ms), who, f"[{style}]{escape(text)}[/]" if style else escape(text)
            )
    console.print(table)


def _line(entry: Entry) -> tuple[str, str, str] | None:
    event = entry.event
    match event:
        case events.PhoneRang():
            return "Line", f"Ringing: {event.channel} {event.line}, {event.number or 'number withheld'}", "dim"
        case events.OperatorSaid():
            return ("Assistant" if event.who == "relay" else "Operator"), event.text, ""
        case events.CallerSaid():
            return event.shown_as or event.speaker[:1].upper() + event.speaker[1:], event.text, "cyan"
        case events.HandlerSaid():
            intents = ", ".join(f"{i.id}{':' + i.slot if i.slot else ''}" for i in event.intents)
            return "You", event.text + (f"   ({intents})" if intents else "   (not understood)"), "bold"
        case events.FactTold():
            whole = {"partial": ", in part", "mistaken": ", mistaken"}.get(event.standing, "")
            return "Told", f"{event.fact}: {event.value} ({event.how.replace('_', ' ')}{whole})", "dim cyan"
        case _:
            return _deed(event)


def _deed(event: events.Event) -> tuple[str, str, str] | None:
    match event:
        case events.FieldRecorded():
            return (
                "Field",
                f"{event.field} = {event.value}" + (f" (was {event.previous})" if event.previous else ""),
                "",
            )
        case events.Noted():
            return "Log", f"[{event.section}] {event.text}", ""
        case events.Assessed():
            return "THRIVE", " ".join(part for part in (event.item, event.level or "", event.note) if part), ""
        case events.LookedUp():
            return (
                "Look-up",
                f"{event.system}: {event.query} ({event.reason or 'no reason given'}), {len(event.rows)} found",
                "",
            )
        case events.Graded():
            return "Grade", event.grade + (f" (was {event.previous})" if event.previous else ""), "bold yellow"
        case events.GradeExplained():
            return "Grade", f"because {event.because}", ""
        case events.TwistFired():
            return "Scene", event.twist, "yellow"
        case events.ActionRefused():
            return "Refused", f"{event.action}: {event.because}", "red"
        case events.CallStarted() | events.MoodChanged() | events.PressMade():
            return None
        case _:
            rest = ", ".join(f"{key} {value}" for key, value in event.model_dump(exclude={"kind"}).items() if value)
            return "Desk" if rest else "Line", f"{event.kind.replace('_', ' ')} {rest}".strip(), "dim"


def show_marks(console: Console, marking: Marking) -> None:
    """Prints every mark with its verdict, why, and the entries that show it; then the profiles and the outcome."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Point", "Verdict", "Why", "Entries"):
        table.add_column(heading, overflow="fold", no_wrap=heading in ("Point", "Verdict"))
    for one in marking.marks:
        words, style = VERDICT_WORDS[one.verdict]
        critical = " [red]critical[/]" if one.critical == "critical" else ""
        shown = " ".join(map(str, one.shown_by))
        table.add_row(f"{one.point}{critical}", f"[{style}]{words}[/]", escape(one.because), f"[dim]{shown}[/]")
    console.print(table)
    show_profiles(console, marking)


def show_profiles(console: Console, marking: Marking) -> None:
    """Prints the profiles side by side, never one number, and the outcome with its reason."""
    parts = []
    for name, profile in marking.profiles.items():
        if not profile.possible:
            parts.append(f"{name} [dim]nothing arose[/]")
            continue
        style = "green" if profile.reached else "red"
        parts.append(f"{name} [{style}]{profile.share:.0%}[/] (needs {profile.needed:.0%})")
    console.print("Profiles: " + "   ".join(parts), highlight=False)
    words, style = OUTCOME_WORDS[marking.outcome]
    console.print(f"Outcome: [{style}]{words}[/]. {escape(marking.because)}", highlight=False)


def show_ledger(console: Console, marking: Marking) -> None:
    """Prints the ledger: truth, told, recorded, and why they differ."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Fact", "True", "Told", "Recorded", "Cause"):
        table.add_column(heading, overflow="fold")
    for line in marking.ledger:
        told = told_words(line) or "-"
        recorded = f"{line.recorded} at {clock(line.recorded_ms or 0)}" if line.recorded else "-"
        style = "green" if line.cause == "right" else "yellow"
        cells = (line.label, line.truth, told, recorded)
        table.add_row(*map(escape, cells), f"[{style}]{CAUSES[line.cause]}[/]")
    console.print(table)

"""What the officer was told, as it is printed in a terminal."""

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from reports.labels import STANDS, field_label
from scenarios.vocabulary.words import Desk
from scoring.told import Told, ToldFact
from simulator.journal import clock

_STYLES = {"wrong": "red", "unsourced": "red", "missing": "yellow", "late": "yellow", "right": "green", "after": "cyan"}


def show_told(console: Console, told: Told, desk: Desk = "incident") -> None:
    """Prints the record as it was received, then each fact beside it; `desk` is whose labels its fields wear."""
    console.print(f"[bold]{told.title}[/]")
    console.print(f"{told.moment}. {escape(told.summary)}")
    console.print(Padding(_slip(told), (1, 2)))
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Fact", "Known by then", "What the record said", "How it stands"):
        table.add_column(heading, overflow="fold")
    for fact in told.facts:
        if fact.stands != "not_known":
            table.add_row(*_row(fact, desk))
    console.print(table)
    unknown = ", ".join(fact.label for fact in told.of("not_known"))
    if unknown:
        console.print(f"[dim]Not known by then, so on nobody's record: {escape(unknown)}.[/]")


def _slip(told: Told) -> Table:
    slip = Table(box=None, show_header=False, pad_edge=False)
    slip.add_column(style="dim", no_wrap=True)
    slip.add_column(overflow="fold")
    slip.add_column(style="dim", no_wrap=True)
    for part in told.slip:
        slip.add_row(f"[bold not dim]{part.title}[/]", "", "")
        for line in part.lines:
            slip.add_row(f"  {escape(line.label)}", escape(line.text), clock(line.t_ms))
    if not told.slip:
        slip.add_row("Nothing was recorded.", "", "")
    return slip


def _row(fact: ToldFact, desk: Desk) -> tuple[str, str, str, str]:
    known = f"{fact.known} at {clock(fact.known_ms or 0)}" if fact.known else "not told"
    if fact.truth:
        known += f" (in truth: {fact.truth})"
    told = f"{fact.told} ({field_label(fact.where, desk)} {clock(fact.told_ms or 0)})" if fact.told else "-"
    stands = f"[{_STYLES.get(fact.stands, 'dim')}]{STANDS[fact.stands]}[/] [dim]{escape(fact.why)}[/]"
    return escape(fact.label) + (" [bold](safety)[/]" if fact.safety else ""), escape(known), escape(told), stands

"""`understand`: what an utterance is understood as, and what decided."""

import json
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from commands.naming import is_file, keepable
from scenarios.vocabulary import vocabulary
from simulator.heard import Understood
from simulator.understanding.situation import Situation
from simulator.understanding.understand import load_understanding


@click.command()
@click.argument("text", nargs=-1, metavar="TEXT")
@click.option(
    "--json", "as_json", is_flag=True, help="Print JSON: TEXT is then a file, one utterance a line (- for input)."
)
@click.option("--core", is_flag=True, help="By the words alone, without the encoder beside them.")
def understand(text: tuple[str, ...], as_json: bool, core: bool) -> None:
    """Show what TEXT is understood as: intents, values, confidence, and the steps that decided."""
    words = keepable(" ".join(text)) if not as_json else " ".join(text)
    if not words.strip():
        raise click.UsageError("Say something between quotation marks.")
    if as_json:
        for line in _lines(words):
            click.echo(json.dumps(_form(_heard(line, core)), ensure_ascii=False))
        return
    _show(_heard(words, core))


def _heard(text: str, core: bool) -> Understood:
    return load_understanding("core" if core else None).understand(text, Situation())


def _lines(name: str) -> list[str]:
    if name == "-":
        return [keepable(line.rstrip("\n")) for line in sys.stdin]
    if is_file(name):
        # One utterance a line of the file: other line ends (U+2028) stay in what was said.
        text = Path(name).read_text(encoding="utf-8-sig").removesuffix("\n")
        return text.split("\n") if text else []
    return [keepable(name)]


def _form(heard: Understood) -> dict[str, object]:
    return {
        "text": heard.text,
        "understood": heard.understood,
        "intents": [
            {"id": i.id, "confidence": round(i.confidence, 3), **({"slot": i.slot} if i.slot else {})}
            for i in heard.intents
        ],
        "values": [{"kind": value.kind, "value": value.value} for value in heard.values],
        "mode": heard.mode,
        "decided_by": list(heard.decided_by),
    }


def _show(heard: Understood) -> None:
    console = Console(highlight=False)
    if not heard.understood:
        console.print("[yellow]Not understood.[/] The caller would say so.")
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Intent", "Sure", "Meaning", "Rests on"):
        table.add_column(heading)
    for intent in heard.intents:
        known = vocabulary().intents.get(intent.id)
        name = f"{intent.id}:{intent.slot}" if intent.slot else intent.id
        table.add_row(name, f"{intent.confidence:.0%}", known.meaning if known else "", escape(intent.span))
    if heard.intents:
        console.print(table)
    for value in heard.values:
        console.print(
            f"Value: {value.kind} [bold]{escape(value.value)}[/] (from {escape(value.said or value.value)!r})"
        )
    console.print(f"[dim]Mode: {heard.mode}. Decided by: {', '.join(heard.decided_by) or 'nothing'}.[/]")

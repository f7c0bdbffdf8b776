"""`understand`: what an utterance is understood as, and what decided."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from commands.assembling import compiled
from commands.naming import is_file, is_folder, keepable, short
from commands.readying import get_ready, senses_folder
from scenarios.catalogue import UnknownScenario
from scenarios.problems import ProblemsFound
from scenarios.scenario import CompiledScenario
from scenarios.vocabulary import vocabulary
from simulator import relay
from simulator.answers.truth import as_asked
from simulator.heard import HeardValue, Understood
from simulator.mind import Mind
from simulator.setting import situation
from simulator.understanding.situation import Situation
from simulator.understanding.understand import load_understanding

_FILES = (".txt", ".jsonl", ".csv", ".json", ".tsv", ".md", ".yaml", ".yml")
Hear = Callable[[str], Understood]


@click.command()
@click.argument("text", nargs=-1, metavar="TEXT")
@click.option(
    "--json", "as_json", is_flag=True, help="Print JSON: TEXT is then a file, one utterance a line (- for input)."
)
@click.option("--core", is_flag=True, help="By the words alone, without the encoder beside them.")
@click.option(
    "--call", "call_id", default=None, metavar="ID", help="As said in this call once its caller has told everything."
)
@click.option("--seed", default=1, show_default=True, type=click.IntRange(1), help="Which surface of that call.")
def understand(text: tuple[str, ...], as_json: bool, core: bool, call_id: str | None, seed: int) -> None:
    """Show what TEXT is understood as: intents, values, confidence, and the steps that decided.

    Without --call no call is known: what is read back is held against nothing, and no topic of a call is heard.
    """
    words = keepable(" ".join(text)) if not as_json else " ".join(text)
    if not words.strip():
        raise click.UsageError("Say something between quotation marks.")
    hear = _hearing(core, _plan(call_id) if call_id else None, seed)
    if as_json:
        for line in _lines(words):
            click.echo(json.dumps(_form(hear(line)), ensure_ascii=False))
        return
    _show(hear(words))


def _plan(call_id: str) -> CompiledScenario:
    try:
        return compiled(call_id)
    except UnknownScenario as unknown:
        raise click.UsageError(str(unknown)) from None
    except ProblemsFound as found:
        raise click.ClickException("\n".join(map(str, found.problems))) from None


def _hearing(core: bool, plan: CompiledScenario | None, seed: int) -> Hear:
    understanding = load_understanding("core" if core else None, senses_folder())
    if plan is None:
        return lambda text: understanding.understand(text, Situation())
    get_ready(understanding, plan)
    scenario = plan.for_seed(seed)
    mind = Mind(scenario.caller.mood.starts, scenario.caller.mood.trust, told=tuple(scenario.facts))
    scene = situation(scenario, mind, ())

    def heard(text: str) -> Understood:
        found = understanding.understand(relay.for_the_caller(scenario, text), scene)
        return as_asked(found, scenario.facts, understanding.alike)

    return heard


def _lines(name: str) -> list[str]:
    if name == "-":
        return [keepable(line.rstrip("\n")) for line in sys.stdin]
    if is_file(name):
        # One utterance a line of the file: other line ends (U+2028) stay in what was said.
        text = Path(name).read_text(encoding="utf-8-sig").removesuffix("\n")
        return text.split("\n") if text else []
    if is_folder(name):
        raise click.UsageError(f"{short(keepable(name))} is a folder; name a file, one utterance a line.")
    if _names_a_file(name):
        raise click.UsageError(
            f"There is no file {short(keepable(name))}. Name a file with one utterance a line, - for what is typed in, "
            "or write the words themselves."
        )
    return [keepable(name)]


def _names_a_file(name: str) -> bool:
    """Whether somebody who typed this meant a file: its ending, or a separator in one word, says so."""
    one_word = len(name.split()) == 1
    return name.lower().endswith(_FILES) or (one_word and ("/" in name or "\\" in name))


def _form(heard: Understood) -> dict[str, object]:
    return {
        "text": heard.text,
        "understood": heard.understood,
        "intents": [
            {"id": i.id, "confidence": round(i.confidence, 3), **({"slot": i.slot} if i.slot else {})}
            for i in heard.intents
        ],
        "values": [{"kind": value.kind, "value": value.value, **_held_against(value)} for value in heard.values],
        "mode": heard.mode,
        "decided_by": list(heard.decided_by),
    }


def _held_against(value: HeardValue) -> dict[str, str]:
    """Which fact of the call a value concerns and whether it is right; nothing where no call was named."""
    if value.fact is None:
        return {}
    return {"fact": value.fact, "agreement": value.agreement, "standing": value.standing}


def _show(heard: Understood) -> None:
    console = Console(highlight=False)
    if not heard.understood:
        console.print("[yellow]Not understood.[/] The caller would say so.")
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Intent", "Sure", "Meaning", "Rests on"):
        table.add_column(heading)
    for intent in heard.intents:
        known = vocabulary().intents.get(intent.id)
        table.add_row(intent.name, f"{intent.confidence:.0%}", known.meaning if known else "", escape(intent.span))
    if heard.intents:
        console.print(table)
    for value in heard.values:
        console.print(
            f"Value: {value.kind} [bold]{escape(value.value)}[/] (from {escape(value.said or value.value)!r})"
            + (f", {value.agreement} for {value.fact}" if value.fact else "")
        )
    console.print(f"[dim]Mode: {heard.mode}. Decided by: {', '.join(heard.decided_by) or 'nothing'}.[/]")

"""`sweep`: robots play every call in every way, and calls are played by chance; prints what holds and what does not."""

import json
import sys
from collections.abc import Iterable

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress
from rich.table import Table

from commands.assembling import compiled, parts
from commands.readying import get_ready
from commands.sweep_checks import Check
from commands.sweeping import default_workers, surfaces_of, sweep_surfaces, tasks_of
from scenarios.catalogue import UnknownScenario

SHOWN = 12  # faults of one check that the table shows


@click.command()
@click.argument("what", nargs=-1, metavar="[ID|FILE ...]")
@click.option("--calls", default=200, show_default=True, type=click.IntRange(0, 10_000_000), help="Calls by chance.")
@click.option("--workers", type=click.IntRange(1, 64), help="Processes to share the work; default: one a processor.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
@click.pass_context
def sweep(context: click.Context, what: tuple[str, ...], calls: int, workers: int | None, as_json: bool) -> None:
    """Prove scenarios with robot trainees: every point can be earned and lost, nothing breaks, nothing leaks.

    Without a name every scenario is swept. Exit status 1 when something does not hold.
    """
    names = what or parts().catalogue.ids()
    try:
        surfaces = surfaces_of(names)
    except UnknownScenario as unknown:
        raise click.UsageError(str(unknown)) from None
    for name in dict.fromkeys(surface.scenario for surface in surfaces):
        get_ready(parts().understanding, compiled(name))  # once, and not by each worker
    total = sum(task.calls for task in tasks_of(surfaces, calls))
    errors = Console(stderr=True, highlight=False)
    with Progress(console=errors, transient=True, disable=as_json or not sys.stderr.isatty()) as progress:
        bar = progress.add_task("Playing", total=total)
        found = sweep_surfaces(
            surfaces, calls, workers or default_workers(), lambda played: progress.advance(bar, played)
        )
    if as_json:
        click.echo(json.dumps(_as_json(found, total), ensure_ascii=False, indent=1))
    else:
        _show(found, total)
    context.exit(0 if all(check.holds for check in found) else 1)


def _as_json(found: Iterable[Check], total: int) -> dict[str, object]:
    rows = [
        {
            "scenario": check.surface.scenario,
            "seed": check.surface.seed,
            "what": check.what,
            "holds": check.holds,
            "wrong": list(check.wrong),
            "remark": check.remark,
        }
        for check in found
    ]
    return {"calls": total, "holds": all(row["holds"] for row in rows), "checks": rows}


def _show(found: tuple[Check, ...], total: int) -> None:
    console = Console(highlight=False)
    for surface in dict.fromkeys(check.surface for check in found):
        table = Table(title=f"{surface.scenario} (seed {surface.seed})", title_justify="left", box=None, pad_edge=False)
        for heading in ("holds", "what", "what does not"):
            table.add_column(heading, overflow="fold")
        for check in (one for one in found if one.surface == surface):
            more = (f"and {len(check.wrong) - SHOWN} more",) if len(check.wrong) > SHOWN else ()
            said = "\n".join((*check.wrong[:SHOWN], *more)) or check.remark
            mark = "[green]yes[/]" if check.holds else "[red]NO[/]"
            table.add_row(mark, check.what, escape(said))
        console.print(table)
        console.print()
    faulty = sum(not check.holds for check in found)
    console.print(f"{total} calls played; {len(found) - faulty} of {len(found)} checks hold.")

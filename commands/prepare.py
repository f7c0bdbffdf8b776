"""`prepare`: gets calls ready beforehand, so that none takes longer the first time: for whoever sets up machines."""

from functools import partial

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from commands.assembling import compiled, parts, playable
from commands.readying import get_ready, senses_folder, starts_at_once
from scenarios.catalogue import UnknownScenario
from scenarios.scenario import CompiledScenario
from simulator.to_be_sensed import to_be_sensed
from simulator.understanding.example_senses import ExampleSenses
from simulator.understanding.understand import Listener


@click.command()
@click.argument("scenarios", nargs=-1, metavar="[SCENARIO ...]")
@click.pass_context
def prepare(context: click.Context, scenarios: tuple[str, ...]) -> None:
    """Get the calls named (all when none is) ready for their first start on this machine.

    A call that is started for the first time is got ready then, which takes some seconds; this does it beforehand. It
    may be stopped and gone on with.
    """
    console = Console(highlight=False)
    try:
        plans = [compiled(name) for name in scenarios] or list(playable())
    except UnknownScenario as unknown:
        raise click.UsageError(str(unknown)) from None
    understanding = parts().understanding
    if not isinstance(understanding, Listener) or understanding.examples is None:
        console.print("Here the words alone decide what is meant: every call is ready as it is.")
        return
    _with_a_bar(console, understanding, understanding.examples, plans)
    lost = [plan.id for plan in plans if not starts_at_once(plan)]
    if lost:
        console.print(
            f"What was worked out cannot be kept in {senses_folder()}: look at your rights to that folder and at the "
            f"room on its disk. Every call can be played, but each start takes some seconds longer: {', '.join(lost)}.",
            soft_wrap=True, markup=False,
        )  # fmt: skip
        context.exit(1)
    ready = "1 call is" if len(plans) == 1 else f"{len(plans)} calls are"
    console.print(f"{ready} ready, kept in {senses_folder()}.", soft_wrap=True, markup=False)


def _with_a_bar(
    console: Console, understanding: Listener, examples: ExampleSenses, plans: list[CompiledScenario]
) -> None:
    missing = [len(examples.missing(to_be_sensed(plan))) for plan in plans]
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=console, transient=True, disable=not sum(missing)) as progress:
        bar = progress.add_task("", total=sum(missing))
        for number, plan in enumerate(plans):
            progress.update(bar, description=plan.id)
            get_ready(understanding, plan, partial(_shown, progress, bar, sum(missing[:number])))


def _shown(progress: Progress, bar: TaskID, before: int, done: int, of: int) -> None:
    progress.update(bar, completed=before + done)

"""`remark`: marks stored calls with today's rules, lists what would change, and keeps it only when told to."""

import contextlib
import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from commands.options import store_option
from commands.remark_shown import Tally, as_json, show, show_tally
from commands.whose import calls_of
from reports.remark_pool import remark_each
from reports.remarking import Remarked
from reports.store import Store

TOGETHER = 25  # markings kept in one transaction; nobody who plays a call meanwhile waits noticeably


@click.command()
@click.argument("who", nargs=-1, metavar="[CALL|TRAINEE ...]")
@click.option("--all", "everything", is_flag=True, help="Every stored call.")
@click.option("--apply", "keep", is_flag=True, help="Keep what differs as a new run beside the old ones.")
@click.option(
    "--todays-policy", is_flag=True, help="Under the policy as it is today, to see what a change of it would do."
)
@click.option("--json", "as_data", is_flag=True, help="Print one JSON object (docs/formats.md).")
@store_option
@click.pass_context
def remark(
    context: click.Context,
    who: tuple[str, ...],
    everything: bool,
    keep: bool,
    todays_policy: bool,
    as_data: bool,
    store: Path,
) -> None:
    """Mark stored calls again with today's rules and list every verdict and outcome that would change.

    Scenario and policy are those kept with each call. Nothing is written unless --apply is given; then each call whose
    marking differs gets a new run beside its old ones. Exit status 1 when a call cannot be marked.
    """
    if bool(who) == everything:
        raise click.UsageError("Name contacts or trainees, or say --all.")
    if keep and todays_policy:
        raise click.UsageError("A run is kept under the policy it was played under: --todays-policy only shows.")
    with Store.open(store, create=False, read_only=not keep) as results:
        calls = results.calls() if everything else tuple(chain.from_iterable(calls_of(results, one) for one in who))
        order = {call.call_id: None for call in sorted(calls, key=lambda call: call.number)}
        tally = _remarked(results, tuple(order), todays_policy, keep, as_data)
    context.exit(1 if tally.faulty else 0)


def _remarked(results: Store, call_ids: tuple[str, ...], todays_policy: bool, keep: bool, as_data: bool) -> Tally:
    console, aside = Console(highlight=False), Console(stderr=True, highlight=False)
    tally = Tally(kept=keep)
    try:
        with (
            contextlib.closing(remark_each(results, call_ids, todays_policy, with_markings=keep)) as each,
            Progress(console=aside, transient=True, disable=as_data) as progress,
        ):
            marked = progress.track(each, total=len(call_ids), description="Marking again")
            for one in _kept(results, marked, tally) if keep else marked:
                tally.count(one)
                if not as_data:
                    show(console, one)
    except KeyboardInterrupt:
        done = f"{len(tally.runs)} new runs were kept; the same command goes on" if keep else "Nothing was written"
        aside.print(f"Stopped after {tally.calls} of {len(call_ids)} calls. {done}.")
        raise
    if as_data:
        click.echo(json.dumps(as_json(tally), ensure_ascii=False, indent=1))
    else:
        show_tally(console, tally)
    return tally


def _kept(results: Store, marked: Iterable[Remarked], tally: Tally) -> Iterator[Remarked]:
    """Each call handed on once its new run is on the disk, some of them in one transaction."""
    waiting: list[Remarked] = []
    for one in marked:
        waiting.append(one)
        if len(waiting) == TOGETHER:
            yield from _written(results, waiting, tally)
            waiting = []
    yield from _written(results, waiting, tally)


def _written(results: Store, several: list[Remarked], tally: Tally) -> list[Remarked]:
    new = [(one, one.marking) for one in several if one.marking is not None]
    if new:
        runs = results.add_markings((one.call_id, marking) for one, marking in new)
        tally.runs.update({one.contact: run for (one, _), run in zip(new, runs, strict=True)})
    return several

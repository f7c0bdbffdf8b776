"""`python -m benchmarks`: every figure beside its goal, with the machine it was measured on."""

import os
from collections.abc import Sequence
from importlib import import_module

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as run_sim.py sets it

import click
from rich.console import Console

from benchmarks.figures import Figure
from benchmarks.machine import machine
from benchmarks.shown import NOISY, as_json, show, show_machine
from benchmarks.subjects import SUBJECTS


@click.command()
@click.option("--only", multiple=True, type=click.Choice(list(SUBJECTS)), help="Only this subject; may be repeated.")
@click.option("--quick", is_flag=True, help="Only what is done within seconds.")
@click.option("--json", "wants_json", is_flag=True, help="Print JSON.")
def main(only: Sequence[str], quick: bool, wants_json: bool) -> None:
    """Measure the program on this machine and print each figure beside its goal.

    A goal that is missed is said, never a failure: the exit status is 1 only where a subject could not be measured.
    """
    chosen = [name for name in SUBJECTS if (not only or name in only) and (SUBJECTS[name].quick or not quick)]
    console = Console(highlight=False, stderr=wants_json)
    console = console if console.is_terminal else Console(highlight=False, stderr=wants_json, width=150)
    where = machine()
    show_machine(console, where)
    measured: dict[str, list[Figure]] = {}
    failed: dict[str, str] = {}
    for name in chosen:
        try:
            measured[name] = list(import_module(SUBJECTS[name].module).figures())
        except Exception as trouble:  # one subject that breaks must not cost the others
            failed[name] = f"{type(trouble).__name__}: {trouble}"
            console.print(f"{name}: could not be measured. {failed[name]}", style="red", markup=False)
        else:
            if not wants_json:
                show(console, f"{name}: {SUBJECTS[name].about}", measured[name])
    console.print(NOISY, style="dim", soft_wrap=True)
    if wants_json:
        click.echo(as_json(where, measured, failed))
    raise SystemExit(1 if failed else 0)


if __name__ == "__main__":
    main()

"""Shows figures: a table for people, JSON for programs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from rich.console import Console
from rich.table import Table

from benchmarks.figures import Figure

NOISY = "Machines are noisy: run it twice on a quiet one before believing a difference. No goal is asserted here."
_SAID = {True: "reached", False: "[bold red]missed[/]", None: ""}


def as_json(where: Mapping[str, object], measured: Mapping[str, Sequence[Figure]], failed: Mapping[str, str]) -> str:
    """The figures with the machine they were measured on."""
    figures = [
        {"subject": subject, **asdict(figure), "what": figure.what.strip(), "reached": figure.reached}
        for subject, found in measured.items()
        for figure in found
    ]
    whole = {"machine": dict(where), "figures": figures, "failed": dict(failed), "says": NOISY}
    return json.dumps(whole, indent=1, ensure_ascii=False)


def show_machine(console: Console, where: Mapping[str, object]) -> None:
    """One line that names the machine."""
    console.print(
        f"{where['processor']}, {where['cores']} cores, {where['memory_gb']} GB; {where['system']};"
        f" Python {where['python']}, {where['pygame']}; load average {where['load_average']}",
        style="dim",
        soft_wrap=True,
    )


def show(console: Console, subject: str, found: Sequence[Figure]) -> None:
    """One subject as a table."""
    table = Table(title=subject, title_justify="left", title_style="bold", box=None, pad_edge=False, expand=False)
    table.add_column("What", min_width=44)
    table.add_column("Measured", justify="right", min_width=12)
    table.add_column("Goal", justify="right", min_width=9)
    table.add_column("", min_width=7)
    table.add_column("Of", style="dim", overflow="fold")
    for figure in found:
        goal = f"{figure.goal:g} {figure.unit}" if figure.goal is not None else ""
        table.add_row(figure.what, written(figure), goal, _SAID[figure.reached], figure.note)
    console.print(table)


def written(figure: Figure) -> str:
    """The figure with its unit, with as many digits as it deserves."""
    if figure.value is None:
        return "not measured" if figure.unit else ""
    digits = 0 if figure.value >= 100 else 1 if figure.value >= 10 else 2
    return f"{figure.value:,.{digits}f} {figure.unit}"

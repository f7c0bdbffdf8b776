"""`rehearse`: plays scripts of a trainee and shows timeline, marks and what differs from what was expected."""

import contextlib
import json
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress

from commands.assembling import parts
from commands.naming import is_file, is_folder, short
from commands.readying import get_ready
from commands.recording_shown import record_all
from commands.rehearsing import Played, play_file
from commands.showing import OUTCOME_WORDS, show_ledger, show_marks, show_timeline
from commands.showing_grades import show_grades
from commands.showing_told import show_told
from scenarios.catalogue import UnknownScenario
from scenarios.problems import ProblemsFound


@click.command()
@click.argument("what", nargs=-1, metavar="[FILE|ID ...]")
@click.option("--all", "everything", is_flag=True, help="Play every rehearsal of every call.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON (docs/formats.md) instead of tables.")
@click.option("--told", "as_told", is_flag=True, help="Show too what the officer was told, beside what was known.")
@click.option("--brief", is_flag=True, help="One line a rehearsal, no timeline.")
@click.option(
    "--record",
    "out",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    metavar="FOLDER",
    help="Write the sound of each call there: both sides, the two mixed, and where each entry is heard.",
)
@click.pass_context
def rehearse(
    context: click.Context,
    what: tuple[str, ...],
    everything: bool,
    as_json: bool,
    as_told: bool,
    brief: bool,
    out: Path | None,
) -> None:
    """Play rehearsals: FILE is a script, ID a scenario whose scripts are all played.

    Exit status 1 when a mark differs from what its script expects, a script cannot be played, or its sound cannot be
    written.
    """
    if not what and not everything:
        raise click.UsageError("Name a rehearsal file or a scenario, or say --all.")
    files = _files(what, everything)
    console = Console(highlight=False)
    problems = Console(stderr=True, highlight=False)
    played: list[Played] = []
    faulty = 0
    _get_ready(files)
    with Progress(console=problems, transient=True, disable=as_json or len(files) < 4) as progress:
        for file in progress.track(files, description="Playing"):
            try:
                one = play_file(file)
            except ProblemsFound as found:
                faulty += 1
                for problem in found.problems:
                    problems.print(escape(str(problem)), soft_wrap=True)
                continue
            played.append(one)
            if not as_json:
                _show(console, file, one, brief)
                if as_told:
                    console.print()
                    show_told(console, one.told())
    if as_json:
        forms = [one.as_json(as_told) for one in played]
        click.echo(json.dumps(forms[0] if len(files) == 1 and forms else forms, ensure_ascii=False, indent=1))
    unrecorded = out is not None and not record_all(played, out, problems)
    differing = sum(bool(one.differs) for one in played)
    if not as_json and len(files) > 1:
        console.print(f"\n{len(played)} played, {differing} differ from what they expect, {faulty} cannot be played.")
    context.exit(1 if differing or faulty or unrecorded else 0)


def _get_ready(files: tuple[Path, ...]) -> None:
    """Gets the shipped calls of these files ready, before a bar of their playing is shown."""
    named = {file.absolute().parent.parent.name for file in files}
    for name in named & set(parts().catalogue.ids()):
        with contextlib.suppress(ProblemsFound):  # playing tells them
            get_ready(parts().understanding, parts().catalogue.get(name))


def _files(what: tuple[str, ...], everything: bool) -> tuple[Path, ...]:
    catalogue = parts().catalogue
    if everything:
        return tuple(file for one in catalogue.ids() for file in catalogue.rehearsals(one))
    files: list[Path] = []
    for name in what:
        path = Path(name)
        if is_file(path):
            files.append(path)
        elif is_folder(path):
            files += sorted(path.glob("**/rehearsals/*.yaml")) or sorted(path.glob("*.yaml"))
        elif path.suffix in (".yaml", ".yml"):
            raise click.UsageError(f"There is no file {short(name)}.")
        else:
            try:
                files += catalogue.rehearsals(name)
            except UnknownScenario as unknown:
                raise click.UsageError(f"{unknown} (Nor is there a file of that name.)") from None
    return tuple(files)


def _show(console: Console, file: Path, one: Played, brief: bool) -> None:
    words, style = OUTCOME_WORDS[one.marking.outcome]
    where = f"{one.rehearsal.scenario} / {file.stem} (seed {one.rehearsal.seed})"
    if brief:
        console.print(f"{'differs' if one.differs else 'as expected':12} {where}: [{style}]{words}[/]", soft_wrap=True)
    else:
        console.rule(where)
        show_timeline(console, one.journal)
        console.print()
        show_marks(console, one.marking)
        console.print()
        show_ledger(console, one.marking)
        console.print()
        show_grades(console, one.grades())
    for difference in one.differs:
        console.print(
            f"[red]{escape(file.name)}: {difference.point} is {difference.got}, expected {difference.expected}[/]"
        )
    if not brief and one.rehearsal.expect and not one.differs:
        console.print(f"[green]All {len(one.rehearsal.expect)} expectations hold.[/]")

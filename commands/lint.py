"""`lint`: every problem of scenarios, policies and rehearsals, with its place and how to mend it."""

import json
from pathlib import Path

import click

from commands.naming import is_file, is_folder, short
from scenarios.lint import files_of, summary
from scenarios.lint import lint as lint_paths
from scenarios.paths import CALLS


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH|ID ...]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list instead of lines.")
@click.pass_context
def lint(context: click.Context, paths: tuple[Path, ...], as_json: bool) -> None:
    """Check PATHs (files or folders) or calls by their IDs, or the whole library when none is named.

    Each problem is one line: file:line:column: CODE message. mend. Exit status 1 when there are errors; doubts
    (codes that begin with L) are told and leave the status 0.
    """
    paths = tuple(map(_found, paths))
    problems = lint_paths(paths)
    if as_json:
        click.echo(json.dumps([vars(problem) for problem in problems], ensure_ascii=False, indent=1))
    else:
        here = f"{Path.cwd().as_posix()}/"
        for problem in problems:
            click.echo(str(problem).removeprefix(here))
        click.echo(summary(problems, len(files_of(paths))), err=True)
    context.exit(1 if any(problem.severity == "error" for problem in problems) else 0)


def _found(path: Path) -> Path:
    """The file or folder of this name, or the call's folder by its id."""
    if is_file(path) or is_folder(path):
        return path
    if path == Path(path.name) and is_folder(CALLS / path):
        return CALLS / path
    raise click.UsageError(f"There is no file, no folder and no call {short(str(path))}.")

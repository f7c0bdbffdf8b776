"""`lint`: every problem of scenarios, policies and rehearsals, with its place and how to mend it."""

import json
from pathlib import Path

import click
from scenarios.lint import lint as lint_paths


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH ...]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list instead of lines.")
@click.pass_context
def lint(context: click.Context, paths: tuple[Path, ...], as_json: bool) -> None:
    """Check PATHs (files or folders), or the whole library when none is named.

    Each problem is one line: file:line:column: CODE message. mend. Exit status 1 when there are any.
    """
    for path in paths:
        if not path.exists():
            raise click.UsageError(f"There is no file or folder {path}.")
    problems = lint_paths(paths)
    if as_json:
        click.echo(json.dumps([vars(problem) for problem in problems], ensure_ascii=False, indent=1))
    else:
        for problem in problems:
            click.echo(str(problem))
        if not problems:
            click.echo("No problems.", err=True)
    context.exit(1 if problems else 0)

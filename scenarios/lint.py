"""Lint: everything that is wrong or doubtful in scenarios, rehearsals, policies and the world."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from scenarios.lint_run import LintRun
from scenarios.paths import CALLS, PERSONAS, POLICIES, WORLD, yaml_files
from scenarios.problems import Problem
from scenarios.source_text import problem_at


def lint(paths: Iterable[Path] = ()) -> tuple[Problem, ...]:
    """Every problem of the files and folders (none: the whole library), in the order of files and places."""
    run = LintRun()
    found = [problem for path in files_of(paths) for problem in _problems(path, run)]
    return tuple(sorted(set(found), key=lambda problem: problem.order))


def files_of(paths: Iterable[Path] = ()) -> tuple[Path, ...]:
    """The files that lint reads for these paths; of the whole library where none is given."""
    chosen = tuple(paths) or (CALLS, POLICIES, WORLD, PERSONAS)
    return tuple(dict.fromkeys(file for path in chosen for file in (yaml_files(path) if path.is_dir() else (path,))))


def _problems(path: Path, run: LintRun) -> Iterator[Problem]:
    try:
        yield from run.file(path)
    except RecursionError:  # pragma: no cover - depth is bounded by the source; this is the last net
        yield problem_at(path.as_posix(), 1, 1, "S09", limit="can be read")


@click.command(help="Check scenarios, rehearsals, policies and the world; the whole library where no PATH is given.")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
def main(paths: tuple[Path, ...]) -> None:
    """Prints a line for each problem. Exit status: 0 no error, 1 errors, 2 the call itself was wrong."""
    problems = lint(paths)
    for problem in problems:
        click.echo(str(problem))
    click.echo(summary(problems, len(files_of(paths))), err=True)
    sys.exit(1 if any(problem.severity == "error" for problem in problems) else 0)


def summary(problems: Iterable[Problem], files: int) -> str:
    """One line: how many errors and doubts in how many files."""
    severities = [problem.severity for problem in problems]
    errors, doubts = severities.count("error"), severities.count("warning")
    return f"{_count(errors, 'error')}, {_count(doubts, 'doubt')} in {_count(files, 'file')}"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" + ("" if number == 1 else "s")


if __name__ == "__main__":
    main()

"""Reads the fictional force area: the background records that make any search look real."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import RootModel

from scenarios.paths import WORLD, yaml_files
from scenarios.problems import Fault, Problem, ProblemsFound, fault, hint
from scenarios.scenario import Row
from scenarios.shape import shaped
from scenarios.source import Source, read_source
from scenarios.source_text import problem_at
from scenarios.vocabulary import vocabulary

World = Mapping[str, tuple[Row, ...]]


class _Rows(RootModel[Mapping[str, tuple[Row, ...]]]):
    """A world file: look-up system to rows."""


@cache
def load_world() -> World:
    """The background records by look-up system, in the order of the files; raises ProblemsFound."""
    rows: dict[str, tuple[Row, ...]] = {}
    for path in yaml_files(WORLD):
        for system, more in compile_world(path).items():
            rows[system] = (*rows.get(system, ()), *more)
    return MappingProxyType(rows)


@cache
def world_ids() -> Mapping[str, str]:
    """The id of every background record and the system that holds it."""
    return MappingProxyType({row.id: system for system, rows in load_world().items() for row in rows})


def compile_world(path: Path) -> World:
    """One world file, checked; raises ProblemsFound with everything that is wrong with it."""
    source = read_source(path)
    if not isinstance(source.value, dict):
        raise ProblemsFound(source.problems or [problem_at(source.path, 1, 1, "S13")])
    model, faults = shaped(_Rows, _with_nobody(source.value))
    faults = (*faults, *_faults(source))
    problems: list[Problem] = [*source.problems, *(source.problem(each) for each in faults)]
    if model is None or problems:
        raise ProblemsFound(problems)
    known = vocabulary()
    return {known.choice("systems", name).id: rows for name, rows in model.root.items()}  # type: ignore[union-attr]


def _with_nobody(data: dict[str, object]) -> dict[str, object]:
    # A background record concerns nobody in a call unless its author says so.
    return {
        system: [{"party": False} | row if isinstance(row, dict) else row for row in rows]
        if isinstance(rows, list)
        else rows
        for system, rows in data.items()
    }


def _faults(source: Source) -> Iterator[Fault]:
    seen: set[str] = set()
    for system, rows in source.value.items():
        if vocabulary().choice("systems", system) is None:
            systems = tuple(vocabulary().lists["systems"])
            yield fault((system,), "R08", on_key=True, word=system, hint=hint(system, systems))
        for number, row in enumerate(rows if isinstance(rows, list) else ()):
            word = row.get("id") if isinstance(row, dict) else None
            if isinstance(word, str) and word in seen:
                yield fault((system, number, "id"), "R29", kind="record", word=word)
            seen.add(str(word))

"""Gives faults of a scenario's surfaces their lines: what a variant's slot brings in is told at the slot."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from scenarios.fill_in import Surface
from scenarios.problems import Fault, Problem, value_at
from scenarios.source import Source

_ONE_SLOT = re.compile(r"\$(?:(\w+)|\{(\w+)\})")


def told(
    source: Source, surfaces: tuple[Surface, ...], shared: Iterable[Fault], each: list[tuple[Fault, ...]]
) -> Iterator[Problem]:
    """Faults with their places; those of single surfaces (`each`, in their order) once, naming the variant."""
    for one in shared:
        yield source.problem(one)
    for one in dict.fromkeys(found for faults in each for found in faults):
        having = [number for number, faults in enumerate(each) if one in faults]
        slot = _whole_slot(source, one)
        if slot is not None:
            for number in having:
                yield source.problem(_moved(one, surfaces[number], slot))
        elif len(having) == len(surfaces):
            yield source.problem(one)
        else:
            yield source.problem(one, f" (variant {', '.join(surfaces[number].name for number in having)})")


def elsewhere(found: Iterable[Problem], before: Iterable[Problem]) -> Iterator[Problem]:
    """What is found at other places than before: one mistake is told once."""
    places = {(problem.line, problem.column) for problem in before}
    return (problem for problem in found if (problem.line, problem.column) not in places)


def _moved(one: Fault, surface: Surface, slot: str) -> Fault:
    return replace(one, where=("variants", surface.block, slot)) if surface.block is not None else one


def _whole_slot(source: Source, one: Fault) -> str | None:
    """The slot that makes up the whole value at fault, or None."""
    value = None if one.on_key else value_at(source.value, one.where)
    match = _ONE_SLOT.fullmatch(value) if isinstance(value, str) else None
    return (match[1] or match[2]) if match else None

"""Reads the personas of the library, or says all that is wrong with one."""

from functools import cache
from pathlib import Path

from scenarios.names import Names
from scenarios.paths import PERSONAS
from scenarios.persona import Persona
from scenarios.problems import Fault, ProblemsFound, fault
from scenarios.references import canonical
from scenarios.shape import shaped
from scenarios.source import read_source
from scenarios.source_text import problem_at

_REFERENCES = (("calmed_by.*", "asked"), ("upset_by.*", "asked"), ("manners.@", "intent"))


def persona_names() -> tuple[str, ...]:
    """The ids of the personas in the library."""
    return tuple(sorted(path.stem for path in PERSONAS.glob("*.yaml")))


@cache
def load_persona(name: str) -> Persona:
    """The persona of that id; raises KeyError where there is none, ProblemsFound where its file is faulty."""
    if name not in persona_names():
        raise KeyError(name)
    return compile_persona(PERSONAS / f"{name}.yaml")


def compile_persona(path: Path) -> Persona:
    """A persona's file, checked; raises ProblemsFound with everything that is wrong with it."""
    source = read_source(path)
    if not isinstance(source.value, dict):
        raise ProblemsFound(source.problems or [problem_at(source.path, 1, 1, "S13")])
    data, faults = canonical(source.value, Names({}, None, {}), _REFERENCES)
    persona, shape_faults = shaped(Persona, data)
    found: list[Fault] = [*shape_faults, *faults]
    if persona is not None and persona.id != path.stem:
        found.append(fault(("id",), "R81", word=persona.id, here=path.stem))
    if persona is not None and persona.ages[0] > persona.ages[1]:
        found.append(fault(("ages",), "R82"))
    problems = [*source.problems, *(source.problem(one) for one in found)]
    if persona is None or problems:
        raise ProblemsFound(problems)
    return persona

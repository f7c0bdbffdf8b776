"""A scenario file in; the checked scenario, or all its problems at once, out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenarios.cross_checks import crossed
from scenarios.draft import draft_of
from scenarios.fill_in import Surface, surfaces_of
from scenarios.fingerprint import fingerprint
from scenarios.names import Names
from scenarios.persona_fill import with_persona
from scenarios.placing import elsewhere, told
from scenarios.point_settings import setting_faults
from scenarios.policy import Policy
from scenarios.policy_file import UnknownPolicy, load_policy, policy_names
from scenarios.problems import Fault, Problem, ProblemsFound, fault, hint
from scenarios.references import named
from scenarios.scenario import CompiledScenario, Scenario
from scenarios.shape import shaped
from scenarios.source import Source, source_of
from scenarios.source_text import problem_at, read_text
from scenarios.spoken_of import with_people
from scenarios.world_file import world_ids


@dataclass(frozen=True)
class Compiled:
    """What came of a file: the scenario where there is one, every problem and doubt, and its source."""

    scenario: CompiledScenario | None
    problems: tuple[Problem, ...]
    source: Source | None
    surfaces: tuple[Surface, ...] = ()
    drafts: tuple[Scenario, ...] = ()  # a scenario for each surface, errors mended by guess; for doubts only


def compile_file(path: Path) -> CompiledScenario:
    """The scenario in a file; raises ProblemsFound with everything that is wrong with it."""
    return compile_text(read_text(path), path.as_posix())


def compile_text(text: str, path: str) -> CompiledScenario:
    """The scenario in a text; `path` is named in problems and holds the scenario's sounds.

    Raises ProblemsFound with everything that is wrong; mere doubts are left to lint.
    """
    made = compiled(text, path)
    if made.scenario is None:
        raise ProblemsFound(problem for problem in made.problems if problem.severity == "error")
    return made.scenario


def compiled(text: str, path: str) -> Compiled:
    """What comes of a text: the scenario, or none; and its problems and doubts. Never raises for a faulty text."""
    try:
        source = source_of(text, path)
    except ProblemsFound as error:
        return Compiled(None, error.problems, None)
    if not isinstance(source.value, dict):
        return Compiled(None, source.problems or (problem_at(path, 1, 1, "S13"),), source)
    surfaces, variant_faults = surfaces_of(source)
    policy, policy_problems = _policy(source)
    names = policy, _world()
    read = [_read(surface, source, *names) for surface in surfaces]
    found = (*policy_problems, *told(source, surfaces, variant_faults, [faults for _, faults in read]))
    problems = ProblemsFound([*source.problems, *elsewhere(found, source.problems)]).problems
    drafts = tuple(scenario for scenario, _ in read if scenario is not None)
    if len(drafts) < len(surfaces):
        return Compiled(None, problems, source, surfaces)
    faulty = any(problem.severity == "error" for problem in problems)
    return Compiled(None if faulty else _made(source, surfaces, drafts), problems, source, surfaces, drafts)


def _made(source: Source, surfaces: Iterable[Surface], scenarios: tuple[Scenario, ...]) -> CompiledScenario:
    variant_names = tuple(surface.name for surface in surfaces)
    return CompiledScenario(
        path=source.path,
        fingerprint=fingerprint([list(variant_names), scenarios]),
        text=source.text,
        surfaces=scenarios,
        variant_names=variant_names,
    )


def _read(
    surface: Surface, source: Source, policy: Policy | None, world: Mapping[str, str]
) -> tuple[Scenario | None, tuple[Fault, ...]]:
    data, persona_faults = with_persona(_with_short_forms(surface.data))
    scenario, shape_faults = shaped(Scenario, data)
    names = Names(data, policy, world)
    canonical, reference_faults = named(data, names)
    cross_faults = (*crossed(canonical, names, Path(source.path).parent), *setting_faults(canonical))
    if shape_faults:
        scenario = draft_of(canonical, shape_faults)
    elif canonical != data:
        scenario, _ = shaped(Scenario, canonical)
    scenario = None if scenario is None else with_people(scenario)
    return scenario, (*shape_faults, *persona_faults, *reference_faults, *cross_faults)


def _with_short_forms(data: dict[str, Any]) -> dict[str, Any]:
    """`marking: [V01]` is short for `marking: [{point: V01}]`."""
    marking = data.get("marking")
    if not isinstance(marking, list):
        return data
    return data | {"marking": [{"point": item} if isinstance(item, str) else item for item in marking]}


def _policy(source: Source) -> tuple[Policy | None, tuple[Problem, ...]]:
    name = source.value.get("policy", "harrowmere")
    if not isinstance(name, str):
        return None, ()
    try:
        return load_policy(name).policy, ()
    except UnknownPolicy:
        unknown = fault(("policy",), "R31", word=name, hint=hint(name, policy_names()))
        return None, (source.problem(unknown),)
    except ProblemsFound as error:
        return None, error.problems


def _world() -> Mapping[str, str]:
    try:
        return world_ids()
    except ProblemsFound:  # told where the world is checked
        return {}

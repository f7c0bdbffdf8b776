"""One run of lint: reads each file once, knows its kind, and gathers what the checks say."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Literal

from scenarios.checks.giveaways import giveaway_doubts
from scenarios.checks.line import line_doubts
from scenarios.checks.points import point_doubts
from scenarios.checks.rehearsals import rehearsal_faults
from scenarios.checks.safe import unsafe_faults
from scenarios.checks.story import story_doubts
from scenarios.checks.telling import telling_doubts
from scenarios.checks.whole import role_doubts, whole_doubts
from scenarios.compile import Compiled, compiled
from scenarios.names import Names
from scenarios.paths import CALLS, yaml_files
from scenarios.persona_file import compile_persona
from scenarios.placing import elsewhere, told
from scenarios.policy import Policy
from scenarios.policy_file import UnknownPolicy, compile_policy, load_policy, policy_names
from scenarios.problems import Fault, Problem, ProblemsFound, fault, hint
from scenarios.scenario import Scenario
from scenarios.source import Source, source_of
from scenarios.source_text import problem_at, read_text
from scenarios.world_file import compile_world, world_ids

FileKind = Literal["scenario", "rehearsal", "policy", "world", "persona"]


class LintRun:
    """Remembers what was read, so that a scenario is compiled once for itself and all its rehearsals."""

    def __init__(self) -> None:
        self._texts: dict[Path, str] = {}
        self._made: dict[Path, Compiled] = {}

    def file(self, path: Path) -> Iterator[Problem]:
        """Every problem of one file, whatever kind it is."""
        try:
            kind = self._kind(path)
            checks = {"scenario": self._scenario, "rehearsal": self._rehearsal, "policy": self._policy,
                      "world": self._world, "persona": self._persona}  # fmt: skip
            yield from checks[kind](path)
        except ProblemsFound as error:
            yield from error.problems

    def _text(self, path: Path) -> str:
        if path not in self._texts:
            self._texts[path] = read_text(shown(path))
        return self._texts[path]

    def _source(self, path: Path) -> Source:
        return source_of(self._text(path), shown(path).as_posix())

    def _compiled(self, path: Path) -> Compiled:
        if path not in self._made:
            self._made[path] = compiled(self._text(path), shown(path).as_posix())
        return self._made[path]

    def _kind(self, path: Path) -> FileKind:
        by_place: dict[str, FileKind] = {
            "rehearsals": "rehearsal", "policies": "policy", "world": "world", "personas": "persona",
        }  # fmt: skip
        if path.name == "scenario.yaml":
            return "scenario"
        return by_place.get(path.parent.name) or _kind_of(self._source(path).value)

    def _scenario(self, path: Path) -> Iterator[Problem]:
        made = self._compiled(path)
        yield from made.problems
        if made.source is None:
            return
        yield from _unsafe(made, _published(made.source.value))
        yield from (made.source.problem(one) for one in self._siblings(made.source, path))
        if made.drafts:
            each = [tuple(dict.fromkeys(_doubts(scenario))) for scenario in made.drafts]
            whole = [*role_doubts(made.drafts[0])]
            if _in_library(path):
                whole.extend(whole_doubts(made.drafts, path, self._rehearsal_data(path)))
            yield from elsewhere(told(made.source, made.surfaces, whole, each), made.problems)

    def _rehearsal_data(self, path: Path) -> dict[Path, Any]:
        found: dict[Path, Any] = {}
        for file in yaml_files(path.parent / "rehearsals"):
            try:
                found[file] = self._source(file).value
            except ProblemsFound:  # told where the rehearsal itself is read
                found[file] = None
        return found

    def _siblings(self, source: Source, path: Path) -> Iterator[Fault]:
        sibling = source.value.get("sibling_of") if isinstance(source.value, dict) else None
        known = _neighbours(path)
        if isinstance(sibling, str) and sibling not in known:
            yield fault(("sibling_of",), "R40", word=sibling, hint=hint(sibling, known))

    def _rehearsal(self, path: Path) -> Iterator[Problem]:
        source = self._source(path)
        yield from source.problems
        if not isinstance(source.value, dict):
            yield problem_at(source.path, 1, 1, "S13")
            return
        faults = chain(self._rehearsal_faults(source, path), unsafe_faults(source.value, _published(source.value)))
        yield from (source.problem(one) for one in faults)

    def _rehearsal_faults(self, source: Source, path: Path) -> Iterator[Fault]:
        wanted = source.value.get("scenario")
        beside = path.parent.parent / "scenario.yaml"
        here = beside.is_file() and path.parent.name == "rehearsals"
        made = self._compiled(beside) if here else None
        if isinstance(wanted, str):
            own = _id_of(made)
            if own is not None and wanted != own:
                yield fault(("scenario",), "R41", word=wanted, here=own)
            elif made is None and wanted not in _neighbours(CALLS / wanted / "scenario.yaml"):
                known = _neighbours(CALLS / wanted / "scenario.yaml")
                yield fault(("scenario",), "R40", word=wanted, hint=hint(wanted, known))
            elif made is None:
                made = self._compiled(CALLS / wanted / "scenario.yaml")
        policy = _policy_of(source.value)
        if isinstance(source.value.get("policy"), str) and policy is None:
            word = source.value["policy"]
            yield fault(("policy",), "R31", word=word, hint=hint(word, policy_names()))
        yield from rehearsal_faults(source.value, _names(made, policy), made.scenario if made else None)

    def _policy(self, path: Path) -> Iterator[Problem]:
        compile_policy(shown(path))
        source = self._source(path)
        yield from (source.problem(one) for one in unsafe_faults(source.value, source.value.get("numbers")))

    def _persona(self, path: Path) -> Iterator[Problem]:
        source = self._source(path)
        yield from (source.problem(one) for one in unsafe_faults(source.value, _published({})))
        compile_persona(shown(path))

    def _world(self, path: Path) -> Iterator[Problem]:
        source = self._source(path)
        yield from (source.problem(one) for one in unsafe_faults(source.value, _published({})))
        compile_world(shown(path))


def shown(path: Path) -> Path:
    """The path as it is shown: from the working folder where it lies below it."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve())
    except ValueError:
        return path


def _kind_of(value: Any) -> FileKind:
    keys = set(value) if isinstance(value, dict) else set()
    if {"do", "scenario"} & keys and "caller" not in keys:
        return "rehearsal"
    return "policy" if {"grades", "force"} & keys else "scenario"


def _unsafe(made: Compiled, published: dict[str, str]) -> Iterator[Problem]:
    """What is unsafe in a scenario: in a slot's text where it stands, else in each surface that has it."""
    assert made.source is not None
    value = made.source.value
    variants = {"variants": value.get("variants")} if isinstance(value, dict) else {}
    in_slots = tuple(unsafe_faults(variants, published))
    known = {(one.code, one.words) for one in in_slots}
    each = [
        tuple(one for one in unsafe_faults(surface.data, published) if (one.code, one.words) not in known)
        for surface in made.surfaces
    ]
    yield from told(made.source, made.surfaces, in_slots, each)


def _doubts(scenario: Scenario) -> Iterator[Fault]:
    yield from story_doubts(scenario)
    yield from point_doubts(scenario)
    yield from giveaway_doubts(scenario)
    yield from telling_doubts(scenario)
    yield from line_doubts(scenario)


def _in_library(path: Path) -> bool:
    """Whether a scenario is a member of a library, rather than a lone file that somebody tries out."""
    folder = path.resolve().parent
    return path.name == "scenario.yaml" and (folder.parent.name == "calls" or (folder / "rehearsals").is_dir())


def _neighbours(path: Path) -> tuple[str, ...]:
    """The ids of the scenarios beside a scenario, and of those in the library."""
    folders = {path.parent.parent, CALLS}
    return tuple(sorted({file.parent.name for folder in folders for file in folder.glob("*/scenario.yaml")}))


def _id_of(made: Compiled | None) -> str | None:
    value = made.source.value.get("id") if made and made.source and isinstance(made.source.value, dict) else None
    return value if isinstance(value, str) else None


def _names(made: Compiled | None, policy: Policy | None) -> Names:
    data = made.surfaces[0].data if made and made.surfaces else {}
    return Names(data, policy, world_ids())


def _policy_of(value: Any) -> Policy | None:
    name = value.get("policy", "harrowmere") if isinstance(value, dict) else None
    try:
        return load_policy(name).policy if isinstance(name, str) else None
    except (UnknownPolicy, ProblemsFound):
        return None


def _published(value: Any) -> dict[str, str]:
    policy = _policy_of(value)
    return dict(policy.numbers) if policy else {}

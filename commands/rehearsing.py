"""Plays one rehearsal file and compares its marks with what it expects."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from commands.assembling import compiled, load_policy, make_call, parts, started
from scenarios.catalogue import UnknownPolicy, UnknownScenario
from scenarios.problems import ProblemsFound, fault, hint
from scenarios.scenario import Scenario
from scenarios.source import read_source
from scoring.grade_timeline import GradeTimeline, grade_timeline
from scoring.marking import mark
from scoring.outcome import Marking
from scoring.told import Told, told
from simulator.journal import Journal
from simulator.rehearsal import Rehearsal, play, read_rehearsal


@dataclass(frozen=True)
class Difference:
    """A verdict that is not the one expected."""

    point: str
    expected: str
    got: str


@dataclass(frozen=True)
class Played:
    """A rehearsal that was played: its journal, its marks and where they differ from what was expected."""

    rehearsal: Rehearsal
    journal: Journal
    marking: Marking
    differs: tuple[Difference, ...]

    def told(self) -> Told:
        """What the officer was told."""
        return told(self._scenario(), load_policy(self.rehearsal.policy).policy, self.journal)

    def grades(self) -> GradeTimeline:
        """Every grade with what called for it."""
        return grade_timeline(self._scenario(), load_policy(self.rehearsal.policy).policy, self.journal)

    def _scenario(self) -> Scenario:
        return compiled(self.rehearsal.scenario).for_seed(self.rehearsal.seed)

    def as_json(self, with_told: bool = False) -> dict[str, Any]:
        """The public form that `rehearse --json` prints (docs/formats.md)."""
        marks = self.marking.marks
        shown = {"point", "dimension", "verdict", "critical", "because", "shown_by", "share", "text"}
        return {
            "scenario": self.rehearsal.scenario,
            "seed": self.rehearsal.seed,
            "policy": self.rehearsal.policy,
            "outcome": self.marking.outcome,
            "because": self.marking.because,
            "entries": [entry.model_dump(mode="json") for entry in self.journal],
            "marks": [one.model_dump(mode="json", include=shown) for one in marks],
            "ledger": [line.model_dump(mode="json") for line in self.marking.ledger],
            "profiles": {name: p.model_dump(mode="json") for name, p in self.marking.profiles.items()},
            "differs": [vars(one) for one in self.differs],
            **({"told": self.told().model_dump(mode="json")} if with_told else {}),
        }


def play_file(path: Path) -> Played:
    """Plays the rehearsal in a file; raises ProblemsFound when it or its scenario cannot be used."""
    rehearsal = read_rehearsal(path)
    try:
        scenario = compiled(rehearsal.scenario)
    except UnknownScenario:
        known = parts().catalogue.ids()
        raise _at(path, ("scenario",), "R40", rehearsal.scenario, hint(rehearsal.scenario, known)) from None
    try:
        policy = load_policy(rehearsal.policy)
    except UnknownPolicy:
        raise _at(path, ("policy",), "R31", rehearsal.policy, "Known here: harrowmere.") from None
    start = started(scenario, policy, trainee="rehearsal", mode=rehearsal.mode, seed=rehearsal.seed)
    call = make_call(scenario, policy, start)
    journal = play(call, rehearsal.steps, rehearsal.pace)
    marking = mark(call.scenario, policy.policy, journal)
    return Played(rehearsal, journal, marking, _differences(path, rehearsal, marking))


def _differences(path: Path, rehearsal: Rehearsal, marking: Marking) -> tuple[Difference, ...]:
    got = {one.point: one.verdict for one in marking.marks}
    differs = []
    for point, expected in rehearsal.expect.items():
        if point == "outcome":
            found: str = marking.outcome
        elif point in got:
            found = got[point]
        else:
            raise _at(path, ("expect", point), "R47", point, "")
        if found != expected:
            differs.append(Difference(point, expected, found))
    return tuple(differs)


def _at(path: Path, where: tuple[str, ...], code: str, word: str, mend: str) -> ProblemsFound:
    source = read_source(path)
    return ProblemsFound([source.problem(fault(where, code, word=word, hint=mend))])

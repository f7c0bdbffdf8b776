"""The plays of a sweep: one scenario's surface played by every robot, and by chance. Runs in a worker process."""

import gc
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from commands.assembling import compiled, load_policy, parts, started
from reports.worker import SELDOM, end_with_parent
from scenarios.catalogue import LoadedPolicy
from scenarios.problems import ProblemsFound
from scenarios.scenario import CompiledScenario, Scenario
from scoring.marking import mark
from scoring.omissions import Character, Omission, table
from scoring.outcome import Outcome, Verdict
from simulator import events
from simulator.call import Call
from simulator.journal import Journal
from simulator.random_walk import Ground, Walks, ground_of, said_in
from simulator.rehearsal import Rehearsal, read_rehearsal
from simulator.robot_changes import Change
from simulator.robot_plan import Planned, plan_of
from simulator.robot_stuffer import stuffed
from simulator.robots import Robot, Track, Unfit, play_parrot, play_robot, track_of
from simulator.soundness import unsound
from simulator.understanding.remembered import Remembered, for_robots

STUFFER, PARROT, SILENT = "keyword-stuffer", "parrot", "silent"
STRANGERS = (SILENT, PARROT, STUFFER)
MOST_PASSES = 3  # times a robot looks over what it will say for words that it means to leave out


@dataclass(frozen=True)
class Surface:
    """One surface of a scenario, by the seed that brings it."""

    scenario: str  # its id or file
    seed: int


@dataclass(frozen=True)
class Result:
    """What came of one robot's call; `unfit` says why its fault has no place here."""

    robot: str
    verdicts: dict[str, Verdict]
    outcome: Outcome
    billed_ms: int = 0
    faults: tuple[str, ...] = ()
    unfit: str = ""


@dataclass(frozen=True)
class Walked:
    """What came of a number of calls played by chance."""

    calls: int
    faults: tuple[tuple[int, str], ...] = ()  # the walk's seed and what went wrong


@dataclass(frozen=True)
class Stage:
    """A surface made ready: all that each play of it needs."""

    compiled: CompiledScenario
    policy: LoadedPolicy
    scenario: Scenario
    start: events.CallStarted
    plan: tuple[Planned, ...]
    ground: Ground

    def new_call(self) -> Call:
        """A fresh call of this surface."""
        return Call(self.scenario, self.policy.policy, self.start, _understanding(), parts().world)


@cache
def _understanding() -> Remembered:
    return for_robots(parts().understanding)


@lru_cache(maxsize=64)
def stage(surface: Surface) -> Stage:
    """The surface made ready, once a process. The plan is empty where no strong rehearsal plays it."""
    found = compiled(surface.scenario)
    policy = load_policy(found.surfaces[0].policy)
    scenario = found.for_seed(surface.seed)
    start = started(found, policy, trainee="robot", mode="practice", seed=surface.seed, source="robot")
    ready = Stage(found, policy, scenario, start, (), ground_of(scenario, policy.policy))
    strong = strong_rehearsal(found, surface.seed)
    return replace(ready, plan=plan_of(ready.new_call(), strong.steps)) if strong else ready


def strong_rehearsal(scenario: CompiledScenario, seed: int) -> Rehearsal | None:
    """The script of a handler who does all well on this surface: the ideal robot's plan."""
    for path in sorted((Path(scenario.path).parent / "rehearsals").glob("*strong*.yaml")):
        try:
            script = read_rehearsal(path)
        except ProblemsFound:
            continue  # `lint` tells what is wrong with it
        if script.scenario == scenario.id and scenario.variant(script.seed) == scenario.variant(seed):
            return script
    return None


def omission_name(point: str, way: int) -> str:
    """What the robot that loses a point goes by."""
    return f"without {point}" if not way else f"without {point}, way {way + 1}"


def play_character(surface: Surface, name: str) -> Result:
    """One robot with a character, or one of the three that know no plan."""
    on = stage(surface)
    if name == PARROT:
        return _result(on, name, play_parrot(on.new_call()))
    if name == STUFFER:
        return _result(on, name, play_robot(on.new_call(), Robot(name), stuffed(on.scenario, on.policy.policy)))
    if name == SILENT:
        return _play(surface, Robot(name, Change(keeps="answer")))
    character = next(one for one in table().characters if one.name == name)
    return _play(surface, robot_of(character))


def robot_of(character: Character) -> Robot:
    """The robot that a row of the table describes."""
    return Robot(character.name, character.change, "typed" if character.typed else "spoken")


def play_omission(surface: Surface, point: str, way: int) -> Result:
    """The robot that loses one point in one way."""
    omission: Omission = table().omissions[point]
    return _play(surface, Robot(omission_name(point, way), omission.ways[way]))


@lru_cache(maxsize=256)
def foresee(surface: Surface, number: int) -> None:
    """Has all that a set of this surface's walks says looked at together, once a process: for so many walks that most
    of it will be said."""
    _understanding().foresee(said_in(stage(surface).ground, number))


def play_walks(surface: Surface, first: int, calls: int) -> Walked:
    """Calls played by chance, each marked as well; a crash is told with the seed that brings it."""
    on = stage(surface)
    walks = Walks(on.new_call, on.ground)
    faults: list[tuple[int, str]] = []
    for seed in range(first, first + calls):
        try:
            journal = walks.walk(seed)
            mark(on.scenario, on.policy.policy, journal)
            faults += [(seed, fault) for fault in unsound(on.scenario, journal)]
        except Exception as crash:  # whatever it is, it is what the sweep looks for
            faults.append((seed, f"crashed: {type(crash).__name__}: {crash}"))
    return Walked(calls, tuple(faults))


@lru_cache(maxsize=4)  # a process plays the robots of one surface after another; a track is a hundred calls begun
def _track(surface: Surface) -> Track:
    return track_of(stage(surface).new_call(), stage(surface).plan)


def _play(surface: Surface, robot: Robot) -> Result:
    on, track = stage(surface), _track(surface)
    try:
        plan = robot.plans(on.plan, on.scenario)
    except Unfit as unfit:
        return Result(robot.name, {}, "interrupted", unfit=str(unfit))
    journal = play_robot(on.new_call(), robot, plan, track)
    for _ in range(MOST_PASSES):
        if not _still_said(journal, robot.change.unsaid):
            break
        plan = _looked_over(on, robot, plan)
        journal = play_robot(on.new_call(), robot, plan, track)
    return _result(on, robot.name, journal)


def _still_said(journal: Journal, unsaid: tuple[str, ...]) -> bool:
    said = (entry.event for entry in journal if isinstance(entry.event, events.HandlerSaid))
    return any(intent.answers_to(name) for event in said for intent in event.intents for name in unsaid)


def _looked_over(on: Stage, robot: Robot, plan: tuple[Planned, ...]) -> tuple[Planned, ...]:
    """The plan once more: words left standing may be heard as what was to be left out."""
    heard = plan_of(on.new_call(), tuple(planned.step for planned in plan))
    kept = tuple(replace(one, cues=other.cues) for one, other in zip(heard, plan, strict=True))
    return Change(unsaid=robot.change.unsaid).applied(kept, on.scenario)


def _result(on: Stage, name: str, journal: Journal) -> Result:
    marking = mark(on.scenario, on.policy.policy, journal)
    return Result(
        robot=name,
        verdicts={one.point: one.verdict for one in marking.marks},
        outcome=marking.outcome,
        billed_ms=billed_ms(journal),
        faults=unsound(on.scenario, journal),
    )


def billed_ms(journal: Journal) -> int:
    """The call's length as billed: from answer to end, without what typing took beyond speech."""
    answered = next((e.t_ms for e in journal if isinstance(e.event, events.CallAnswered)), 0)
    ended = next((e.t_ms for e in journal if isinstance(e.event, events.CallEnded)), answered)
    typing = sum(e.event.allowance_ms for e in journal if isinstance(e.event, events.HandlerSaid))
    return max(0, ended - answered - typing)


def warm() -> None:
    """Loads what every play needs; for the start of a worker, which ends with the program that started it."""
    end_with_parent()
    parts()
    gc.freeze()  # what was loaded lasts; it is not looked through again and again
    gc.set_threshold(SELDOM)

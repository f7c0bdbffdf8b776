"""What a sweep proves of a surface: results of its robots in, what holds and what does not out. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from commands.sweep_plays import STUFFER, Result, Surface, Walked, omission_name
from scenarios.scenario import Scenario
from scoring.omissions import Character, Omission, Table

EARNED = ("met",)
EXCUSED = ("waived", "not_applicable")
LOST = ("partly", "not_met", "for_assessor")


@dataclass(frozen=True)
class Check:
    """One thing that must hold of a surface, whether it does, and what does not."""

    surface: Surface
    what: str
    holds: bool
    wrong: tuple[str, ...] = ()
    remark: str = ""


def checks(
    surface: Surface, scenario: Scenario, results: Mapping[str, Result], walked: Walked, rules: Table
) -> Iterator[Check]:
    """Everything that must hold of one surface."""
    ideal = results["ideal"]
    yield _check(surface, "the ideal robot earns every point", _ideal(ideal), _excused(ideal))
    yield _check(surface, "calls keep their length", _lengths(scenario, results))
    yield _check(surface, "silence earns nothing", _silent(results["silent"]))
    for stranger in ("parrot", STUFFER):
        yield _check(surface, f"the {stranger} fails", _fails(results[stranger]))
    for character in rules.characters:
        if character.name != "ideal":
            wrong = _character(character, ideal, results[character.name])
            yield _check(surface, f"the {character.name} robot", wrong)
    yield _check(surface, "each point is lost by the deed it is for", _points(scenario, ideal, results, rules))
    crashed = tuple(f"{name}: {fault}" for name, one in results.items() for fault in one.faults)
    yield _check(surface, "no robot breaks the call", crashed)
    by_chance = tuple(f"walk {seed}: {fault}" for seed, fault in walked.faults)
    yield _check(surface, "nothing done by chance breaks or leaks", by_chance, f"{walked.calls} calls")


def _check(surface: Surface, what: str, wrong: tuple[str, ...], remark: str = "") -> Check:
    return Check(surface, what, not wrong, wrong, remark)


def _ideal(ideal: Result) -> tuple[str, ...]:
    wrong = [f"{point} is {verdict}" for point, verdict in ideal.verdicts.items() if verdict in LOST]
    if ideal.unfit:
        wrong.append(ideal.unfit)
    elif not any(verdict in EARNED for verdict in ideal.verdicts.values()):
        wrong.append("it earns nothing")
    if ideal.outcome != "met":
        wrong.append(f"its outcome is {ideal.outcome}")
    return tuple(wrong)


def _excused(ideal: Result) -> str:
    excused = [point for point, verdict in ideal.verdicts.items() if verdict in EXCUSED]
    return f"waived or not applicable here: {', '.join(excused)}" if excused else ""


def _lengths(scenario: Scenario, results: Mapping[str, Result]) -> tuple[str, ...]:
    band = scenario.plan.length
    says = f"outside {band.from_ // 1000} to {band.to // 1000} s"
    return tuple(
        f"the {name} robot takes {results[name].billed_ms // 1000} s, {says}"
        for name in ("ideal", "slow typist")
        if not band.from_ <= results[name].billed_ms <= band.to
    )


def _silent(silent: Result) -> tuple[str, ...]:
    something = ("met", "partly")
    earned = tuple(f"{point} is {verdict}" for point, verdict in silent.verdicts.items() if verdict in something)
    return (*earned, *_fails(silent))


def _fails(one: Result) -> tuple[str, ...]:
    return () if one.outcome == "not_met" else (f"its outcome is {one.outcome}",)


def _character(character: Character, ideal: Result, one: Result) -> tuple[str, ...]:
    if one.unfit:
        return (one.unfit,)
    could = [point for point in sorted(character.loses) if ideal.verdicts.get(point) in EARNED]
    kept = tuple(f"{point} is {one.verdicts[point]}" for point in could if one.verdicts[point] not in LOST)
    if not character.keeps_all:
        return kept
    lost = tuple(f"{point} is {one.verdicts[point]}" for point in _lost(ideal, one))
    return (*kept, *lost, *((f"its outcome is {one.outcome}",) if one.outcome != ideal.outcome else ()))


def _lost(ideal: Result, one: Result) -> list[str]:
    """The points that the ideal robot earns and this one loses."""
    return [point for point, verdict in one.verdicts.items() if verdict in LOST and ideal.verdicts[point] in EARNED]


def _points(scenario: Scenario, ideal: Result, results: Mapping[str, Result], rules: Table) -> tuple[str, ...]:
    wrong: list[str] = []
    for choice in scenario.marking:
        if ideal.verdicts.get(choice.point) in EARNED:
            omission = rules.omissions.get(choice.point)
            wrong += _point(omission, ideal, results) if omission else [f"{choice.point} is not in omissions.yaml"]
    return tuple(wrong)


def _point(omission: Omission, ideal: Result, results: Mapping[str, Result]) -> list[str]:
    tried = [results[omission_name(omission.point, way)] for way in range(len(omission.ways))]
    losing = [one for one in tried if omission.point in _lost(ideal, one)]
    if not losing:
        unfit = "; ".join(sorted({one.unfit for one in tried if one.unfit}))
        return [f"{omission.point} is not lost ({unfit})" if unfit else f"{omission.point} is not lost"]
    named = omission.costs | {omission.point}
    dear = {one.robot: sorted(set(_lost(ideal, one)) - named) for one in losing}
    if not all(dear.values()):
        return []
    robot, more = min(dear.items(), key=lambda found: len(found[1]))
    return [f"{robot} loses {', '.join(more)} too, which {omission.point} does not name"]

"""Marking: a scenario, a policy and a journal in; verdicts, ledger, profiles and an outcome out. Pure."""

from collections.abc import Mapping
from typing import Literal

from scenarios.policy import Policy
from scenarios.scenario import MarkingChoice, Scenario
from scoring.catalogue import MarkingPoint, catalogue
from scoring.detectors.table import AWAITING, DETECTORS
from scoring.doubt import in_doubt
from scoring.outcome import Finding, LedgerLine, Mark, Marking
from scoring.reading import Reading
from scoring.run_outcome import run_outcome
from scoring.run_type import criticality, criticals
from scoring.settings import SettingsProblem, settings_for
from scoring.shared_causes import capped
from scoring.untidied import untidied
from simulator.events import CallStarted
from simulator.journal import Journal

MARKING_VERSION = "2026.11.23"


class MarkingProblem(ValueError):
    """A journal cannot be marked against this scenario; the words say why and what to do."""


def mark(scenario: Scenario, policy: Policy, journal: Journal) -> Marking:
    """Everything marking says of one journal.

    The same journal always gives the same marks. Raises MarkingProblem where the scenario uses a point that cannot
    be marked yet or a setting that is not known, or where the journal is of another scenario.
    """
    _check(scenario, journal)
    with untidied():
        return _marked(Reading(scenario, policy, journal))


def _marked(reading: Reading) -> Marking:
    scenario, policy = reading.scenario, reading.policy
    critical_here = criticals(scenario, policy)
    marks = tuple(_mark(reading, choice, critical_here) for choice in scenario.marking)
    under = capped(marks)
    marks = tuple(_say_capped(one, under) for one in marks)
    run = run_outcome(reading, marks, under)
    return Marking(
        version=MARKING_VERSION,
        outcome=run.outcome,
        because=run.because,
        marks=marks,
        ledger=reading.ledger.lines,
        profiles=run.profiles,
        criticals=run.criticals,
        referred=run.referred,
        evidence_grade=_evidence_grade(reading),
    )


def ledger(scenario: Scenario, policy: Policy, journal: Journal) -> tuple[LedgerLine, ...]:
    """The three-way ledger alone."""
    return Reading(scenario, policy, journal).ledger.lines


def _check(scenario: Scenario, journal: Journal) -> None:
    for choice in scenario.marking:
        if choice.point in AWAITING:
            raise MarkingProblem(
                f"{scenario.id} uses {choice.point}, which cannot be marked yet: {AWAITING[choice.point]}. "
                f"Take {choice.point} out of the scenario's marking."
            )
        if choice.point not in DETECTORS:
            raise MarkingProblem(f"{scenario.id} uses {choice.point}, which is no marking point.")
    started = next((e.event for e in journal if isinstance(e.event, CallStarted)), None)
    if started is not None and started.scenario != scenario.id:
        raise MarkingProblem(
            f"This journal is of {started.scenario!r}, not of {scenario.id!r}. Mark it against its own scenario."
        )


def _mark(reading: Reading, choice: MarkingChoice, critical_here: frozenset[str]) -> Mark:
    point = catalogue()[choice.point]
    try:
        settings = settings_for(point.id, choice.with_)
    except SettingsProblem as problem:
        raise MarkingProblem(f"{reading.scenario.id}: {problem}.") from problem
    finding = in_doubt(reading, point, DETECTORS[point.id](reading, settings))
    return Mark(
        point=point.id,
        dimension=point.dimension,
        text=point.text,
        verdict=finding.verdict,
        critical=criticality(point, critical_here, reading.policy),
        because=_because(reading.policy, point, finding),
        shown_by=_existing(reading, finding),
        share=finding.share or 0.0,
        weight=point.weight,
        decisive=_decisive(point, finding),
        criteria=point.criteria,
    )


def _existing(reading: Reading, finding: Finding) -> tuple[int, ...]:
    """The entries that show a finding; a verdict with none of its own points at the ends of the window."""
    if finding.verdict == "not_applicable" or finding.shown_by:
        return finding.shown_by
    return reading.bounds


def _decisive(point: MarkingPoint, finding: Finding) -> bool:
    """Whether a recorded deed alone shows it. Words never do (DESIGN, idea 5)."""
    if finding.verdict != "not_met":
        return False
    return point.tier == "D" if finding.decisive is None else finding.decisive


def _because(policy: Policy, point: MarkingPoint, finding: Finding) -> str:
    reason = policy.pass_rules.demoted.get(point.id)
    if reason is None:
        return finding.because
    return f"{finding.because} (Held for the assessor here, not critical: {reason.rstrip('.')}.)"


def _say_capped(one: Mark, under: Mapping[str, str]) -> Mark:
    if one.point not in under:
        return one
    words = f"{one.because} One event, one penalty: the loss is counted under {under[one.point]}."
    return one.model_copy(update={"because": words})


def _evidence_grade(reading: Reading) -> Literal["evidence", "practice, not evidence"]:
    started = reading.seen.first(CallStarted)
    real = started is not None and started.event.approved and started.event.mode == "assessment"
    return "evidence" if real else "practice, not evidence"

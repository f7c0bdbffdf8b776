"""Marking: a scenario, a policy and a journal in; verdicts, ledger, profiles and an outcome out. Pure."""

from collections.abc import Mapping
from typing import Literal, get_args

from scenarios.policy import Policy
from scenarios.scenario import MarkingChoice, Scenario
from scenarios.vocabulary.words import Dimension
from scoring.catalogue import MarkingPoint, catalogue
from scoring.detectors.table import AWAITING, DETECTORS
from scoring.outcome import Finding, LedgerLine, Mark, Marking, Outcome, Profile
from scoring.reading import Reading
from scoring.run_type import criticality
from scoring.settings import SettingsProblem, settings_for
from scoring.shared_causes import capped
from simulator.events import CallStarted, Interrupted, Stopped
from simulator.journal import Journal

MARKING_VERSION = "2026.11.1"
DECIDED = ("met", "partly", "not_met")


class MarkingProblem(ValueError):
    """A journal cannot be marked against this scenario; the words say why and what to do."""


def mark(scenario: Scenario, policy: Policy, journal: Journal) -> Marking:
    """Everything marking says of one journal.

    The same journal always gives the same marks. Raises MarkingProblem where the scenario uses a point that cannot
    be marked yet or a setting that is not known, or where the journal is of another scenario.
    """
    _check(scenario, journal)
    reading = Reading(scenario, policy, journal)
    marks = tuple(_mark(reading, choice) for choice in scenario.marking)
    under = capped(marks)
    marks = tuple(_say_capped(one, under) for one in marks)
    profiles = _profiles(policy, marks, under)
    failed = tuple(m.point for m in marks if m.critical == "critical" and m.verdict == "not_met" and m.decisive)
    doubts = tuple(m.point for m in marks if _needs_an_assessor(policy, m))
    outcome, because = _outcome(reading, marks, profiles, failed, doubts)
    return Marking(
        version=MARKING_VERSION,
        outcome=outcome,
        because=because,
        marks=marks,
        ledger=reading.ledger.lines,
        profiles=profiles,
        criticals=failed,
        referred=doubts,
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


def _mark(reading: Reading, choice: MarkingChoice) -> Mark:
    point = catalogue()[choice.point]
    try:
        settings = settings_for(point.id, choice.with_)
    except SettingsProblem as problem:
        raise MarkingProblem(f"{reading.scenario.id}: {problem}.") from problem
    finding = DETECTORS[point.id](reading, settings)
    return Mark(
        point=point.id,
        dimension=point.dimension,
        text=point.text,
        verdict=finding.verdict,
        critical=criticality(point, reading.scenario, reading.policy),
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


def _needs_an_assessor(policy: Policy, one: Mark) -> bool:
    if one.verdict == "for_assessor":
        return one.critical in ("critical", "hold")
    if one.verdict != "not_met":
        return False
    demoted = one.point in policy.pass_rules.demoted
    return demoted or (one.critical == "critical" and not one.decisive)


def _profiles(policy: Policy, marks: tuple[Mark, ...], under: Mapping[str, str]) -> dict[str, Profile]:
    """Each dimension's own share of what could be decided; never one averaged number (DOMAIN F-QA4)."""
    profiles: dict[str, Profile] = {}
    for dimension in get_args(Dimension):
        of_it = [m for m in marks if m.dimension == dimension]
        if not of_it:
            continue
        decided = [m for m in of_it if m.verdict in DECIDED and m.point not in under]
        possible = float(sum(m.weight for m in decided))
        earned = round(sum(m.weight * _worth(m) for m in decided), 3)
        share = round(earned / possible, 4) if possible else 0.0
        needed = policy.pass_rules.shares.get(dimension, policy.pass_rules.default_share)
        profiles[dimension] = Profile(
            dimension=dimension,
            earned=earned,
            possible=possible,
            share=share,
            needed=needed,
            reached=possible > 0 and share >= needed,
        )
    return profiles


def _worth(one: Mark) -> float:
    return 1.0 if one.verdict == "met" else one.share if one.verdict == "partly" else 0.0


def _outcome(
    reading: Reading,
    marks: tuple[Mark, ...],
    profiles: Mapping[str, Profile],
    failed: tuple[str, ...],
    doubts: tuple[str, ...],
) -> tuple[Outcome, str]:
    seen = reading.seen
    if seen.first(Stopped) is not None:
        return "stopped", "The trainee pressed Stop, which never counts against them."
    broken = seen.first(Interrupted)
    if broken is not None:
        return "interrupted", f"The run could not go on: {broken.event.because}"
    if seen.ended is None:
        return "interrupted", "The journal ends before the call does."
    if failed:
        return "not_met", f"A recorded deed failed what is critical here: {', '.join(failed)}."
    weighed = [profile for profile in profiles.values() if profile.possible > 0]
    if not weighed:
        return "not_met", "Nothing was done that could be marked."
    short = [profile for profile in weighed if not profile.reached]
    if short:
        words = ", ".join(f"{p.dimension} {p.share:.0%} of {p.needed:.0%} needed" for p in short)
        return "not_met", f"Below what the policy asks for: {words}."
    if doubts:
        return "referred", f"An assessor must settle {', '.join(doubts)} before there is an outcome."
    return "met", "Every dimension reached its share and nothing critical failed."


def _evidence_grade(reading: Reading) -> Literal["evidence", "practice, not evidence"]:
    started = reading.seen.first(CallStarted)
    real = started is not None and started.event.approved and started.event.mode == "assessment"
    return "evidence" if real else "practice, not evidence"

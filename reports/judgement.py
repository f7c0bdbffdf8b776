"""What an assessor decides: a verdict with a reason, added beside the automatic one and never overwritten."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, StringConstraints, model_validator

from scenarios.scenario import Frozen
from scoring.outcome import Mark, Marking, Outcome, Verdict

Role = Literal["assessor", "trainee_assessor", "iqa", "expert_witness"]
ROLES: Mapping[str, str] = MappingProxyType(
    {
        "assessor": "Assessor",
        "trainee_assessor": "Assessor in training",
        "iqa": "Internal quality assurer",
        "expert_witness": "Expert witness",
    }
)
POINT_VERDICTS: tuple[Verdict, ...] = ("met", "partly", "not_met", "waived", "not_applicable")
RUN_VERDICTS: tuple[Outcome, ...] = ("met", "not_met", "referred")

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Judgement(Frozen):
    """One decision about a point, or about the whole run when `point` is None.

    `reason` says why (1 to 4,000 characters), `at` is the wall time with its zone, `run` the marking judged.
    """

    point: str | None = None
    verdict: Verdict | Outcome
    reason: Annotated[Words, Field(max_length=4000)]
    author: Annotated[Words, Field(max_length=120)]
    role: Role = "assessor"
    at: AwareDatetime
    run: int = Field(default=1, ge=1)

    @model_validator(mode="after")
    def _verdict_fits(self) -> "Judgement":
        allowed: tuple[str, ...] = RUN_VERDICTS if self.point is None else POINT_VERDICTS
        if self.verdict not in allowed:
            raise ValueError(f"choose one of: {', '.join(allowed)}")
        return self


class StandingPoint(Frozen):
    """A point as it stands: the mark, the verdict that counts now, and the judgement that made it so."""

    mark: Mark
    verdict: Verdict
    judgement: Judgement | None = None
    earlier: tuple[Judgement, ...] = ()


class Standing(Frozen):
    """A run as it stands: the outcome that counts now, who made it so, each point, and what is still open."""

    outcome: Outcome
    because: str
    judgement: Judgement | None = None
    points: Mapping[str, StandingPoint]
    unsettled: tuple[str, ...] = ()
    judged_since: bool = False  # a point was judged after the run's outcome was


def _point(mark: Mark, judgements: tuple[Judgement, ...]) -> StandingPoint:
    own = tuple(j for j in judgements if j.point == mark.point)
    if not own:
        return StandingPoint(mark=mark, verdict=mark.verdict)
    return StandingPoint.model_validate(
        {"mark": mark, "verdict": own[-1].verdict, "judgement": own[-1], "earlier": own[:-1]}
    )


def standing(marking: Marking, judgements: Iterable[Judgement]) -> Standing:
    """The run as it stands: the newest judgement of each point and of the run counts, else the marking."""
    order = tuple(judgements)
    points = {mark.point: _point(mark, order) for mark in marking.marks}
    whole = [n for n, judgement in enumerate(order) if judgement.point is None]
    last = order[whole[-1]] if whole else None
    since = order[whole[-1] + 1 :] if whole else ()
    return Standing.model_validate(
        {
            "outcome": last.verdict if last else marking.outcome,
            "because": last.reason if last else marking.because,
            "judgement": last,
            "points": points,
            "unsettled": tuple(p for p in marking.referred if p in points and points[p].judgement is None),
            "judged_since": bool(since),
        }
    )


def objections(judgement: Judgement, marking: Marking, earlier: Iterable[Judgement]) -> tuple[str, ...]:
    """Why a judgement cannot be added, in plain sentences; empty when it can.

    A run is `met` only when every referred point is settled and no critical point stands as not met
    (a confirmed critical fails the run whatever the rest); a run that was stopped never counts either way.
    """
    now = standing(marking, earlier)
    if judgement.point is not None:
        known = judgement.point in now.points
        return () if known else (f"{judgement.point} is not a marking point of this run.",)
    return tuple(_objections_to_run(judgement, marking, now))


def _objections_to_run(judgement: Judgement, marking: Marking, now: Standing) -> Iterable[str]:
    if marking.outcome == "stopped":
        yield "This run was stopped. A stop never counts against a trainee, so it has no other outcome."
        return
    settles = judgement.verdict == "met" or (judgement.verdict == "not_met" and marking.outcome == "referred")
    if now.unsettled and settles:
        yield f"First judge the points that wait for an assessor: {', '.join(now.unsettled)}."
    if judgement.verdict == "met":
        failed = [p.mark.point for p in now.points.values() if p.mark.critical == "critical" and p.verdict == "not_met"]
        if failed:
            yield (
                f"{', '.join(failed)} is critical and stands as not met, so the run cannot be met."
                " Judge the point itself first if you see it otherwise."
            )

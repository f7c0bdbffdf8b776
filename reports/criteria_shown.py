"""Which assessment criteria a run shows, in whole, in part or not, and the entries that show it."""

from collections.abc import Mapping
from typing import Literal

from reports.judgement import Standing, StandingPoint
from scenarios.scenario import Frozen
from scenarios.vocabulary.criteria import Criterion, Shows, criteria

Shown = Literal["shown", "in_part", "not_shown", "waits", "question_owed", "elsewhere"]

SHOWN: Mapping[Shown, str] = {
    "shown": "Shown",
    "in_part": "In part",
    "not_shown": "Not shown",
    "waits": "Waits for the assessor",
    "question_owed": "Question owed",
    "elsewhere": "Not by simulation",
}
_BEARING = ("met", "partly", "not_met", "for_assessor")


class CriterionLine(Frozen):
    """One criterion: how far this run shows it, by which points and entries, and what else it needs."""

    code: str
    unit: str
    text: str
    kind: Shows
    shown: Shown
    points: tuple[str, ...] = ()
    shown_by: tuple[int, ...] = ()
    also_needed: str = ""


def criteria_shown(planned: tuple[str, ...], standing: Standing, spoken: bool) -> tuple[CriterionLine, ...]:
    """The plan's criteria and those that marks bear on, in the order of the units.

    A criterion that asks for an explanation is never ticked by a run, whatever was done in it; nor is one about
    speech where nothing was `spoken`.
    """
    bearing: dict[str, list[StandingPoint]] = {code: [] for code in planned}
    for point in standing.points.values():
        for code in point.mark.criteria:
            if point.verdict in _BEARING:
                bearing.setdefault(code, []).append(point)
    known = criteria()
    return tuple(_line(known[code], bearing[code], spoken) for code in known if code in bearing)


def _line(criterion: Criterion, points: list[StandingPoint], spoken: bool) -> CriterionLine:
    silent = criterion.needs_speech and not spoken
    shown: Shown = "not_shown" if silent else _shown(criterion, points)
    earned = [point for point in points if point.verdict in ("met", "partly")]
    return CriterionLine(
        code=criterion.id,
        unit=criterion.unit,
        text=criterion.text,
        kind=criterion.shows,
        shown=shown,
        points=tuple(point.mark.point for point in points),
        shown_by=tuple(sorted({n for point in earned for n in point.mark.shown_by})),
        also_needed=criterion.also_needed,
    )


def _shown(criterion: Criterion, points: list[StandingPoint]) -> Shown:
    if criterion.shows == "K":
        return "question_owed"
    if criterion.shows == "W":
        return "elsewhere"
    verdicts = {point.verdict for point in points}
    if verdicts == {"met"}:
        return "shown" if criterion.shows == "P" else "in_part"
    if verdicts & {"met", "partly"}:
        return "in_part"
    return "waits" if "for_assessor" in verdicts else "not_shown"

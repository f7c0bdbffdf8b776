"""The evidence as plain words for the printed page: what is said is decided here, how it looks in evidence.typ."""

from collections.abc import Callable
from typing import Any

from reports.criteria_shown import SHOWN
from reports.evidence_data import Evidence
from reports.judgement import ROLES, Judgement, StandingPoint
from reports.labels import CAUSES, OUTCOMES, TELLINGS, VERDICTS, WHY_SIMULATED, entry_spans, level_label, points_named
from reports.pack.grades_sheet import grades_sheet
from reports.pack.told_sheet import told_sheet
from reports.plan_page import PlanPage
from reports.wall import for_people
from scoring.outcome import LedgerLine
from simulator.journal import clock

Sheet = dict[str, Any]


def sheet_of(evidence: Evidence) -> Sheet:
    """Everything that is printed, as text, lists and dictionaries only."""
    call, standing = evidence.call, evidence.standing
    return {
        "trainee": call.started.trainee,
        "contact": call.contact,
        "subtitle": f"{for_people(call.opened_at)}, {call.started.mode}, {clock(call.length_ms)},"
        f" attempt {call.attempt}",
        "stamp": "" if call.stamp == "evidence" else _stamp(evidence),
        "outcome": evidence.outcome,
        "outcome_state": standing.outcome if standing else call.state,
        "outcome_because": points_named(standing.because) if standing else "",
        "outcome_by": _decided_by(standing.judgement) if standing else "",
        "provenance": [list(pair) for pair in evidence.provenance],
        "limits": evidence.limits,
        "plan": _plan(evidence),
        "principles": [{"name": f"{p.number}. {p.text}", "shown": list(p.shown)} for p in evidence.principles],
        "criteria": [
            {
                "code": line.code,
                "text": line.text,
                "shown": SHOWN[line.shown],
                "state": line.shown,
                "also": line.also_needed if line.shown != "shown" else "",
                "points": " ".join(line.points),
                "entries": entry_spans(line.shown_by),
            }
            for line in evidence.criteria
        ],
        "profiles": [
            {
                "name": level_label(profile.dimension),
                "share": profile.share if profile.possible else None,
                "needed": profile.needed,
                "words": f"{profile.share:.0%}, {profile.needed:.0%} needed: "
                f"{'reached' if profile.reached else 'not reached'}"
                if profile.possible
                else "Nothing of it arose in this run",
                "reached": profile.reached,
            }
            for profile in evidence.profiles
        ],
        "marks": [_mark(point) for point in standing.points.values() if _counts(point)] if standing else [],
        "idle": [p.mark.point for p in standing.points.values() if not _counts(p)] if standing else [],
        "ledger": [_ledger(line) for line in evidence.marking.marking.ledger] if evidence.marking else [],
        "told": told_sheet(evidence.told) if evidence.told and call.entries else None,
        "grades": grades_sheet(evidence.grades) if evidence.grades and evidence.grades.moves else None,
        "delivery": [list(pair) for pair in evidence.delivery.lines] if evidence.delivery and call.entries else [],
        "questions": [
            q.text + (f" ({', '.join(q.criteria)})" if q.criteria else "") for q in evidence.questions
        ],
        "judgements": [_judgement(stored.judgement) for stored in evidence.judgements],
        "rows": [
            {"n": str(row.n), "time": row.clock, "who": row.who, "what": row.what, "detail": row.detail,
             "tone": row.tone}
            for row in evidence.rows
        ],
        "lanes": [
            {"lane": row.lane, "t": row.t_ms, "lasts": row.lasts_ms} for row in evidence.rows if row.lane != "behind"
        ],
        "made": for_people(evidence.made_at),
    }  # fmt: skip


def every_text(sheet: Any, change: Callable[[str], str]) -> Any:
    """The sheet with every text changed; keys, numbers and the names of states stay."""
    if isinstance(sheet, str):
        return change(sheet)
    if isinstance(sheet, list):
        return [every_text(item, change) for item in sheet]
    if isinstance(sheet, dict):
        return {key: every_text(item, change) for key, item in sheet.items()}
    return sheet


def _stamp(evidence: Evidence) -> str:
    approved = evidence.call.started.approved
    why = "This was a practice run." if approved else "The scenario was not approved when this was played."
    return f"Practice, not evidence. {why}"


def _decided_by(judgement: Judgement | None) -> str:
    if judgement is None:
        return "Proposed by the program, not yet judged"
    return f"Decided by {judgement.author}, {ROLES[judgement.role].lower()}, {for_people(judgement.at)}"


def _plan(evidence: Evidence) -> list[list[str]]:
    plan = evidence.plan
    if not isinstance(plan, PlanPage):
        return [["Plan", plan.why]]
    return [
        ["Title", plan.title],
        ["Aim", plan.aim],
        ["Why simulated", WHY_SIMULATED[plan.why_simulated]],
        ["Planned length", f"{clock(plan.from_ms)} to {clock(plan.to_ms)}"],
        ["Criteria planned for", ", ".join(plan.criteria)],
    ]


def _counts(point: StandingPoint) -> bool:
    return point.verdict != "not_applicable" or point.judgement is not None


def _mark(point: StandingPoint) -> Sheet:
    mark, judgement = point.mark, point.judgement
    judged = ""
    if judgement is not None:
        judged = (
            f"{VERDICTS[judgement.verdict]}, judged by {judgement.author}, {for_people(judgement.at)}"
            f" (automatic: {VERDICTS[mark.verdict].lower()}): {judgement.reason}"
        )
    return {
        "point": mark.point,
        "text": mark.text,
        "tag": {"critical": "Critical", "hold": "Holds the run", "none": ""}[mark.critical],
        "because": mark.because,
        "judged": judged,
        "verdict": VERDICTS[point.verdict],
        "state": point.verdict,
        "entries": entry_spans(mark.shown_by),
    }


def _ledger(line: LedgerLine) -> Sheet:
    def told(value: str | None, at_ms: int | None, none: str) -> str:
        if value is None:
            return none
        return value if at_ms is None else f"{value} ({clock(at_ms)})"

    return {
        "label": line.label,
        "truth": line.truth,
        "disclosed": "\n".join(
            (
                told(line.disclosed, line.disclosed_ms, "Not told"),
                *(f"{TELLINGS[one.standing]} ({clock(one.t_ms)}): {one.value}" for one in line.tellings),
            )
        ),
        "recorded": told(line.recorded, line.recorded_ms, "Nothing"),
        "cause": CAUSES[line.cause],
        "state": line.cause,
    }


def _judgement(judgement: Judgement) -> str:
    words = VERDICTS if judgement.point else OUTCOMES
    return (
        f"{judgement.point or 'The whole run'}: {words[judgement.verdict].lower()}, {judgement.author},"
        f" {ROLES[judgement.role].lower()}, {for_people(judgement.at)}. {judgement.reason}"
    )

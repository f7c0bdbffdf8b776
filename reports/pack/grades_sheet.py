"""The grade timeline, as plain words for the printed page."""

from typing import Any

from scoring.fair_time import seconds
from scoring.grade_timeline import GradeMove, GradeTimeline, ThriveSection
from simulator.journal import clock


def grades_sheet(grades: GradeTimeline) -> dict[str, Any]:
    """The grades, and the THRIVE headings that are to be looked at, as text, lists and dictionaries only."""
    left = ", ".join(f"{cause.words} at {clock(cause.t_ms)}" for cause in grades.unanswered)
    return {
        "summary": grades.summary,
        "rows": [*map(_move, grades.moves), *(_section(one) for one in grades.thrive if one.flag)],
        "unanswered": left,
    }


def _move(move: GradeMove) -> dict[str, str]:
    called_for = "Nothing told"
    if move.cause is not None:
        allowed = f"; {seconds(move.allowed_ms)} allowed" if move.allowed_ms else ""
        called_for = f"{move.cause.words} ({seconds(move.delay_ms or 0)} before{allowed})"
    authority = f"; authority: {move.authority}" if move.authority else ""
    return {
        "what": f"{move.grade} ({clock(move.t_ms)}, {move.move}{authority})",
        "cause": called_for,
        "because": move.because or "None",
        "cites": ", ".join(move.cites) or "-",
        "flags": " ".join(move.flags) or "Nothing",
    }


def _section(one: ThriveSection) -> dict[str, str]:
    return {
        "what": f"THRIVE: {one.heading}",
        "cause": "",
        "because": one.note or "None",
        "cites": ", ".join(one.cites) or "-",
        "flags": one.flag,
    }

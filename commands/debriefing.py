"""Turns a marked call into what the trainee's debrief shows."""

from reports.timeline import timeline
from scoring.outcome import LedgerLine, Marking
from simulator.desk.ports import Debrief, DebriefFact, DebriefMark, DebriefProfile, DebriefRow, Tone
from simulator.journal import Journal, clock

STAMP = "Practice, not evidence"
_TONES: dict[str, Tone] = {"good": "good", "bad": "bad", "warn": "warn", "quiet": "quiet"}


def debrief_of(journal: Journal, marking: Marking, contact: str) -> Debrief:
    """The debrief of a practice run."""
    return Debrief(
        outcome=marking.outcome,
        because=marking.because,
        stamp="" if marking.evidence_grade == "evidence" else STAMP,
        marks=tuple(
            DebriefMark(
                one.point, one.dimension, one.text, one.verdict, one.because, one.critical == "critical", one.shown_by
            )
            for one in marking.marks
        ),
        ledger=tuple(_fact(line) for line in marking.ledger),
        profiles=tuple(
            DebriefProfile(name, profile.share, profile.needed, profile.reached, profile.possible > 0)
            for name, profile in marking.profiles.items()
        ),
        timeline=tuple(
            DebriefRow(row.n, row.t_ms, row.who, row.what, _TONES.get(row.tone, "plain")) for row in timeline(journal)
        ),
        kept=f"Kept as contact {contact}",
    )


def _fact(line: LedgerLine) -> DebriefFact:
    return DebriefFact(
        label=line.label,
        truth=line.truth,
        told=f"{line.disclosed} at {clock(line.disclosed_ms or 0)}" if line.disclosed else "",
        recorded=f"{line.recorded} at {clock(line.recorded_ms or 0)}" if line.recorded else "",
        cause=line.cause.replace("_", " "),
        right=line.cause in ("right", "unconfirmed", "not_needed"),
        shown_by=line.shown_by,
    )

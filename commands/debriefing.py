"""Turns a marked call into what the trainee's debrief shows."""

from collections.abc import Iterator

from reports.labels import CAUSES, points_named
from reports.ledger_words import labels_of, told_words
from reports.timeline import timeline
from scenarios.policy import Policy
from scenarios.scenario import Scenario
from scoring.delivery import Delivery, delivery, silences_in_words
from scoring.fair_time import seconds
from scoring.grade_timeline import GradeTimeline, grade_timeline
from scoring.outcome import LedgerLine, Marking
from simulator.desk.ports import Debrief, DebriefFact, DebriefMark, DebriefNote, DebriefProfile, DebriefRow, Tone
from simulator.journal import Journal, clock

STAMP = "Practice, not evidence"
_TONES: dict[str, Tone] = {"good": "good", "bad": "bad", "warn": "warn", "quiet": "quiet"}


def debrief_of(scenario: Scenario, policy: Policy, journal: Journal, marking: Marking, contact: str) -> Debrief:
    """The debrief of a practice run."""
    return Debrief(
        outcome=marking.outcome,
        because=points_named(marking.because),
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
            DebriefRow(row.n, row.t_ms, row.who, row.what, _TONES.get(row.tone, "plain"))
            for row in timeline(journal, labels_of(marking), scenario.channel.desk)
        ),
        kept=f"Kept as contact {contact}",
        notes=(*_grades(grade_timeline(scenario, policy, journal)), *_measures(delivery(journal))),
    )


def _grades(grades: GradeTimeline) -> Iterator[DebriefNote]:
    for move in grades.moves:
        cause = move.cause
        since = (
            f"{cause.words} at {clock(cause.t_ms)}, {seconds(move.delay_ms or 0)} before" if cause else "nothing told"
        )
        words = [f"Called for by: {since}.", f"Rationale: {move.because.rstrip('.') or 'none'}."]
        words += [f"It cites: {', '.join(move.cites)}."] if move.cites else []
        words += [f"Authority: {move.authority}."] if move.authority else []
        title = f"{move.grade} at {clock(move.t_ms)}, {move.move}"
        yield DebriefNote(title, f"Called for by {since}", " ".join(words), " ".join(move.flags), move.shown_by)
    for one in grades.thrive:
        rests = ", ".join(one.cites) or "nothing"
        words = [f"Level: {one.level or 'none'}. Note: {one.note.rstrip('.') or 'none'}. Rests on: {rests}."]
        yield DebriefNote(f"THRIVE, {one.heading.lower()}", f"Rests on {rests}", words[0], one.flag, one.shown_by)
    for left in grades.unanswered:
        yield DebriefNote(f"{left.words} at {clock(left.t_ms)}", "", "", "Called for a higher grade.", (left.n,))


def _measures(measured: Delivery) -> Iterator[DebriefNote]:
    """Facts of how it was said; never marked."""
    entries = {
        "Silences": tuple(one.n for one in measured.silences),
        "Talking": (*measured.cut_in, *measured.cut_in_on),
    }
    for label, value in measured.lines:
        where = entries.get(label.split()[0], ())
        more = (
            f" ({silences_in_words(measured.silences)})" if label.startswith("Silences") and measured.silences else ""
        )
        yield DebriefNote(f"{label}: {value}", "Delivery: measured, never marked", f"{value}{more}", shown_by=where)


def _fact(line: LedgerLine) -> DebriefFact:
    return DebriefFact(
        label=line.label,
        truth=line.truth,
        told=told_words(line),
        recorded=f"{line.recorded} at {clock(line.recorded_ms or 0)}" if line.recorded else "",
        cause=CAUSES[line.cause],
        right=line.cause in ("right", "unconfirmed", "not_needed"),
        shown_by=line.shown_by,
    )

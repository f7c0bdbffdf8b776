"""The debrief's data as rows for its lists; pure."""

from collections import Counter
from collections.abc import Sequence

from simulator.desk.ports import Debrief, DebriefFact, DebriefMark, DebriefNote, DebriefRow
from simulator.desk.row_list import ListRow
from simulator.journal import clock

VERDICTS = {
    "met": ("Met", "check", "green"),
    "partly": ("Partly", "warn", "amber"),
    "not_met": ("Not met", "x", "red"),
    "waived": ("Waived", "info", "text2"),
    "not_applicable": ("Not applicable", "info", "text2"),
    "for_assessor": ("For the assessor", "user", "accent"),
}
LOST = ("not_met", "partly", "for_assessor")
ORDER = ("not_met", "partly", "for_assessor", "met", "waived", "not_applicable")
TONES = {"plain": "text", "good": "green", "bad": "red", "warn": "amber", "quiet": "text2"}

Rows = tuple[list[ListRow], tuple[tuple[str, str], ...], tuple[tuple[int, ...], ...]]


def mark_rows(debrief: Debrief, only_lost: bool) -> Rows:
    """The marks as rows, their reasons, and their entries; those that were lost first, critical ones at the top."""
    kept = [mark for mark in debrief.marks if not only_lost or mark.verdict in LOST]
    kept.sort(key=lambda m: (ORDER.index(m.verdict), not m.critical, m.point))
    return [_mark_row(m) for m in kept], tuple(_mark_words(m) for m in kept), tuple(m.shown_by for m in kept)


def _mark_row(mark: DebriefMark) -> ListRow:
    words, icon, tone = VERDICTS[mark.verdict]
    under = f"{mark.point}   {mark.dimension.capitalize()}" + ("   Critical" if mark.critical else "")
    return ListRow(text=mark.text, sub=under, right=words, right_tone=tone, icon=icon, tone=tone)


def _mark_words(mark: DebriefMark) -> tuple[str, str]:
    return f"{mark.point}   {mark.text}", f"{VERDICTS[mark.verdict][0]}. {mark.because}"


def fact_rows(debrief: Debrief) -> Rows:
    """The facts as rows: what was true, told and recorded; those that differ first."""
    kept = sorted(debrief.ledger, key=lambda fact: fact.right)
    return [_fact_row(f) for f in kept], tuple(_fact_words(f) for f in kept), tuple(f.shown_by for f in kept)


def _fact_row(fact: DebriefFact) -> ListRow:
    icon, tone = ("check", "green") if fact.right else ("warn", "amber")
    return ListRow(text=f"{fact.label}: {fact.truth}", sub=fact.cause, right="", icon=icon, tone=tone)


def _fact_words(fact: DebriefFact) -> tuple[str, str]:
    told, recorded = fact.told or "Not told", fact.recorded or "Not recorded"
    return f"{fact.label}: {fact.cause}", f"True: {fact.truth}\nTold: {told}\nRecorded: {recorded}"


def note_rows(debrief: Debrief) -> Rows:
    """Grades with their grounds, THRIVE headings and measures of delivery as rows, in the order given."""
    return (
        [_note_row(note) for note in debrief.notes],
        tuple((note.title, f"{note.flag} {note.words}".strip()) for note in debrief.notes),
        tuple(note.shown_by for note in debrief.notes),
    )


def _note_row(note: DebriefNote) -> ListRow:
    icon, tone = ("warn", "amber") if note.flag else ("info", "text2")
    return ListRow(text=note.title, sub=note.flag or note.under, right="", icon=icon, tone=tone)


def timeline_rows(rows: Sequence[DebriefRow]) -> list[ListRow]:
    """The timeline as rows: time and who, then what."""
    return [ListRow(text=row.what, left=f"{clock(row.t_ms)} {row.who}", tone=TONES[row.tone]) for row in rows]


def verdict_counts(marks: Sequence[DebriefMark]) -> str:
    """How many marks have which verdict, in words."""
    counts = Counter(mark.verdict for mark in marks)
    return ", ".join(f"{counts[v]} {VERDICTS[v][0].lower()}" for v in ORDER[:4] if counts[v])

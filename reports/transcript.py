"""A call as a page of text: who said what when, what was done and recorded, and where it went astray."""

from collections.abc import Iterable, Sequence

from reports.labels import OUTCOMES, VERDICTS
from reports.timeline import Row, timeline
from scenarios.vocabulary.words import Desk
from scoring.outcome import Marking
from simulator.journal import Entry

_SPOKEN = ("handler", "caller")
_LOST = ("not_met", "partly", "for_assessor")


def transcript(
    journal: Sequence[Entry],
    marking: Marking | None = None,
    *,
    title: str,
    about: str = "",
    desk: Desk = "incident",
) -> str:
    """The call in Markdown, words in bold names, deeds in brackets; with the points lost or referred at its end. `desk`
    is whose labels fields wear."""
    parts = [f"# {title}", about, _told(timeline(journal, desk=desk))]
    if marking is not None:
        parts.append(_marked(marking))
    return "\n\n".join(part for part in parts if part) + "\n"


def _told(rows: Iterable[Row]) -> str:
    return "\n".join(line for row in rows if (line := _line(row)))


def _line(row: Row) -> str:
    if row.kind in ("call_started", "fact_told", "mood_changed", "press_made"):
        return ""
    if row.lane in _SPOKEN or row.kind == "operator_said":
        name = "**You**" if row.lane == "handler" else f"**{row.who}**"
        heard = " *(not understood)*" if row.detail.startswith("not understood") else ""
        return f"* {row.clock} {name}: {_plain(row.what)}{heard}"
    detail = f" ({_plain(row.detail)})" if row.detail else ""
    return f"* {row.clock} [{row.who}] {_plain(row.what)}{detail}"


def _plain(words: str) -> str:
    """Words that mean nothing to Markdown, on one line."""
    return " ".join("".join(f"\\{c}" if c in "\\`*_<>[]#|" else c for c in words).split())


def _marked(marking: Marking) -> str:
    head = f"**{OUTCOMES[marking.outcome]}.** {_plain(marking.because)}"
    lost = [
        f"* {mark.point} {VERDICTS[mark.verdict].lower()}: {_plain(mark.because)}"
        for mark in marking.marks
        if mark.verdict in _LOST
    ]
    return "\n".join([head, "", *lost]) if lost else head

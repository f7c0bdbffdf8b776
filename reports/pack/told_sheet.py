"""What the officer was told, as plain words for the printed page."""

from typing import Any

from reports.labels import STANDS, field_label
from scoring.told import Told, ToldFact
from simulator.journal import clock


def told_sheet(told: Told) -> dict[str, Any]:
    """The slip and the comparison as text, lists and dictionaries only."""
    return {
        "title": told.title,
        "moment": told.moment,
        "summary": told.summary,
        "slip": [
            {
                "title": part.title,
                "lines": [{"label": line.label, "text": line.text, "time": clock(line.t_ms)} for line in part.lines],
            }
            for part in told.slip
        ],
        "facts": [_fact(fact) for fact in told.facts if fact.stands != "not_known"],
        "unknown": ", ".join(fact.label for fact in told.of("not_known")),
    }


def _fact(fact: ToldFact) -> dict[str, Any]:
    known = _at(fact.known, fact.known_ms) if fact.known else "Not told"
    return {
        "label": fact.label + (" (safety)" if fact.safety else ""),
        "known": f"{known}. In truth: {fact.truth}" if fact.truth else known,
        "told": _at(fact.told, fact.told_ms, field_label(fact.where)) if fact.told else "Nothing",
        "stands": STANDS[fact.stands],
        "state": fact.stands,
        "why": fact.why,
    }


def _at(words: str, at_ms: int | None, where: str = "") -> str:
    when = " ".join(part for part in (where, "" if at_ms is None else clock(at_ms)) if part)
    return f"{words} ({when})" if when else words

"""The words people read for the ids that entries and marks carry."""

import re
from collections.abc import Iterable, Mapping

from scenarios.vocabulary import vocabulary
from scenarios.vocabulary.words import Desk

VERDICTS: Mapping[str, str] = {
    "met": "Met",
    "partly": "Partly met",
    "not_met": "Not met",
    "waived": "Waived",
    "not_applicable": "Not applicable",
    "for_assessor": "For the assessor",
}
OUTCOMES: Mapping[str, str] = {
    "met": "Met",
    "not_met": "Not met",
    "referred": "Referred to the assessor",
    "interrupted": "Interrupted",
    "stopped": "Stopped",
}
STATES: Mapping[str, str] = {
    "open": "In progress",
    "ended": "Ended",
    "stopped": "Stopped",
    "interrupted": "Interrupted",
}
CAUSES: Mapping[str, str] = {
    "right": "Right",
    "unconfirmed": "Right: recorded as unconfirmed",
    "not_asked": "Not asked",
    "withheld": "Asked, not told",
    "not_recorded": "Told, not recorded",
    "recorded_wrongly": "Recorded wrongly",
    "transposed": "Recorded with characters swapped",
    "homophone": "Recorded as another word that sounds alike",
    "one_letter": "Recorded one letter off",
    "not_corrected": "Not corrected when the caller put it right",
    "recorded_late": "Recorded late",
    "recorded_early": "Recorded before it was told",
    "invented": "Recorded, never told",
    "not_needed": "Not needed",
}
TELLINGS: Mapping[str, str] = {
    "full": "Told in full",
    "partial": "Told in part",
    "mistaken": "Told wrongly",
}
STANDS: Mapping[str, str] = {
    "right": "Passed on",
    "late": "Late",
    "missing": "Missing",
    "wrong": "Wrong",
    "unsourced": "Nobody said it",
    "after": "Came afterwards",
    "not_known": "Not known",
}
WHY_SIMULATED: Mapping[str, str] = {
    "not-in-reasonable-time": "Evidence would not come in a reasonable time",
    "limited-opportunity": "Opportunities are limited",
    "high-risk": "High risk: not safe to wait for or to learn on",
    "non-routine": "The work is not routine",
    "harder-than-usual": "Needed in harder circumstances than day to day",
}
_POINT = re.compile(r"\b[VACGMR]\d\d\b")


def entry_spans(numbers: Iterable[int], most: int = 8) -> str:
    """Entry numbers for print: 4, 7–11, 15; beyond `most` spans the rest is counted."""
    spans: list[list[int]] = []
    for n in sorted(set(numbers)):
        if spans and n == spans[-1][1] + 1:
            spans[-1][1] = n
        else:
            spans.append([n, n])
    words = [f"{a}" if a == b else f"{a}–{b}" for a, b in spans[:most]]
    left = sum(b - a + 1 for a, b in spans[most:])
    return ", ".join(words) + (f" and {left} more" if left else "")


def field_label(field: str, desk: Desk = "incident") -> str:
    """A field's label on its desk, or on the other where this one has none, or the id made readable."""
    desks: tuple[Desk, Desk] = ("incident", "ticket")
    for of in sorted(desks, key=lambda one: one != desk):
        found = vocabulary().field(of, field)
        if found is not None:
            return found.label
    return level_label(field)


def choice_label(of: str, name: str) -> str:
    """The label of a choice in a list of the vocabulary, or the name made readable."""
    found = vocabulary().choice(of, name)
    return found.label if found is not None else level_label(name)


def points_named(words: str) -> str:
    """Words that name marking points by their codes, each with its sentence: `R06 (Keeps the line ...)`."""
    points = vocabulary().points
    return _POINT.sub(lambda code: f"{code[0]} ({points[code[0]].text})" if code[0] in points else code[0], words)


def intent_meaning(intent: str, slot: str | None = None) -> str:
    """What an intent means in words, with its slot; a topic is a question that only this call knows."""
    if intent == "topic" and slot:
        return f"A question of this call: {level_label(slot).lower()}"
    known = vocabulary().intents.get(intent)
    meaning = known.meaning if known is not None else level_label(intent)
    return f"{meaning} ({slot.replace('_', ' ')})" if slot else meaning


def level_label(name: str) -> str:
    """An id made readable: `hiding-upstairs` as "Hiding upstairs"."""
    words = name.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]

"""A choice to be answered by its place: "a house or a flat? Say the first one or the second one." Pure; no scenario."""

import re
from collections.abc import Callable

from simulator.answers.yes_or_no import alternatives, closed_clauses
from simulator.heard import Truth
from simulator.understanding.normalise import lowered

_SAY = (
    r"(?:(?:you can |can you |could you |please |just |so )*(?:say|answer|tell me|order|go for|is it|ask for|pick) )?"
)
_ONE = r"(?:the )?(?:{})(?: one)?(?: please)?"
_ORDER = re.compile(
    rf"[,.?!;:]?\s*\b{_SAY}[\"'\u2018\u201c]?{_ONE.format('first|1st')}[\"'\u2019\u201d]?,? or (?:say )?"
    rf"[\"'\u2018\u201c]?{_ONE.format('second|2nd')}[\"'\u2019\u201d]?[.?!]*",
)
FIRST, SECOND = "the first one", "the second one"


def without_order(text: str) -> str | None:
    """The words without the offer to answer by first or second; None where they make none."""
    words = lowered(text)
    found = _ORDER.search(words)
    if found is None:
        return None
    return f"{words[: found.start()].rstrip(' ,.?')}? {words[found.end() :].lstrip(' ,.?')}".strip()


def by_place(choice: str, truth_of: Callable[[str], Truth | None]) -> Truth | None:
    """The truth of the part that is so, with its place as the word for it; None where neither or both surely are."""
    for clause in closed_clauses(choice):
        parts = alternatives(clause)
        truths = [truth_of(part) for part in parts]
        so = [at for at, one in enumerate(truths) if one is not None and one.answer == "yes"]
        if len(parts) == 2 and len(so) == 1:
            found = truths[so[0]]
            return None if found is None else Truth("yes", found.fact, found.tells, word=(FIRST, SECOND)[so[0]])
    return None

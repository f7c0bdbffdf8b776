"""Questions that a recogniser's spelling hid from understanding: `weres the address`, `has any one got a nife`."""

import re
from collections.abc import Callable
from typing import Literal

from scoring.speech import Speech, Turn

Subject = Literal["place", "weapon"]
# How a recogniser, or a hurried hand, writes the words that these questions turn on.
_WHERE = r"w(?:h)?(?:ere|eres|ere's|ear|ears|eir|eirs)"
_WHAT = r"(?:what|what's|whats|wot|wots|watts)"
_ASKS: dict[Subject, re.Pattern[str]] = {
    "place": re.compile(
        rf"\b(?:{_WHERE}|{_WHAT})\b[^.?!]{{0,30}}\b(?:ad+ress|adres|street|road|rode|house number|post ?code)\b"
        rf"|\b{_WHERE} ?(?:a ?)?bouts?\b|\b{_WHERE} (?:are|our|r) (?:you|u|ewe)\b|\bwhereabouts\b"
    ),
    "weapon": re.compile(
        r"\b(?:any|has|have|had|is|are|got|did|does|what|wot|with)\b[^.?!]{0,40}"
        r"\b(?:wh?e(?:a)?p+[oe]ns?|wepp?ins?|k?nife|nives|knives|guns?|armed|armd|blade|blaid|crow ?bar)\b"
    ),
}


def asked_as_spelled(
    speech: Speech, subject: Subject, allowed: Callable[[Turn], bool] = lambda turn: True
) -> Turn | None:
    """The first turn whose words ask for this though nothing was heard in them that asks; doubt of spelling favours
    the trainee. A turn that strings words of the trade together, or that `allowed` refuses, does not count."""
    for turn in speech.turns:
        heard = {intent.id for intent in turn.said.intents}
        deaf = not any(name.startswith(("ASK_", "VER_", "NEG_LEAD", "topic")) for name in heard)
        if deaf and not turn.crowded and allowed(turn) and _ASKS[subject].search(turn.said.text.lower()):
            return turn
    return None

"""Where in the house they are: "where are you standing?", and "where are you?" of who has told the address. Pure."""

import re

from simulator.understanding.situation import Situation

ROOM = ("ASK_LOCATION_REFINE", "room")
_POSTURE = re.compile(
    r"\bwhere(?:abouts)?(?: exactly| in there)? are you (?:now )?(?:standing|stood|sitting|sat|"
    r"hiding|hid|hidden|lying|laid|crouched|crouching|tucked(?: away)?|shut in|locked in)\b",
    re.IGNORECASE,
)
_BARELY = re.compile(
    r"(?:(?:and|so|then|okay|right|but)[ ,]+)*where(?:abouts)?(?: exactly)? are you(?: yourself| exactly)?"
    r"(?: now| right now| just now| at the moment| at present)?\W*",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(r"\b(?:street|road|town|car|van|outside|calling from|ringing from|phoning from)\b", re.IGNORECASE)


def where_in_it(
    named: tuple[tuple[str, str | None], ...], words: str, situation: Situation
) -> tuple[tuple[str, str | None], ...]:
    """The intents of a clause with the room asked for where an address would be told again or beside the point."""
    if ("ASK_LOCATION", "caller") not in named or ":".join(ROOM) not in situation.asked or _OUTSIDE.search(words):
        return named
    told = any(fact.field == "location" and fact.told for fact in situation.facts)
    if not (_POSTURE.search(words) or (told and _BARELY.fullmatch(words))):
        return named
    return tuple(ROOM if one == ("ASK_LOCATION", "caller") else one for one in named)

"""Nobody says the very same words again and again: other words of theirs, or less of the same. Pure."""

import re
from collections.abc import Sequence

from simulator.sentences import sentences_of_line

LATELY = 8  # parts of lines that they remember having said
SHORT = 4  # words; so little may be said again as it is
_BARE = re.compile(r"^(?:yes|no|yeah|okay|right|oh|well|sorry|please|i know)\b[^.?!]{0,12}[.?!]+$", re.IGNORECASE)


def other_words(lines: Sequence[str], chosen: str, lately: Sequence[str]) -> str:
    """The chosen line, or the next of the others where it was said lately; the chosen one where all were."""
    if chosen not in lately or chosen not in lines:
        return chosen
    at = list(lines).index(chosen)
    others = (*lines[at + 1 :], *lines[:at])
    return next((one for one in others if one not in lately), chosen)


def less(text: str, lately: Sequence[str]) -> str:
    """The line, or where it was said lately only its first sentence that tells something."""
    if text not in lately or len(text.split()) <= SHORT:
        return text
    telling = [one for one in sentences_of_line(text) if not _BARE.match(one)]
    return telling[0] if telling else text


def said_anew(text: str, last_line: str, begins: Sequence[str], lately: Sequence[str]) -> str:
    """The words that they begin with where the very same stood in their last line: "as I say,"; none where it did not.

    A word that scolds is a sentence of its own, and is kept for who asks once too often.
    """
    if len(text.split()) <= SHORT or text.rstrip(".!") not in last_line:
        return ""
    mild = [one for one in begins if one.rstrip().endswith(",")]
    return next((one for one in mild if not any(one.strip(" ,").lower() in line.lower() for line in lately)), "")


def remembering(lately: Sequence[str], said: Sequence[str]) -> tuple[str, ...]:
    """What they remember after saying more, the latest last."""
    return (*lately, *said)[-LATELY:]

"""What comes first and last in a line of several parts: the answer before the errand, and bye at the end. Pure."""

import re
from collections.abc import Sequence

from simulator.sentences import sentences_of_line

_UNSURE = re.compile(r"(?:um,? )?i(?: don't| do not|'m not|can't|couldn't)\b", re.IGNORECASE)
_GREETING = re.compile(
    r"^(?:oh,? )?(?:hello|hi|hiya|evening|afternoon|morning|good (?:evening|morning|afternoon|day)|yes)\b"
    r"(?:,? [\w']+){0,2}\s*[.!?]$",
    re.IGNORECASE,
)
_BYE = re.compile(
    r"^(?:(?:okay|right|well|thanks),? )?(?:good)?bye(?:[ -]bye)?(?:,? (?:now|then))?\s*[.!]$", re.IGNORECASE
)


def answer_first(opening: str, answers: Sequence[str]) -> tuple[str, ...]:
    """A greeting, then the answer to what was asked at once, and only then what they ring for.

    Who does not know the answer says first what they ring for.
    """
    if any(_UNSURE.match(one) for one in answers):
        return (opening, *answers)
    sentences = sentences_of_line(opening)
    greeting = [one for one in sentences[:1] if _GREETING.match(one)]
    return tuple(part for part in (*greeting, *answers, " ".join(sentences[len(greeting) :])) if part)


def goodbye_last(text: str) -> str:
    """The line with a bare goodbye at its end, where more is said after it: nobody says bye and then goes on."""
    sentences = sentences_of_line(text)
    byes = [one for one in sentences if _BYE.match(one)]
    others = [one for one in sentences if not _BYE.match(one)]
    if not byes or not others or sentences[-1] in byes:
        return text
    return " ".join((*others, byes[-1]))


def unknown_last(parts: Sequence[str], unknown: Sequence[str]) -> tuple[str, ...]:
    """The parts with "I don't know" after what is known; in their order else."""
    return tuple(sorted(parts, key=lambda part: part in unknown))

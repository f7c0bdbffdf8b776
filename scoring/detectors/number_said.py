"""A number put to the caller by its last figures: `the one ending eight seven one?`, and agreed to."""

import re

from scoring.matching import run_of, words_of
from scoring.reading import Reading
from scoring.speech import Turn

LAST_FIGURES = 3  # fewer last figures could be anybody's
_FIGURES = {
    word: str(n)
    for n, word in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])
}
_FIGURES |= {"oh": "0", "o": "0", "nought": "0"}
_ENDING = re.compile(
    r"\b(?:end(?:ing|s)|last (?:three|four|3|4)(?: (?:figures|digits|numbers))?)\b(?: in| with| are)?([^.?!]*)", re.I
)
_AGREED = re.compile(
    r"\W*(?:(?:oh|um|er|well)\W+)*(?:yes|yeah|aye|yep|that'?s (?:right|it)|right|correct|this (?:number|one))\b", re.I
)


def said_by_its_end(reading: Reading, number: str) -> Turn | None:
    """The first words that put this number to the caller by its last figures, and were agreed to at once by a yes or by
    the number itself, or None."""
    end = "".join(mark for mark in number if mark.isdigit())[-LAST_FIGURES:]
    return next((turn for turn in reading.turns if end and _puts(turn, end) and _agreed(reading, turn, end)), None)


def _puts(turn: Turn, end: str) -> bool:
    named = _ENDING.search(turn.said.text)
    if named is None or turn.crowded or len(end) < LAST_FIGURES:
        return False
    return end in _figures(named.group(1))


def _figures(text: str) -> str:
    return run_of("".join(_FIGURES.get(word, word) for word in words_of(text).split()))


def _agreed(reading: Reading, turn: Turn, end: str) -> bool:
    line = reading.line_after(turn.n)
    return line is not None and (_AGREED.match(line.event.text) is not None or _figures(line.event.text).endswith(end))

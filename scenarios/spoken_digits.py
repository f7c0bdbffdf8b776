"""Reads a telephone number out of the words in which a caller says it: "oh seven seven double oh nine hundred"."""

import re
from collections.abc import Iterator

_DIGITS = {
    "oh": "0", "o": "0", "zero": "0", "nought": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip
_TIMES = {"double": 2, "triple": 3, "treble": 3}
_WORD = re.compile(r"[A-Za-z0-9]+")
_FEWEST = 9


def spoken_numbers(text: str) -> Iterator[tuple[str, str]]:
    """Each run of spoken figures of nine or more: the words, and the figures they mean."""
    run: list[re.Match[str]] = []
    for match in [*_WORD.finditer(text), None]:
        if match is not None and _is_figure(match[0]):
            run.append(match)
            continue
        if any(word[0].isalpha() for word in run):
            digits = figures([word[0] for word in run])
            if len(digits) >= _FEWEST:
                yield text[run[0].start() : run[-1].end()], digits
        run = []


def _is_figure(word: str) -> bool:
    lower = word.lower()
    return lower in _DIGITS or lower in _TIMES or lower == "hundred" or word.isdigit()


def figures(words: list[str]) -> str:
    """The figures that words mean, said one by one, doubled, or in hundreds."""
    said, times = "", 1
    for word in (word.lower() for word in words):
        if word in _TIMES:
            times = _TIMES[word]
        elif word == "hundred":
            said += "00"
        else:
            said += _DIGITS.get(word, word) * times
            times = 1
    return said

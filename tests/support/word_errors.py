"""How many words a recogniser got wrong: figures, case, marks and hyphens are no errors."""

import re

from rapidfuzz.distance import Levenshtein

_FIGURES = dict(zip("0123456789", "zero one two three four five six seven eight nine".split(), strict=True))  # noqa: SIM905
_SAME = {"mr": "mister", "10": "ten"}


def plain_words(text: str) -> list[str]:
    """The words as they sound."""
    words = re.sub(r"[^a-z0-9' ]", " ", text.lower()).replace("'", "").split()
    return [_SAME.get(word, _FIGURES.get(word, word)) for word in words]


def word_errors(said: str, heard: str) -> tuple[int, int]:
    """Words wrong, missing or too many, and words that were said."""
    truth = plain_words(said)
    return Levenshtein.distance(truth, plain_words(heard)), len(truth)

"""The one figure or letter that was wrong, put right by itself: "Not nine, five"."""

import re

_FIGURES = ("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_FOR = (
    "apple", "butter", "Charlie", "dog", "egg", "Freddie", "George", "Harry", "India", "jam", "king", "lemon",
    "mother", "Nellie", "orange", "Peter", "queen", "Robert", "sugar", "Tommy", "uncle", "Victor", "water", "X-ray",
    "yellow", "zebra",
)  # fmt: skip
CODES = ("phone", "registration", "postcode", "text")
SHORTEST = 4  # a shorter code is said again whole


def part_put_right(kind: str, heard: str, truth: str) -> str:
    """What is said when one character of a code was heard wrong; nothing where it must be said again whole."""
    if kind not in CODES:
        return ""
    told, true = (re.sub(r"[^A-Z0-9]", "", text.upper()) for text in (heard, truth))
    if len(told) != len(true) or len(true) < SHORTEST or not any(c.isdigit() for c in true):
        return ""
    wrong = [at for at, (mine, theirs) in enumerate(zip(told, true, strict=True)) if mine != theirs]
    if len(wrong) != 1:
        return ""
    at = wrong[0]
    if told[at].isdigit() != true[at].isdigit():
        return ""
    where = " at the end" if at == len(true) - 1 else " at the start" if at == 0 else ""
    if true[at].isdigit():
        return f"No. Not {_FIGURES[int(told[at])]}, {_FIGURES[int(true[at])]}{where}{_after(true, at)}."
    return f"No. Not {told[at]}, {true[at]} for {_FOR[ord(true[at]) - ord('A')]}{where}."


def _after(true: str, at: int) -> str:
    """The figure before it, where the same figure stands more than once and would leave a doubt."""
    before = true[at - 1] if at else ""
    return f", after the {_FIGURES[int(before)]}" if before.isdigit() and at < len(true) - 1 else ""

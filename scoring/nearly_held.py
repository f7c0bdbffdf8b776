"""A value that stands in a free text with a slip of hand or ear: a code, a date, a name, the number of a house."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from scoring.matching import CODES, codes_in, values_in, words_of
from simulator.understanding.compare import Comparison, compare

SLIPS = ("transposed", "homophone", "one_letter")
LEAST_NAMES = 2  # a single name that is one letter off may be anybody's


def nearly_held(
    kind: str, text: str, truth: str, forms: tuple[str, ...] = (), heard: Iterable[str] = ()
) -> Comparison | None:
    """How a value standing in a free text misses the truth by a slip, or None.

    What stands among the texts in `heard` word for word is another value, told of somebody or something else.
    """
    if kind in CODES:
        near = (compare(kind, value, truth, forms) for value in _codes_like(kind, text))
        return next((one for one in near if one.agreement == "near"), None)
    if kind == "date":
        near = (compare(kind, value.value, truth, forms) for value in values_in(text) if value.kind == kind)
        return next((one for one in near if one.how in SLIPS), None)
    if kind not in ("name", "place"):
        return None
    slip = _slip_in_words(kind, text, truth, forms)
    if slip is None or any(f" {slip[0]} " in words_of(one) for one in heard):
        return None
    return slip[1]


def _codes_like(kind: str, text: str) -> Iterator[str]:
    yield from (value.value for value in codes_in(text) if value.kind == kind)
    if kind == "registration":
        yield from _PARTLY_READ.findall(text)


_PARTLY_READ = re.compile(r"\b[A-Z]{2}\d{2} ?[A-Z]{0,3}[?*]*", re.I)  # `EP32 QB?`, which is no whole registration


@lru_cache(maxsize=8192)
def _slip_in_words(kind: str, text: str, truth: str, forms: tuple[str, ...]) -> tuple[str, Comparison] | None:
    """The first words of a text that are a name or a place with one slip, and which slip it is."""
    for words in _name_like(text, truth) if kind == "name" else _place_like(text, truth):
        comparison = compare(kind, words, truth, forms)
        if comparison.how in SLIPS:
            return words, Comparison("near", comparison.how)
    return None


def _name_like(text: str, truth: str) -> Iterator[str]:
    size = len(words_of(truth).split())
    return _rows(text, size) if size >= LEAST_NAMES else iter(())


def _place_like(text: str, truth: str) -> Iterator[str]:
    """As many words as the truth's house number and street have, from a number on."""
    size = len(words_of(truth.split(",")[0]).split())
    return (row for row in _rows(text, size) if row[:1].isdigit() and size > 1)


def _rows(text: str, size: int) -> Iterator[str]:
    words = words_of(text).split()
    return (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))

"""How alike two sentences are, by words and pieces of words, rare ones counting most; no training needed."""

import itertools
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from simulator.understanding.normalise import plain
from simulator.understanding.phrases import stem
from simulator.understanding.wordlist import listed

_COMMON = frozenset(
    stem(word)
    for word in listed(
        "the a an is are was were be it to of in on at and or do does did has have had that this there you your i me "
        "my we can could would will please tell know any some if for with just so about okay right he she they him her "
        "them did not all now"
    )
)
_ASKING = frozenset(stem(word) for word in listed("what where who when which how why whose"))


def _weight(word: str) -> float:
    return 0.35 if word in _COMMON else 0.7 if word in _ASKING else 1.0


@lru_cache(maxsize=32_768)
def vector(text: str) -> dict[str, float]:
    """Weights of stems, pairs of stems and pieces of four letters, of length one."""
    words = [stem(word) for word in plain(text).split()]
    found: dict[str, float] = {}
    for word in words:
        weight = _weight(word)
        found["w:" + word] = weight
        if weight == 1.0:
            padded = f" {word} "
            for at in range(max(1, len(padded) - 3)):
                found["c:" + padded[at : at + 4]] = 0.35
    for one, other in itertools.pairwise(words):
        found[f"p:{one} {other}"] = 0.4 if not {one, other} <= _COMMON else 0.25
    length = sum(weight * weight for weight in found.values()) ** 0.5
    return {name: weight / length for name, weight in found.items()} if length else {}


Places = npt.NDArray[np.intp]
Weights = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class _Index:
    """Where each stem, pair and piece stands among examples, and its weight there: all in one row, name after name."""

    numbers: dict[str, int]  # of each name, in the order in which they first stand
    begins: list[int]  # where what is known of each name begins in the row, and where the last ends
    places: Places
    weights: Weights


@lru_cache(maxsize=256)
def _index(examples: tuple[str, ...]) -> _Index:
    """The index of the examples; a call has thousands, and new ones wherever words leave some of its topics out."""
    vectors = [vector(example) for example in examples]
    sizes = [len(one) for one in vectors]
    numbers: dict[str, int] = {}
    count = sum(sizes)
    named = np.fromiter((numbers.setdefault(n, len(numbers)) for one in vectors for n in one), np.intp, count)
    weights = np.fromiter((weight for one in vectors for weight in one.values()), np.float64, count)
    order = np.argsort(named, kind="stable")
    begins = [0, *np.cumsum(np.bincount(named)).tolist()]
    return _Index(numbers, begins, np.repeat(np.arange(len(examples)), sizes)[order], weights[order])


def likenesses(text: str, examples: tuple[str, ...]) -> Weights:
    """The likeness of the text to each example, 0 to 1; for many examples at once."""
    index, found = _index(examples), np.zeros(len(examples))
    for name, weight in vector(text).items():
        number = index.numbers.get(name)
        if number is not None:
            known = slice(index.begins[number], index.begins[number + 1])
            found[index.places[known]] += weight * index.weights[known]
    return found

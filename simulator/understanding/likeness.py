"""How alike two sentences are, by words and pieces of words, rare ones counting most; no training needed."""

import itertools
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


@lru_cache(maxsize=256)
def _index(examples: tuple[str, ...]) -> dict[str, tuple[Places, Weights]]:
    """Where each stem, pair and piece stands among the examples, and its weight there."""
    listed: dict[str, list[tuple[int, float]]] = {}
    for place, example in enumerate(examples):
        for name, weight in vector(example).items():
            listed.setdefault(name, []).append((place, weight))
    return {
        name: (np.array([place for place, _ in found], dtype=np.intp), np.array([weight for _, weight in found]))
        for name, found in listed.items()
    }


def likenesses(text: str, examples: tuple[str, ...]) -> Weights:
    """The likeness of the text to each example, 0 to 1; for many examples at once."""
    index, found = _index(examples), np.zeros(len(examples))
    for name, weight in vector(text).items():
        known = index.get(name)
        if known is not None:
            found[known[0]] += weight * known[1]
    return found

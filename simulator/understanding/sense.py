"""How alike a clause is to an author's examples: by its words alone, or by its sense beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np

from simulator.understanding.blend import Blend
from simulator.understanding.likeness import Places, Weights, likenesses
from simulator.understanding.model import Floats

OF_WORDS = 0.15  # what the words weigh beside the sense
OF_FELLOWS = 0.3  # what the three nearest examples of a group weigh beside the nearest one...
OF_TURNED = 0.5  # what the middle of a group in the turned space weighs beside its nearest examples
_NEAREST = 3
_THE_SAME = 0.995  # ...unless the words are that example
# Mixed likenesses run on a scale of their own; here is which means as much as which of words alone, for one example
# and for a group (docs/understanding.md tells how that was found), so that the same bars hold for both.
_AS_WORDS = (0.0, 0.46, 0.58, 0.75, 0.80, 0.90, 1.0)
_OF_ONE = (0.0, 0.44, 0.582, 0.715, 0.754, 0.841, 1.0)
_OF_GROUP = (0.0, 0.36, 0.465, 0.66, 0.743, 0.79, 1.0)


class Alike(Protocol):
    """How alike a clause is to each of some examples, or to each group of them, 0 to 1; what it finds is remembered."""

    def __call__(self, text: str, examples: tuple[str, ...]) -> Weights: ...

    def of_groups(self, text: str, examples: tuple[str, ...], begins: tuple[int, ...]) -> Weights:
        """How alike it is to each group; `begins` is where each begins among the examples."""
        ...

    def __hash__(self) -> int: ...


@dataclass(frozen=True)
class ByWords:
    """The words alone; no model needed."""

    def __call__(self, text: str, examples: tuple[str, ...]) -> Weights:
        """How alike the words are to each example's, 0 to 1."""
        return likenesses(text, examples)

    def of_groups(self, text: str, examples: tuple[str, ...], begins: tuple[int, ...]) -> Weights:
        """How alike they are to the nearest example of each group."""
        return np.asarray(np.maximum.reduceat(self(text, examples), begins), dtype=np.float64)


by_words = ByWords()


@dataclass(frozen=True, eq=False)
class BySense:
    """Words and sense together, for the clauses of one utterance whose senses are known; equal only to itself."""

    blend: Blend
    senses: Mapping[str, Floats]

    def __call__(self, text: str, examples: tuple[str, ...]) -> Weights:
        """How alike they are, 0 to 1; by words alone where the sense of the text is not known."""
        if text not in self.senses or not examples:
            return by_words(text, examples)
        return _stretched(self._mixed(text, examples), _OF_ONE)

    def of_groups(self, text: str, examples: tuple[str, ...], begins: tuple[int, ...]) -> Weights:
        """How alike they are to each group: to its nearest example above all, and to the three nearest."""
        if text not in self.senses:
            return by_words.of_groups(text, examples, begins)
        mixed = self._mixed(text, examples)
        nearest = np.maximum.reduceat(mixed, begins)
        fellows = _mean_of_nearest(mixed, begins)
        near = (1 - OF_FELLOWS) * nearest + OF_FELLOWS * fellows
        together = _stretched((1 - OF_TURNED) * near + OF_TURNED * self._turned(text, examples, begins), _OF_GROUP)
        return np.where(nearest >= _THE_SAME, 1.0, together)

    def _turned(self, text: str, examples: tuple[str, ...], begins: tuple[int, ...]) -> Weights:
        """How alike it is in the turned space to the middle of each group."""
        middles = self.blend.turned_middles(examples, begins)
        return np.asarray(middles @ self.blend.turned(self.senses[text]), dtype=np.float64)

    def _mixed(self, text: str, examples: tuple[str, ...]) -> Weights:
        sensed = np.maximum(self.blend.senses_of_examples(examples) @ self.senses[text], 0.0)
        return np.asarray(OF_WORDS * by_words(text, examples) + (1 - OF_WORDS) * sensed, dtype=np.float64)


def _mean_of_nearest(mixed: Weights, begins: tuple[int, ...]) -> Weights:
    """The mean of each group's three highest, or of what it has."""
    places, sizes = _in_rows(begins, len(mixed))
    rows = np.append(mixed, 0.0)[places]  # where a group is shorter its row is filled with noughts: no likeness is less
    return np.asarray(np.sort(rows, axis=1)[:, -_NEAREST:].sum(axis=1) / np.minimum(sizes, _NEAREST), dtype=np.float64)


@lru_cache(maxsize=256)
def _in_rows(begins: tuple[int, ...], examples: int) -> tuple[Places, Places]:
    """Where each group's examples stand, a row each, filled up with the place behind the last; and their numbers."""
    starts, ends = np.array(begins, dtype=np.intp), np.array((*begins[1:], examples), dtype=np.intp)
    sizes = ends - starts
    steps = np.arange(max(_NEAREST, int(sizes.max())), dtype=np.intp)
    return np.where(steps < sizes[:, None], starts[:, None] + steps, examples), sizes


def _stretched(mixed: Weights, scale: tuple[float, ...]) -> Weights:
    return np.asarray(np.round(np.interp(mixed, scale, _AS_WORDS), 4), dtype=np.float64)

"""How alike a clause is to an author's examples: by its words alone, or by its sense beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from simulator.understanding.blend import Blend
from simulator.understanding.likeness import Weights, likenesses
from simulator.understanding.model import Floats

OF_WORDS = 0.5  # what the words weigh beside the sense
# Mixed likenesses run lower than those of words alone; here is which means as much (docs/understanding.md tells how
# that was found), so that the same bars hold for both.
_MIXED, _AS_WORDS = (0.0, 0.40, 0.50, 0.65, 0.72, 1.0), (0.0, 0.46, 0.58, 0.75, 0.80, 1.0)


class Alike(Protocol):
    """How alike a clause is to each of some examples, 0 to 1; what was once found is remembered by it."""

    def __call__(self, text: str, examples: tuple[str, ...]) -> Weights: ...

    def __hash__(self) -> int: ...


def by_words(text: str, examples: tuple[str, ...]) -> Weights:
    """How alike the words are to each example's, 0 to 1; no model needed."""
    return likenesses(text, examples)


@dataclass(frozen=True, eq=False)
class BySense:
    """Words and sense together, for the clauses of one utterance whose senses are known; equal only to itself."""

    blend: Blend
    senses: Mapping[str, Floats]

    def __call__(self, text: str, examples: tuple[str, ...]) -> Weights:
        """How alike they are, 0 to 1; by words alone where the sense of the text is not known."""
        worded = by_words(text, examples)
        if text not in self.senses or not examples:
            return worded
        sensed = np.maximum(self.blend.senses_of_examples(examples) @ self.senses[text], 0.0)
        mixed = np.interp(OF_WORDS * worded + (1 - OF_WORDS) * sensed, _MIXED, _AS_WORDS)
        return np.asarray(np.maximum(worded, np.round(mixed, 4)), dtype=np.float64)

"""How alike a clause is to an author's examples: by its words alone, or by its sense beside them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from simulator.understanding.blend import Blend
from simulator.understanding.likeness import likeness
from simulator.understanding.model import Floats

Alike = Callable[[str, tuple[str, ...]], float]  # a clause, examples: 0 to 1, the likeness to the nearest of them

OF_WORDS = 0.5  # what the words weigh beside the sense
# Mixed likenesses run lower than those of words alone; here is which means as much (docs/understanding.md tells how
# that was found), so that the same bars hold for both.
_MIXED, _AS_WORDS = (0.0, 0.40, 0.50, 0.65, 0.72, 1.0), (0.0, 0.46, 0.58, 0.75, 0.80, 1.0)


def by_words(text: str, examples: tuple[str, ...]) -> float:
    """How alike the words are, 0 to 1; no model needed."""
    return max((likeness(text, example) for example in examples), default=0.0)


@dataclass(frozen=True)
class BySense:
    """Words and sense together, for the clauses of one utterance whose senses are known."""

    blend: Blend
    senses: Mapping[str, Floats]

    def __call__(self, text: str, examples: tuple[str, ...]) -> float:
        """How alike they are, 0 to 1; by words alone where the sense of the text is not known."""
        if text not in self.senses or not examples:
            return by_words(text, examples)
        sensed = self.blend.senses_of_examples(examples) @ self.senses[text]
        worded = np.array([likeness(text, example) for example in examples])
        mixed = float((OF_WORDS * worded + (1 - OF_WORDS) * np.maximum(sensed, 0.0)).max())
        return max(float(worded.max()), round(float(np.interp(mixed, _MIXED, _AS_WORDS)), 4))

"""Both models asked together: the words, and the encoder's sense of each whole clause."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from simulator.understanding.encoder import Encoder
from simulator.understanding.example_senses import ExampleSenses, unit
from simulator.understanding.guessing import akin
from simulator.understanding.model import Floats, Model
from simulator.understanding.turn import turned

OF_WORDS, OF_ENCODER = 0.5, 0.5  # powers of the two in their product
SURE = 0.45  # an intent less likely than this is not heard: both must speak for it
_SCENARIOS = 256  # sets of examples
_REMEMBERED = 4_096  # utterances; robots say the same thousands of times


@dataclass(frozen=True)
class Blend:
    """How likely each label is by both. The same for the same clauses of one utterance, always."""

    words: Model
    encoder: Encoder
    examples: ExampleSenses

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels in the order of the likelihoods."""
        return self.words.labels

    def weigh(self, clauses: tuple[str, ...]) -> tuple[Floats, ...]:
        """The likelihoods of each clause of an utterance, in one pass; they are remembered by utterance alone,
        since figures worked out beside others may differ in the last place."""
        return tuple(likely for likely, _, _ in self._remembered(clauses))

    def doubts(self, clauses: tuple[str, ...]) -> tuple[bool, ...]:
        """Whether the encoder by itself would choose a label for each clause that is not what both choose."""
        return tuple(doubt for _, _, doubt in self._remembered(clauses))

    def senses(self, clauses: tuple[str, ...]) -> tuple[Floats, ...]:
        """Where each clause of an utterance points, of length one; from the same pass as `weigh`."""
        return tuple(sense for _, sense, _ in self._remembered(clauses))

    def senses_of_examples(self, examples: tuple[str, ...]) -> Floats:
        """Where each example points, a row each of length one; worked out once for a scenario."""
        return self._examples(examples)

    def turned(self, sense: Floats) -> Floats:
        """Where a clause points in the turned space, of length one."""
        return turned(sense, self.encoder.turn)

    def turned_middles(self, examples: tuple[str, ...], begins: tuple[int, ...]) -> Floats:
        """Where the middle of each group of examples points in the turned space."""
        return self._turned_middles(examples, begins)

    @cached_property
    def _turned_middles(self) -> Callable[[tuple[str, ...], tuple[int, ...]], Floats]:
        return lru_cache(maxsize=_SCENARIOS)(self._middles)

    def _middles(self, examples: tuple[str, ...], begins: tuple[int, ...]) -> Floats:
        sizes = np.diff((*begins, len(examples)))[:, None]
        middles = np.add.reduceat(self._examples(examples), begins, axis=0) / sizes
        return self.turned(np.asarray(middles, dtype=np.float32))

    @cached_property
    def _remembered(self) -> Callable[[tuple[str, ...]], tuple[tuple[Floats, Floats, bool], ...]]:
        return lru_cache(maxsize=_REMEMBERED)(self._worked_out)

    @cached_property
    def _examples(self) -> Callable[[tuple[str, ...]], Floats]:
        return lru_cache(maxsize=_REMEMBERED)(self.examples.rows)

    @cached_property
    def _places(self) -> npt.NDArray[np.intp]:
        return np.array([self.encoder.labels.index(label) for label in self.labels], dtype=np.intp)

    def _worked_out(self, clauses: tuple[str, ...]) -> tuple[tuple[Floats, Floats, bool], ...]:
        means = self.encoder.means(clauses)
        found = []
        for clause, sensed, mean in zip(clauses, self.encoder.decided(means), means, strict=True):
            by_sense = sensed[self._places]
            likely = self._both(self.words.likelihoods(clause), by_sense)
            one, other = (self.labels[int(odds.argmax())] for odds in (by_sense, likely))
            found.append((likely, unit(mean), one != other and not akin(one, other)))
        return tuple(found)

    def _both(self, by_words: Floats, sensed: Floats) -> Floats:
        mixed = by_words**OF_WORDS * sensed**OF_ENCODER
        likely = np.asarray(mixed / mixed.sum(), dtype=np.float32)
        likely.flags.writeable = False
        return likely

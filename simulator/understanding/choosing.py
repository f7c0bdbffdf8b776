"""Whether a clause asks the topic it is likest, or means what its words mean in general: a choice that is learnt."""

import math
from dataclasses import dataclass

from simulator.understanding.modes import Mode

# How likely it must be that the likest topic is meant; words alone are oftener like a topic that is not.
ENOUGH: dict[Mode, float] = {"core": 0.4, "semantic": 0.4}
LESS = 0.08  # less than that will do for a question that means nothing else for sure
_UNSURE = 0.7
ALL_BUT_SAID = 0.97  # words so like an example ask what it asks
# Words so sure of their general meaning, a statement or a question that the caller has an answer to, give way only...
ALL_BUT_CERTAIN = 0.97
CLEARLY = 0.9  # ...to a topic that is meant so likely
NEAR_THE_WORDS = 0.93  # a statement that says something else gives way only to a topic so like


@dataclass(frozen=True)
class Standing:
    """How a clause stands to the topic it is likest, beside what it means in general."""

    alike: float  # to that topic, 0 to 1
    apart: float  # how much more than to the next
    sure: float  # of its general meaning, 0 to 1; 0 where none is heard
    asks: bool  # whether it is a question
    answered: bool  # whether the caller has an answer to its general meaning
    words: int
    resembles: bool = False  # whether it surely says something or reads back, and only shares words with a question

    @property
    def signs(self) -> tuple[float, ...]:
        """What the choice rests on, in figures."""
        return (1.0, self.alike, self.apart, self.sure, self.asks, self.answered, math.log1p(self.words))


# By mode, one for each of the signs: `python -m simulator.train_choice` prints them.
WEIGHTS: dict[Mode, tuple[float, ...]] = {
    "core": (-6.496, 5.355, 5.085, -0.311, 0.657, 0.259, 0.808),
    "semantic": (-8.553, 9.34, 5.182, -1.226, 0.815, 0.372, 0.855),
}


def likely(standing: Standing, mode: Mode) -> float:
    """How likely it is that the clause asks that topic, 0 to 1."""
    score = sum(weight * sign for weight, sign in zip(WEIGHTS[mode], standing.signs, strict=True))
    return 1 / (1 + math.exp(-score))


def is_meant(standing: Standing, mode: Mode) -> bool:
    """Whether the clause is taken for that topic's question."""
    if standing.alike >= ALL_BUT_SAID:
        return True
    if standing.resembles and standing.alike < NEAR_THE_WORDS:
        return False
    return likely(standing, mode) >= _needed(standing, mode)


def _needed(standing: Standing, mode: Mode) -> float:
    if standing.sure >= ALL_BUT_CERTAIN and (standing.answered or not standing.asks):
        return CLEARLY
    return ENOUGH[mode] - (LESS if standing.asks and standing.sure < _UNSURE else 0.0)

"""Understanding that remembers: robots say the same words in the same situation thousands of times."""

from collections.abc import Iterable
from functools import lru_cache

from simulator.anew import replace
from simulator.heard import Understood
from simulator.understanding.one_by_one import OneByOne, one_by_one
from simulator.understanding.persistence import alike_before
from simulator.understanding.situation import Situation, Understanding
from simulator.understanding.understand import Listener

MOST = 20_000


class Remembered:
    """The understanding it is given, asked only once for the same words in the same situation.

    Of what the handler said earlier only what is near the same is kept in the situation; nothing else bears on it.
    """

    def __init__(self, understanding: Understanding) -> None:
        self.mode = understanding.mode
        self.alike = understanding.alike
        self._asked = lru_cache(maxsize=MOST)(understanding.understand)
        self._understanding = understanding

    def understand(self, text: str, situation: Situation) -> Understood:
        """What the words mean here."""
        return self._asked(text, replace(situation, earlier=alike_before(text, situation.earlier)))

    def foresee(self, texts: Iterable[str]) -> None:
        """What will be said before long, by itself and put together: its clauses are looked at many at a time."""
        listener = self._understanding
        if isinstance(listener, Listener) and isinstance(listener.encoder, OneByOne):
            listener.encoder.foresee(clause for text in texts for clause in listener.looked_at(text))


def for_robots(understanding: Understanding) -> Remembered:
    """The understanding for thousands of calls from the same words: nothing is looked at twice."""
    if isinstance(understanding, Listener) and understanding.mode == "semantic" and understanding.encoder is not None:
        understanding = Listener(understanding.words, one_by_one(understanding.encoder), understanding.examples)
    return Remembered(understanding)

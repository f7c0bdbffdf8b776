"""Understanding that remembers: robots say the same words in the same situation thousands of times."""

from dataclasses import replace
from functools import lru_cache

from simulator.heard import Understood
from simulator.understanding.persistence import alike_before
from simulator.understanding.situation import Situation, Understanding

MOST = 20_000


class Remembered:
    """The understanding it is given, asked only once for the same words in the same situation.

    Of what the handler said earlier only what is near the same is kept in the situation; nothing else bears on it.
    """

    def __init__(self, understanding: Understanding) -> None:
        self.mode = understanding.mode
        self.alike = understanding.alike
        self._asked = lru_cache(maxsize=MOST)(understanding.understand)

    def understand(self, text: str, situation: Situation) -> Understood:
        """What the words mean here."""
        return self._asked(text, replace(situation, earlier=alike_before(text, situation.earlier)))

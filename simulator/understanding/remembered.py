"""Understanding that remembers: robots say the same words in the same situation thousands of times."""

from dataclasses import replace
from functools import lru_cache

from simulator.heard import Understood
from simulator.understanding.situation import Situation, Understanding

MOST = 20_000


class Remembered:
    """The understanding it is given, asked only once for the same words in the same situation.

    Each utterance is heard by itself: what the handler said earlier is left out of the situation.
    """

    def __init__(self, understanding: Understanding) -> None:
        self.mode = understanding.mode
        self._asked = lru_cache(maxsize=MOST)(understanding.understand)

    def understand(self, text: str, situation: Situation) -> Understood:
        """What the words mean here."""
        return self._asked(text, replace(situation, earlier=()))

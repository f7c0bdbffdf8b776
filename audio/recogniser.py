"""What a recogniser makes of speech: words with their likelihood; and the twin for machines that cannot recognise."""

from dataclasses import dataclass
from typing import Protocol

RATE_HZ = 16_000  # what every engine here listens at
BLOCK = 512  # samples, 32 ms: what the voice detector takes at once
LONGEST_S = 60.0


class RecogniserFailed(Exception):
    """This speech could not be worked out; the message says why in one sentence."""


@dataclass(frozen=True)
class WordHeard:
    """One word, how likely it is (0 to 1), and when it began and ended, in seconds from the start of the sound."""

    word: str
    probability: float
    began_s: float = 0.0
    ended_s: float = 0.0


@dataclass(frozen=True)
class Heard:
    """What was made of one stretch of speech, and by which engine. `text` is empty where no words were found."""

    text: str
    engine: str
    words: tuple[WordHeard, ...] = ()
    low_reliability: bool = False  # an engine known to mishear often

    @property
    def confidence(self) -> float:
        """The mean likelihood of the words, 0 to 1; 0 where there are none."""
        if not self.words:
            return 0.0
        return sum(word.probability for word in self.words) / len(self.words)


class Recogniser(Protocol):
    """Turns speech into words. Never told what words to expect: it would hear them where they were not said."""

    def prepare(self) -> None:
        """Load what it needs, so that the first words do not wait; raises RecogniserFailed."""

    def recognise(self, pcm: bytes) -> Heard:
        """The words in 16-bit mono sound at RATE_HZ; takes its time; raises RecogniserFailed."""

    @property
    def trouble(self) -> str:
        """Why nothing can be recognised, in one sentence; empty while all is well."""

    def describe(self) -> str:
        """One sentence for people: which engine, how reliable."""

    def close(self) -> None:
        """Let go of its process; safe to call twice."""


class NoRecogniser:
    """Recognises nothing, and says why."""

    def __init__(self, why: str) -> None:
        self.trouble = why

    def prepare(self) -> None:
        """Raises RecogniserFailed."""
        raise RecogniserFailed(self.trouble)

    def recognise(self, pcm: bytes) -> Heard:
        """Raises RecogniserFailed."""
        raise RecogniserFailed(self.trouble)

    def describe(self) -> str:
        """That nothing is recognised, and why."""
        return self.trouble

    def close(self) -> None:
        """There is nothing to close."""

"""Words said into the microphone on their way to the caller: when they were said, how sure the recogniser is; pure."""

from dataclasses import dataclass

from audio.recogniser import Heard
from simulator.heard import HeardWord, Recognised

DOUBTFUL_BELOW = 0.5  # a word less likely than this is marked on the desk


@dataclass(frozen=True)
class Spoken:
    """What was said: when its first word began (ms of the call), how long it lasted (ms), and what was heard."""

    began_ms: int
    lasted_ms: int
    recognised: Recognised

    @property
    def ended_ms(self) -> int:
        """When the last word ended."""
        return self.began_ms + self.lasted_ms

    def followed_by(self, later: "Spoken") -> "Spoken":
        """Both as one: what was added before the first was sent."""
        first, second = self.recognised, later.recognised
        words = (*first.words, *second.words)
        both = Recognised(
            heard=f"{first.heard} {second.heard}",
            engine=second.engine,
            confidence=_mean(words),
            words=words,
            low_reliability=first.low_reliability or second.low_reliability,
        )
        return Spoken(self.began_ms, self.lasted_ms + later.lasted_ms, both)

    def sent_as(self, text: str) -> Recognised:
        """What was heard, with whether the trainee put it right."""
        corrected = text.split() != self.recognised.heard.split()
        return self.recognised.model_copy(update={"corrected": corrected})


def recognised_of(heard: Heard) -> Recognised:
    """A recogniser's words as the journal keeps them."""
    words = tuple(
        HeardWord(word=word.word, probability=min(1.0, max(0.0, word.probability))) for word in heard.words if word.word
    )
    return Recognised(
        heard=heard.text,
        engine=heard.engine,
        confidence=_mean(words),
        words=words,
        low_reliability=heard.low_reliability,
    )


def doubtful_words(recognised: Recognised) -> tuple[str, ...]:
    """The words that may well be others, in order."""
    return tuple(word.word for word in recognised.words if word.probability < DOUBTFUL_BELOW)


def doubtful_places(text: str, doubtful: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Where the doubtful words stand in a text, as start and end; a word that was corrected away stands nowhere."""
    places, at = [], 0
    for word in doubtful:
        found = _whole_word(text, word, at)
        if found is not None:
            places.append((found, found + len(word)))
            at = found + len(word)
    return tuple(places)


def how_sure(recognised: Recognised) -> str:
    """The recogniser's confidence in words: 92 % sure."""
    sure = f"{round(recognised.confidence * 100)} % sure"
    return f"{sure}, low reliability" if recognised.low_reliability else sure


def _whole_word(text: str, word: str, at: int) -> int | None:
    while (found := text.find(word, at)) >= 0:
        end = found + len(word)
        if (found == 0 or not text[found - 1].isalnum()) and (end == len(text) or not text[end].isalnum()):
            return found
        at = found + 1
    return None


def _mean(words: tuple[HeardWord, ...]) -> float:
    return round(sum(word.probability for word in words) / len(words), 3) if words else 0.0

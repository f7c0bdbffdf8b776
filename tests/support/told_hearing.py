"""A trainee's side of the telephone in which the test says what was heard."""

from audio.hearing import HearingEvent, Listener, Offer, Way, WordsHeard
from audio.recogniser import Heard, WordHeard


def words(text: str, *doubtful: str, began_ago_ms: int = 2_000, lasted_ms: int = 1_000) -> WordsHeard:
    """Words as they are heard; the doubtful ones are little likely."""
    heard = tuple(WordHeard(word, 0.3 if word in doubtful else 0.9) for word in text.split())
    return WordsHeard(Heard(text, "test", heard), began_ago_ms, lasted_ms)


class ToldHearing:
    """Remembers what the desk asked of it, and tells it what it is told to tell."""

    def __init__(self, offer: Offer | None = None) -> None:
        self.tape: Listener | None = None
        self.offer = offer or Offer(True, microphones=("Headset", "Built in"), recogniser="An engine.")
        self.asked: list[str] = []
        self.listening = False
        self.level = 0.5
        self._waiting: list[HearingEvent] = []

    def tell(self, *events: HearingEvent) -> None:
        """This happens."""
        self._waiting += events

    def look(self) -> None:
        self.asked.append("look")

    def prepare(self) -> None:
        self.asked.append("prepare")

    def open(self, way: Way, device: str = "") -> None:
        self.asked.append(f"open {way} {device}".strip())

    def shut(self) -> None:
        self.asked.append("shut")

    def press(self) -> None:
        self.asked.append("press")

    def release(self) -> None:
        self.asked.append("release")

    def drop(self) -> None:
        self.asked.append("drop")

    def poll(self) -> tuple[HearingEvent, ...]:
        waiting, self._waiting = tuple(self._waiting), []
        return waiting

    def describe(self) -> str:
        return "You can speak to the caller: An engine."

    def close(self) -> None:
        self.asked.append("close")

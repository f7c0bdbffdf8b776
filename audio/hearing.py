"""The trainee's side of the telephone: what the desk asks of microphone and recogniser, and the twin that is deaf."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from audio.recogniser import Heard

Way = Literal["hold", "switch", "open"]  # a held key; a key pressed on and off; whenever somebody speaks
Listener = Callable[[NDArray[np.float32], int, float, bool], None]


@dataclass(frozen=True)
class SpeechBegan:
    """The trainee began to speak, so many ms ago."""

    ago_ms: int


@dataclass(frozen=True)
class SpeechEnded:
    """They stopped; their words are being worked out."""


@dataclass(frozen=True)
class WordsHeard:
    """Their words: when the first began, so many ms ago, and how long they lasted to the end of the last."""

    heard: Heard
    began_ago_ms: int
    lasted_ms: int


@dataclass(frozen=True)
class NothingHeard:
    """No words came of it; why, in one sentence for the trainee."""

    because: str


@dataclass(frozen=True)
class MicrophoneLost:
    """The microphone went away, or would not open; why. Typing goes on."""

    because: str


HearingEvent = SpeechBegan | SpeechEnded | WordsHeard | NothingHeard | MicrophoneLost


@dataclass(frozen=True)
class Offer:
    """What of speech this machine can do. An empty `why_not` means that speaking works."""

    looked: bool = False
    why_not: str = ""
    why_no_open_line: str = ""
    microphones: tuple[str, ...] = ()
    recogniser: str = ""


class Hearing(Protocol):
    """Hears the trainee. Every method returns at once and none raises; results are fetched by `poll`."""

    tape: Listener | None
    """Called from another thread with what is spoken, as it is: samples (-1 to 1), rate, how many seconds ago the first
    was heard, and whether a new stretch begins with them."""

    @property
    def offer(self) -> Offer:
        """What works here, as far as it has been looked at."""

    def look(self) -> None:
        """Look, in the background, what works here."""

    def prepare(self) -> None:
        """Words will soon be spoken: the recogniser gets ready, which takes seconds, in the background."""

    def open(self, way: Way, device: str = "") -> None:
        """A contact is on the line: the microphone opens."""

    def shut(self) -> None:
        """The contact is over: the microphone closes. What is being worked out is forgotten."""

    def press(self) -> None:
        """The talk key went down."""

    def release(self) -> None:
        """The talk key came up."""

    def drop(self) -> None:
        """Forget what is being said and worked out."""

    @property
    def listening(self) -> bool:
        """Whether speech is being heard now."""

    @property
    def level(self) -> float:
        """How loud it is now, 0 to 1, for a meter."""

    def poll(self) -> tuple[HearingEvent, ...]:
        """What has happened since this was last asked, in order."""

    def describe(self) -> str:
        """One sentence for people."""

    def close(self) -> None:
        """Let go of everything; safe to call twice."""


class DeafHearing:
    """Hears nothing, and says why. Typing is the way to speak."""

    def __init__(self, why: str = "speech is switched off") -> None:
        self._why = why
        self.tape: Listener | None = None

    @property
    def offer(self) -> Offer:
        """That speaking does not work, and why."""
        return Offer(looked=True, why_not=self._why, why_no_open_line=self._why)

    def look(self) -> None:
        """There is nothing to look for."""

    def prepare(self) -> None:
        """There is nothing to get ready."""

    def open(self, way: Way, device: str = "") -> None:
        """Nothing opens."""

    def shut(self) -> None:
        """Nothing is open."""

    def press(self) -> None:
        """Nothing is heard."""

    def release(self) -> None:
        """Nothing is heard."""

    def drop(self) -> None:
        """There is nothing to forget."""

    @property
    def listening(self) -> bool:
        """Never."""
        return False

    @property
    def level(self) -> float:
        """Silence."""
        return 0.0

    def poll(self) -> tuple[HearingEvent, ...]:
        """Nothing happens."""
        return ()

    def describe(self) -> str:
        """That nothing is heard, and why."""
        return f"You cannot speak to the caller here: {self._why}. Type what you say."

    def close(self) -> None:
        """There is nothing to close."""

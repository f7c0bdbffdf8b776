"""What a voice is: it turns a line into sound, ahead of time where it can; and the twin that makes none."""

from dataclasses import dataclass
from typing import Protocol

from audio.sound import Sound
from audio.styles import manner_of
from audio.wording import natural_seconds, speakable


class VoiceFailed(Exception):
    """A line could not be spoken; the words say why. The call goes on with its caption."""


@dataclass(frozen=True)
class SpokenLine:
    """A line and who says it how.

    `kind` is a persona's kind (`older-woman`, ..., or `operator`), `style` a state (`neutral`, `whisper`, ...).
    `lasts_ms` is how long the line should take; None lets the voice take its own time.
    """

    text: str
    kind: str = "woman"
    style: str = "neutral"
    lasts_ms: int | None = None

    @property
    def seconds(self) -> float:
        """How long the line takes, as wanted or as estimated from its words."""
        if self.lasts_ms is not None:
            return self.lasts_ms / 1000
        return natural_seconds(speakable(self.text), manner_of(self.kind, self.style).rate)


class Voice(Protocol):
    """Something that speaks lines. All methods may be called from any thread."""

    def begin(self, lines: tuple[SpokenLine, ...]) -> None:
        """A call begins in which these may be said, the likeliest first: get ready; returns at once, never raises."""

    def prepare(self, line: SpokenLine) -> None:
        """Render a line ahead, some time soon; returns at once, never raises."""

    def ready(self, line: SpokenLine) -> bool:
        """Whether the line can be had without rendering."""

    def render(self, line: SpokenLine) -> Sound:
        """The line as clean sound, at once; raises VoiceFailed."""

    @property
    def trouble(self) -> str:
        """Why lines are not heard, in one sentence; empty while all is well."""

    def describe(self) -> str:
        """One sentence for people: which voice speaks, or why none does."""

    def close(self) -> None:
        """Let go of processes and files; safe to call twice."""


class SilentVoice:
    """A voice that makes no sound: captions only. Lines still take their time."""

    def __init__(self, why: str = "no speech engine was found") -> None:
        self._why = why

    def begin(self, lines: tuple[SpokenLine, ...]) -> None:
        """Nothing to prepare."""

    def prepare(self, line: SpokenLine) -> None:
        """Nothing to prepare."""

    def ready(self, line: SpokenLine) -> bool:
        """Silence is always ready."""
        return True

    def render(self, line: SpokenLine) -> Sound:
        """Always raises VoiceFailed: there is no voice."""
        raise VoiceFailed(self._why)

    @property
    def trouble(self) -> str:
        """That there is no voice, and why."""
        return f"No voice: {self._why}. Captions show what is said."

    def describe(self) -> str:
        """That there is no voice, and why."""
        return self.trouble

    def close(self) -> None:
        """Nothing to close."""

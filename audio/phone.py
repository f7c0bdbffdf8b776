"""What a telephone on the desk does: all that the desk knows of sound; and the twin that is silent."""

from collections.abc import Callable
from typing import Protocol

from audio.tape import Tape
from audio.voice import SpokenLine

Done = Callable[[bool], None]


class Phone(Protocol):
    """What the desk asks of a telephone. Every method returns at once and none raises."""

    def prepare(self, *lines: SpokenLine) -> None:
        """A call begins in which these lines may be said, the likeliest first: get them ready."""

    def ring(self, background: str = "none", quality: str = "clear") -> None:
        """Ring until answered or cleared; see `answer` for what is then heard."""

    def answer(self, background: str = "none", quality: str = "clear") -> None:
        """The line opens: ringing ends, its hiss and what is behind the caller begin. How good it is: see QUALITIES."""

    def caller_says(self, line: SpokenLine, on_done: Done | None = None) -> None:
        """Speak a caller's line after those before it. `on_done(True)` when it ended, `(False)` when it was not heard.

        `on_done` is called from another thread: let it only set or put something.
        """

    def operator_says(self, text: str, on_done: Done | None = None, lasts_ms: int | None = None) -> None:
        """Speak an operator's line in the operator's voice; see `caller_says`."""

    def hear(self, sound: str) -> None:
        """A sound at the caller's end, by its id, besides what is said; an unknown one is not heard."""

    def line_goes(self, to: str) -> None:
        """The line changes: "dropped", "silent", "poor", "back" as it was, or "unanswered" when it was rung back."""

    def rings_out(self) -> None:
        """The number of a line that dropped is rung back: ringing, until the line is back or nobody answers."""

    def stop(self) -> None:
        """Silence whoever speaks, and drop what waits to be said (the handler talks over them)."""

    def hold(self) -> None:
        """Put the caller on hold: the hold signal, no voices."""

    def resume(self) -> None:
        """Take the caller off hold."""

    def clear(self, by_caller: bool = False) -> None:
        """The call is over: everything stops; a cleared line sounds when the caller rang off."""

    def silence(self) -> None:
        """All sound ends at once, without any tone."""

    @property
    def speaking(self) -> bool:
        """Whether a line is being spoken or waits."""

    @property
    def trouble(self) -> str:
        """Why something is not heard, in one sentence; empty while all is well."""

    def set_volume(self, level: float) -> None:
        """The headset's loudness, 0.0 to 1.0."""

    def record(self, tape: Tape | None) -> None:
        """From now on let this tape hear what the trainee hears; None: no tape any more."""

    def describe(self) -> str:
        """One line for people: what sounds and what does not."""

    def close(self) -> None:
        """Let go of device and processes; safe to call twice."""


class SilentTelephone:
    """A telephone without sound: captions only. Lines are done as soon as they are said."""

    speaking = False

    def __init__(self, why: str = "sound is switched off") -> None:
        self._why = why

    def prepare(self, *lines: SpokenLine) -> None:
        """Nothing to prepare."""

    def ring(self, background: str = "none", quality: str = "clear") -> None:
        """Rings on the screen only."""

    def answer(self, background: str = "none", quality: str = "clear") -> None:
        """Nothing is heard."""

    def caller_says(self, line: SpokenLine, on_done: Done | None = None) -> None:
        """Not heard: `on_done(False)` at once."""
        if on_done is not None:
            on_done(False)

    def operator_says(self, text: str, on_done: Done | None = None, lasts_ms: int | None = None) -> None:
        """Not heard: `on_done(False)` at once."""
        if on_done is not None:
            on_done(False)

    def hear(self, sound: str) -> None:
        """Nothing is heard."""

    def line_goes(self, to: str) -> None:
        """Nothing is heard."""

    def rings_out(self) -> None:
        """Nothing is heard."""

    def stop(self) -> None:
        """Nothing to stop."""

    def hold(self) -> None:
        """Nothing is heard."""

    def resume(self) -> None:
        """Nothing is heard."""

    def clear(self, by_caller: bool = False) -> None:
        """Nothing is heard."""

    def silence(self) -> None:
        """It is silent already."""

    @property
    def trouble(self) -> str:
        """That there is no sound, and why."""
        return f"No sound: {self._why}. Captions show what is said."

    def set_volume(self, level: float) -> None:
        """There is nothing to make louder."""

    def record(self, tape: Tape | None) -> None:
        """Nothing is heard, so there is nothing to record."""

    def describe(self) -> str:
        """That there is no sound, and why."""
        return self.trouble

    def close(self) -> None:
        """Nothing to close."""

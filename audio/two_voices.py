"""Chooses who speaks in a call: the neural voices where the call is prepared, else the voice of every machine.

A caller who changes voice in the middle of a call sounds like another person taking the phone, which a handler would
have to ask about. So the choice is made once for a call, when it begins: neural if its lines are there. Only a line
that is not there and would come too late is then spoken by the other voice.
"""

import threading
from typing import Protocol

from audio.sound import Sound
from audio.voice import SpokenLine, Voice, VoiceFailed

MOSTLY = 0.9  # so much of a call must be prepared for the neural voices to take it
FIRST = 4  # and so many of its first lines: the opening cannot wait
PATIENCE_S = 5.0  # for the choice, which takes some hundredths of a second
LATEST_S = 0.9  # a line that would take longer than this is spoken by the other voice


class Unhurried(Voice, Protocol):
    """A voice that keeps lines and tells how long another would take."""

    def takes_s(self, line: SpokenLine) -> float:
        """Seconds until the line could be heard."""

    def forget_waiting(self) -> None:
        """Make none of the lines that wait."""


class TwoVoices:
    """Two voices behind one face; see the file's first lines for which of them speaks."""

    def __init__(self, quick: Voice, better: Unhurried) -> None:
        self._quick = quick
        self._better = better
        self._chosen = False
        self._lent = 0
        self._decided = threading.Event()
        self._decided.set()

    def begin(self, lines: tuple[SpokenLine, ...]) -> None:
        """A call begins in which these may be said: choose who speaks, and get ready what is missing.

        It is looked for in a thread of its own: the desk paints meanwhile, and the first line waits for the choice.
        """
        self._decided.clear()
        threading.Thread(target=self._choose, args=(lines,), name="who-speaks", daemon=True).start()

    def _choose(self, lines: tuple[SpokenLine, ...]) -> None:
        try:
            self._look(lines)
        finally:
            self._decided.set()

    def _look(self, lines: tuple[SpokenLine, ...]) -> None:
        self._better.forget_waiting()
        there = [self._better.ready(line) for line in lines]
        self._chosen = bool(there) and all(there[:FIRST]) and sum(there) >= MOSTLY * len(there)
        self._lent = 0
        if not self._chosen:
            self._quick.begin(lines)
        # What is missing is made in the background either way, so that this call is prepared the next time it comes.
        self._better.begin(tuple(line for line, is_there in zip(lines, there, strict=True) if not is_there))

    def prepare(self, line: SpokenLine) -> None:
        """Get a line ready with the voice that speaks in this call."""
        self._decided.wait(PATIENCE_S)
        (self._better if self._chosen else self._quick).prepare(line)

    def ready(self, line: SpokenLine) -> bool:
        """Whether the line can be had without making it."""
        self._decided.wait(PATIENCE_S)
        return (self._better if self._chosen else self._quick).ready(line)

    def render(self, line: SpokenLine) -> Sound:
        """The line in the call's voice, or in the other where it would come late or fails; raises VoiceFailed."""
        self._decided.wait(PATIENCE_S)
        if self._chosen and self._better.takes_s(line) <= LATEST_S:
            try:
                return self._better.render(line)
            except VoiceFailed:
                pass  # the other voice can say it
        self._lent += self._chosen
        return self._quick.render(line)

    def wait_until_open(self, timeout_s: float = 20.0) -> bool:
        """Wait until the voice of every machine has started, where it starts; whether it speaks."""
        wait = getattr(self._quick, "wait_until_open", None)
        return bool(wait(timeout_s)) if callable(wait) else not self._quick.trouble

    @property
    def trouble(self) -> str:
        """Why lines are not heard; empty while one of the two speaks."""
        return self._quick.trouble if not self._chosen else ""

    def describe(self) -> str:
        """Who speaks, what there is besides, and how many lines the other voice had to lend."""
        lent = f"{self._lent} lines of this call came from the other voice." if self._lent else ""
        return " ".join(filter(None, (self._quick.describe(), self._better.describe(), lent)))

    def close(self) -> None:
        """Close both; safe to call twice."""
        self._better.close()
        self._quick.close()

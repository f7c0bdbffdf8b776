"""Our end of the process that recognises: starts it, asks it, gives up on it in time, and starts it again once."""

import base64
import os
from typing import Any

from audio.child import Child, ChildGone
from audio.recogniser import RATE_HZ, Heard, RecogniserFailed, WordHeard

START_TIMEOUT_S = 60.0  # a cold disk reads 500 MB of libraries before anything answers
ANSWER_TIMEOUT_S = 20.0
A_SECOND_TAKES_S = 2.0  # of speech, on the slowest machine that is of any use


class ChildRecogniser:
    """A recogniser in a process of its own. Not for several threads at once."""

    def __init__(self, command: list[str], says: str) -> None:
        """`command` starts the process; `says` describes the engine in one sentence."""
        self._command = command
        self._says = says
        self._child: Child | None = None
        self._closed = False
        self.trouble = ""

    @property
    def pid(self) -> int | None:
        """The number of the process, None while there is none."""
        return self._child.pid if self._child is not None else None

    def prepare(self) -> None:
        """Start the process and wait until its engine is loaded; raises RecogniserFailed."""
        if self._closed or (self._child is not None and self._child.running):
            return
        try:
            self._start()
        except ChildGone as gone:
            self._end()
            self.trouble = f"The recogniser does not start: its process {gone}."
            raise RecogniserFailed(self.trouble) from gone
        self.trouble = ""

    def recognise(self, pcm: bytes) -> Heard:
        """The words; a process that died is asked once more, one that is too slow is not. Raises RecogniserFailed."""
        for attempt in (1, 2):
            self.prepare()
            try:
                return _heard(self._ask(pcm))
            except ChildGone as gone:
                self._end()
                if attempt == 2 or self._closed or gone.slow:
                    self.trouble = f"The recogniser stopped working: its process {gone}."
                    raise RecogniserFailed(self.trouble) from gone
        raise AssertionError("unreachable")

    def describe(self) -> str:
        """Which engine, or what is wrong with it."""
        return self.trouble or self._says

    def close(self) -> None:
        """End the process; safe to call twice, and from another thread."""
        self._closed = True
        self._end()

    def _start(self) -> None:
        environment = {**os.environ, "HF_HUB_OFFLINE": "1"}
        self._child = child = Child(self._command, environment, "recogniser-answers")
        said = child.says(START_TIMEOUT_S)
        if not said.get("ok"):
            raise ChildGone(f"says: {said.get('why', 'no reason given')}")

    def _ask(self, pcm: bytes) -> dict[str, Any]:
        child = self._child
        if child is None:
            raise ChildGone("was closed")
        timeout = ANSWER_TIMEOUT_S + A_SECOND_TAKES_S * len(pcm) / 2 / RATE_HZ
        said = child.asked({"pcm": base64.b64encode(pcm).decode("ascii")}, timeout)
        if not said.get("ok"):
            raise RecogniserFailed(f"These words could not be worked out: {said.get('why', 'no reason given')}.")
        return said

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.close()


def _heard(said: dict[str, Any]) -> Heard:
    words = tuple(
        WordHeard(str(w["word"]), float(w["probability"]), float(w["began_s"]), float(w["ended_s"]))
        for w in said.get("words", ())
    )
    return Heard(str(said["text"]), str(said["engine"]), words, bool(said.get("low_reliability")))

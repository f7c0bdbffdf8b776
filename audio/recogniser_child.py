"""Our end of the process that recognises: starts it, asks it, gives up on it in time, and starts it again once."""

import base64
import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from audio.parent import named_to
from audio.recogniser import RATE_HZ, Heard, RecogniserFailed, WordHeard

START_TIMEOUT_S = 60.0  # a cold disk reads 500 MB of libraries before anything answers
ANSWER_TIMEOUT_S = 20.0
A_SECOND_TAKES_S = 2.0  # of speech, on the slowest machine that is of any use


class _Gone(Exception):
    """The process ended, hung or answered nonsense. `slow` where it only gave no answer in time."""

    def __init__(self, why: str, slow: bool = False) -> None:
        super().__init__(why)
        self.slow = slow


class ChildRecogniser:
    """A recogniser in a process of its own. Not for several threads at once."""

    def __init__(self, command: list[str], says: str) -> None:
        """`command` starts the process; `says` describes the engine in one sentence."""
        self._command = command
        self._says = says
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._number = 0
        self._closed = False
        self.trouble = ""

    @property
    def pid(self) -> int | None:
        """The number of the process, None while there is none."""
        return self._process.pid if self._process is not None else None

    def prepare(self) -> None:
        """Start the process and wait until its engine is loaded; raises RecogniserFailed."""
        if self._closed or (self._process is not None and self._process.poll() is None):
            return
        try:
            self._start()
        except _Gone as gone:
            self._end()
            self.trouble = f"The recogniser does not start: {gone}."
            raise RecogniserFailed(self.trouble) from gone
        self.trouble = ""

    def recognise(self, pcm: bytes) -> Heard:
        """The words; a process that died is asked once more, one that is too slow is not. Raises RecogniserFailed."""
        for attempt in (1, 2):
            self.prepare()
            try:
                return _heard(self._ask(pcm))
            except _Gone as gone:
                self._end()
                if attempt == 2 or self._closed or gone.slow:
                    self.trouble = f"The recogniser stopped working: {gone}."
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
        answers: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._answers = answers
        self._process = process = _started(self._command)
        threading.Thread(target=_listen, args=(process, answers), name="recogniser-answers", daemon=True).start()
        said = self._next(START_TIMEOUT_S)
        if not said.get("ok"):
            raise _Gone(str(said.get("why", "no reason given")))

    def _ask(self, pcm: bytes) -> dict[str, Any]:
        process = self._process
        if process is None or process.stdin is None:
            raise _Gone("it was closed")
        self._number += 1
        wish = {"id": self._number, "pcm": base64.b64encode(pcm).decode("ascii")}
        try:
            process.stdin.write(json.dumps(wish) + "\n")
            process.stdin.flush()
        except (OSError, ValueError) as error:
            raise _Gone(f"its process is gone ({error})") from error
        timeout = ANSWER_TIMEOUT_S + A_SECOND_TAKES_S * len(pcm) / 2 / RATE_HZ
        while (said := self._next(timeout)).get("id") != self._number:
            pass
        if not said.get("ok"):
            raise RecogniserFailed(f"These words could not be worked out: {said.get('why', 'no reason given')}.")
        return said

    def _next(self, timeout_s: float) -> dict[str, Any]:
        try:
            text = self._answers.get(timeout=timeout_s)
        except queue.Empty:
            raise _Gone(f"no answer in {timeout_s:.0f} s", slow=True) from None
        if text is None:
            raise _Gone("its process ended")
        try:
            said = json.loads(text)
        except ValueError:
            said = None
        if not isinstance(said, dict):
            raise _Gone("it answered nonsense")
        return said

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.poll() is None:
            process.kill()
        process.wait()
        if process.stdin is not None:
            try:
                process.stdin.close()
            except OSError:
                return  # what was still to be written has no reader


def _listen(process: "subprocess.Popen[str]", answers: "queue.SimpleQueue[str | None]") -> None:
    assert process.stdout is not None
    try:
        for text in process.stdout:
            answers.put(text)
    except (OSError, ValueError):
        pass  # closed under our hands: the same as its end
    answers.put(None)
    process.stdout.close()


def _started(command: list[str]) -> "subprocess.Popen[str]":
    root = str(Path(__file__).resolve().parent.parent)
    environment = named_to(os.environ)
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [root, environment.get("PYTHONPATH", "")]))
    environment["HF_HUB_OFFLINE"] = "1"
    try:
        return subprocess.Popen(
            [sys.executable, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            errors="replace",
            env=environment,
            # No console window flashes up on Windows.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise _Gone(f"its process would not start ({error})") from error


def _heard(said: dict[str, Any]) -> Heard:
    words = tuple(
        WordHeard(str(w["word"]), float(w["probability"]), float(w["began_s"]), float(w["ended_s"]))
        for w in said.get("words", ())
    )
    return Heard(str(said["text"]), str(said["engine"]), words, bool(said.get("low_reliability")))

"""Our end of a process that is told and answers in lines of JSON: starts it, asks it, gives up on it in time."""

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from audio.parent import named_to

_ROOT = str(Path(__file__).resolve().parent.parent)
# No console window flashes up on Windows.
WITHOUT_A_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class ChildGone(Exception):
    """What became of the process, to follow its name: it would not start, ended, hung or answered nonsense.

    `slow` where it only gave no answer in time.
    """

    def __init__(self, why: str, slow: bool = False) -> None:
        super().__init__(why)
        self.slow = slow


class Child:
    """One such process. Not for several threads at once, but any may close it: who waits for an answer is told."""

    def __init__(
        self,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        thread: str,
        *,
        cwd: Path | None = None,
        flags: int = WITHOUT_A_WINDOW,
    ) -> None:
        """Python is started with these arguments; `thread` names what listens to it. Raises ChildGone."""
        self._number = 0
        self._answers: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        try:
            self._process = subprocess.Popen(
                [sys.executable, *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
                errors="replace",
                env=_finding_us(named_to(environment)),
                cwd=cwd,
                creationflags=flags,
            )
        except OSError as error:
            raise ChildGone(f"would not start: {error}") from error
        threading.Thread(target=self._listen, name=thread, daemon=True).start()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def running(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def says(self, timeout_s: float) -> dict[str, Any]:
        """The next that it says, unasked as when it has started. Raises ChildGone."""
        try:
            text = self._answers.get(timeout=timeout_s)
        except queue.Empty:
            raise ChildGone(f"gave no answer in {timeout_s:.0f} s", slow=True) from None
        if text is None:
            raise ChildGone("ended")
        try:
            said = json.loads(text)
        except ValueError:
            said = None
        if not isinstance(said, dict):
            raise ChildGone("answered nonsense")
        return said

    def asked(self, wish: Mapping[str, object], timeout_s: float) -> dict[str, Any]:
        """Its answer to a wish; what it still answers to an earlier one is passed over. Raises ChildGone."""
        self._number += 1
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps({"id": self._number, **wish}) + "\n")
            self._process.stdin.flush()
        except (OSError, ValueError) as error:
            raise ChildGone(f"is gone: {error}") from error
        while (said := self.says(timeout_s)).get("id") != self._number:
            pass
        return said

    def close(self) -> None:
        """End the process; safe to call twice."""
        if self.running:
            self._process.kill()
        self._process.wait()
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):  # what was still to be written has no reader
            self._process.stdin.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        # Closed under our hands is the same as its end.
        with contextlib.suppress(OSError, ValueError):
            for text in self._process.stdout:
                self._answers.put(text)
        self._answers.put(None)
        self._process.stdout.close()


def _finding_us(environment: Mapping[str, str]) -> dict[str, str]:
    path = filter(None, [_ROOT, environment.get("PYTHONPATH", "")])
    return {**environment, "PYTHONPATH": os.pathsep.join(path)}

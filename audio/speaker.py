"""Our end of the process that speaks: starts it, asks it, gives up on it in time, and starts it again."""

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from audio.espeak_setup import NEURAL, environment_for, working_folder_for
from audio.parent import named_to
from audio.styles import Manner

START_TIMEOUT_S = {NEURAL: 90.0}
RENDER_TIMEOUT_S = {NEURAL: 60.0}  # besides what the length of the text takes
_START_S, _RENDER_S = 15.0, 8.0
_CHARACTERS_A_SECOND = {NEURAL: 1.5}


class SpeakerDied(Exception):
    """The speaking process ended, hung, or would not start."""


class SpeakerRefused(Exception):
    """The engine could not render this line, and said why."""


@dataclass(frozen=True)
class EngineVoice:
    """One voice that the engine offers."""

    id: str
    name: str
    languages: tuple[str, ...] = ()
    male: bool | None = None


@dataclass(frozen=True)
class EngineFacts:
    """What the engine told of itself."""

    engine: str
    version: str = ""
    voices: tuple[EngineVoice, ...] = ()
    variants: frozenset[str] = field(default_factory=frozenset)


class Speaker:
    """One speaking process. Not for several threads at once: its owner keeps a lock."""

    def __init__(self, engine: str, threads: int = 0) -> None:
        """Start the process for an engine; raises SpeakerDied when it does not come up.

        `threads` is for `neural`: 0 is one thread that takes only what nobody else wants of the processor, as beside
        a call; with more it works as other programs do.
        """
        self._engine = engine
        self._number = 0
        self._answers: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._process = _started(engine, threads)
        threading.Thread(target=self._listen, name="speech-answers", daemon=True).start()
        try:
            said = self._next(START_TIMEOUT_S.get(engine, _START_S))
        except SpeakerDied:
            self.close()
            raise
        if not said.get("ok"):
            self.close()
            raise SpeakerDied(str(said.get("why", "it would not start")))
        self.facts = _facts(engine, said)

    @property
    def pid(self) -> int:
        """The number of the speaking process."""
        return self._process.pid

    def render(self, text: str, voice: str, manner: Manner, path: Path) -> tuple[int, int]:
        """Have a text written to a WAV file: frames and rate. Raises SpeakerRefused or SpeakerDied."""
        self._number += 1
        wish = {
            "id": self._number,
            "text": text,
            "voice": voice,
            "rate": manner.rate,
            "pitch": manner.pitch,
            "range": manner.range_,
            "path": str(path.resolve()),
        }
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(wish) + "\n")
            self._process.stdin.flush()
        except (OSError, ValueError) as error:
            raise SpeakerDied(f"the speaking process is gone: {error}") from error
        pace = _CHARACTERS_A_SECOND.get(self._engine, 50)
        patience = RENDER_TIMEOUT_S.get(self._engine, _RENDER_S) + len(text) / pace
        while (said := self._next(patience)).get("id") != self._number:
            pass
        if not said.get("ok"):
            raise SpeakerRefused(str(said.get("why", "no reason given")))
        return int(said["frames"]), int(said["rate"])

    def close(self) -> None:
        """End the process; safe to call twice."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                _shut(pipe)

    def _listen(self) -> None:
        assert self._process.stdout is not None
        try:
            for text in self._process.stdout:
                self._answers.put(text)
        except (OSError, ValueError):
            pass  # closed under our hands: the same as its end
        self._answers.put(None)

    def _next(self, timeout_s: float) -> dict[str, Any]:
        try:
            text = self._answers.get(timeout=timeout_s)
        except queue.Empty:
            raise SpeakerDied(f"the speaking process gave no answer in {timeout_s:.0f} s") from None
        if text is None:
            raise SpeakerDied("the speaking process ended")
        try:
            said = json.loads(text)
        except ValueError:
            said = None
        if not isinstance(said, dict):
            raise SpeakerDied("the speaking process answered nonsense")
        return said


def _shut(pipe: Any) -> None:
    with contextlib.suppress(OSError):  # what was still to be written has no reader
        pipe.close()


def _started(engine: str, threads: int) -> "subprocess.Popen[str]":
    root = str(Path(__file__).resolve().parent.parent)
    environment = named_to(environment_for(engine, os.environ))
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [root, environment.get("PYTHONPATH", "")]))
    environment["PYTHONIOENCODING"] = "utf-8"
    environment["FIRST_CONTACT_VOICE_THREADS"] = str(threads)
    try:
        return subprocess.Popen(
            [sys.executable, "-m", "audio.speaker_process", engine],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            errors="replace",
            env=environment,
            cwd=working_folder_for(engine),
            creationflags=_windows_flags(engine, threads),
        )
    except OSError as error:
        raise SpeakerDied(f"the speaking process would not start: {error}") from error


def _windows_flags(engine: str, threads: int) -> int:
    """No console window flashes up; what renders beside a call gives way to it (elsewhere it does so by itself)."""
    quiet = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    gives_way = engine == NEURAL and not threads
    return quiet | (getattr(subprocess, "IDLE_PRIORITY_CLASS", 0) if gives_way else 0)


def _facts(engine: str, said: dict[str, Any]) -> EngineFacts:
    voices = tuple(
        EngineVoice(
            id=str(voice["id"]),
            name=str(voice["name"]),
            languages=tuple(voice.get("languages") or ()),
            male=_is_male(voice.get("gender")),
        )
        for voice in said.get("voices", ())
    )
    return EngineFacts(engine, str(said.get("version", "")), voices, frozenset(said.get("variants", ())))


def _is_male(gender: object) -> bool | None:
    word = str(gender or "").casefold()
    return False if "female" in word else True if "male" in word else None

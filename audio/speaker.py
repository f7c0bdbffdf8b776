"""Our end of the process that speaks: starts it, asks it, gives up on it in time, and starts it again."""

import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from audio.child import WITHOUT_A_WINDOW, Child, ChildGone
from audio.espeak_setup import NEURAL, environment_for, working_folder_for
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
        try:
            self._child = _started(engine, threads)
        except ChildGone as gone:
            raise _died(gone) from gone
        try:
            said = self._child.says(START_TIMEOUT_S.get(engine, _START_S))
        except ChildGone as gone:
            self.close()
            raise _died(gone) from gone
        if not said.get("ok"):
            self.close()
            raise SpeakerDied(str(said.get("why", "it would not start")))
        self.facts = _facts(engine, said)

    @property
    def pid(self) -> int:
        """The number of the speaking process."""
        return self._child.pid

    def render(self, text: str, voice: str, manner: Manner, path: Path) -> tuple[int, int]:
        """Have a text written to a WAV file: frames and rate. Raises SpeakerRefused or SpeakerDied."""
        wish = {
            "text": text,
            "voice": voice,
            "rate": manner.rate,
            "pitch": manner.pitch,
            "range": manner.range_,
            "path": str(path.resolve()),
        }
        pace = _CHARACTERS_A_SECOND.get(self._engine, 50)
        patience = RENDER_TIMEOUT_S.get(self._engine, _RENDER_S) + len(text) / pace
        try:
            said = self._child.asked(wish, patience)
        except ChildGone as gone:
            raise _died(gone) from gone
        if not said.get("ok"):
            raise SpeakerRefused(str(said.get("why", "no reason given")))
        return int(said["frames"]), int(said["rate"])

    def close(self) -> None:
        """End the process; safe to call twice."""
        self._child.close()


def _died(gone: ChildGone) -> SpeakerDied:
    return SpeakerDied(f"the speaking process {gone}")


def _started(engine: str, threads: int) -> Child:
    environment = environment_for(engine, os.environ)
    environment["PYTHONIOENCODING"] = "utf-8"
    environment["FIRST_CONTACT_VOICE_THREADS"] = str(threads)
    return Child(
        ["-m", "audio.speaker_process", engine],
        environment,
        "speech-answers",
        cwd=working_folder_for(engine),
        flags=_windows_flags(engine, threads),
    )


def _windows_flags(engine: str, threads: int) -> int:
    """No console window flashes up; what renders beside a call gives way to it (elsewhere it does so by itself)."""
    gives_way = engine == NEURAL and not threads
    return WITHOUT_A_WINDOW | (getattr(subprocess, "IDLE_PRIORITY_CLASS", 0) if gives_way else 0)


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

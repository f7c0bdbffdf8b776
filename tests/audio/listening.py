"""Twins for tests: a player that writes down what it was given, a voice and a speaker that need no engine."""

import threading
import wave
from pathlib import Path

import numpy as np

from audio.player import Track
from audio.sound import RATE_HZ, Sound
from audio.speaker import EngineFacts, EngineVoice, SpeakerDied, SpeakerRefused
from audio.styles import Manner
from audio.voice import SpokenLine, VoiceFailed


def hum(seconds: float = 0.05, hertz: float = 400.0, strength: float = 0.3) -> Sound:
    at = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    return Sound((np.sin(2 * np.pi * hertz * at) * strength).astype(np.float32))


class HummingVoice:
    """Says everything as a short hum; what is in `cannot` fails."""

    trouble = ""

    def __init__(self, seconds: float = 0.05, cannot: tuple[str, ...] = ()) -> None:
        self.seconds = seconds
        self.cannot = cannot
        self.prepared: list[SpokenLine] = []
        self.closed = False

    def begin(self, lines: tuple[SpokenLine, ...]) -> None:
        self.prepared += lines

    def prepare(self, line: SpokenLine) -> None:
        self.prepared.append(line)

    def ready(self, line: SpokenLine) -> bool:
        return line in self.prepared

    def render(self, line: SpokenLine) -> Sound:
        if line.text in self.cannot:
            raise VoiceFailed(f"cannot say {line.text}")
        return hum(self.seconds)

    def describe(self) -> str:
        return "A hum."

    def close(self) -> None:
        self.closed = True


class WritingPlayer:
    """Plays nothing; keeps what it was told, in order."""

    trouble = ""

    def __init__(self) -> None:
        self.told: list[tuple[str, Track | None]] = []
        self.sounds: list[Sound] = []
        self.voice_began = threading.Event()
        self.levels: dict[Track, float] = {}

    def play(self, sound: Sound, track: Track, repeat: bool = False) -> bool:
        self.told.append(("repeat" if repeat else "play", track))
        self.sounds.append(sound)
        if track is Track.VOICE:
            self.voice_began.set()
        return True

    def stop(self, track: Track | None = None) -> None:
        self.told.append(("stop", track))

    def busy(self, track: Track) -> bool:
        return False

    def set_level(self, track: Track, level: float) -> None:
        self.levels[track] = level

    def describe(self) -> str:
        return "Paper."

    def close(self) -> None:
        self.told.append(("close", None))


class PaperSpeaker:
    """Stands in for the process that speaks: writes a hum of the wanted length; does as its script says first.

    `script` holds one word for each render to come: `die`, `cut`, `damage` or `well`; afterwards all goes well.
    """

    def __init__(self, engine: str = "packaged", script: list[str] | None = None) -> None:
        self.facts = EngineFacts(
            engine,
            "1.0",
            (EngineVoice("gmw/en-gb-x-rp", "Received Pronunciation"), EngineVoice("gmw/en-gb", "British")),
            frozenset({"f1", "f2", "f3", "whisperf"}),
        )
        self.script = script if script is not None else []
        self.rendered: list[tuple[str, str, Manner]] = []
        self.pid = 0
        self.closed = False

    def render(self, text: str, voice: str, manner: Manner, path: Path) -> tuple[int, int]:
        self.rendered.append((text, voice, manner))
        deed = self.script.pop(0) if self.script else "well"
        if deed == "die":
            raise SpeakerDied("the speaking process ended")
        if deed == "empty":
            raise SpeakerRefused("ValueError: the engine wrote an empty file")
        if deed == "damage":
            path.write_bytes(b"RIFF but nothing after it")
            return 1, RATE_HZ
        seconds = 0.01 if deed == "cut" else len(text.split()) * 60 / manner.rate
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE_HZ)
            file.writeframes(hum(seconds).pcm())
        return round(seconds * RATE_HZ), RATE_HZ

    def close(self) -> None:
        self.closed = True

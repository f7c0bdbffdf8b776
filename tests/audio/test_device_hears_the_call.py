"""A whole call's sound into SDL's disk device: what the telephone plays is what the device gets, sample for sample."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import numpy as np
import pytest

from audio.sound import read_wav, speech_level_db

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.speech

CALL = """
    import sys, threading
    from pathlib import Path
    from audio.player import Track, open_player
    from audio.pyttsx3_voice import Pyttsx3Voice
    from audio.render_cache import RenderCache
    from audio.sound import write_wav
    from audio.telephone import Telephone
    from audio.voice import SpokenLine

    folder = Path(sys.argv[1])
    player = open_player()
    if player.trouble:
        print(player.trouble)
        sys.exit(3)

    class Kept:
        def __init__(self):
            self.count = 0

        def play(self, sound, track, repeat=False):
            if track is Track.VOICE:
                write_wav(sound, folder / f"{self.count}.wav")
                self.count += 1
            return player.play(sound, track, repeat)

        def __getattr__(self, name):
            return getattr(player, name)

    telephone = Telephone(Pyttsx3Voice(cache=RenderCache(folder / "lines")), Kept())
    for line in (
        SpokenLine("Please. There is someone in my house.", "older-woman", "whisper"),
        SpokenLine("(two taps)", "woman"),
        SpokenLine("Hurry up!", "man", "shout"),
    ):
        done = threading.Event()
        telephone.caller_says(line, lambda heard, done=done: done.set())
        assert done.wait(30), telephone.describe()
        assert not telephone.trouble, telephone.trouble
    telephone.close()
"""


def test_every_line_and_sound_reaches_the_device_unchanged(tmp_path: Path) -> None:
    """Issue 4: tested for real, without hardware. SDL_DISKAUDIODELAY stays unset: the device runs in real time."""
    out = tmp_path / "device.raw"
    environment = {name: value for name, value in os.environ.items() if name != "SDL_DISKAUDIODELAY"}
    ran = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(CALL), str(tmp_path)],
        cwd=ROOT,
        env={**environment, "SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": str(out)},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    if ran.returncode == 3:
        pytest.skip(f"this machine's SDL has no disk device: {ran.stdout.strip()}")
    assert ran.returncode == 0, ran.stderr
    heard = np.frombuffer(out.read_bytes(), dtype="<i2")
    at = 0
    for number in range(3):
        sound = read_wav(tmp_path / f"{number}.wav")
        assert speech_level_db(sound) > -45
        wanted = np.round(sound.samples * 32_768).astype("<i2")
        found = _place_of(wanted, heard[at:])
        assert found is not None, f"line {number} did not reach the device whole and in its order"
        at += found + len(wanted)


def _place_of(wanted: np.ndarray, heard: np.ndarray) -> int | None:
    """Where a sound begins in what the device got: every sample the same; None where it is not."""
    loudest = int(np.abs(wanted).argmax())
    for place in np.flatnonzero(heard == wanted[loudest]) - loudest:
        if place >= 0 and np.array_equal(heard[place : place + len(wanted)], wanted):
            return int(place)
    return None

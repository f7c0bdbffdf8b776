"""What the device was given is what the tape holds: SDL's disk driver writes down what would have been heard."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from audio.sound import RATE_HZ, read_wav

ROOT = Path(__file__).parents[2]
ALIGNED_MS = 50

PLAYING = """
import sys, time
from pathlib import Path
import numpy as np
from audio.player import PygameMixer, Track
from audio.sound import Sound
from audio.tape import Tape
from audio.tape_tap import TappedPlayer

began = time.monotonic()
now_ms = lambda: (time.monotonic() - began) * 1000
try:
    player = TappedPlayer(PygameMixer())
except OSError as none:
    print(none)
    sys.exit(3)
tape = Tape(Path(sys.argv[1]), "call", now_ms)
player.tape = tape
player.set_level(Track.VOICE, 1.0)
chance = np.random.default_rng(1)
for pause in (0.3, 0.9, 1.7):
    time.sleep(pause)
    player.play(Sound(chance.uniform(-0.9, 0.9, 4_410).astype(np.float32)), Track.VOICE)
time.sleep(0.6)
print(tape.close()[0].path)
player.close()
"""


@pytest.mark.speech
def test_the_tape_holds_what_the_device_was_given_in_the_same_time(tmp_path: Path) -> None:
    raw = tmp_path / "device.raw"
    env = os.environ | {"SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": str(raw)}
    env.pop("SDL_DISKAUDIODELAY", None)  # with it the device runs ahead of time
    done = subprocess.run(
        [sys.executable, "-c", PLAYING, str(tmp_path)], env=env, cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    if done.returncode == 3:
        pytest.skip(f"SDL's disk driver does not open here: {done.stdout.strip()}")
    assert done.returncode == 0, done.stderr
    device = np.frombuffer(raw.read_bytes(), dtype="<i2").astype(np.float32) / 32_767
    taped = read_wav(Path(done.stdout.split()[-1])).samples
    on_device, on_tape = bursts(device), bursts(taped)
    assert len(on_device) == len(on_tape) == 3
    # The device's file begins when it was opened; what must agree is how far apart the sounds are, and the sounds.
    apart = np.diff(on_device) - np.diff(on_tape)
    assert np.abs(apart).max() * 1000 / RATE_HZ <= ALIGNED_MS
    for there, here in zip(on_device, on_tape, strict=True):
        assert np.abs(device[there : there + 4_400] - taped[here : here + 4_400]).max() < 0.001


def bursts(samples: np.ndarray) -> list[int]:
    """Where sounds begin."""
    loud = np.flatnonzero(np.abs(samples) > 0.001)
    return [int(at) for at in loud[np.insert(np.diff(loud) > RATE_HZ // 10, 0, True)]]

"""A call in the real window is recorded, says so, and what was recorded before a kill is kept (issue 4, Recording)."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from audio.sound import read_wav
from reports.store import Store
from simulator.events import CallAnswered, Interrupted, RecordingKept
from simulator.journal import of_kind

ROOT = Path(__file__).resolve().parents[3]
PATIENCE_S = 40.0

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"),
]


@pytest.fixture
def display() -> Iterator[str]:
    """A display nobody looks at."""
    screen = ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x900x24", "-nolisten", "tcp", "-noreset"]
    process = subprocess.Popen(screen, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    yield f":{process.stdout.readline().decode().strip()}"
    process.stdout.close()
    process.terminate()
    process.wait()


def until(what: str, found: object) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE_S
    while not found():  # type: ignore[operator]
        assert time.monotonic() < end, what
        time.sleep(0.2)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_an_assessment_that_is_killed_keeps_the_sound_up_to_the_kill(display: str, tmp_path: Path) -> None:
    results = tmp_path / "results.sqlite"
    look = {**os.environ, "DISPLAY": display, "SDL_AUDIODRIVER": "dummy", "XDG_CONFIG_HOME": str(tmp_path / "config")}
    look.pop("SDL_VIDEODRIVER", None)

    def press(key: str) -> None:
        subprocess.run(["xdotool", "key", key], env=look, check=True)

    def window() -> str:
        words = ["xdotool", "search", "--class", "run_sim"]
        return subprocess.run(words, env=look, capture_output=True, text=True).stdout.strip()

    program = [sys.executable, "run_sim.py", "train", "--mode", "assessment", "--trainee", "T1", "--call",
               "locked-out-member", "--store", str(results), "--size", "1600x900"]  # fmt: skip
    desk = subprocess.Popen(program, env=look, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        until("the desk never opened", window)
        subprocess.run(["xdotool", "windowfocus", "--sync", window().split()[-1]], env=look, check=False)
        time.sleep(2)
        press("Return")  # take the contact
        spool = tmp_path / "recordings" / "spool"

        def answered() -> bool:
            press("Return")
            return bool(list(spool.glob("*.caller.*.wav")))

        until("nothing was recorded", answered)
        until("the recording does not grow", lambda: any(p.stat().st_size > 150_000 for p in spool.glob("*.wav")))
        if picture := os.environ.get("FIRST_CONTACT_PICTURE"):
            subprocess.run(["import", "-window", "root", picture], env=look, check=False)
    finally:
        desk.send_signal(signal.SIGKILL)
        desk.wait()
    with Store.open(results) as store:
        (call_id,) = store.found_interrupted
        journal = store.journal(call_id)
        ((_, kept),) = of_kind(journal, RecordingKept)
        ((answer, _),) = of_kind(journal, CallAnswered)
        assert isinstance(journal[-1].event, Interrupted)
        assert kept.began_ms == pytest.approx(answer.t_ms, abs=50)
        sound = read_wav(store.recordings.path(kept.digest, kept.codec))
        assert sound.seconds > 3 and abs(sound.samples).max() > 0.01
        assert store.verify().holds

"""A trainee speaks in the real window: the talk key is held, a person's voice comes in, the words reach the caller.

Needs Xvfb, xdotool, the extra `speech`, PulseAudio and Debian's pocketsphinx-testdata; no hardware.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from virtual_microphone import SAID, VirtualMicrophone, clip, missing_parts, virtual_microphone
from word_errors import word_errors

from reports.store import Store
from simulator.events import CallAnswered, HandlerSaid, PhoneRang, TalkedOver
from simulator.journal import Journal

ROOT = Path(__file__).resolve().parents[3]
PATIENCE_S = 90.0
LACKING = missing_parts() or ("" if shutil.which("Xvfb") and shutil.which("xdotool") else "needs Xvfb and xdotool")

pytestmark = [pytest.mark.window, pytest.mark.speech, pytest.mark.skipif(bool(LACKING), reason=LACKING or "all there")]


class Seat:
    """A desk in a window, and the trainee's hands and voice."""

    def __init__(
        self, display: str, microphone: VirtualMicrophone, folder: Path, mode: str, **settings: object
    ) -> None:
        self.store = folder / "results.sqlite"
        config = folder / "config" / "First Contact"
        config.mkdir(parents=True)
        (config / "desk.json").write_text(json.dumps(settings), encoding="utf-8")
        self._microphone = microphone
        self._environment = {
            **{k: v for k, v in microphone.environment.items() if k not in ("SDL_VIDEODRIVER", "SDL_AUDIODRIVER")},
            "DISPLAY": display,
            "XDG_CONFIG_HOME": str(folder / "config"),
            "PATH": os.environ["PATH"],
        }
        words = ["train", "--trainee", "T1", "--mode", mode, "--call", "hiding-upstairs", "--seed", "1"]
        words += ["--size", "1280x720", "--store", str(self.store)]
        self._desk = subprocess.Popen(
            [sys.executable, str(ROOT / "run_sim.py"), *words], cwd=ROOT, env=self._environment
        )

    def hands(self, *words: str) -> str:
        """Keys, by xdotool."""
        done = subprocess.run(["xdotool", *words], env=self._environment, capture_output=True, text=True)
        return done.stdout

    def sit_down(self) -> None:
        """The window is there; the contact is taken and answered, and the caller is heard out."""
        self.wait(lambda: bool(self.hands("search", "--class", "run_sim")), "no window was opened")
        time.sleep(3)
        self.hands("windowfocus", self.hands("search", "--class", "run_sim").split()[-1])
        self.hands("key", "Return")
        self.wait(lambda: self.has(PhoneRang), "the phone never rang")
        time.sleep(1)
        self.hands("key", "F2")
        self.wait(lambda: self.has(CallAnswered), "the call was not answered")
        time.sleep(9)  # the operator is heard out, the microphone opens, the recogniser loads

    def wait(self, happened: Callable[[], bool], otherwise: str) -> None:
        """Until this has happened."""
        until = time.monotonic() + PATIENCE_S
        while not happened():
            assert time.monotonic() < until and self._desk.poll() is None, otherwise
            time.sleep(0.3)

    def has(self, kind: type) -> bool:
        """Whether an event of this kind is in the journal."""
        return any(isinstance(entry.event, kind) for entry in self.journal())

    def speak(self, name: str, key: str = "F8") -> None:
        """Hold the key for as long as a person speaks."""
        self.hands("keydown", key)
        time.sleep(0.3)
        self._microphone.say(clip(name)).wait()
        time.sleep(0.1)
        self.hands("keyup", key)

    def journal(self) -> Journal:
        """What has happened up to now, as it is on the disk."""
        if not self.store.exists():
            return ()
        with Store.open(self.store, create=False, read_only=True) as results:
            calls = results.calls()
            return results.journal(calls[0].call_id) if calls else ()

    def said(self, count: int) -> list[HandlerSaid]:
        """What the trainee has said, once it is so much."""
        found: list[HandlerSaid] = []

        def enough() -> bool:
            found[:] = [entry.event for entry in self.journal() if isinstance(entry.event, HandlerSaid)]
            return len(found) >= count

        self.wait(enough, f"the trainee never said {count} things")
        return found

    def leave(self) -> None:
        """The window is closed, whatever is open in it."""
        self._desk.kill()
        self._desk.wait()


@pytest.fixture
def display() -> Iterator[str]:
    """A display nobody looks at."""
    screen = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x720x24", "-nolisten", "tcp", "-noreset"]
    process = subprocess.Popen(screen, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    yield f":{process.stdout.readline().decode().strip()}"
    process.terminate()
    process.wait()


def understood(said: str, event: HandlerSaid) -> bool:
    wrong, words = word_errors(said, event.text)
    return wrong / words <= 0.34


def test_in_assessment_what_is_said_reaches_the_caller_as_heard(display: str, tmp_path: Path) -> None:
    """Issue 4: hold-to-talk, recognition, kept with confidence in assessment; barge-in is noticed."""
    with virtual_microphone() as microphone:
        seat = Seat(display, microphone, tmp_path, "assessment", speech="hold")
        try:
            seat.sit_down()
            seat.speak("0930")
            (first,) = seat.said(1)
            assert first.source == "spoken" and understood(SAID["0930"], first)
            assert first.recognised is not None and first.recognised.heard == first.text
            assert first.recognised.confidence > 0.5 and first.recognised.words and not first.recognised.corrected
            assert first.allowance_ms > 0 and 2_000 < first.spoken_ms < 4_500
            time.sleep(1.2)  # into the caller's answer
            seat.speak("0880")
            assert len(seat.said(2)) == 2
            assert any(isinstance(entry.event, TalkedOver) for entry in seat.journal())
        finally:
            seat.leave()


def test_in_practice_it_is_seen_and_put_right_before_it_is_said_and_typing_stays(display: str, tmp_path: Path) -> None:
    """Issue 4: what was heard is shown, can be corrected before sending in practice."""
    with virtual_microphone() as microphone:
        seat = Seat(display, microphone, tmp_path, "practice", speech="hold", talk_key="f7")
        try:
            seat.sit_down()
            seat.speak("0880", "F7")
            time.sleep(8)
            assert not seat.said(0)
            seat.hands("type", " indeed")
            seat.hands("key", "Return")
            (first,) = seat.said(1)
            assert first.text.endswith("indeed") and first.recognised is not None and first.recognised.corrected
            microphone.stop()
            time.sleep(4)
            seat.hands("type", "hello are you there")
            seat.hands("key", "Return")
            assert [(one.source, one.text) for one in seat.said(2)[1:]] == [("typed", "hello are you there")]
        finally:
            seat.leave()

"""Each call finished in the real window by mouse and keyboard at thirty words a minute, with every mark it should get.

The typist tells the desk the time, so a character takes 0.4 s of the call's time, however fast or slow the machine is.
Needs Xvfb and xdotool; set FIRST_CONTACT_SPEED to 1 to see it at its true pace.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from desk_driver import desk_on, started_of
from desk_eyes import Told
from desk_hands import Hands

from commands.assembling import compiled, load_policy, make_call
from reports.store import Store
from simulator.desk.played_call import PlayedCall
from simulator.rehearsal import read_rehearsal

ROOT = Path(__file__).resolve().parents[3]
SIZE = (1920, 1040)
PATIENCE_S = 120.0
SPEED = int(os.environ.get("FIRST_CONTACT_SPEED", "0"))
CALLS = (
    "hiding-upstairs",
    "ex-after-an-address",
    "locked-out-member",
    "noises-downstairs",
    "a-helpful-sergeant",
    "a-large-order",
    "car-in-the-ditch",
    "nobody-has-come",
    "lamp-by-the-door",
)

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"),
]


@dataclass
class Window:
    """The desk in a window of its own display."""

    display: str
    origin: tuple[int, int]
    store: Path
    told: Told
    process: subprocess.Popen[bytes]


@pytest.fixture
def display() -> Iterator[str]:
    """A display nobody looks at."""
    screen = ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset"]
    process = subprocess.Popen(screen, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    name = f":{process.stdout.readline().decode().strip()}"
    environment = {**os.environ, "DISPLAY": name}
    for _ in range(50):
        if subprocess.run(["xdotool", "getmouselocation"], env=environment, capture_output=True).returncode == 0:
            break
        time.sleep(0.1)
    else:
        pytest.fail(f"the display {name} never answered")
    yield name
    process.terminate()
    process.wait()


def until(what: str, so: Callable[[], object]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE_S
    while not so():
        assert time.monotonic() < end, what
        time.sleep(0.1)


def opened(display: str, call: str, seed: int, folder: Path) -> Window:
    """The desk at its start screen."""
    store, told = folder / "results.db", Told(folder)
    words = [str(store), call, str(seed), f"{SIZE[0]}x{SIZE[1]}", str(folder)]
    environment = {**os.environ, "DISPLAY": display, "PYTHONPATH": str(ROOT)}
    environment.pop("SDL_VIDEODRIVER", None)
    program = [sys.executable, str(ROOT / "tests" / "support" / "told_desk.py"), *words]
    process = subprocess.Popen(program, env=environment, cwd=ROOT)
    look = {"DISPLAY": display, "PATH": os.environ["PATH"]}

    def asked(*words: str) -> str:
        return subprocess.run(["xdotool", *words], env=look, capture_output=True, text=True).stdout.strip()

    try:
        until("the desk never opened", lambda: told.seen() or process.poll() is not None)
        assert process.poll() is None, "the desk could not open"
        until("the desk has no window", lambda: asked("search", "--class", "told_desk"))
        window = asked("search", "--class", "told_desk").split()[-1]
        asked("windowfocus", window)
        until("the window never had the keyboard", lambda: asked("getwindowfocus") == window)
        place = dict(line.split("=") for line in asked("getwindowgeometry", "--shell", window).split() if "=" in line)
        assert (int(place["WIDTH"]), int(place["HEIGHT"])) == SIZE, "the window was not given its size"
    except BaseException:
        closed(process)
        raise
    return Window(display, (int(place["X"]), int(place["Y"])), store, told, process)


def closed(process: subprocess.Popen[bytes]) -> None:
    """Close the desk; one that asks whether to leave is not answered."""
    process.terminate()
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def picture(window: Window, name: str) -> None:
    """Keeps a picture of the window where FIRST_CONTACT_PICTURES names a folder."""
    folder = os.environ.get("FIRST_CONTACT_PICTURES")
    if folder and shutil.which("import"):
        crop = f"{SIZE[0]}x{SIZE[1]}+{window.origin[0]}+{window.origin[1]}"
        words = ["import", "-window", "root", "-crop", crop, "+repage", str(Path(folder) / f"{name}.png")]
        subprocess.run(words, env={**os.environ, "DISPLAY": window.display}, check=False)


@pytest.mark.parametrize("call", CALLS)
def test_whoever_knows_the_job_finishes_the_call_at_thirty_words_a_minute(
    call: str, display: str, tmp_path: Path
) -> None:
    """Handbook 4.7.6 principle 3: the simulation demands no more than the real thing."""
    rehearsal = read_rehearsal(ROOT / "scenarios" / "calls" / call / "rehearsals" / "strong.yaml")
    scenario, policy = compiled(rehearsal.scenario), load_policy(rehearsal.policy)

    def start(choice: object) -> PlayedCall:
        begun = started_of(choice).model_copy(update={"seed": rehearsal.seed})  # type: ignore[arg-type]
        return PlayedCall(make_call(scenario, policy, begun), "HM-0001-000000")

    twin = desk_on(start, SIZE)
    window = opened(display, call, rehearsal.seed, tmp_path)
    hands = Hands(twin, window.display, window.origin, window.told, SPEED)
    try:
        picture(window, f"{call}-start")
        hands.begin()
        for number, step in enumerate(rehearsal.steps):
            hands.take(step)
            if number % 6 == 0:
                picture(window, f"{call}-{number:02}")
        until("the debrief never came", lambda: window.told.seen() == {"screen": "end"})
        picture(window, f"{call}-debrief")
    finally:
        closed(window.process)
    with Store.open(window.store) as results:
        (kept,) = results.calls()
        (marking,) = [one.marking for one in results.markings(kept.call_id)]
        lost = {m.point: (m.verdict, m.because) for m in marking.marks if m.verdict not in ("met", "not_applicable")}
        assert marking.outcome == rehearsal.expect.get("outcome", "met"), (marking.because, lost)
        assert all(profile.reached for profile in marking.profiles.values() if profile.possible), lost


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="this system cannot hold a program up")
def test_a_desk_that_is_held_up_while_the_phone_is_answered_loses_no_key(display: str, tmp_path: Path) -> None:
    window = opened(display, CALLS[0], 1, tmp_path)
    words, look = "Police, what is the address?", {**os.environ, "DISPLAY": display}
    try:
        subprocess.run(["xdotool", "key", "Return"], env=look, check=True)
        until("the phone never rang", lambda: window.told.seen().get("line") == "ringing")
        window.process.send_signal(signal.SIGSTOP)
        subprocess.run(["xdotool", "key", "F2", "type", "--delay", "5", words], env=look, check=True)
        window.process.send_signal(signal.SIGCONT)
        until(f"the desk shows {window.told.seen()}", lambda: window.told.seen().get("text") == words)
    finally:
        closed(window.process)

"""Each call finished in the real window by mouse and keyboard at thirty words a minute, with every mark it should get.

The desk's clock and the typist run ten times as fast together, so a character still takes 0.4 s of the call's time.
Needs Xvfb and xdotool; set FIRST_CONTACT_SPEED to 1 to see it at its true pace.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from desk_driver import desk_on, started_of
from desk_hands import Hands

from commands.assembling import compiled, load_policy, make_call
from reports.store import Store
from simulator.desk.played_call import PlayedCall
from simulator.rehearsal import read_rehearsal

ROOT = Path(__file__).resolve().parents[3]
SIZE = (1920, 1040)
SPEED = int(os.environ.get("FIRST_CONTACT_SPEED", "10"))
CALLS = ("hiding-upstairs", "ex-after-an-address", "locked-out-member")

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
    process: subprocess.Popen[bytes]


@pytest.fixture
def display() -> Iterator[str]:
    """A display nobody looks at."""
    screen = ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
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


def opened(display: str, call: str, seed: int, folder: Path) -> Window:
    """The desk at its start screen."""
    store = folder / "results.db"
    words = [str(store), call, str(seed), f"{SIZE[0]}x{SIZE[1]}", str(SPEED)]
    environment = {**os.environ, "DISPLAY": display, "PYTHONPATH": str(ROOT)}
    environment.pop("SDL_VIDEODRIVER", None)
    program = [sys.executable, str(ROOT / "tests" / "support" / "fast_desk.py"), *words]
    process = subprocess.Popen(program, env=environment, cwd=ROOT)
    look = {"DISPLAY": display, "PATH": os.environ["PATH"]}
    for _ in range(300):
        found = subprocess.run(["xdotool", "search", "--class", "fast_desk"], env=look, capture_output=True, text=True)
        if found.stdout.strip() or process.poll() is not None:
            break
        time.sleep(0.1)
    window = found.stdout.split()[-1]
    time.sleep(2)
    subprocess.run(["xdotool", "windowfocus", "--sync", window], env=look, check=True)
    place = subprocess.run(
        ["xdotool", "getwindowgeometry", "--shell", window], env=look, capture_output=True, text=True, check=True
    )
    told = dict(line.split("=") for line in place.stdout.split() if "=" in line)
    assert (int(told["WIDTH"]), int(told["HEIGHT"])) == SIZE, "the window was not given its size"
    return Window(display, (int(told["X"]), int(told["Y"])), store, process)


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
    hands = Hands(twin, window.display, window.origin, SPEED)
    try:
        picture(window, f"{call}-start")
        hands._window("key", "Return")
        hands.begin()
        for number, step in enumerate(rehearsal.steps):
            hands.take(step)
            if number % 6 == 0:
                picture(window, f"{call}-{number:02}")
        time.sleep(2)
        picture(window, f"{call}-debrief")
    finally:
        window.process.terminate()
        try:
            window.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            window.process.kill()
            window.process.wait()
    with Store.open(window.store) as results:
        (kept,) = results.calls()
        (marking,) = [one.marking for one in results.markings(kept.call_id)]
        lost = {m.point: (m.verdict, m.because) for m in marking.marks if m.verdict not in ("met", "not_applicable")}
        assert marking.outcome == rehearsal.expect.get("outcome", "met"), (marking.because, lost)
        assert all(profile.reached for profile in marking.profiles.values() if profile.possible), lost

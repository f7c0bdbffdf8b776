"""Ctrl+C at any moment: no traceback, nothing stored is torn. And trouble that nobody foresaw is told in a line."""

import logging
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import click
import pytest

from commands.interrupts import PATIENT_PRESSES, Interrupts
from commands.trouble import LARGEST_LOG, TroubleLog, noted
from reports.store import Store
from run_sim import guarded, press_ctrl_c, pressed_again, quietly
from tests.reports.made import keep, short_call

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _ctrl_c_is_heard() -> Iterator[None]:
    """Ctrl+C works in the test's own process, also where a shell started it in the background without it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_ctrl_c_in_a_command_ends_it_with_one_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert guarded(click.Command("any", callback=press_ctrl_c), []) == 130
    out, err = capsys.readouterr()
    assert out == "" and err.strip() == "Stopped."


def test_ctrl_c_that_a_library_calls_something_else_is_still_ctrl_c(capsys: pytest.CaptureFixture[str]) -> None:
    def importing() -> None:
        try:
            press_ctrl_c()
        except KeyboardInterrupt as pressed:
            raise ImportError("it could not be loaded") from pressed

    assert guarded(click.Command("any", callback=importing), []) == 130
    assert capsys.readouterr().err == "Stopped.\n"


class TidiedAway:
    """Something in whose last moment Ctrl+C is pressed."""

    def __del__(self) -> None:
        press_ctrl_c()
        time.sleep(0.001)


def test_ctrl_c_while_an_object_is_tidied_away_is_not_lost_and_leaves_no_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "unraisablehook", pressed_again)
    after: list[str] = []

    def tidying() -> None:
        thing = TidiedAway()
        del thing
        after.append("the press was passed over")
        time.sleep(30)

    assert guarded(click.Command("any", callback=tidying), []) == 130
    assert after and capsys.readouterr().err.strip() == "Stopped."


def test_other_trouble_in_a_last_moment_is_told_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr("run_sim.LOST_BEFORE", told.append)
    lost = SimpleNamespace(exc_type=ValueError)
    pressed_again(cast(Any, lost))
    assert told == [lost]


def test_ctrl_c_outside_of_any_command_leaves_no_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    quietly(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert capsys.readouterr().err == "Stopped.\n"


def test_while_results_are_written_ctrl_c_is_taken_note_of_first() -> None:
    before = signal.getsignal(signal.SIGINT)
    with Interrupts() as interrupts:
        assert not interrupts.asked
        for _ in range(PATIENT_PRESSES):
            press_ctrl_c()
        assert interrupts.asked
        with pytest.raises(KeyboardInterrupt):
            press_ctrl_c()
    assert signal.getsignal(signal.SIGINT) == before


def test_trouble_that_nobody_foresaw_is_told_in_a_line_and_its_details_are_kept(
    own_folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def breaking() -> None:
        raise ZeroDivisionError("a maker's mistake")

    assert guarded(click.Command("any", callback=breaking), []) == 1
    said = capsys.readouterr().err
    assert "a maker's mistake" in said and "What was kept before is safe" in said and "Traceback" not in said
    log = Path(said.partition("details are in ")[2].partition(": send")[0])
    assert "Traceback" in log.read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_stops_nothing(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_folders.write_text("a file where the folder should be", encoding="utf-8")
    assert noted("anything") is None
    monkeypatch.setattr(logging, "raiseExceptions", True)
    TroubleLog().handle(logging.LogRecord("x", logging.ERROR, "f", 1, "%d", ("not a number",), None))


def test_a_full_log_is_begun_anew(own_folders: Path) -> None:
    file = noted("x" * LARGEST_LOG)
    assert file is not None and noted("newest") == file
    assert noted("and newer") == file
    assert file.read_text(encoding="utf-8") == "newest\n\nand newer\n\n"


STARTED = "import sys; sys.argv[0] = 'run_sim.py'; print('up', flush=True); import run_sim; run_sim.main()"


# A desk on which a contact is taken at once and a line is logged in every tick.
BUSY = """
import simulator.desk.app as app
from simulator import actions
from simulator.desk.ports import StartChoice
run_desk, tick = app.run_desk, app.App.tick
def busy(self):
    tick(self)
    if self.control is not None:
        print(len(self.control.call.entries), flush=True)
        self.control.do(actions.Answer() if self.control.view.line.state == "ringing" else actions.Note(text="x"))
def begun(session, **more):
    return run_desk(session, begin=StartChoice("T1", "practice"), **more)
app.run_desk, app.App.tick, app.TICK_S = begun, busy, 0.001
"""


@pytest.fixture
def ended() -> Iterator[list["subprocess.Popen[str]"]]:
    """Processes of a test; whatever is left of them at its end is killed."""
    running: list[subprocess.Popen[str]] = []
    yield running
    for process in running:
        if process.poll() is None:
            process.kill()
            process.communicate()


def interrupted(
    running: list["subprocess.Popen[str]"],
    words: list[str],
    wait_s: float,
    home: Path,
    presses: int = 1,
    ready: str = "up",
) -> tuple[int, str, str]:
    """Start a command, send Ctrl+C to its process group a while after it is ready; its status and what it said."""
    folders = {f"XDG_{name}_HOME": str(home / name) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    environment = {**os.environ, **folders, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    process = subprocess.Popen(
        [sys.executable, "-c", STARTED, *words],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    running.append(process)
    assert process.stdout is not None
    for line in process.stdout:
        if line.strip() == ready:
            break
    time.sleep(wait_s)
    for _ in range(presses):
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGINT)
            time.sleep(0.05)
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def moments(count: int, longest_s: float) -> list[float]:
    """Moments spread over a command's life, the same in every run."""
    chance = random.Random(7)
    return [round((n + chance.random()) * longest_s / count, 2) for n in range(count)]


FINE = (0, 130, -signal.SIGINT)


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="Ctrl+C is sent to a process group here")
@pytest.mark.parametrize("wait_s", moments(4, 3.0))
def test_rehearsing_all_is_broken_off_without_a_traceback(ended: Any, tmp_path: Path, wait_s: float) -> None:
    status, out, err = interrupted(ended, ["rehearse", "--all"], wait_s, tmp_path)
    assert status in FINE, err
    assert "Traceback" not in out + err and "Exception ignored" not in err and "not foreseen" not in err


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="Ctrl+C is sent to a process group here")
@pytest.mark.parametrize("presses", [1, 3])
@pytest.mark.parametrize("wait_s", moments(3, 4.0))
def test_the_desk_is_broken_off_without_a_traceback(ended: Any, tmp_path: Path, wait_s: float, presses: int) -> None:
    store = tmp_path / "results.sqlite"
    status, out, err = interrupted(
        ended, ["train", "--trainee", "T1", "--store", str(store)], wait_s, tmp_path, presses
    )
    assert status in FINE, err
    assert "Traceback" not in out + err and "Exception ignored" not in err and "not foreseen" not in err
    if store.exists():
        with Store.open(store) as results:
            assert results.verify().holds


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="Ctrl+C is sent to a process group here")
@pytest.mark.parametrize("wait_s", moments(4, 1.2))
def test_a_contact_at_the_desk_is_broken_off_and_all_that_was_shown_is_kept(
    ended: Any, tmp_path: Path, wait_s: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "STARTED", f"print('up', flush=True)\n{BUSY}\n{STARTED}")
    store = tmp_path / "results.sqlite"
    words = ["train", "--silent", "--trainee", "T1", "--store", str(store)]
    status, out, err = interrupted(ended, words, wait_s, tmp_path, ready="5")
    assert status in FINE, err
    assert "Traceback" not in out + err and "Exception ignored" not in err and "not foreseen" not in err
    shown = max((int(line) for line in out.split() if line.isdigit()), default=0)
    with Store.open(store) as results:
        assert results.found_interrupted == () and results.verify().holds
        (call,) = results.calls()
        assert call.state == "stopped" and len(results.markings(call.call_id)) == 1
        assert len(results.journal(call.call_id)) >= max(shown, 5)


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="Ctrl+C is sent to a process group here")
@pytest.mark.parametrize("wait_s", moments(3, 3.0))
def test_the_console_is_closed_without_a_traceback(ended: Any, tmp_path: Path, wait_s: float) -> None:
    store = tmp_path / "results.sqlite"
    with Store.open(store) as results:
        keep(results, short_call())
    words = ["review", "--no-browser", "--port", "0", "--store", str(store)]
    status, out, err = interrupted(ended, words, wait_s, tmp_path)
    assert status in FINE, err
    assert "Traceback" not in out + err and "Exception ignored" not in err and "not foreseen" not in err
    with Store.open(store) as results:
        assert results.verify().holds


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="Ctrl+C is sent to a process group here")
@pytest.mark.parametrize("wait_s", moments(3, 4.0))
def test_a_call_in_the_terminal_is_broken_off_and_what_was_stored_verifies(
    ended: Any, tmp_path: Path, wait_s: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    store = tmp_path / "results.sqlite"
    # A driver that does not exist, so that no window can be opened wherever this runs.
    script = STARTED.replace("import run_sim;", "import os; os.environ['SDL_VIDEODRIVER'] = 'none'; import run_sim;")
    monkeypatch.setattr(sys.modules[__name__], "STARTED", script)
    status, out, err = interrupted(ended, ["train", "--silent", "--store", str(store)], wait_s, tmp_path)
    assert status in FINE, err
    assert "Traceback" not in out + err and "Exception ignored" not in err and "not foreseen" not in err
    if store.exists():
        with Store.open(store) as results:
            assert results.verify().holds
            assert all(call.state != "open" for call in results.calls())

"""A machine without a display, sound or fonts: said in a line, and the rest of the work goes on."""

import sys
from pathlib import Path
from typing import Any

import pytest

from reports.store import Store, default_store_path
from simulator.desk.kit.testing import pygame  # sets the drivers that show and sound nothing

PLAYED = "A rehearsed call is played here instead."


def played_in_the_terminal(done: Any, store: Path) -> bool:
    page = store.with_name("contact-00001.pdf")
    with Store.open(store, read_only=True) as results:
        (call,) = results.calls()
        marked = len(results.markings(call.call_id)) == 1
    shown = all(word in done.out for word in ("This is a simulation", "Outcome:", "Cause", str(page)))
    return done.status == 0 and shown and marked and page.read_bytes().startswith(b"%PDF")


def test_without_a_display_a_call_is_played_in_the_terminal_with_marks_and_evidence(run: Any, tmp_path: Path) -> None:
    """Issue 2 point 1: no display is said in one line; a rehearsed call, its marks and evidence page follow."""
    store = tmp_path / "results.sqlite"
    done = run("train", "--store", store)
    assert done.out.splitlines()[0] == f"There is no display on this machine, so the desk cannot open. {PLAYED}"
    assert played_in_the_terminal(done, store)


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Where a call would be played in the terminal: the results files it was asked for."""
    files: list[Path] = []
    monkeypatch.setattr("commands.terminal_call.play_in_terminal", files.append)
    return files


def test_the_bare_command_does_as_train_does(run: Any, played: list[Path], own_folders: Path) -> None:
    done = run()
    assert done.status == 0 and PLAYED in done.out
    assert played == [default_store_path()]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 and its drivers")
@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("DISPLAY", ":9999", "The display of this machine does not answer"),
        ("DISPLAY", "nonsense", "The display of this machine does not answer"),
        ("WAYLAND_DISPLAY", "nonsense", "The display of this machine does not answer"),
        ("SDL_VIDEODRIVER", "nonsense", "No window can be opened on this machine"),
    ],
)
def test_a_display_that_does_not_answer_leads_to_the_terminal_too(
    run: Any, tmp_path: Path, played: list[Path], monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    pygame.display.quit()
    monkeypatch.setenv(name, value)
    store = tmp_path / "results.sqlite"
    done = run("train", "--silent", "--store", store)
    assert told in done.out.splitlines()[0] and PLAYED in done.out.splitlines()[0]
    assert done.status == 0 and played == [store]


def test_a_window_that_breaks_at_its_opening_leads_to_the_terminal(
    run: Any, tmp_path: Path, played: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise pygame.error("Could not create GL context")

    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setattr(pygame.display, "set_mode", refused)
    store = tmp_path / "results.sqlite"
    done = run("train", "--silent", "--store", store)
    assert "Could not create GL context" in done.out.splitlines()[0]
    assert done.status == 0 and played == [store]


def test_doctor_names_a_display_that_does_not_answer_and_the_missing_sound(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pygame.display.quit()
    monkeypatch.setenv("SDL_VIDEODRIVER", "nonsense")
    monkeypatch.setenv("SDL_AUDIODRIVER", "nonsense")
    monkeypatch.setattr("commands.doctor_sound.VOICE_WAIT_S", 0.0)
    done = run("doctor", "--store", tmp_path / "results.sqlite")
    assert done.status == 0
    assert "nonsense not available" in done.said and "No sound" in done.said and "captions" in done.said

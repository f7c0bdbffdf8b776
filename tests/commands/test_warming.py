"""While somebody is at the start of the desk, the calls they may take are got ready, and they never wait for it."""

import threading
from pathlib import Path

import pytest

from commands import readying, warming
from commands.desk_session import DeskSession
from commands.warming import Warming
from reports.store import Store
from scenarios.problems import Problem, ProblemsFound

LONG = 30.0  # seconds; nothing here takes as many


class Preparing:
    """Stands in for what works a call out: says which call was begun, and goes on until it is told to end."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, faulty: str = "") -> None:
        self.begun: list[str] = []
        self.first, self.go_on = threading.Event(), threading.Event()
        self._faulty = faulty
        monkeypatch.setattr(warming, "compiled", self._compiled)
        monkeypatch.setattr(readying, "get_ready", self._get_ready)

    def _compiled(self, name: str) -> str:
        if name == self._faulty:
            raise ProblemsFound([Problem("scenario.yaml", 1, 1, "S05", "It cannot be read.", "Mend it.", "error")])
        return name

    def _get_ready(self, understanding: object, name: str, told: readying.Told, threads: int) -> None:
        self.begun.append(name)
        self.first.set()
        self.go_on.wait(LONG)
        told(1, 2)


def test_the_calls_are_got_ready_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    preparing = Preparing(monkeypatch)
    preparing.go_on.set()
    warm = Warming(lambda: ("one", "two"))
    warm.begin()
    warm._thread.join(LONG)
    assert preparing.begun == ["one", "two"]


def test_who_takes_a_contact_waits_for_no_other_call(monkeypatch: pytest.MonkeyPatch) -> None:
    preparing = Preparing(monkeypatch)
    warm = Warming(lambda: ("one", "two", "three"))
    warm.begin()
    assert preparing.first.wait(LONG)
    threading.Timer(0.05, preparing.go_on.set).start()
    warm.wait()
    assert preparing.begun == ["one"]


def test_a_file_with_mistakes_keeps_no_other_call_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    preparing = Preparing(monkeypatch, faulty="one")
    preparing.go_on.set()
    warm = Warming(lambda: ("one", "two"))
    warm.begin()
    warm._thread.join(LONG)
    assert preparing.begun == ["two"]


def test_the_next_in_turn_is_got_ready_first_and_a_trainers_choice_alone(tmp_path: Path) -> None:
    with Store.open(tmp_path / "results.sqlite") as store:
        every = DeskSession(store).likely()
        assert len(every) == 9 and len(set(every)) == 9
        assert DeskSession(store, call="car-in-the-ditch").likely() == ("car-in-the-ditch",)

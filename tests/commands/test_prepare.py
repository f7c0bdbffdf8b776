"""`prepare` and the first start of a call: what is worked out is kept where it was said, and told meanwhile."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from commands import assembling, desk_session, doctor, prepare, readying
from commands.assembling import Parts, catalogue
from commands.desk_session import DeskSession
from reports.store import Store
from scenarios.catalogue import load_world
from simulator.desk.ports import StartChoice
from simulator.understanding.kept_senses import SETTING
from simulator.understanding.understand import newly_loaded

CALL = "locked-out-member"
TEXTS = tuple(f"is there {number} of them now?" for number in range(70))
OTHERS = tuple(f"was there {number} of it then?" for number in range(70))


@pytest.fixture
def senses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder for what is worked out; calls of seventy examples, heard by sense."""
    folder = tmp_path / "senses"
    monkeypatch.setenv(SETTING, str(folder))
    with_sense = Parts(catalogue(), load_world(), newly_loaded("semantic", folder))
    for module in (assembling, desk_session, prepare):
        monkeypatch.setattr(module, "parts", lambda: with_sense)
    for module in (prepare, readying):
        monkeypatch.setattr(module, "to_be_sensed", lambda call: TEXTS)
    yield folder


def test_a_call_that_was_prepared_is_kept_in_the_folder_that_the_environment_names(run: Any, senses: Path) -> None:
    done = run("prepare", CALL)
    assert done.status == 0 and "1 call is ready" in done.said and str(senses) in done.out.replace("\n", "")
    assert len(list(senses.glob("*.npz"))) == 1


def test_without_a_name_of_its_own_the_folder_is_in_the_users_cache(
    own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SETTING)
    assert readying.senses_folder() != Path() and "first-contact" in str(readying.senses_folder())


def test_a_folder_that_refuses_is_told_with_what_to_do(run: Any, senses: Path) -> None:
    senses.write_text("no folder", encoding="utf-8")
    done = run("prepare", CALL)
    assert done.status == 1 and "cannot be kept" in done.said and "rights" in done.said


def test_a_call_of_few_examples_is_ready_without_a_file(
    run: Any, senses: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (prepare, readying):
        monkeypatch.setattr(module, "to_be_sensed", lambda call: TEXTS[:20])
    done = run("prepare", CALL)
    assert done.status == 0 and "1 call is ready" in done.said and not list(senses.glob("*"))


def test_doctor_tells_how_many_calls_are_ready_and_how_the_others_become_so(
    senses: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready, other = catalogue().get(CALL), catalogue().get("hiding-upstairs")
    monkeypatch.setattr(readying, "to_be_sensed", lambda call: TEXTS if call is ready else OTHERS)
    monkeypatch.setattr(doctor, "playable", lambda: [ready, other])
    monkeypatch.setenv("FIRST_CONTACT_UNDERSTANDING", "semantic")
    readying.get_ready(assembling.parts().understanding, ready)
    found = doctor._understanding()
    assert found.state == "works" and "1 of 2 calls" in found.words and "prepare" in found.mend


def test_a_call_that_is_not_there_is_told_as_elsewhere(run: Any, senses: Path) -> None:
    done = run("prepare", "no-such-call")
    assert done.status == 2 and "no-such-call" in done.said


def test_the_words_alone_need_nothing(run: Any) -> None:
    assert "ready as it is" in run("prepare", CALL).said


def test_the_desk_is_told_how_far_a_first_start_is_and_nothing_the_next_time(senses: Path, tmp_path: Path) -> None:
    told: list[str] = []
    with Store.open(tmp_path / "results.sqlite") as store:
        for _ in range(2):
            session = DeskSession(store, call=CALL)
            session.start(StartChoice("Trainee", "practice"), told.append)
            assert session.live is not None
            session.live.leave()
    assert told[0].endswith("0%") and told[-1].endswith("100%") and len(told) == 4


def test_the_terminal_shows_no_bar_to_nobody(senses: Path, capfd: pytest.CaptureFixture[str]) -> None:
    readying.get_ready(assembling.parts().understanding, catalogue().get(CALL))
    assert capfd.readouterr() == ("", "")
    assert list(senses.glob("*.npz"))

"""`voices`: what it tells, what it prepares, and what it says when it cannot go on."""

import errno
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from audio.neural_model import missing
from audio.prepared import PreparedLines
from audio.sound import Sound
from tests.audio.listening import PaperSpeaker
from tests.audio.test_prepared import prepared_in

Run = Callable[..., object]
CALL = "noises-downstairs"


class Paper(PaperSpeaker):
    """A speaker without a process; `limit` renders, then it is as if Ctrl+C were pressed."""

    limit = 10_000
    made = 0

    def __init__(self, engine: str, threads: int = 1) -> None:
        super().__init__("neural")

    def render(self, text, voice, manner, path):  # type: ignore[no-untyped-def]
        if Paper.made >= Paper.limit:
            raise KeyboardInterrupt
        Paper.made += 1
        return super().render(text[:40], voice, manner, path)


@pytest.fixture
def lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for prepared lines, a speaker on paper, and no engine started to describe itself."""
    folder = tmp_path / "prepared"
    Paper.limit, Paper.made = 10_000, 0
    monkeypatch.setenv("FIRST_CONTACT_SPEECH", "none")
    monkeypatch.setattr("commands.voices.PreparedLines", lambda: prepared_in(folder))
    monkeypatch.setattr("commands.voices.Speaker", Paper)
    monkeypatch.setattr("commands.voices.missing", lambda: "")
    monkeypatch.setattr("audio.neural_studio._LEAST_SHARE", 0.0)
    monkeypatch.setattr("audio.neural_studio.acted", lambda sound, _acting: Sound(sound.samples[:500]))
    return folder


def test_it_tells_how_far_each_call_is_prepared(run: Run, lines: Path) -> None:
    done = run("voices", CALL)
    assert done.status == 0
    assert f"{CALL} 0 of " in done.said
    assert "Isabella" in done.said


@pytest.mark.skipif(not missing(), reason="the extra `voices` is installed here")
def test_without_the_extra_it_says_what_is_missing_and_that_nothing_needs_it(run: Run) -> None:
    done = run("voices", CALL)
    assert done.status == 0
    assert "not installed: " in done.said
    assert "every call also works without" in done.said
    refused = run("voices", "--prepare", CALL)
    assert refused.status == 1
    assert "uv sync --extra voices" in refused.said


def test_a_call_is_prepared_once(run: Run, lines: Path) -> None:
    done = run("voices", "--prepare", CALL)
    assert done.status == 0, done.said
    made = Paper.made
    assert made > 100
    assert f"{made} lines made, {made} kept" in done.said
    assert f"All {made} lines are prepared already" in run("voices", "--prepare", CALL).said
    assert Paper.made == made


def test_what_was_made_before_ctrl_c_stays_and_it_goes_on_from_there(run: Run, lines: Path) -> None:
    Paper.limit = 20
    stopped = run("voices", "--prepare", CALL)
    assert stopped.status == 130
    assert "20 lines made, 20 kept" in stopped.said
    Paper.limit = 10_000
    assert run("voices", "--prepare", CALL).status == 0
    assert len(prepared_in(lines)) == Paper.made > 100


def test_a_full_disk_is_told_with_what_stays(run: Run, lines: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put = PreparedLines.put

    def full(self: PreparedLines, key: str, sound: Sound) -> Path:
        if len(self) >= 12:
            raise OSError(errno.ENOSPC, "No space left on device")
        return put(self, key, sound)

    monkeypatch.setattr(PreparedLines, "put", full)
    done = run("voices", "--prepare", CALL)
    assert done.status == 1
    assert "No space left on device" in done.said
    assert "12 lines were made and stay" in done.said
    assert len(prepared_in(lines)) == 12


def test_lines_that_cannot_be_made_are_named_and_a_broken_engine_is_not_asked_a_hundred_times(
    run: Run, lines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Paper, "render", lambda *_: (_ for _ in ()).throw(OSError("the model is broken")))
    done = run("voices", "--prepare", CALL)
    assert done.status == 1
    assert "Not made: " in done.said
    assert "the model is broken" in done.said
    assert done.said.count("the model is broken") == 5


def test_all_prepared_lines_can_be_removed(run: Run, lines: Path) -> None:
    Paper.limit = 3
    run("voices", "--prepare", CALL)
    assert "3 prepared lines were removed" in run("voices", "--forget").said
    assert len(prepared_in(lines)) == 0
    assert run("voices", "--forget", "--prepare").status == 2


def test_doctor_tells_whether_there_are_neural_voices_and_never_calls_their_absence_broken(run: Run) -> None:
    findings = json.loads(run("doctor", "--json").out)
    (found,) = [one for one in findings if one["part"] == "Neural voices"]
    assert found["state"] in ("works", "limited")
    assert ("not installed" in found["words"]) == bool(missing())


def test_a_call_that_is_not_there_is_told_in_words(run: Run, lines: Path) -> None:
    done = run("voices", "no-such-call")
    assert done.status != 0
    assert "no-such-call" in done.said

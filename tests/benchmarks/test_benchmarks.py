"""The one command of the benchmarks runs and prints goals beside figures; how fast anything is is never tested."""

import json

import pytest
from click.testing import CliRunner

from benchmarks import __main__ as command
from benchmarks import console, desk
from benchmarks.figures import Figure, p95
from benchmarks.shown import written
from benchmarks.subjects import SUBJECTS


def run(*words: str) -> str:
    result = CliRunner().invoke(command.main, [*words])
    assert result.exit_code == 0, result.output
    return result.output


def test_each_figure_is_printed_beside_its_goal_with_the_machine_named() -> None:
    shown = run("--only", "journal")
    assert "journal append on disk, p95" in shown
    assert "2 ms" in shown and ("reached" in shown or "missed" in shown)
    assert "cores" in shown and "Python" in shown and "load average" in shown
    assert "Machines are noisy" in shown


def test_a_program_can_read_the_figures() -> None:
    told = json.loads(CliRunner().invoke(command.main, ["--only", "journal", "--json"]).stdout)
    (figure,) = told["figures"]
    assert figure["goal"] == 2 and figure["value"] > 0 and figure["unit"] == "ms"
    assert figure["reached"] == (figure["value"] <= 2)
    assert told["machine"]["cores"] >= 1 and told["failed"] == {}


def test_a_subject_that_breaks_is_named_and_the_others_still_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(command.SUBJECTS, "lint", command.SUBJECTS["lint"].__class__("benchmarks.nowhere", "nothing"))
    result = CliRunner().invoke(command.main, ["--only", "lint", "--only", "journal", "--json"])
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert "nowhere" in told["failed"]["lint"] and [one["subject"] for one in told["figures"]] == ["journal"]


def test_every_subject_is_offered_and_a_wrong_one_is_refused() -> None:
    shown = run("--help")
    assert all(name in shown for name in SUBJECTS)
    assert CliRunner().invoke(command.main, ["--only", "nonsense"]).exit_code == 2


def test_a_goal_is_reached_at_its_very_edge_and_unknown_without_a_figure() -> None:
    assert Figure("x", 2.0, "ms", 2).reached and Figure("x", 2.01, "ms", 2).reached is False
    assert Figure("x", None, "ms", 2).reached is None and Figure("x", 1.0, "ms").reached is None
    assert written(Figure("x", None, "ms")) == "not measured" and written(Figure("x", 1234.5, "ms")) == "1,234 ms"


def test_ninety_five_of_a_hundred_stay_under_the_p95() -> None:
    assert 95 <= p95([float(n) for n in range(1, 101)]) <= 96.5
    assert p95([7.0]) == 7.0


def test_the_console_is_asked_over_a_file_full_of_real_calls() -> None:
    found = {figure.what: figure for figure in console.figures(calls=12, rounds=2)}
    assert found["console, one call, p95"].goal == 100
    assert all(figure.value for figure in found.values())


@pytest.mark.slow
def test_the_real_desk_is_opened_and_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "STARTS", 1)
    found = {figure.what: figure for figure in desk.figures()}
    assert found["display"].note
    first = found["first frame of the start screen, median"]
    assert first.goal == 1.5 and first.value
    assert any(what.startswith("keystroke to screen") for what in found)

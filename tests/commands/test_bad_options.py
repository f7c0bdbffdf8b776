"""A command line that cannot be meant is answered with what can be: status 2, and never a traceback."""

from pathlib import Path
from typing import Any

import pytest

from run_sim import COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_tells_what_it_is_for(run: Any, name: str) -> None:
    done = run(name, "--help")
    assert done.status == 0
    assert done.out.startswith("Usage:") and "--help" in done.out


def test_help_and_version_come_without_a_command(run: Any) -> None:
    assert all(name in run("--help").out for name in COMMANDS)
    assert run("--version").out.startswith("First Contact")


@pytest.mark.parametrize("name", COMMANDS)
def test_an_option_that_there_is_not_ends_with_status_two(run: Any, name: str) -> None:
    done = run(name, "--nosuch")
    assert done.status == 2
    assert "No such option" in done.err and done.out == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("rehears",), "No such command 'rehears'"),
        (("train", "--mode", "exam"), "'practice', 'assessment'"),
        (("train", "--size", "large"), "WIDTHxHEIGHT"),
        (("train", "--seed", "0"), "--seed"),
        (("train", "--call", "hiding-upstares"), "Did you mean `hiding-upstairs`?"),
        (("preview", "hiding-upstares"), "Did you mean `hiding-upstairs`?"),
        (("preview",), "Missing argument"),
        (("rehearse",), "Name a rehearsal file"),
        (("rehearse", "nosuch"), "There are:"),
        (("understand",), "Say something"),
        (("review", "--port", "99999"), "--port"),
        (("evidence",), "Missing argument"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_meant_ends_with_status_two(run: Any, words: tuple[str, ...], told: str) -> None:
    done = run(*words)
    assert done.status == 2
    assert told in done.said


TAKE_RESULTS = ["train", "review", "evidence 1", "verify", "doctor", "approve a --by b --reason c"]


@pytest.mark.parametrize("command", TAKE_RESULTS)
def test_a_folder_is_no_results_file(run: Any, tmp_path: Path, command: str) -> None:
    done = run(*command.split(), "--store", tmp_path)
    assert done.status == 2
    assert "is a directory" in done.said


@pytest.mark.parametrize("words", [("lint",), ("rehearse",), ("preview",), ("understand", "--json")])
@pytest.mark.parametrize("name", ["x" * 5_000, "caf\udce9", "🚨" * 500])
def test_a_name_that_no_file_can_have_is_answered_in_one_short_line(
    run: Any, words: tuple[str, ...], name: str
) -> None:
    done = run(*words, name)
    assert done.status in (0, 2)
    assert words[0] == "understand" or max(map(len, done.err.splitlines())) < 400

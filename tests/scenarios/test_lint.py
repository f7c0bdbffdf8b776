"""Lint: every problem of scenarios, rehearsals, policies and the world, as an author meets it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from scenarios.lint import lint, main
from scenarios.paths import CALLS, POLICIES
from scenarios.vocabulary.steps import steps
from simulator.steps import STEP_NAMES

STRONG = """\
scenario: small-call
seed: 1
policy: harrowmere
do:
  - answer
  - say: "Police, what has happened?"
  - record: {location: "27 Alder Rise, Quayford", reg: WX24 QTI, because: Heard again}
  - look_up: {system: previous, query: gate, reason: crime enquiry}
  - open: {record: log-1}
  - assess: {threat: {level: low, note: Gone}, harm: low}
  - grade: {to: scheduled, because: Nobody hurt.}
  - wait: 20s
  - close: {category: criminal damage, qualifiers: [], result: attended}
  - request: [ambulance, fire]
  - clear
expect: {outcome: met, A01: met, G01: partly}
"""


@pytest.fixture
def shelf(tmp_path: Path, small: str) -> Path:
    """A library with one good scenario and four good rehearsals."""
    folder = tmp_path / "calls" / "small-call"
    (folder / "rehearsals").mkdir(parents=True)
    (folder / "scenario.yaml").write_text(small, encoding="utf-8")
    for name in ("strong", "weak", "late", "silent"):
        (folder / "rehearsals" / f"{name}.yaml").write_text(STRONG, encoding="utf-8")
    return folder


def test_the_whole_library_has_no_error() -> None:
    assert [str(problem) for problem in lint() if problem.severity == "error"] == []


def test_a_good_library_is_silent(shelf: Path) -> None:
    assert lint([shelf.parent]) == ()


def test_a_channel_misspelt_is_one_problem_and_not_one_for_each_word_of_a_ticket(tmp_path: Path) -> None:
    folder = tmp_path / "calls" / "locked-out-member"
    shutil.copytree(CALLS / "locked-out-member", folder)
    file = folder / "scenario.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("\nchannel:", "\nchanel:", 1), encoding="utf-8")
    errors = [problem for problem in lint([folder]) if problem.severity == "error"]
    assert [problem.code for problem in errors] == ["M02"] and "`channel`" in str(errors[0])


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        ("scenario: small-call", "scenario: «other-call", ["R41"]),
        ("scenario: small-call\n", "«", ["M01"]),
        ("seed: 1", "seed: «first", ["R51"]),
        ("seed: 1", "seed: «0", ["R51"]),
        ("policy: harrowmere", "policy: «harrowmeer", ["R31"]),
        ("policy: harrowmere", "mode: «exam", ["M08"]),
        ("policy: harrowmere", "«colour: blue", ["M02"]),
        ("  - answer\n", "  - «anwser\n", ["R37"]),
        ("  - say:", "  - «shout:", ["R37"]),
        ("  - answer\n", "  - «{answer: , hold: }\n", ["R46"]),
        ("location:", "«locaton:", ["R06"]),
        ("system: previous", "system: «pervious", ["R08"]),
        (
            "  - look_up: {system: previous, query: gate,",
            "  - «look_up: {system: previous, «querry: gate,",
            ["R45", "R44"],
        ),
        ("record: log-1", "record: «log-7", ["R20"]),
        ("threat:", "«treat:", ["R50"]),
        ("harm: low", "harm: «lots", ["R48"]),
        ("to: scheduled", "to: «someday", ["R13"]),
        ("to: scheduled", "to: «1", ["R13"]),
        ("  - clear", "  - hand_over: {to: «nobody, text: x}", ["R11"]),
        ("  - clear", f"  - note: «{'x' * 20_001}", ["R57"]),
        ("wait: 20s", "wait: «20", ["M12"]),
        ("criminal damage", "«criminal gate", ["R14"]),
        ("[ambulance, fire]", "[ambulance, fire, «zoo]", ["R09"]),
        ("  - clear", "  - note: {section: «facs, text: x}", ["R49"]),
        ("  - clear", "  - «say: {«words: x}", ["R45", "R44"]),
        ("outcome: met", "outcome: «passed", ["R39"]),
        ("A01: met", "A01: «maybe", ["R38"]),
        ("A01: met", "«A99: met", ["R12"]),
        ("A01: met", "«C01: met", ["R47"]),
        ("WX24 QTI", "«AB12 CDE", ["D03"]),
        ("do:\n", "do: «later\n«x:\n", ["M04", "M02"]),
    ],
)
def test_each_mistake_in_a_rehearsal_is_found_where_it_stands(
    shelf: Path, before: str, after: str, codes: list[str]
) -> None:
    assert before in STRONG, before
    file, marked = shelf / "rehearsals" / "strong.yaml", STRONG.replace(before, after, 1)
    file.write_text(marked.replace("«", ""), encoding="utf-8")
    places = [
        (number, column - earlier)
        for number, line in enumerate(marked.split("\n"), start=1)
        for earlier, column in enumerate(n for n, sign in enumerate(line, start=1) if sign == "«")
    ]
    found = [(problem.line, problem.column, problem.code) for problem in lint([file])]
    assert found == [(*place, code) for place, code in zip(places, codes, strict=True)]


def test_the_steps_that_lint_knows_are_those_of_the_engine() -> None:
    assert set(steps()) == set(STEP_NAMES)


def test_a_rehearsal_that_lies_elsewhere_is_for_a_scenario_of_the_library(tmp_path: Path) -> None:
    file = tmp_path / "script.yaml"
    file.write_text("scenario: hiding-upstairs\ndo: [answer]\nexpect: {outcome: not_met}\n", encoding="utf-8")
    assert lint([file]) == ()
    file.write_text("scenario: hiding-upstair\ndo: [answer]\n", encoding="utf-8")
    (problem,) = lint([file])
    assert (problem.code, problem.mend) == ("R40", "Did you mean `hiding-upstairs`?")


def test_a_scenario_that_is_no_good_member_of_a_library_is_doubted(shelf: Path, small: str) -> None:
    for name in ("late", "silent", "strong"):
        (shelf / "rehearsals" / f"{name}.yaml").unlink()
    weak = shelf / "rehearsals" / "weak.yaml"
    weak.write_text(STRONG.replace("outcome: met, ", ""), encoding="utf-8")
    one = small[: small.index("variants:")].replace("$line", "27 Alder Rise").replace("$number", "07700 900822")
    one = one.replace("id: small-call", "id: smaller-call").replace("role: victim", "role: neighbour")
    (shelf / "scenario.yaml").write_text(one, encoding="utf-8")
    codes = [problem.code for problem in lint([shelf / "scenario.yaml"])]
    assert sorted(codes) == ["L06", "L07", "L08", "L09", "L13"]


def test_a_scenario_of_its_own_is_checked_without_a_library(tmp_path: Path, small: str) -> None:
    file = tmp_path / "scenario.yaml"
    file.write_text(small, encoding="utf-8")
    assert lint([file]) == ()


def test_an_unknown_sibling_is_told(shelf: Path, small: str) -> None:
    text = small.replace("family: damage", "family: damage\nsibling_of: hiding-upstair")
    (shelf / "scenario.yaml").write_text(text, encoding="utf-8")
    assert [(problem.line, problem.code) for problem in lint([shelf / "scenario.yaml"])] == [(4, "R40")]


def test_unsafe_data_in_a_slot_is_told_once_and_at_the_slot(tmp_path: Path, small: str) -> None:
    file = tmp_path / "scenario.yaml"
    text = small.replace("07700 900822", "07911 123456").replace("says: [Nadia Holt.]", 'says: ["On $number."]')
    file.write_text(text, encoding="utf-8")
    (problem,) = lint([file])
    assert (problem.line, problem.column, problem.code) == (48, 48, "D01")


def test_unsafe_data_made_of_text_and_slot_is_told_where_they_meet(tmp_path: Path, small: str) -> None:
    file = tmp_path / "scenario.yaml"
    text = small.replace("says: [Nadia Holt.]", 'says: ["On 07911 $end."]').replace(
        "line: 27 Alder Rise,", 'line: 27 Alder Rise, end: "123456",'
    )
    file.write_text(text.replace("line: 4 Tern Walk,", 'line: 4 Tern Walk, end: "x",'), encoding="utf-8")
    (problem,) = lint([file])
    assert (problem.line, problem.code) == (27, "D01") and problem.message.endswith("(variant first)")


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("town: Quayford", "town: Trumpton", "D09"),
        ("Iron.", "As in Leeds.", "D10"),
        ("Iron.", "$wood", "S25"),
        ("line: 4 Tern Walk", 'line: 4 Tern Walk, wood: "x"', "S24"),
    ],
)
def test_doubts_and_errors_stand_side_by_side(tmp_path: Path, small: str, before: str, after: str, code: str) -> None:
    file = tmp_path / "scenario.yaml"
    file.write_text(small.replace(before, after).replace("after: 40s", "after: 10m"), encoding="utf-8")
    codes = [problem.code for problem in lint([file])]
    assert code in codes and "L10" in codes


def test_a_slot_that_nothing_uses_is_a_doubt(tmp_path: Path, small: str) -> None:
    file = tmp_path / "scenario.yaml"
    file.write_text(small.replace("number: 07700", "wood: x, number: 07700"), encoding="utf-8")
    assert [(problem.code, problem.severity) for problem in lint([file])] == [("S26", "warning")]


def test_unsafe_data_in_a_policy_and_in_the_world_is_told(tmp_path: Path) -> None:
    policy = tmp_path / "policies" / "other.yaml"
    policy.parent.mkdir()
    text = (POLICIES / "harrowmere.yaml").read_text(encoding="utf-8")
    policy.write_text(text.replace("force: Harrowmere Police", "force: Essex Police", 1), encoding="utf-8")
    world = tmp_path / "world" / "rows.yaml"
    world.parent.mkdir()
    world.write_text("directory:\n  - {id: a, title: Desk, cells: {number: 01245 123456}}\n", encoding="utf-8")
    assert [problem.code for problem in lint([policy])] == ["D10"]
    assert [problem.code for problem in lint([world])] == ["D01"]


@pytest.mark.parametrize(
    "data", [b"", b"\x00", b"\xff\xfe", b"[" * 300, b"a: *b", b"do: 5", b"grades: x", b"scenario: [a]\ndo: {}"]
)
@pytest.mark.parametrize(
    "place", ["scenario.yaml", "rehearsals/a.yaml", "policies/a.yaml", "world/a.yaml", "loose.yaml"]
)
def test_a_hostile_file_is_told_in_lines_wherever_it_lies(tmp_path: Path, data: bytes, place: str) -> None:
    file = tmp_path / place
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    assert lint([file]) != ()


def test_the_command_prints_lines_and_says_by_its_status_what_came(shelf: Path, tmp_path: Path) -> None:
    run = CliRunner()
    assert run.invoke(main, [str(shelf)]).exit_code == 0
    (shelf / "scenario.yaml").write_text("id: x\n", encoding="utf-8")
    refused = run.invoke(main, [str(shelf)])
    assert refused.exit_code == 1 and "scenario.yaml:1:1: M01 " in refused.output
    assert run.invoke(main, [str(tmp_path / "none")]).exit_code == 2


def test_a_doubt_alone_is_no_failure(shelf: Path) -> None:
    (shelf / "rehearsals" / "late.yaml").unlink()
    result = CliRunner().invoke(main, [str(shelf)])
    assert result.exit_code == 0 and "L06" in result.output and "0 errors, 1 doubt in 4 files" in result.output


def test_lint_runs_as_a_module(shelf: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scenarios.lint", str(shelf)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")

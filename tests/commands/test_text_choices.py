"""A field that takes a choice says at the text desk what it takes, and keeps what was typed."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from commands.text_line import read_line
from run_sim import cli
from simulator import actions


def shown_after(store: Path, *lines: str, call: str = "hiding-upstairs") -> str:
    command = ["train", "--text", "--trainee", "T1", "--call", call, "--seed", "1", "--store", str(store)]
    return CliRunner().invoke(cli, command, input="".join(f"{line}\n" for line in ("hello", *lines))).output


def test_what_is_none_of_the_choices_is_kept_and_said(tmp_path: Path) -> None:
    shown = shown_after(tmp_path / "r.db", "/record role: says husband of victim", "/form")
    assert "Recorded as typed. \u201cCaller is\u201d takes: Victim, Witness, Third party, " in shown
    assert "The nearest is Victim." in shown
    assert "  Caller is: says husband of victim" in shown


def test_the_choices_are_those_of_the_desk_that_is_open(tmp_path: Path) -> None:
    shown = shown_after(
        tmp_path / "r.db", "/record role: Victim", "/record category: account", call="locked-out-member"
    )
    assert "\u201cCaller is\u201d takes: Member, On behalf of a member, Colleague, Not known." in shown
    assert "\u201cTicket type\u201d takes: Account access, " in shown and "The nearest is Account access." in shown


@pytest.mark.parametrize(
    "typed", ["role: Victim", "role: THIRD-PARTY", "role: subject_of report", "category: Burglary-Dwelling", "role:"]
)
def test_a_choice_is_itself_in_any_case_and_with_hyphens(typed: str, tmp_path: Path) -> None:
    assert "Recorded as typed" not in shown_after(tmp_path / "r.db", f"/record {typed}")


def test_a_choice_typed_again_in_another_case_is_no_correction(tmp_path: Path) -> None:
    lines = (
        "/record role: third-party", "/record category: burglary dwelling", "/wait 30s", "/record role: Third Party",
        "/record category: BURGLARY-DWELLING", "/clear", "/finish", "/finish",
    )  # fmt: skip
    shown = shown_after(tmp_path / "r.db", *lines)
    assert shown.count("Done: Caller is recorded.") == 1 and shown.count("Done: Opening code recorded.") == 1


def test_a_correction_gives_its_reason_in_the_same_line() -> None:
    (step,) = read_line("/record role: witness; because: I misheard her").steps
    assert step == actions.Record(values={"role": "witness"}, because="I misheard her")

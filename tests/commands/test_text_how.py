"""A deed that is refused at the text desk says how it is typed, and its example is taken."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from commands.text_line import DEEDS, read_line
from run_sim import cli

SOLO = ("clear", "finish", "hold", "lock_screen", "resume", "stop")
GREETING = "Police emergency, what's the address?"


def played(store: Path, *lines: str, call: str = "hiding-upstairs") -> str:
    command = ["train", "--text", "--trainee", "T1", "--call", call, "--seed", "1", "--store", str(store)]
    shown = CliRunner().invoke(cli, command, input="".join(f"{line}\n" for line in lines)).output
    return shown.split("The input ended")[0]


@pytest.mark.parametrize("call", ["hiding-upstairs", "locked-out-member"])
def test_every_example_is_taken(call: str, tmp_path: Path) -> None:
    shown = played(tmp_path / "a.db", GREETING, *(f"/help {deed}" for deed in DEEDS if deed not in SOLO), call=call)
    examples = [line.split(": ", 1)[1].split(" (it")[0] for line in shown.splitlines() if "For instance: /" in line]
    assert len(examples) == len(DEEDS) - len(SOLO)
    taken = played(tmp_path / "b.db", GREETING, *examples, call=call)
    assert "May be left out" not in taken and "needs " not in taken.split(GREETING)[-1], taken


@pytest.mark.parametrize(
    ("line", "key", "choice"),
    [
        ("/close outcome: nothing", "category: ", "Burglary dwelling"),
        ("/close", "result: ", "resolved_at_source"),
        ("/grade to: urgent", "to: ", "immediate, priority"),
        ("/look_up system: the net, query: him", "system: ", "gazetteer"),
        ("/refer to: nobody", "to: ", "victim_support"),
        ("/verify", "item: ", "date_of_birth"),
        ("/call_back number: 07700 900822", "source: ", "network"),
        ("/record colour: red", "field: ", "location"),
    ],
)
def test_a_deed_that_is_refused_names_its_keys_its_choices_and_an_example(
    line: str, key: str, choice: str, tmp_path: Path
) -> None:
    shown = played(tmp_path / "r.db", GREETING, line)
    assert any(key in one and choice in one for one in shown.splitlines())
    assert f"For instance: {line.split()[0]} " in shown


def test_a_deed_that_is_taken_says_no_more_than_that(tmp_path: Path) -> None:
    assert "For instance" not in played(tmp_path / "r.db", GREETING, "/grade immediate")


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("/opening Burglary", "/record category: ..."),
        ("/handover to dispatch", "/hand_over"),
        ("/message the unit", "/send"),
        ("/ring 101", "/call_back"),
        ("/hang-up", "/clear"),
        ("/address 27 Alder Rise", "/record location: ..."),
        ("/harm high", "/assess harm: ..., note: ..."),
        ("/ambulance", "/request agency: ambulance"),
        ("/pnc marsh", "/look_up system: pnc"),
        ("/mesage", "/send"),
        ("/patrol now", "/grade"),
    ],
)
def test_a_deed_that_is_none_says_which_is_meant(line: str, meant: str) -> None:
    assert f"`{meant}" in read_line(line).wrong


def test_a_word_near_nothing_is_sent_to_the_list() -> None:
    assert read_line("/xyzzy").wrong == "There is no /xyzzy. Type /help for the list."


def test_a_transfer_said_to_be_warm_is_warm() -> None:
    (step,) = read_line("/transfer to: supervisor, warm: yes").steps
    assert getattr(step, "warm", None) is True


def test_the_help_says_what_a_deed_does_where_that_is_not_plain(tmp_path: Path) -> None:
    assert "The grade is what sends officers" in played(tmp_path / "g.db", GREETING, "/help grade")
    assert "is not played" in played(tmp_path / "c.db", GREETING, "/help call_back")
    assert "sends officers" not in played(tmp_path / "t.db", GREETING, "/help grade", call="locked-out-member")

"""The record at the text desk is short and whole: what is filled, what is open, how to fill it."""

from pathlib import Path

from click.testing import CliRunner

from run_sim import cli

CATEGORY = "Anti-social behaviour nuisance"


def form_after(store: Path, *lines: str, call: str = "hiding-upstairs") -> str:
    command = ["train", "--text", "--trainee", "T1", "--call", call, "--store", str(store)]
    typed = "".join(f"{line}\n" for line in ("hello", *lines, "/form"))
    return CliRunner().invoke(cli, command, input=typed).output.rpartition("> Record: ")[2].partition("> ")[0]


def test_the_form_names_what_is_filled_and_what_is_open_once(tmp_path: Path) -> None:
    form = form_after(tmp_path / "r.db", "/record location: 27 Alder Rise, Quayford")
    assert form.startswith("1 of ") and "  Incident address: 27 Alder Rise, Quayford" in form
    still_open = form.partition("Open: ")[2].partition("\n")[0].split(", ")
    assert "Postcode" in still_open and "Incident address" not in still_open
    assert CATEGORY not in form and len(form.splitlines()) < 14


def test_the_form_shows_the_assessment_the_grade_and_what_was_sent(tmp_path: Path) -> None:
    form = form_after(
        tmp_path / "r.db", "/assess threat: high, note: men in the house", "/note they are downstairs",
        "/grade to: immediate, because: men in the house", "/send to: dispatch, channel: radio, text: caller upstairs",
    )  # fmt: skip
    assert "  Threat: High: men in the house" in form and "Open: Harm, Risk" in form
    assert "Grade: Immediate, men in the house" in form
    assert "Facts: they are downstairs" in form and "Message to Dispatch by radio: caller upstairs" in form


def test_a_level_stays_when_a_note_is_added_to_it(tmp_path: Path) -> None:
    form = form_after(tmp_path / "r.db", "/assess threat: high", "/assess threat: , note: a crowbar")
    assert "  Threat: High: a crowbar" in form


def test_a_ticket_shows_the_identity_check_in_place_of_thrive_and_grade(tmp_path: Path) -> None:
    form = form_after(tmp_path / "r.db", "/verify item: full_name, result: passed", call="locked-out-member")
    assert "Identity check" in form and ": passed" in form and "THRIVE" not in form and "Grade" not in form


def test_the_words_that_one_field_takes_are_told_when_they_are_asked_for(tmp_path: Path) -> None:
    store = tmp_path / "r.db"
    command = ["train", "--text", "--trainee", "T1", "--call", "hiding-upstairs", "--store", str(store)]
    for asked in ("/help record category", "/help record opening code", "/help record Opening code:"):
        shown = CliRunner().invoke(cli, command, input=f"hello\n{asked}\n").output
        assert CATEGORY in shown and "To empty it: /record opening code:" in shown


def test_a_field_is_filled_by_the_label_that_the_form_shows(tmp_path: Path) -> None:
    form = form_after(tmp_path / "r.db", "/record opening code: burglary dwelling; how they got in: back door")
    assert "  Opening code: Burglary dwelling" in form and "  How they got in: back door" in form

"""The grade timeline and the officer's view reach who works in a terminal, in the console's words."""

import io
from pathlib import Path

from rich.console import Console

from commands.rehearsing import play_file
from commands.showing_grades import show_grades
from tests.commands.conftest import Run

SCRIPT = Path("scenarios/calls/nobody-has-come/rehearsals/strong.yaml")


def test_each_grade_is_told_with_what_called_for_it_and_how_long_before() -> None:
    console = Console(record=True, width=200, file=io.StringIO())
    grades = play_file(SCRIPT).grades()
    show_grades(console, grades)
    shown = console.export_text()
    assert shown.startswith("Grade timeline\n" + grades.summary)
    for move in grades.moves:
        assert move.cause is not None and f"Called for by: {move.cause.words}" in shown
        assert f"Rationale: {move.because}" in shown


def test_a_rehearsal_shows_the_timeline_and_a_brief_one_stays_brief(run: Run) -> None:
    assert "Grade timeline" in run("rehearse", SCRIPT).said
    assert "Grade timeline" not in run("rehearse", "--brief", SCRIPT).said


def test_a_contact_taken_by_typing_ends_with_both(run: Run, tmp_path: Path) -> None:
    typed = (
        "Police emergency, what's the address?\n/grade to: immediate, because: a man in the house\n"
        "/clear\n/finish\n/finish\n"
    )
    command = ("train", "--text", "--trainee", "T1", "--call", "hiding-upstairs", "--store", tmp_path / "r.db")
    said = run(*command, typed=typed).said
    assert "Grade timeline Immediate at" in said and "Rationale: a man in the house" in said
    assert "What the officer was told" in said and "How it stands" in said

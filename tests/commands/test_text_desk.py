"""The desk in the terminal: what a line means, and a contact taken by typing alone."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from commands.text_desk import NOT_CLOSED
from commands.text_line import DEEDS, read_line
from commands.text_shown import _LINE
from run_sim import cli
from simulator import actions
from simulator.rehearsal import Wait


def test_words_without_a_slash_are_said_to_the_caller() -> None:
    assert read_line("  what's the address? ").steps == (actions.Say(text="what's the address?"),)


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("/record location: 27 Alder Rise, Quayford", actions.Record(values={"location": "27 Alder Rise, Quayford"})),
        (
            "/look_up system: gazetteer, query: alder rise, reason: live incident",
            actions.LookUp(system="gazetteer", query="alder rise", reason="live incident"),
        ),
        ("/look-up system: pnc, query: a, b", actions.LookUp(system="pnc", query="a, b")),
        ("/note she said: they went left, fast", actions.Note(text="she said: they went left, fast")),
        ("/note section: advice, text: stay put", actions.Note(section="advice", text="stay put")),
        ("/grade immediate", actions.Grade(to="immediate")),
        (
            "/assess threat: high, note: men in the house",
            actions.Assess(item="threat", level="high", note="men in the house"),
        ),
        ("/wait 20s", Wait(20_000)),
        ("/request agency: ambulance", actions.Request(agency="ambulance")),
        ("/open record: gaz-home", actions.Open(record="gaz-home")),
        ("/reset channel: email", actions.Reset(channel="email")),
        ("/restrict level: staff only", actions.Restrict(level="staff only")),
        ("/link log: HM-0033-091126", actions.Link(log="HM-0033-091126")),
        ("/verify item: full_name, result: matched", actions.Verify(item="full_name", result="passed")),
        ("/verify Item: full_name, Result: not matched", actions.Verify(item="full_name", result="failed")),
        ("/clear", actions.Clear()),
    ],
)  # fmt: skip
def test_a_line_with_a_slash_is_a_deed(line: str, step: object) -> None:
    assert read_line(line).steps == (step,)


def test_several_fields_stand_in_one_line_with_semicolons_between() -> None:
    assert read_line("/record name: Ann Marsh; location: 27 Alder Rise, Quayford; weapon: bar; long").steps == (
        actions.Record(values={"name": "Ann Marsh"}),
        actions.Record(values={"location": "27 Alder Rise, Quayford"}),
        actions.Record(values={"weapon": "bar; long"}),
    )


def test_the_reason_of_a_correction_may_stand_after_a_comma_as_for_a_grade() -> None:
    assert read_line("/record time: 02:10, because: she looked at the clock, twice").steps == (
        actions.Record(values={"time": "02:10"}, because="she looked at the clock, twice"),
    )
    assert read_line("/record summary: hit him, because he was drunk").steps == (
        actions.Record(values={"summary": "hit him, because he was drunk"}),
    )


def test_a_grade_with_its_reason_counts_before_the_reason_is_typed() -> None:
    assert read_line("/grade to: immediate, because: in the house, now").steps == (
        actions.Grade(to="immediate"),
        actions.ExplainGrade(because="in the house, now"),
    )


def test_a_check_whose_result_is_no_result_is_told_which_there_are() -> None:
    assert read_line("/verify item: full_name, result: perhaps").wrong.endswith("result: passed or failed.")


def test_who_answers_or_says_with_a_slash_is_understood() -> None:
    assert "answered already" in read_line("/answer").wrong
    assert read_line("/say are you safe?").steps == (actions.Say(text="are you safe?"),)


def test_a_deed_that_is_not_known_is_named_with_what_is() -> None:
    assert "There is no /recrod" in read_line("/recrod x: y").wrong
    assert "record" in read_line("/recrod x: y").wrong


def test_a_deed_that_lacks_something_says_how_it_is_typed() -> None:
    assert read_line("/look_up").wrong == "/look_up needs system: ..., query: ..., reason: ...."


@pytest.mark.parametrize(
    "line", ["/clear location", "/clear location:", "/clear grade please", "/finish it", "/stop x"]
)
def test_a_deed_that_ends_something_stands_alone(line: str) -> None:
    typed = read_line(line)
    assert typed.steps == () and "nothing was done" in typed.wrong


def test_a_field_after_clear_is_told_how_a_field_is_emptied() -> None:
    assert read_line("/clear location").wrong.endswith("record it with nothing: /record location:")
    assert read_line("/record location:").steps == (actions.Record(values={"location": ""}),)


@pytest.mark.parametrize("line", ["/link", "/link log", "/link record", "/open record", "/request agency"])
def test_a_deed_that_names_nothing_says_what_to_type(line: str) -> None:
    typed = read_line(line)
    assert typed.steps == () and " needs " in typed.wrong


def test_a_log_is_linked_with_its_number_however_it_is_named() -> None:
    for line in ("/link HM-0033-091126", "/link record HM-0033-091126", "/link Log HM-0033-091126"):
        assert read_line(line).steps == (actions.Link(log="HM-0033-091126"),)
    assert "as a look-up shows it" in read_line("/link record").wrong


@given(st.one_of(st.text(), st.builds("/{} {}".format, st.sampled_from(DEEDS), st.text())))
def test_no_line_whatever_breaks_the_desk(line: str) -> None:
    typed = read_line(line)
    assert typed.steps or typed.asked or typed.wrong


def played(store: Path, *lines: str, more: tuple[str, ...] = ()) -> Result:
    command = ["train", "--text", "--trainee", "T1", "--call", "hiding-upstairs", "--store", str(store), *more]
    return CliRunner().invoke(cli, command, input="".join(f"{line}\n" for line in lines))


def test_a_contact_is_taken_by_typing_kept_and_marked(tmp_path: Path) -> None:
    shown = played(
        tmp_path / "r.db", "Police emergency, what's the address?", "/record location: 27 Alder Rise, Quayford",
        "/grade immediate", "/clear", "/close category: Burglary dwelling", "/finish",
    )  # fmt: skip
    assert shown.exit_code == 0
    assert "Operator: Police, connecting a mobile" in shown.output
    assert "Caller (whispering): " in shown.output  # what is heard is shown: R07 rests on it
    assert "A01" in shown.output and "Outcome:" in shown.output and "Kept as contact" in shown.output


def test_finishing_with_nothing_closed_is_asked_about_once(tmp_path: Path) -> None:
    shown = played(
        tmp_path / "r.db", "hello", "/clear", "/finish", "/close category: Burglary dwelling", "/finish"
    ).output
    assert shown.count(NOT_CLOSED) == 1 and "Outcome:" in shown
    assert shown.index(NOT_CLOSED) < shown.index("Outcome:")
    twice = played(tmp_path / "s.db", "hello", "/clear", "/finish", "/finish").output
    assert twice.count(NOT_CLOSED) == 1 and "Outcome:" in twice


def test_a_hand_over_without_words_is_refused(tmp_path: Path) -> None:
    shown = played(tmp_path / "r.db", "hello", "/hand_over").output
    assert "A hand-over needs words" in shown and "Handed over" not in shown


def test_ringing_back_when_the_line_has_closed_says_what_comes_of_it(tmp_path: Path) -> None:
    lines = "Police emergency, what's the address?", "/clear", "/call_back number: 07700 900822, source: network"
    shown = played(tmp_path / "r.db", *lines, "/finish", "/finish", "/form", "/form").output
    assert "You ring 07700 900822. What would be said is not played: this call is over. That you rang is kept." in shown
    assert shown.rstrip().endswith("This desk is closed: what is typed from here on is read by nobody.")


def test_nothing_shown_before_the_debrief_names_the_contingency(tmp_path: Path) -> None:
    """Principle 2: no indication of the contingency."""
    shown = played(tmp_path / "r.db", "hello", "/form", "/help").output
    before = shown.split("The input ended")[0].lower()
    assert "hiding" not in before and "upstairs" not in before and "they-leave" not in before


@pytest.mark.parametrize("deed", DEEDS)
def test_help_of_every_deed_says_how_it_is_typed_and_what_may_be_chosen(deed: str, tmp_path: Path) -> None:
    shown = played(tmp_path / "r.db", f"/help {deed}").output
    assert f"/{deed} " in shown
    if deed in ("look_up", "close", "grade", "request"):
        assert {"look_up": "gazetteer", "close": "Burglary dwelling", "grade": "immediate", "request": "ambulance"}[
            deed
        ] in shown


def test_input_that_ends_stops_the_run_and_keeps_it(tmp_path: Path) -> None:
    shown = played(tmp_path / "r.db", "hello")
    assert "the run is stopped" in shown.output
    listed = CliRunner().invoke(cli, ["transcript", "T1", "--store", str(tmp_path / "r.db")])
    assert "**You**: hello" in listed.output and "**Stopped.**" in listed.output


def test_assessment_is_not_for_the_terminal(tmp_path: Path) -> None:
    shown = played(tmp_path / "r.db", more=("--mode", "assessment"))
    assert shown.exit_code == 2 and "for practice only" in shown.output


def test_a_rehearsal_is_written_as_text(tmp_path: Path) -> None:
    out = tmp_path / "t.md"
    script = "scenarios/calls/hiding-upstairs/rehearsals/strong.yaml"
    CliRunner().invoke(cli, ["transcript", script, "--out", str(out)], catch_exceptions=False)
    text = out.read_text(encoding="utf-8")
    assert text.startswith("# strong\n") and "**Caller**: " in text and "**Met.**" in text


def test_a_ticket_is_written_with_its_own_labels(tmp_path: Path) -> None:
    script = "scenarios/calls/locked-out-member/rehearsals/strong.yaml"
    rehearsed = CliRunner().invoke(cli, ["transcript", script], catch_exceptions=False).output
    assert "[Log] When it started: 13:40" in rehearsed and "Time of incident" not in rehearsed
    ticket = ("--call", "locked-out-member")
    played(tmp_path / "r.db", "/record time: 13:40", "/stop", more=ticket)
    stored = CliRunner().invoke(cli, ["transcript", "T1", "--store", str(tmp_path / "r.db")]).output
    assert "[Log] When it started: 13:40" in stored


def test_a_dropped_line_never_urges_to_ring_back() -> None:
    assert "Think who may answer before you ring back" in _LINE["dropped"]


def test_qualifiers_may_be_named_with_commas_and_a_log_by_either_key() -> None:
    closed, linked = read_line("/close category: Fraud, qualifiers: Domestic, Repeat"), read_line("/link record: log-1")
    assert [step.qualifiers for step in closed.steps if isinstance(step, actions.Close)] == [("Domestic", "Repeat")]
    assert [step.log for step in linked.steps if isinstance(step, actions.Link)] == ["log-1"]

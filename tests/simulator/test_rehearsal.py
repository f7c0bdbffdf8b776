"""A script of a trainee: how it is read, what each step takes, what is said of its mistakes."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.problems import ProblemsFound
from simulator import events
from simulator.call import Call
from simulator.journal import of_kind, to_lines
from simulator.rehearsal import play, rehearsal_of

SCRIPT = """
scenario: small-call
seed: 1
do:
  - answer
  - say: "OPEN_GREET ASK_LOCATION"
  - record: {location: "4 Mill Way, Quayford", postcode: WX4 1AA}
  - look_up: {system: previous, query: mill way, reason: live incident}
  - wait: 20s
  - grade: {to: immediate, because: "Someone at the door."}
  - assess: {threat: {level: high, note: "at the door"}, harm: low}
  - note: {section: advice, text: "Told to stay in."}
  - hand_over: {to: dispatch, text: "One at the door."}
  - clear
expect: {outcome: met}
"""


def test_a_script_is_played_step_by_step_and_wrap_up_is_finished(make_call: Callable[..., Call]) -> None:
    journal = play(make_call(), rehearsal_of(SCRIPT, "x.yaml").steps)
    kinds = [entry.event.kind for entry in journal]
    assert kinds[-2:] == ["call_ended", "contact_closed"]
    assert [kinds.count(kind) for kind in ("field_recorded", "assessed", "graded", "grade_explained")] == [2, 2, 1, 1]


def test_the_same_script_gives_the_same_journal_byte_for_byte(make_call: Callable[..., Call]) -> None:
    steps = rehearsal_of(SCRIPT, "x.yaml").steps
    assert to_lines(play(make_call(), steps)) == to_lines(play(make_call(), steps))


def test_each_step_waits_for_the_caller_to_finish(make_call: Callable[..., Call]) -> None:
    journal = play(make_call(), rehearsal_of(SCRIPT, "x.yaml").steps)
    told = next(e.t_ms for e, _ in of_kind(journal, events.FactTold))
    recorded = next(e.t_ms for e, _ in of_kind(journal, events.FieldRecorded))
    # "4 Mill Way, Quayford" is 20 characters: 8 s at 30 words a minute, and a second to find the field.
    assert recorded == told + 9_000


def test_a_script_that_leaves_the_line_open_lets_the_call_end_by_itself(make_call: Callable[..., Call]) -> None:
    steps = rehearsal_of("scenario: small-call\ndo: [answer]\n", "x.yaml").steps
    journal = play(make_call(), steps)
    assert any(isinstance(entry.event, events.CallEnded) for entry in journal)


def test_a_script_that_never_answers_is_interrupted(make_call: Callable[..., Call]) -> None:
    steps = rehearsal_of("scenario: small-call\ndo: [{wait: 5s}]\n", "x.yaml").steps
    assert isinstance(play(make_call(), steps)[-1].event, events.Interrupted)


def test_a_slow_typist_is_given_back_what_typing_took(make_call: Callable[..., Call]) -> None:
    steps = rehearsal_of(SCRIPT, "x.yaml").steps
    said = next(event for _, event in of_kind(play(make_call(), steps, "typed"), events.HandlerSaid))
    assert said.allowance_ms == len(said.text) * 400 - said.spoken_ms


def test_all_mistakes_of_a_script_are_told_at_once_with_their_places() -> None:
    text = (
        "scenario: small-call\nseed: 0\ncolour: red\ndo:\n  - anser\n  - {say: hello, wait: 2s}\n"
        "  - look_up: {sistem: previous, query: x}\n  - wait: soon\n"
    )
    with pytest.raises(ProblemsFound) as found:
        rehearsal_of(text, "x.yaml")
    places = {(problem.line, problem.code) for problem in found.value.problems}
    assert {(2, "R51"), (3, "M02"), (5, "R37"), (6, "R46"), (7, "R44"), (8, "R45")} <= places


@given(st.text(max_size=200))
def test_any_text_is_a_script_or_a_list_of_problems(text: str) -> None:
    try:
        rehearsal_of(text, "x.yaml")
    except ProblemsFound as found:
        assert found.problems

"""The batteries of questions: rows are read and judged, and no call falls far behind what it answers today."""

from pathlib import Path

import pytest

from benchmarks import asked
from benchmarks.asked import Row, judged, rows
from scenarios.catalogue import Catalogue

CALLS = Catalogue().ids()


def test_every_call_has_a_battery_of_at_least_a_hundred_questions() -> None:
    assert {name: len(rows(name)) >= 100 for name in CALLS} == dict.fromkeys(CALLS, True)


def test_every_row_asks_for_something_and_each_question_stands_once() -> None:
    for name in CALLS:
        found = rows(name)
        assert all(row.ask.strip() and row.want for row in found), name


def test_an_unknown_key_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "call.yaml").write_text("- {ask: 'Where are you?', wants: address}\n", encoding="utf-8")
    monkeypatch.setattr(asked, "DATA", tmp_path)
    with pytest.raises(ValueError, match="wants"):
        rows("call")


def test_an_answer_is_one_and_a_fact_not_asked_for_is_noticed() -> None:
    right = judged("hiding-upstairs", Row("What's your name?", ("name",)))
    assert right.answered and not right.unasked
    wrong = judged("hiding-upstairs", Row("What's your name?", ("crowbar",)))
    assert not wrong.answered and wrong.unasked == ("name",)


@pytest.mark.slow
@pytest.mark.parametrize("name", CALLS)
def test_a_caller_answers_nine_in_ten_of_what_handlers_ask(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Issue "The caller understands and behaves like a person": questions answered as asked, the scenario known."""
    from simulator.understanding.understand import loaded

    monkeypatch.setattr(asked, "understanding", lambda: loaded("semantic"))
    found = [judged(name, row) for row in rows(name)]
    assert sum(one.answered for one in found) / len(found) >= 0.9
    assert sum(bool(one.unasked) for one in found) / len(found) <= 0.05

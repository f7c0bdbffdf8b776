"""Behind "who else lives with you?" they are the household, not who has come in."""

import pytest

from benchmarks.asked import Row, put


@pytest.mark.parametrize(
    "words",
    ["Who else lives there with you, and are they in?", "Is anyone else in the house? Where are they?"],
)
def test_they_are_who_lives_there(words: str) -> None:
    answered = put("noises-downstairs", Row(words, want=()))[1].answers
    assert "ASK_SUSPECT_NOW" not in answered


def test_they_are_whoever_came_in_where_nobody_asked_who_lives_there() -> None:
    assert "ASK_SUSPECT_NOW" in put("noises-downstairs", Row("Are they still in?", want=()))[1].answers

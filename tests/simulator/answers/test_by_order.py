"""Which of two things is so can be said by its place, the first one or the second one."""

import pytest

from simulator.answers.by_order import FIRST, SECOND, by_place, without_order
from simulator.heard import Truth


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("Is he your partner or a stranger? Say the first one or the second one.", "is he your partner or a stranger?"),
        ("Is it a house or a flat, first or second?", "is it a house or a flat?"),
        ("Has he gone or not? Please say 'the first' or 'the second'.", "has he gone or not?"),
    ],
)
def test_the_offer_is_taken_off_the_question(words: str, asks: str) -> None:
    assert without_order(words) == asks


@pytest.mark.parametrize("words", ["Is it a house or a flat?", "Was he first?", "Is it the first or the last door?"])
def test_other_choices_offer_no_place(words: str) -> None:
    assert without_order(words) is None


def test_the_part_that_is_so_is_named_by_its_place() -> None:
    def truth(clause: str) -> Truth | None:
        return {"is he here": Truth("yes", "here"), "is he gone": Truth("no", "here")}.get(clause)

    assert by_place("is he here or gone?", truth) == Truth("yes", "here", word=FIRST)
    assert by_place("is he gone or here?", truth) == Truth("yes", "here", word=SECOND)
    assert by_place("is he gone or away?", truth) is None

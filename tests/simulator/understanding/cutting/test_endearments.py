"""What the caller is called is no part of what is asked behind it."""

import pytest

from simulator.understanding.cutting.cut_up import cut
from simulator.understanding.cutting.endearments import without_endearments
from simulator.understanding.model import load_model


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Are you hurt at all, love, or anybody else?", "Are you hurt at all, or anybody else?"),
        ("What's your name, my lovely, and your number?", "What's your name, and your number?"),
        ("Is it locked, pet?", "Is it locked, pet?"),
        ("Who is it, your son, or your neighbour?", "Who is it, your son, or your neighbour?"),
        ("Where's he now, love, do you know?", "Where's he now, do you know?"),
        ("Right pet, what's your name?", "Right what's your name?"),
        ("Duck, are you cold?", "are you cold?"),
        ("Love, is it locked?", "Love, is it locked?"),
        ("Do you love him, dear heart, or not?", "Do you love him, dear heart, or not?"),
    ],
)
def test_only_what_stands_between_two_things_asked_goes(said: str, left: str) -> None:
    assert without_endearments(said) == left


def test_a_question_of_another_behind_it_is_asked_as_without_it() -> None:
    words = load_model()
    plain = [one.core for one in cut("Are you hurt, or your mum?", words)]
    assert [one.core for one in cut("Are you hurt, love, or your mum?", words)] == plain


def test_nothing_said_is_no_clause() -> None:
    assert cut("", load_model()) == ()

"""Held to have said two things, a caller is asked which of them it is."""

import pytest

from simulator.understanding.cutting.clauses import Clause, core
from simulator.understanding.cutting.contradicted import as_choice


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("You said two men, now you say three, which is it?", "is it two men or three?"),
        ("you told me last week, now you say tonight, which one is it, are you sure?", "is it last week or tonight?"),
        ("You told me Alder Rise but my map says Alder Close, which one is it?", "is it Alder Rise or Alder Close?"),
        ("Hang on, you said Monday and now Tuesday, which is right?", "Hang on, is it Monday or Tuesday?"),
    ],
)
def test_two_things_quoted_are_a_choice(said: str, asked: str) -> None:
    assert as_choice(said) == asked


@pytest.mark.parametrize(
    "words",
    [
        "You said a van earlier, which way is it facing?",
        "You said he was in the kitchen, which room are you in?",
        "Which one is it?",
        "You said two men.",
    ],
)
def test_anything_else_stays_as_it_is(words: str) -> None:
    assert as_choice(words) == words


def test_which_one_it_is_asks_of_what_was_quoted_before_it() -> None:
    quoted, asked, which = (
        Clause(one, core(one), 0) for one in ("you said Alder Rise", "which of the men is tall?", "which one is it?")
    )
    assert which.completes(quoted)
    assert not which.completes(asked)


def test_which_of_a_choice_just_offered_is_the_same_question() -> None:
    offered = Clause("was it a sergeant or a constable,", "was it a sergeant or a constable", 0)
    which = Clause("which did he say?", "which did he say", 34)
    assert which.completes(offered)

"""Advice told, forbidden, or beside a "not" that is about something else."""

import pytest

from simulator.understanding.advice import heard_advice
from simulator.understanding.cutting.clauses import Clause, core

SAFE = ("stay where you are", "leave her where she is")
UNSAFE = ("go downstairs", "open the door")


def dangerous(words: str) -> list[bool]:
    return [advice.dangerous for advice in heard_advice(Clause(words, core(words), 0), SAFE, UNSAFE)]


@pytest.mark.parametrize(
    "words",
    [
        "I know it's dreadful not being able to go to her, but please stay exactly where you are",
        "No wait, don't, leave her where she is",
        "I can't get there yet, stay where you are",
        "It's not safe, so please stay where you are",
        "You must not be frightened, and stay where you are",
    ],
)
def test_a_not_about_something_else_does_not_turn_safe_advice(words: str) -> None:
    assert dangerous(words) == [False]


@pytest.mark.parametrize(
    "words",
    [
        "don't, whatever you do, go downstairs",
        "do not under any circumstances, no matter what you hear, go downstairs",
        "please do not move, or go downstairs",
        "I'm not going to ask you to go downstairs",
    ],
)
def test_a_prohibition_reaches_over_a_comma(words: str) -> None:
    assert dangerous(words) == [False]


@pytest.mark.parametrize("words", ["I know you don't want to, but go downstairs", "do not stay where you are"])
def test_what_is_told_after_all_is_dangerous(words: str) -> None:
    assert dangerous(words) == [True]


def test_a_core_that_lost_its_commas_is_read_with_those_of_the_clause() -> None:
    text = "Ellen, I know it's dreadful not being able to go to her, but please stay exactly where you are"
    without = "Ellen, I know it's dreadful not being able to go to her please stay exactly where you are"
    assert [advice.dangerous for advice in heard_advice(Clause(text, without, 0), SAFE, UNSAFE)] == [False]


@pytest.mark.parametrize(
    ("words", "safe", "wrong"),
    [
        ("don't open it and don't hand anything over", "don't hand anything over", False),
        ("dont let anybody in keep the door locked", "keep the door locked", False),
        ("don't keep the door locked", "keep the door locked", True),
        ("never ever keep the door locked", "keep the door locked", True),
        ("you need not keep the door locked", "keep the door locked", True),
    ],
)
def test_safe_advice_behind_a_prohibition_is_forbidden_only_where_the_not_is_said_of_it(
    words: str, safe: str, wrong: bool
) -> None:
    found = heard_advice(Clause(words, core(words), 0), (safe,), ())
    assert [advice.dangerous for advice in found] == [wrong]

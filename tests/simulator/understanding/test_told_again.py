"""What the handler only tells the caller again asks nothing, and is a summary all the same (issue 3)."""

import pytest

from simulator.understanding.asks_nothing import tells_again
from simulator.understanding.cutting.clauses import Clause, core

TOLD = "It's a crowbar. The tall one has it. My mother's downstairs."


def clause(words: str) -> Clause:
    return Clause(words, core(words), 0)


@pytest.mark.parametrize("words", ["A crowbar, right.", "Okay, your mum.", "The tall one, then.", "So it's a crowbar."])
def test_told_what_they_said_themselves(words: str) -> None:
    assert tells_again(clause(words), TOLD)


@pytest.mark.parametrize(
    "words", ["A crowbar?", "Is it a crowbar?", "Not a crowbar.", "Stay downstairs.", "The short one.", "Right.", ""]
)
def test_a_question_advice_and_what_is_new_is_another_thing(words: str) -> None:
    assert not tells_again(clause(words), TOLD)

"""Told that something else was meant, a caller does not give the same answer once more."""

import pytest
from asked_by_hand import heard, said, surface

from simulator.answers.meant_otherwise import puts_right_what_was_asked
from simulator.mind import Mind

ASKS = "what is he called?"


@pytest.mark.parametrize(
    ("words", "puts_right"),
    [
        ("No, I meant the young man.", True),
        ("sorry i ment when you saw them", True),
        ("That's not what I asked.", True),
        ("I was asking about your niece.", True),
        ("I mean it, you did well.", False),
        ("I didn't mean to upset you.", False),
        ("What did he mean?", False),
    ],
)
def test_what_puts_right_a_question(words: str, puts_right: bool) -> None:
    assert puts_right_what_was_asked(words) is puts_right


def test_the_same_answer_is_not_given_again_to_who_meant_something_else() -> None:
    scenario = surface("a-helpful-sergeant", 1)
    opened = Mind("calm", opened=True)
    first = said(scenario, opened, ASKS, heard("ASK_WHO_SUSPECT", ASKS))
    again = said(scenario, first.mind, f"I meant the young man: {ASKS}", heard("ASK_WHO_SUSPECT", ASKS))
    plainly = said(scenario, first.mind, ASKS, heard("ASK_WHO_SUSPECT", ASKS))
    assert again.text not in first.text and plainly.text

"""What only tells something is no part of the question before it."""

import pytest

from simulator.understanding.cutting.cut_up import cut
from simulator.understanding.model import load_model
from simulator.understanding.plainly_told import tells


@pytest.mark.parametrize("words", ["Your mum's downstairs.", "you told me he was tall", "The crew will want to know."])
def test_words_that_tell(words: str) -> None:
    assert tells(words)


@pytest.mark.parametrize("words", ["So he's gone.", "He's gone?", "Is he gone", "Lock the door."])
def test_words_that_ask_bid_or_are_put_to_them_do_not(words: str) -> None:
    assert not tells(words)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Is Rosie crying?", "The ambulance crew will want to know this."),
        ("What is he shouting?", "We've got a dog unit coming as well."),
    ],
)
def test_a_question_and_what_is_told_behind_it_are_two(asked: str, told: str) -> None:
    assert [one.text for one in cut(f"{asked} {told}", load_model())] == [asked, told]

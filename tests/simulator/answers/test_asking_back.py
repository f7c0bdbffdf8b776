"""A part of a question that they did not catch is asked back for, unless their answer has spoken of it already."""

import pytest

from simulator.answers.asking_back import speaks_of


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Is it like snoring?", ("Yes, it is.", "It's noisy. A bit like snoring.")),
        ("Did you ever hurt her?", ("Every couple has words.", "I wouldn't hurt her, and I never have.")),
    ],
)
def test_what_the_answer_speaks_of_is_not_asked_back_for(asked: str, said: tuple[str, ...]) -> None:
    assert speaks_of(asked, said)


@pytest.mark.parametrize(
    ("asked", "said"),
    [("Whose shed was it?", ("Past two, when I heard the door.",)), ("How high up are you?", ("I could climb out.",))],
)
def test_what_it_does_not_speak_of_was_lost(asked: str, said: tuple[str, ...]) -> None:
    assert not speaks_of(asked, said)

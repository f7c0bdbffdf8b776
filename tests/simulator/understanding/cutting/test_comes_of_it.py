"""After an order "what she does" is what comes of it, and no question of her living."""

import pytest

from simulator.understanding.cutting.comes_of_it import as_what_comes_of_it


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Squeeze her hand and tell me what she does.", "Squeeze her hand and tell me what she is doing."),
        (
            "Can you talk to her? Say 'Mummy, open your eyes' and tell me what she does.",
            "Can you talk to her? Say 'Mummy, open your eyes' and tell me what she is doing.",
        ),
        ("Look at the lamp, and tell me what it does.", "Look at the lamp, and tell me what the lamp is doing."),
        ("Shout up the stairs and tell me what they say", "Shout up the stairs and tell me what they are saying"),
        ("Tell me what she does.", "Tell me what she does."),
        ("Tell me who she is and tell me what she does for a living.",) * 2,
    ],
)
def test_what_comes_of_an_order_is_asked_as_what_is_going_on(said: str, asked: str) -> None:
    assert as_what_comes_of_it(said) == asked


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Say a number from one to ten, how frightened are you?", "how frightened are you?"),
        ("Can you give me a number between 1 and 10 for how bad it is?", "tell me how bad it is?"),
        ("Say a number from one to ten.", "Say a number from one to ten."),
        ("Give me a number I can ring you on.", "Give me a number I can ring you on."),
    ],
)
def test_a_number_that_they_are_to_say_is_not_the_one_of_their_house(said: str, asked: str) -> None:
    assert as_what_comes_of_it(said) == asked


def test_what_is_said_in_their_mouth_asks_nothing_of_them() -> None:
    said = "Say 'Mummy, can you hear me?' What does she say?"
    assert "can you hear me" not in as_what_comes_of_it(said)
    code = "If you can't talk, say 'large', if you can, say 'small'."
    assert as_what_comes_of_it(code) == code

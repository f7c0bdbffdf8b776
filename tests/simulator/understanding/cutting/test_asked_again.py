"""What is asked for once more by its name is asked as the first time; "say that again" is left to the last line."""

import pytest

from simulator.understanding.cutting.asked_again import as_asked_first


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("What was the postcode again?", "What is the postcode?"),
        ("Sorry my love, what was your name again, please?", "Sorry my love, what is your name, please?"),
        ("Thanks. And the house number again, please?", "Thanks. And what is the house number, please?"),
        ("what was that crime number once more", "what is the crime number"),
        ("Where were the keys again?", "Where are the keys?"),
    ],
)
def test_a_thing_with_a_name_is_asked_for_as_the_first_time(said: str, asked: str) -> None:
    assert as_asked_first(said) == asked


@pytest.mark.parametrize(
    "said",
    [
        "What was that again?", "What was the last bit again?", "What was that name again?", "Say that number again.",
        "Is he at the door again?", "What's the door doing, is he there again?", "Has the man come to the house again?",
    ],
)  # fmt: skip
def test_what_was_said_last_and_what_happens_again_stay_as_they_are(said: str) -> None:
    assert as_asked_first(said) == said

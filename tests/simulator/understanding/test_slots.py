"""The finer kinds of what is asked: an email address is one thing, an address and an email are two."""

import pytest

from simulator.understanding.slots import slots


@pytest.mark.parametrize("intent", ["ASK_PERSON_DETAILS", "VER_ASK_ITEM"])
@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("what is your work email address", {"email"}),
        ("have you an email address which we hold", {"email"}),
        ("what is your address and email", {"address", "email"}),
    ],
)
def test_an_email_address_is_not_where_somebody_lives(intent: str, words: str, asked: set[str]) -> None:
    assert set(slots(intent, words)) == asked


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        ("how much does your arm hurt", "caller"),
        ("is your mother's head bleeding", "other"),
        ("is anyone hurt", "other"),
    ],
)
def test_their_own_arm_is_no_injury_of_another(words: str, whose: str) -> None:
    assert slots("ASK_INJURY", words) == (whose,)

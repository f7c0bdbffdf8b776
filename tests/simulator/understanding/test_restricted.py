"""What is asked of a secret gives none of it away: "are you sure the password is right?"."""

import pytest

from simulator.understanding.restricted import value_missing


@pytest.mark.parametrize("words", ["are you sure the password is right?", "the password is out of date, is it?"])
def test_how_a_password_is_is_no_password(words: str) -> None:
    assert value_missing("the password is", words)


def test_a_password_said_is_one() -> None:
    assert not value_missing("the password is", "the password is otter77")

"""Who is behind another thing is not answered with who the call is about."""

import pytest
from asked_by_hand import heard, said, steady

from simulator.answers.who_of_what import asks_who_of_another
from simulator.mind import Mind

OPENED = Mind("calm", opened=True)


@pytest.mark.parametrize(
    "words",
    ["Who is he?", "Who's doing this to you?", "Who is shouting at you?", "Is he known to you?", "Whose is it?"],
)
def test_these_ask_of_whom_the_call_is_about(words: str) -> None:
    assert not asks_who_of_another(steady("nobody-has-come", 1), words)


@pytest.mark.parametrize("words", ["Who was serving?", "Whose torch is it?", "Who painted the sign?"])
def test_these_ask_of_somebody_else(words: str) -> None:
    assert asks_who_of_another(steady("nobody-has-come", 1), words)


def test_who_is_asked_of_something_else_is_not_the_one_they_ring_about() -> None:
    call, words = steady("nobody-has-come", 1), "Who was serving?"
    line = said(call, OPENED, words, heard("ASK_WHO_SUSPECT", words))
    assert "Craig" not in line.text and line.text
    assert "Craig" in said(call, OPENED, "Who is he?", heard("ASK_WHO_SUSPECT", "Who is he?")).text

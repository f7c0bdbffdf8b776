"""Who breaks off before asking anything is told to go on, and gets no answer to what was not asked."""

import pytest
from asked_by_hand import heard, said, surface

from simulator.answers.broken_off import GO_ON, breaks_off
from simulator.mind import Mind


@pytest.mark.parametrize(
    ("words", "off"),
    [
        ("What about, er", True),
        ("and the, um, what was it", True),
        ("and did he, um", True),
        ("what about the", True),
        ("so is the, erm...", True),
        ("where is he, er", False),
        ("What was it?", False),
        ("what about the back door, er", False),
        ("um, who is it?", False),
        ("Is it?", False),
        ("Um.", False),
    ],
)
def test_words_that_break_off(words: str, off: bool) -> None:
    assert breaks_off(words) is off


def test_they_are_told_to_go_on() -> None:
    words = "and did he, um"
    line = said(surface("a-helpful-sergeant", 1), Mind("calm", opened=True), words, heard("ASK_CRIME_DETAIL", words))
    assert line.text in GO_ON and not line.tells

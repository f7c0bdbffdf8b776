"""When something stopped is not answered with when it began."""

import pytest
from asked_by_hand import heard, said, steady

from simulator.answers.when_it_ended import asks_when_it_ended
from simulator.mind import Mind

OPENED = Mind("calm", opened=True)


@pytest.mark.parametrize(
    "words", ["When did the kicking stop?", "What time did it finish?", "When did he go quiet?", "When was it over?"]
)
def test_these_ask_for_the_end(words: str) -> None:
    assert asks_when_it_ended(words)


@pytest.mark.parametrize(
    "words", ["When did it start?", "When did it stop working?", "When did he stop you?", "When did he stop by?"]
)
def test_these_do_not(words: str) -> None:
    assert not asks_when_it_ended(words)


def test_the_beginning_is_no_answer_to_the_end() -> None:
    call, words = steady("lamp-by-the-door", 1), "When did the kicking stop?"
    began = said(call, OPENED, "When did it begin?", heard("ASK_WHEN", "When did it begin?"))
    ended = said(call, OPENED, words, heard("ASK_WHEN", words))
    assert "twenty to eleven" in began.text and "twenty to eleven" not in ended.text and ended.text


def test_neither_is_a_topic_of_how_long_it_lasts() -> None:
    call, words = steady("nobody-has-come", 1), "When did it stop?"
    beside = heard("ASK_WHEN", words, beside=True)
    assert "seven" not in said(call, OPENED, words, heard("topic", words, "how-long-there"), beside).text

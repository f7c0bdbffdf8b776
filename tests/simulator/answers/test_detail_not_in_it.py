"""A name or an age that the fact does not hold is answered before the fact comes out."""

import pytest
from asked_by_hand import heard, said, steady

from simulator.mind import Mind

OPENED = Mind("calm", opened=True)


@pytest.mark.parametrize(
    ("words", "topic", "first"),
    [("How old is your mum?", "parent-age", "eighty-six"), ("What's your mum's name?", "parent-name", "Winifred")],
)
def test_what_was_asked_of_her_comes_first_and_the_fact_with_it(words: str, topic: str, first: str) -> None:
    line = said(steady("hiding-upstairs", 1), OPENED, words, heard("topic", words, topic))
    assert first.lower() in line.text.split(".")[0].lower()
    assert [one.fact for one in line.tells] == ["parent"]


def test_what_the_fact_holds_is_not_said_twice() -> None:
    words = "How old is your daughter?"
    line = said(steady("nobody-has-come", 1), OPENED, words, heard("topic", words, "daughter-age"))
    assert line.text.lower().count("nine") == 1

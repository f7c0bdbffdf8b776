"""A greeting, praise or a call by the caller's own name is answered in a word, and passed over before a question."""

from dataclasses import replace

import pytest
from asked_by_hand import heard, said, steady

from simulator.answers.by_name import GREETS_BACK, YES, answers_it, with_own_name_called
from simulator.heard import Understood
from simulator.mind import Mind

DALE = steady("a-helpful-sergeant", 1)
OPENED = Mind("calm", opened=True)


def called(text: str, mind: Mind = OPENED) -> Understood:
    check = heard("OPEN_CHANNEL_CHECK", text.partition(".")[0] + ".", sure=0.55)
    return with_own_name_called(DALE, mind, Understood(text=text, understood=True, intents=(check,)))


def test_hello_with_their_name_is_a_greeting_and_no_check_of_the_line() -> None:
    assert [one.id for one in called("Hello Mrs Dale. Where is he?").intents] == ["OPEN_GREET"]
    assert [one.id for one in called("Hello. Where is he?").intents] == ["OPEN_CHANNEL_CHECK"]
    assert [one.id for one in called("Hello Mrs Smith. Where is he?").intents] == ["OPEN_CHANNEL_CHECK"]


@pytest.mark.parametrize("text", ["Thank you, Winifred.", "Right, Mrs Dale.", "Mrs Dale?"])
def test_what_only_calls_them_by_name_is_understood(text: str) -> None:
    words = Understood(text=text, understood=False)
    assert with_own_name_called(DALE, OPENED, words).understood
    assert not with_own_name_called(DALE, replace(OPENED, opened=False), words).understood


def test_it_is_answered_in_a_word_where_nothing_else_was_said() -> None:
    assert answers_it(DALE, OPENED, "Hello Mrs Dale.") == GREETS_BACK
    assert answers_it(DALE, OPENED, "Mrs Dale?") == YES
    assert answers_it(DALE, OPENED, "Well done, Mrs Dale.") and answers_it(DALE, OPENED, "Well done.")
    assert not answers_it(DALE, OPENED, "Okay, Mrs Dale.")
    assert not answers_it(DALE, OPENED, "So it's Mrs Dale?")
    assert not answers_it(DALE, OPENED, "Well done, Mrs Dale. Where is he?")


def test_the_caller_says_it() -> None:
    assert said(DALE, OPENED, "Well done, Mrs Dale.").text
    assert said(DALE, OPENED, "Hello Mrs Dale.", heard("OPEN_GREET", "Hello Mrs Dale.")).text in GREETS_BACK

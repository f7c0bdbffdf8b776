"""Told that somebody else was meant, a caller is asked the same of them, or asks what about them."""

import pytest

from simulator.answers.meant_instead import asked_of_what_was_meant, meant_instead, what_of_them


@pytest.mark.parametrize(
    ("before", "words", "asked"),
    [
        ("Where is he?", "No, I meant your son.", "Where is your son?"),
        ("Okay. Is your mum awake?", "No, not your mum, I mean the baby.", "Is the baby awake?"),
        ("How old are you?", "I mean your son.", "How old is your son?"),
        ("What's your name?", "Sorry, I meant your son.", "What's your son's name?"),
        ("Is it locked?", "I meant the front door.", "Is the front door locked?"),
        ("Is she bleeding?", "No, I meant Rosie.", "Is Rosie bleeding?"),
    ],
)
def test_the_same_is_asked_of_whom_was_meant(before: str, words: str, asked: str) -> None:
    assert asked_of_what_was_meant(words, ("Hello.", before)) == asked


@pytest.mark.parametrize(
    "words", ["I mean it.", "I meant to ask, is it locked?", "What about your son?", "I mean your son is safe.", "No."]
)
def test_words_that_say_more_stay_as_they_are(words: str) -> None:
    assert meant_instead(words) == ""
    assert asked_of_what_was_meant(words, ("Where is he?",)) == words


def test_where_nothing_was_asked_of_anybody_they_ask_what_about_them() -> None:
    words = "No, I mean your son."
    assert asked_of_what_was_meant(words, ("Who else is in the house?",)) == words
    assert "Sorry. What about my son?" in what_of_them(words)

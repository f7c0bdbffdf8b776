"""News gets more than a bare word, a few times."""

import pytest

from simulator.answers.news import reaction, taken_aback
from simulator.mind import Mind

CALM, AFRAID = Mind("calm", opened=True), Mind("frightened", opened=True)


@pytest.mark.parametrize(
    "words",
    [
        "This is a swindle, I'm afraid.",
        "There's no such sergeant here.",
        "Officers are on their way to you, two minutes.",
        "I'm putting you on hold to check that.",
    ],
)
def test_news_gets_more_than_okay(words: str) -> None:
    assert reaction(words, CALM, 1, "Okay.")[0] != "Okay."


def test_a_question_or_an_authors_own_words_stay_as_they_are() -> None:
    assert reaction("Are the officers on their way?", CALM, 1, "Okay.")[0] == "Okay."
    assert reaction("Officers are on their way.", CALM, 1, "If you say so.")[0] == "If you say so."


def test_after_a_few_times_the_bare_word_does() -> None:
    mind, said = AFRAID, []
    for _ in range(3):
        text, mind = reaction("Police are on their way.", mind, 1, "Okay.")
        said.append(text)
    assert len(set(said)) == 3 and said[-1] == "Okay."


def test_who_keeps_up_a_front_shows_nothing() -> None:
    front = Mind("frightened", opened=True, answers_by="front")
    assert reaction("Police are on their way.", front, 1, "Okay.")[0] == "Okay."


def test_news_of_a_swindle_beside_a_question_shows_once_before_the_answer() -> None:
    words = "This is a swindle, none of it is your fault. Is anyone coming to collect it?"
    text, mind = taken_aback(words, CALM, "A young man.")
    assert text == "Oh no. A young man."
    assert taken_aback(words, mind, "A young man.")[0] == "A young man."

"""Whose detail is asked for: a mother's age is not the caller's, and a daughter is not the man outside."""

import pytest

from simulator.understanding.sense import by_words
from simulator.understanding.whose import not_about_themselves, others_details, topics_of_others

TOPICS = (
    ("his-age", ("How old is he?", "What age is the man?")),
    ("daughter-age", ("How old is your daughter?", "What age is she?")),
    ("own-age", ("How old are you?", "What's your age?")),
    ("her-birthday", ("When is her birthday?", "When was your wife born?")),
)


@pytest.mark.parametrize(
    "words",
    [
        "How old is your mum?",
        "Mum's age?",
        "And what age is she?",
        "Your mother downstairs, what's her age?",
        "How old is the baby?",
        "What age is the lad?",
    ],
)
def test_the_age_of_somebody_else_is_theirs(words: str) -> None:
    assert "age" in others_details(words)


@pytest.mark.parametrize("words", ["How old are you?", "What's your age?", "How old is the house?"])
def test_ones_own_age_is_nobody_elses(words: str) -> None:
    assert others_details(words) == ()


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("How old is your daughter?", "daughter-age"),
        ("Sorry, how old did you say she was, your girl?", "daughter-age"),
        ("And that man, how old is he?", "his-age"),
        ("What's your wife's date of birth?", "her-birthday"),
    ],
)
def test_a_woman_is_told_from_a_man(words: str, topic: str) -> None:
    kinds = others_details(words) or ("age",)
    assert [one.id for one in topics_of_others(words, kinds, TOPICS, by_words)] == [topic]


@pytest.mark.parametrize("kin", ["uncle", "niece", "grandson", "missus", "cousin"])
def test_the_name_of_any_kin_is_theirs(kin: str) -> None:
    assert others_details(f"What's your {kin}'s name?") == ("name",)


def test_a_detail_named_after_hers_is_hers_unless_yours_is_said() -> None:
    assert others_details("Her name? Date of birth?") == ("name", "date_of_birth")
    assert others_details("Her name, and your date of birth?") == ("name",)


def test_a_topic_of_ones_own_name_answers_for_nobody_else() -> None:
    own, hers = ("own-name", ("What do I call you?",)), ("her-name", ("What is your wife called?", "Her name?"))
    assert not_about_themselves((own, hers)) == (hers,)

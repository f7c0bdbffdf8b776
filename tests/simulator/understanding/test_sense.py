"""A scenario's topics are found by what is meant where the encoder is, and by the words alone where it is not."""

import pytest

from simulator.understanding.situation import Situation
from simulator.understanding.understand import Listener, loaded

TOPICS = (
    ("mother-moves", ("Can your mother walk?", "Is she able to get out of bed?", "Can she get up by herself?")),
    ("phone-charge", ("How much battery have you got?", "Is your phone charged?")),
)
SCENE = Situation(topics=TOPICS)


@pytest.fixture(scope="module")
def semantic() -> Listener:
    return loaded("semantic")


def topics(listener: Listener, words: str) -> list[str | None]:
    return [one.slot for one in listener.understand(words, SCENE).intents if one.id == "topic"]


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("Is your mum able to get up and walk about?", "mother-moves"),
        ("Will your mobile last, or is it running out of power?", "phone-charge"),
    ],
)
def test_other_words_for_the_same_thing_find_the_topic(semantic: Listener, words: str, topic: str) -> None:
    assert topics(semantic, words) == [topic]


@pytest.mark.parametrize(
    "words", ["What is your postcode?", "Has he got a weapon?", "Lovely weather today.", "Stay where you are."]
)
def test_words_for_another_thing_find_none(semantic: Listener, words: str) -> None:
    assert topics(semantic, words) == []


def test_the_same_words_in_the_same_scene_always_mean_the_same(semantic: Listener) -> None:
    words = "Is your mum able to get up and walk about?"
    assert semantic.understand(words, SCENE) == semantic.understand(words, SCENE)


def test_without_the_encoder_the_words_alone_decide() -> None:
    assert loaded("core").alike("Can she walk?", TOPICS[0][1]) is None
    assert topics(loaded("core"), "Is your phone charged?") == ["phone-charge"]


def test_two_details_in_one_breath_with_a_topic_are_both_heard(semantic: Listener) -> None:
    scene = Situation(topics=(("card", ("What's your member number?",)),), asked=frozenset({"ASK_PERSON_DETAILS:name"}))
    heard = semantic.understand("What's your full name and your member number?", scene).intents
    assert {(one.id, one.slot) for one in heard} >= {("topic", "card"), ("ASK_PERSON_DETAILS", "name")}


def test_a_detail_that_the_topic_does_not_ask_for_is_heard_beside_it(semantic: Listener) -> None:
    scene = Situation(topics=(("caller-name", ("What is your name?", "Your full name?", "What are you called?")),))
    heard = semantic.understand("Your full name and date of birth, please.", scene).intents
    assert ("ASK_PERSON_DETAILS", "date_of_birth") in {(one.id, one.slot) for one in heard if not one.beside}

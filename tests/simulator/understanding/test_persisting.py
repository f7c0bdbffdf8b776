"""The same question again in near the same words is persistence, where it still has no answer."""

from dataclasses import replace

from simulator.heard import Understood
from simulator.understanding.persistence import alike, insists
from simulator.understanding.remembered import Remembered
from simulator.understanding.situation import Situation
from simulator.understanding.understand import load_understanding

ASKED = "Tell me the door number."
OPEN = Situation(expected=("ASK_LOCATION", "ASK_LOCATION_REFINE"), earlier=("Who am I talking to?", ASKED))


def heard(text: str, situation: Situation) -> set[str]:
    return names(load_understanding().understand(text, situation))


def names(found: Understood) -> set[str]:
    return {intent.id for intent in found.intents}


def test_what_was_asked_before_and_has_no_answer_is_persistence_and_still_asks() -> None:
    found = heard(ASKED, OPEN)
    assert "CTRL_REPEAT_PERSIST" in found
    assert found & {"ASK_LOCATION", "ASK_LOCATION_REFINE"}


def test_once_is_not_persistence_nor_is_what_has_its_answer_nor_what_was_said_long_ago() -> None:
    assert "CTRL_REPEAT_PERSIST" not in heard(ASKED, replace(OPEN, earlier=()))
    assert "CTRL_REPEAT_PERSIST" not in heard(ASKED, replace(OPEN, expected=()))
    assert "CTRL_REPEAT_PERSIST" not in heard(ASKED, replace(OPEN, earlier=(ASKED, "Right.", "I see, go on.")))


def test_words_that_insist_ask_what_they_ask_as_well() -> None:
    found = heard("I'll ask you again, where are you? I can't send anyone until I know where you are", Situation())
    assert "ASK_LOCATION" in found


def test_near_the_same_words_are_alike_and_others_are_not() -> None:
    assert alike("Tell me the door number.", "tell me the door number please")
    assert not alike("Tell me the door number.", "Tell me your name.")
    assert not alike("Where?", "Where?")


def test_saying_it_twice_in_one_breath_insists() -> None:
    assert insists("tell me the street tell me the street")
    assert not insists("tell me the name of the street")


def test_robots_are_heard_as_trainees_are() -> None:
    remembered = Remembered(load_understanding())
    assert names(remembered.understand(ASKED, OPEN)) == heard(ASKED, OPEN)
    assert names(remembered.understand(ASKED, replace(OPEN, earlier=()))) == heard(ASKED, replace(OPEN, earlier=()))

"""A bare number asked for beside a street is the house's; beside a telephone or a log it is none."""

import pytest

from simulator.understanding.cutting.cut_up import cut
from simulator.understanding.cutting.which_number import HOUSE_NUMBER, with_house_number
from simulator.understanding.model import load_model
from simulator.understanding.situation import Situation
from simulator.understanding.understand import load_understanding


def _asked(said: str, *told: str) -> list[str]:
    return [one.core for one in with_house_number(cut(said, load_model()), *told)]


@pytest.mark.parametrize(
    "said",
    [
        "Is your door locked, are you at Chandler Street now? Which number?",
        "I have Osier Row in Saltreach; is that right, and house number?",
        "I have Osier Row. Which number?",
        "Where do you live, love? What number?",
        "Are you sat at home now? Which number?",
        "Where are you, and which number?",
        "You're at Nowak Foods. What number's that?",
    ],
)
def test_beside_a_street_it_is_that_of_the_house(said: str) -> None:
    assert _asked(said)[-1] == HOUSE_NUMBER


def test_behind_a_street_that_they_named_it_is_that_of_the_house() -> None:
    assert _asked("Which number?", "I'm in Chandler Street.") == [HOUSE_NUMBER]


@pytest.mark.parametrize("said", ["Which number, and which town?", "Which town, and which number is it?"])
def test_number_and_town_are_two(said: str) -> None:
    asked = _asked(f"I have Osier Row. {said}")
    assert HOUSE_NUMBER in asked and any("town" in one for one in asked)


@pytest.mark.parametrize(
    "said", ["What's your name? Number?", "Can I ring you back? Which number?", "What's the best number for you?"]
)
def test_beside_a_telephone_it_stays(said: str) -> None:
    assert HOUSE_NUMBER not in _asked(said)


def test_a_number_that_was_just_asked_for_is_asked_for_once() -> None:
    assert len(_asked("What's the log number they gave you? What number?")) == 1


def test_it_is_heard_as_a_question_of_the_place() -> None:
    heard = load_understanding("core").understand("I have Osier Row. Which number?", Situation())
    assert "ASK_LOCATION" in [one.id for one in heard.intents]
    assert "ASK_CALLBACK" not in [one.id for one in heard.intents]

"""What is offered as an answer, or names whom the question is about, is no question of its own."""

import pytest

from simulator.understanding.cutting.cut_up import cut
from simulator.understanding.situation import Situation
from simulator.understanding.understand import load_understanding


def asked(text: str) -> list[str]:
    return [one.core for one in cut(text, load_understanding("core").words)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("How can they get in? Front door or...", ["How can they get in"]),
        ("How can they get in? Front door or back?", ["How can they get in"]),
        ("What did you hear? A crash or a bang?", ["What did you hear"]),
        ("Which window's that, the one that squeaks?", ["Which window's that"]),
        ("You or the dog, is either of you hurt?", ["are you hurt", "is the dog hurt"]),
        ("Is Kasia Nowak you yourself, or somebody else?", ["Are you Kasia Nowak"]),
    ],
)
def test_it_belongs_to_the_question(text: str, whole: list[str]) -> None:
    assert [one.lower() for one in asked(text)] == [one.lower() for one in whole]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("What's your name? Mobile or landline?", "Mobile or landline"),
        ("Is he hurt? Drink or drugs?", "Drink or drugs"),
        ("Okay. Front or back?", "Front or back"),
    ],
)
def test_another_thing_stays_a_question(text: str, last: str) -> None:
    assert asked(text)[-1] == last


def test_which_of_the_windows_is_no_question_of_the_place() -> None:
    heard = load_understanding("semantic").understand("Which window's that, the one that squeaks?", Situation())
    assert not [one for one in heard.intents if one.id == "ASK_LOCATION_REFINE"]

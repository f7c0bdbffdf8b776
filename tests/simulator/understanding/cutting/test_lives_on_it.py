"""A question that lives on the one before it in the same breath is heard as what it asks there."""

import pytest

from simulator.understanding.cutting.cut_up import cut
from simulator.understanding.cutting.lives_on_it import asks_of_them, asks_whether_anybody
from simulator.understanding.model import load_model


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("What number did this sergeant ring from? Did he give you one?", "Did he give you a number"),
        ("What reference did they send? Have you got one?", "Have you got a reference"),
        ("Which clinic is it, and how long have you been going?", "how long have you been going to the clinic"),
        (
            "Is there family or a neighbour who could sit with you? What are they called?",
            "What is the neighbour called",
        ),
        ("What time is the exam, and which one is it?", "which exam is it"),
        ("Have you got a carer? What's their number?", "What's the carer's number"),
        ("Do you have a solicitor? What's his name?", "What's the solicitor's name"),
        ("Have you got that bit of paper by you? What does it say?", "What does the paper say"),
        (
            "When did you go in there, and was that before or after the order?",
            "did you go in there before or after the order",
        ),
        (
            "When did you last talk to her, and was that face to face or on the phone?",
            "did you last talk to her face to face or on the phone",
        ),
        ("Is there a neighbour who can help, and what is the name?", "what is the neighbour's name"),
        ("Can a neighbour hear it? What are they called?", "What is the neighbour called"),
        ("Has anybody told you not to ring her, and who was that?", "who has told you not to ring her"),
    ],
)
def test_it_is_made_whole_with_what_was_asked_about_before(said: str, asked: str) -> None:
    assert cut(said, load_model())[-1].core == asked


@pytest.mark.parametrize(
    "said",
    [
        "Are you hurt? Did he give you one?",
        "Where is he, and how long have you been going to work?",
        "Have you got a neighbour? Is he still outside?",
        "They have gone? What are they called?",
    ],
)
def test_what_could_be_anything_is_left_as_it_was_said(said: str) -> None:
    assert cut(said, load_model())[-1].unnamed == ""


def test_whether_there_is_anybody_and_who_that_would_be() -> None:
    assert asks_whether_anybody("Is there anyone nearby?") and asks_whether_anybody("have you any family")
    assert not asks_whether_anybody("Is he your neighbour?")
    assert asks_of_them("What are they called?") and asks_of_them("And their number?") is False
    assert not asks_of_them("they are outside now")

"""Asked whether they have a question, callers ask the one that is due, or say that they have none."""

import pytest
from asked_by_hand import heard, said, surface

from simulator.answers.own_questions import NOTHING_TO_ASK, invites_questions
from simulator.mind import Mind

OPENED = Mind("frightened", opened=True)
ANY = "Have you any questions for me?"


@pytest.mark.parametrize(
    ("words", "invites"),
    [
        (ANY, True),
        ("Do you have any other questions?", True),
        ("What is your question, Marian? Go on.", True),
        ("Is there anything you'd like to ask me before they get there?", True),
        ("Anything else you wanted to ask?", True),
        ("go on.", True),
        ("I have some questions for you.", False),
        ("Did he ask any questions?", False),
        ("What did you want to tell me?", False),
        ("I need to ask you about him.", False),
    ],
)
def test_what_invites_a_question(words: str, invites: bool) -> None:
    assert invites_questions(words) is invites


def test_the_question_whose_moment_has_come_is_asked() -> None:
    scenario = surface("hiding-upstairs", 1)
    line = said(scenario, OPENED, ANY, heard("CLOSE_PROPER", ANY), **{"graded:immediate": 1_000})
    assert line.question == "how-long" and line.mind.questions_open == ("how-long",)


def test_the_question_that_stands_open_is_asked_once_more() -> None:
    scenario = surface("hiding-upstairs", 1)
    asked = Mind("frightened", opened=True, questions_asked=("how-long",), questions_open=("how-long",))
    assert said(scenario, asked, ANY, heard("CLOSE_PROPER", ANY)).question == "how-long"


def test_who_has_none_says_so() -> None:
    scenario = surface("hiding-upstairs", 1)
    line = said(scenario, OPENED, ANY, heard("CLOSE_PROPER", ANY))
    assert line.question is None
    assert any(one in line.text for one in (*scenario.caller.says_no, *NOTHING_TO_ASK))

"""What two questions share is said once, and each is heard whole all the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.understanding.cutting.shared_subject import with_shared_subject


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        (
            "Did Collins give a number or a rank and station, and ask for card or PIN details?",
            "Did Collins give a number or a rank and station, and did Collins ask for card or PIN details?",
        ),
        ("Did he hit you and take anything?", "Did he hit you, and did he take anything?"),
        ("Does she live there and know him?", "Does she live there, and does she know him?"),
        (
            "Has Darren hurt or threatened you before, and why tonight?",
            "Has Darren hurt you before, or has Darren threatened you before, and why tonight?",
        ),
    ],
)
def test_the_second_question_has_its_beginning(said: str, asked: str) -> None:
    assert with_shared_subject(said) == asked


@pytest.mark.parametrize(
    "said",
    [
        "Did you go and look?",
        "What did he take and leave behind?",
        "Did he say he'd come back and when?",
        "He did ring and ask for the card.",
        "Did they come in and out?",
    ],
)
def test_one_question_stays_one(said: str) -> None:
    assert with_shared_subject(said) == said


@given(st.text(max_size=120))
def test_any_words_may_be_said(said: str) -> None:
    assert isinstance(with_shared_subject(said), str)

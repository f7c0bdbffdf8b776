"""What a question is about may be named before it, and to say a detail again is to be asked for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.understanding.cutting.named_first import with_named_first


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Live there, does he?", "Does he live there?"),
        ("Okay. Been drinking, has she?", "Okay. Has she been drinking?"),
        ("Mobile, what is it?", "What is your mobile?"),
        ("Okay. Number, what is it?", "Okay. What is your number?"),
        ("And them, whereabouts?", "Where are they?"),
        ("The two men. Which room now?", "Which room are the two men in now?"),
        ("Your mum, where?", "Where is your mum?"),
        ("The tall one: how old?", "How old is the tall one?"),
        ("Way in: door, window?", "Way in: door or window?"),
        ("Front or back, which one did they break?", "Did they break front or back?"),
        ("Four thousand or forty thousand, which was it?", "Was it four thousand or forty thousand?"),
        ("And the street itself, say it for me slowly once more?", "What street is it again?"),
        ("The postcode, say that again please.", "What is the postcode again."),
        ("Say the address once more?", "What is the address again?"),
    ],
)
def test_the_question_is_whole(said: str, asked: str) -> None:
    assert with_named_first(said) == asked


@pytest.mark.parametrize(
    "said",
    [
        "Ellen, what is it?",
        "Say that again?",
        "You live there, do you?",
        "The door is open, is it?",
        "Stay with them. Whereabouts are you?",
        "The door is open, where?",
        "One thing: are you hurt, love?",
        "Tell me the name of the street.",
        "Where are you now?",
    ],
)
def test_what_says_something_of_its_own_stays(said: str) -> None:
    assert with_named_first(said) == said


@given(st.text(max_size=120))
def test_any_words_may_be_said(said: str) -> None:
    assert isinstance(with_named_first(said), str)

"""The polite way in and the reason why are no part of what is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.understanding.cutting.trimming import unwrapped


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("would you be so kind as to let me have the name on the card", "the name on the card"),
        ("might I trouble you for your own full name", "your own full name"),
        ("I would be ever so grateful to know how you came to have it", "how you came to have it"),
        ("could you tell me a bit about what you heard to begin with", "what you heard to begin with"),
        (
            "what time does it have to be in by, dear, so I can see how long we have",
            "what time does it have to be in by",
        ),
        ("what's your name for the log", "what's your name"),
        ("which door is it, because I need them at the right one", "which door is it"),
        (
            "I'd like to ask straight out, because I ask everybody, whether you have thought of it",
            "you have thought of it",
        ),
        ("did he take it with him, do you think", "did he take it with him"),
        ("if you haven't seen her since August, who asked you to fill it in", "who asked you to fill it in"),
        ("let me put it again and ask what words came up", "what words came up"),
        ("I would just love to understand what it is he wants", "what it is he wants"),
        ("but if they'd locked it, how did he get in", "how did he get in"),
    ],
)
def test_the_question_is_left(said: str, asked: str) -> None:
    assert unwrapped(said) == asked


@pytest.mark.parametrize(
    "said",
    [
        "I'm not able to say whether she lives there",
        "are you happy for the officers to knock",
        "tell me where",
        "do you know where he is",
        "is the door locked",
        "so I can see you",
        "tell me the address of the shop, with the name over the door if it has one",
        "if you can",
        "if I lose you, what number are you on",
        "if he comes back, what will you do",
    ],
)
def test_what_is_no_wrapping_or_would_leave_nothing_stays(said: str) -> None:
    assert unwrapped(said) == said


@given(st.text(max_size=120))
def test_any_words_are_taken_and_nothing_is_added(said: str) -> None:
    assert unwrapped(said) in said

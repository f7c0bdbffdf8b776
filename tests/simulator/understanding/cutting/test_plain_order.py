"""A question in another order than the plain one is the plain question."""

import pytest

from simulator.understanding.cutting.cut_up import cut
from simulator.understanding.cutting.plain_order import in_plain_order
from simulator.understanding.model import load_model


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("tell me what you can hear", "what can you hear"),
        ("do you know where he is", "where is he"),
        ("tell me how much your arm hurts", "how much does your arm hurt"),
        ("can you tell me where the men are now", "where are the men now"),
        ("do you know how he got in", "how did he get in"),
        ("tell me what he looks like", "what does he look like"),
        ("do you know what time he left", "what time did he leave"),
        ("who was it you rang", "who did you ring"),
        ("where was it that you called in?", "where did you call in?"),
        ("what is it you want to say to her?", "what do you want to say to her?"),
        ("why is it that he's still asking", "why is he still asking"),
        ("who is it that's downstairs", "who is downstairs"),
        ("who was it that rang you", "who rang you"),
        ("I asked why she went.", "why did she go."),
        ("I asked why you can't read the rest of it", "why can't you read the rest of it"),
        ("I asked why.", "why."),
        ("You said he's away till Friday, but not where.", "where is he away till Friday."),
    ],
)
def test_it_is_the_plain_question(said: str, plain: str) -> None:
    assert in_plain_order(said) == plain


@pytest.mark.parametrize(
    "said",
    [
        "tell me what happened",
        "tell me what you can about him",
        "do you know who lives next door",
        "what is it like",
        "where's that noise coming from",
        "what was that noise you heard",
        "tell me if he's hurt",
        "I'll tell the officers what you said",
        "I asked her why she went",
        "is it the kitchen you're both in",
    ],
)
def test_the_rest_stays_as_it_is(said: str) -> None:
    assert in_plain_order(said) == said


def test_what_was_said_is_tried_too() -> None:
    (clause,) = cut("Do you know where he is?", load_model())
    assert (clause.core, clause.unnamed) == ("where is he", "Do you know where he is")

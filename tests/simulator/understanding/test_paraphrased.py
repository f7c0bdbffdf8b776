"""Other words for a secret give it away, and what keeps up the pretence of a secret call does not."""

import pytest

from simulator.understanding.paraphrased import paraphrased

ASKED_FOR_HELP = ("she asked for help", "she rang the police", "she told us about you")


@pytest.mark.parametrize(
    "words",
    [
        "she rang us to order a pizza",
        "she called us for a delivery",
        "she was speaking to me about the order",
        "she told me pepperoni and chips",
    ],
)
def test_an_order_that_she_gave_is_no_call_for_help(words: str) -> None:
    assert not paraphrased(ASKED_FOR_HELP, "she", words)


@pytest.mark.parametrize("words", ["she rang us", "she told me everything", "she rang the police, not for a pizza"])
def test_that_she_was_in_touch_gives_it_away(words: str) -> None:
    assert paraphrased(ASKED_FOR_HELP, "she", words)

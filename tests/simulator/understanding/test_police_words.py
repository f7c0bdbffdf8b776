"""Of the police themselves: "how do you know I'm the police?" greets nobody, and "no sirens" promises nothing."""

import pytest

from simulator.understanding.cutting.cut_up import cut
from simulator.understanding.guards import impossible
from simulator.understanding.model import load_model


@pytest.mark.parametrize("words", ["How do you know I'm the police?", "how do you know this is the police"])
def test_how_they_know_is_one_question_and_no_greeting(words: str) -> None:
    assert [one.text for one in cut(words, load_model())] == [words]
    assert "OPEN_GREET" in impossible(words)


@pytest.mark.parametrize("words", ["They'll come quietly, no sirens.", "No sirens.", "they come without lights"])
def test_how_officers_come_is_no_promise(words: str) -> None:
    assert "NEG_PROMISE" in impossible(words)


@pytest.mark.parametrize("words", ["I promise they'll be there in a minute", "Nothing will happen to you"])
def test_a_promise_is_still_one(words: str) -> None:
    assert "NEG_PROMISE" not in impossible(words)

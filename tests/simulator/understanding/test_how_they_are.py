"""Who asks whether somebody is crying asks how they are, and scolds nobody; who tells them to stop does."""

import pytest

from simulator.understanding.situation import Situation
from simulator.understanding.understand import Listener, loaded


@pytest.fixture(scope="module", params=["core", "semantic"])
def listener(request: pytest.FixtureRequest) -> Listener:
    return loaded(request.param)


@pytest.mark.parametrize(
    "words", ["Are you crying?", "Are you crying, love?", "Have you been crying?", "Why are you crying?"]
)
def test_tears_are_asked_after_kindly(listener: Listener, words: str) -> None:
    assert [one.id for one in listener.understand(words, Situation()).intents] == ["ASK_FEAR_IMPACT"]


@pytest.mark.parametrize("words", ["Stop crying.", "Oh for goodness sake stop crying, will you."])
def test_who_is_told_to_stop_is_scolded(listener: Listener, words: str) -> None:
    assert "NEG_RUDE_BLAME" in [one.id for one in listener.understand(words, Situation()).intents]

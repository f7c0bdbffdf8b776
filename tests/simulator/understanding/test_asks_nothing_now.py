"""What is to be told when it has come, and that the talk goes on to something else, asks for nothing now."""

import pytest

from simulator.understanding.asks_nothing import moves_on, to_be_told_then
from simulator.understanding.situation import Situation
from simulator.understanding.understand import loaded


@pytest.mark.parametrize(
    "words",
    [
        "tell me when they've gone past.",
        "and let me know as soon as he comes back",
        "Shout when you can hear them",
        "Tell me the moment anything changes on the stairs.",
        "Tell me straight away if mummy stops breathing.",
        "If anything changes, you tell me, okay?",
    ],
)
def test_what_has_not_come_is_to_be_told_then(words: str) -> None:
    assert to_be_told_then(words)


@pytest.mark.parametrize(
    "words",
    [
        "tell me when they got in",
        "Tell me when you're due to sit it",
        "tell me when it is",
        "When has he gone?",
        "Tell me if she's breathing.",
    ],
)
def test_what_has_a_time_is_asked_for_it(words: str) -> None:
    assert not to_be_told_then(words)


@pytest.mark.parametrize("mode", ["core", "semantic"])
def test_nobody_asks_the_time_by_telling_them_to_say_when(mode: str) -> None:
    words = "Put your hand over your mouth and tell me when they've gone past."
    listener = loaded("semantic" if mode == "semantic" else "core", None)
    assert not any(one.asks for one in listener.understand(words, Situation()).intents)


@pytest.mark.parametrize(
    "words", ["I'd like to move on now.", "Let's leave that and carry on.", "Can we go on?", "go on to something else"]
)
def test_to_go_on_is_only_said(words: str) -> None:
    assert moves_on(words)


@pytest.mark.parametrize("words", ["What did he go on to do?", "Has she moved on?", "I want to get to the address."])
def test_other_words_of_going_on_are_left(words: str) -> None:
    assert not moves_on(words)

"""What only bids the caller do something gets a word, though nothing was heard in it; what asks or goads does not."""

import pytest
from asked_by_hand import surface

from simulator.answers.bidden import bids
from simulator.caller import Setting, reply
from simulator.heard import Understood
from simulator.mind import Mind
from simulator.moments import Moments


@pytest.mark.parametrize(
    "words",
    [
        "Write that down for me.",
        "Get your slippers on and sit on the bed",
        "Ask your daughter what she saw",
        "Tell Rosie to wake up.",
        "I'd like you to wave at the car if you see it.",
        "Okay, now put your coat round her.",
        "Could you write that down for me?",
        "Don't touch the bag.",
        "Tell me when he comes back.",
    ],
)
def test_these_bid(words: str) -> None:
    assert bids(words)


@pytest.mark.parametrize(
    "words",
    [
        "Tell me what he wears.",
        "Can you see her?",
        "Open the door and let him in.",
        "Shut up.",
        "Look what is she doing",
        "Where is the bag?",
        "Say again?",
        "Ring",
        "the keep hold bag",
    ],
)
def test_these_do_not(words: str) -> None:
    assert not bids(words)


def test_a_caller_goes_along_with_what_was_heard_as_nothing_but_a_bidding() -> None:
    child = Setting(surface("car-in-the-ditch", 1), 1, Moments({"answered": 0}))
    lost = Understood(text="Wave at the car if you see it.", understood=False)
    line = reply(child, Mind("calm", opened=True, eased=True), lost)
    assert line.text in ("Okay.", "Yes.") and line.understood

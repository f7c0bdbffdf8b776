"""Hurrying and quietening a caller is heard as dismissive, in both modes; speed that is meant well is not."""

import pytest
from asked_by_hand import surface

from simulator.mind import Mind
from simulator.setting import situation
from simulator.understanding.modes import Mode
from simulator.understanding.understand import loaded

MODES: tuple[Mode, ...] = ("core", "semantic")


def heard(mode: Mode, text: str) -> set[str]:
    """The intents heard."""
    return {
        one.id for one in loaded(mode).understand(text, situation(surface("hiding-upstairs", 1), Mind(""), ())).intents
    }


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "text",
    [
        "we haven't got time for this, hurry up",
        "come on, get on with it",
        "be quick",
        "quickly please I've other callers waiting",
        "calm down",
        "Just calm yourself down.",
        "I've got other calls to take.",
        "Get a move on.",
        "Speed it up please.",
        "You need to be quicker than this.",
        "We've not got all night.",
    ],
)
def test_a_caller_who_is_rushed_is_slighted(text: str, mode: Mode) -> None:
    assert "NEG_RUDE_BLAME" in heard(mode, text)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "text",
    [
        "Try to stay calm.",
        "Take your time, there's no hurry.",
        "They're hurrying to you.",
        "I'll be quick.",
        "Quickly, where are you?",
        "Has he calmed down?",
        "Come on, you're doing really well.",
        "We haven't got much time, so lock the door.",
        "Tell me quickly what he looks like.",
        "Quick now, get under the bed.",
        "Be quick now, lock the door.",
        "There is a queue at the moment, thank you for waiting.",
        "We've got two calls waiting about this already.",
    ],
)
def test_speed_that_is_meant_well_slights_nobody(text: str, mode: Mode) -> None:
    assert "NEG_RUDE_BLAME" not in heard(mode, text)

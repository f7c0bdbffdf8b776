"""A summary of what was told is agreed to; a story that nobody told is not."""

import pytest

from scenarios.catalogue import Catalogue
from simulator.answers.summed_up import was_told
from simulator.caller import Setting, reply
from simulator.heard import HeardIntent, Understood
from simulator.mind import Mind
from simulator.moments import Moments

SCENARIO = Catalogue().get("hiding-upstairs").surfaces[0]
TOLD = Mind("frightened", opened=True).having_told("inside_now").having_told("two_men").having_told("crowbar")


@pytest.mark.parametrize(
    "words", ["So two men downstairs and one has a crowbar.", "So they're in the house now?", "Right."]
)
def test_what_they_told_is_theirs(words: str) -> None:
    assert was_told(SCENARIO, TOLD, words)


@pytest.mark.parametrize(
    "words", ["So it's kids messing about outside, is it?", "So your husband came home drunk again?"]
)
def test_another_story_is_not(words: str) -> None:
    assert not was_told(SCENARIO, TOLD, words)


def test_nobody_agrees_to_a_story_they_never_told() -> None:
    words = "So it's kids messing about outside, is it?"
    summary = HeardIntent(id="LISTEN_SUMMARISE", confidence=0.8, span=words)
    heard = Understood(text=words, understood=True, intents=(summary,))
    line = reply(Setting(SCENARIO, 1, Moments({"answered": 0})), TOLD, heard)
    assert line.text.startswith("No")

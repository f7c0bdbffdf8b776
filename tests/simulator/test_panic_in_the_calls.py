"""Callers of the library in panic: the same request gets through, and shouting does not; others keep their heads."""

import pytest
from asked_by_hand import heard, said, surface

from simulator.mind import Mind

IN_PANIC = (("hiding-upstairs", "address"), ("car-in-the-ditch", "heading"))
RANG = Mind("frightened")
WHERE = "I can send help once I know the place. Which place is it?"


@pytest.mark.parametrize(("call", "place"), IN_PANIC)
def test_what_a_greeting_asks_is_not_taken_in(call: str, place: str) -> None:
    scenario = surface(call, 2)
    line = said(scenario, RANG, WHERE, heard("ASK_LOCATION", WHERE), seed=2)
    assert line.text in scenario.opening and place not in [one.fact for one in line.tells]


@pytest.mark.parametrize(("call", "place"), IN_PANIC)
def test_the_same_request_once_more_gets_through(call: str, place: str) -> None:
    scenario, told = surface(call, 2), []
    mind = said(scenario, RANG, "Police.", heard("OPEN_GREET", "Police."), seed=2).mind
    for _ in range(2):
        line = said(scenario, mind, WHERE, heard("ASK_LOCATION", WHERE), seed=2)
        mind, told = line.mind, [*told, [one.fact for one in line.tells]]
    assert told[0] == [] and place in told[1]


@pytest.mark.parametrize(("call", "place"), IN_PANIC)
def test_rough_words_never_do(call: str, place: str) -> None:
    scenario, words = surface(call, 2), "Get a grip and tell me the place!"
    mind = said(scenario, RANG, "Police.", heard("OPEN_GREET", "Police."), seed=2).mind
    for _ in range(6):
        line = said(scenario, mind, words, heard("NEG_RUDE_BLAME", words), heard("ASK_LOCATION", words), seed=2)
        mind = line.mind
    assert not mind.eased and place not in mind.told


@pytest.mark.parametrize(("call", "place"), IN_PANIC)
def test_a_kind_word_said_again_is_not_the_same_request(call: str, place: str) -> None:
    scenario = surface(call, 2)
    mind = said(scenario, RANG, "Police.", heard("OPEN_GREET", "Police."), seed=2).mind
    for asks, words in (("ASK_INJURY", "Who is hurt?"), ("ASK_WEAPON", "Any weapon?"), ("ASK_LOCATION", WHERE)):
        line = said(scenario, mind, words, heard("EMP_ACK", "That's hard."), heard(asks, words), seed=2)
        mind = line.mind
    assert not mind.eased


@pytest.mark.parametrize(("call", "place"), IN_PANIC)
def test_the_other_caller_of_the_call_keeps_their_head(call: str, place: str) -> None:
    line = said(surface(call, 1), RANG, WHERE, heard("ASK_LOCATION", WHERE), seed=1)
    assert place in [one.fact for one in line.tells]

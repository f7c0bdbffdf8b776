"""What is doubted, what two parts mean together, and promises that decline nothing."""

import numpy as np
import pytest

from simulator.understanding.cutting.learnt_cuts import Cuts
from simulator.understanding.guessing import DOUBTED, Guess, akin
from simulator.understanding.model import Model
from simulator.understanding.situation import Situation
from simulator.understanding.understand import load_understanding


def heard(said: str) -> dict[str, float]:
    return {one.id: one.confidence for one in load_understanding().understand(said, Situation()).intents}


def model_of(words: float, pieces: float, sounds: float, bias: float) -> Model:
    """A model of two labels: how much its words, pieces and sounds speak for the second, its bias for the first."""
    index = {"w:no": 0, "c: no ": 1, "m:N": 2}
    weights = np.array([[0, words], [0, pieces], [0, sounds]], dtype=np.float32)
    return Model(("A", "B"), index, np.ones(3, np.float32), weights, np.array([bias, 0], np.float32), Cuts({}, -30.0))


def test_a_choice_that_words_pieces_and_sounds_are_each_against_is_doubted() -> None:
    assert model_of(1, 1, 1, bias=9).doubts(("no",)) == (True,)


def test_a_choice_that_all_speak_for_is_not_doubted() -> None:
    assert model_of(1, 1, 1, bias=0).doubts(("no",)) == (False,)


def test_two_against_one_make_a_doubt_only_where_all_together_are_not_sure() -> None:
    assert model_of(1, 1, -1, bias=1.2).doubts(("no",)) == (True,)
    assert model_of(1, 1, -1, bias=9).doubts(("no",)) == (False,)


def test_what_is_doubted_is_never_said_to_be_sure() -> None:
    assert Guess("ASK_INJURY", 0.99, doubted=True).confidence == DOUBTED < 0.6
    assert Guess("ASK_INJURY", 0.5, doubted=True).confidence == 0.5
    assert Guess("ASK_INJURY", 0.99).confidence == 0.99


def test_two_kinds_of_one_thing_are_no_disagreement() -> None:
    assert akin("DP_REFUSE", "DP_NCND")
    assert akin("ASK_PERSON_DETAILS", "VER_ASK_ITEM")
    assert not akin("DP_REFUSE", "VER_ASK_ITEM")


def test_two_parts_may_mean_together_what_neither_means_alone() -> None:
    assert set(heard("I'll say bye now, they're coming")) == {"NEG_END_EARLY"}
    assert set(heard("is it for you or someone else")) == {"ASK_ROLE"}


def test_of_several_meanings_the_one_of_the_whole_is_the_surest() -> None:
    found = heard("is there anybody in there who can't get out on their own")
    assert max(found, key=lambda name: found[name]) == "ASK_CHILDREN_VULN"


@pytest.mark.parametrize("said", ["We won't let him hurt you.", "We'll make sure he never does it again."])
def test_a_promise_that_something_will_not_be_is_a_promise(said: str) -> None:
    assert "NEG_PROMISE" in heard(said)


@pytest.mark.parametrize("said", ["I can't promise they'll be there tonight.", "I can't guarantee he'll be arrested."])
def test_a_promise_declined_is_none(said: str) -> None:
    assert "NEG_PROMISE" not in heard(said)


def test_a_condition_with_its_request_beside_it_is_a_request() -> None:
    assert "ASK_CALLBACK" in heard("if I lose you what do I ring")
    assert "ASK_SAFE_TO_TALK" in heard("if you can't speak press five five")
    assert not any(name.startswith("ASK_") for name in heard("if anybody is hurt"))

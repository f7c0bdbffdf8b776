"""How alike the words of two sentences are: each example by itself, whatever stands beside it."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from simulator.understanding.likeness import likenesses, vector

EXAMPLES = ("Where is he now?", "Is he still there?", "Where are you?", "Is the door locked?", "", "is he there")


def test_the_same_words_are_wholly_alike_and_other_words_are_not() -> None:
    found = likenesses("Where is he now?", EXAMPLES)
    assert round(float(found[0]), 6) == 1
    assert found.argmax() == 0
    assert found[4] == 0


@given(st.sets(st.sampled_from(range(len(EXAMPLES)))))
def test_an_example_left_out_changes_nothing_for_the_others(places: set[int]) -> None:
    some = sorted(places)
    left = likenesses("Is he there now?", tuple(EXAMPLES[place] for place in some))
    assert np.array_equal(left, likenesses("Is he there now?", EXAMPLES)[some])


def test_it_is_what_the_two_sets_of_pieces_share() -> None:
    words = "Where is he?"
    shared = [sum(weight * vector(one).get(name, 0.0) for name, weight in vector(words).items()) for one in EXAMPLES]
    assert likenesses(words, EXAMPLES).tolist() == shared


def test_without_examples_there_is_nothing_to_be_like() -> None:
    assert likenesses("Where is he?", ()).tolist() == []

"""One wrong figure or letter is put right by itself; everything else is said again whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.answers.part_correction import part_put_right


@pytest.mark.parametrize(
    ("kind", "heard", "truth", "said"),
    [
        ("phone", "07700 900119", "07700 900111", "No. Not nine, one at the end."),
        ("postcode", "WX4 7QB", "WX4 7QD", "No. Not B, D for dog at the end."),
        ("registration", "EP33 QBI", "EP23 QBI", "No. Not three, two."),
        ("text", "M-204816", "M-204816", ""),  # nothing is wrong
        ("phone", "07700 900191", "07700 900911", ""),  # two are
        ("place", "17 Mill Way", "27 Mill Way", ""),  # a house number is said as a number
        ("postcode", "WX4 70D", "WX4 7QD", ""),  # a figure for a letter
    ],
)
def test_what_is_said(kind: str, heard: str, truth: str, said: str) -> None:
    assert part_put_right(kind, heard, truth) == said


@given(
    st.sampled_from(["phone", "postcode", "registration", "text", "name"]), st.text(max_size=20), st.text(max_size=20)
)
def test_whatever_is_heard_it_says_a_sentence_or_nothing(kind: str, heard: str, truth: str) -> None:
    said = part_put_right(kind, heard, truth)
    assert not said or (said.startswith("No. Not ") and said.endswith("."))

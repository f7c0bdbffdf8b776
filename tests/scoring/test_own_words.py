"""Reasons quote the trainee's own words, not the standard ones they were read as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.own_words import own_words


@pytest.mark.parametrize(
    ("said", "span", "own"),
    [
        ("Bide where ye are, pet.", "Stay where you are", "Bide where ye are"),
        ("Right. Bide where ye are. Dinnae gan doon.", "Stay where you are", "Bide where ye are"),
        ("Right. Bide where ye are. Dinnae gan doon.", "don't go down", "Dinnae gan doon"),
        ("Is onybody hurt, hen? Whaur are ye noo?", "where are you now", "Whaur are ye noo"),
        ("Stay where you are.", "stay where you are", "stay where you are"),
        ("Tell us whit's gannin on", "something else altogether", "Tell us whit's gannin on"),
        ("Hello there", "", "Hello there"),
        ("", "stay", ""),
    ],
)
def test_what_was_said_is_found_from_what_it_was_read_as(said: str, span: str, own: str) -> None:
    assert own_words(said, span) == own


@given(st.text(max_size=80), st.text(max_size=40))
def test_whatever_was_read_the_words_are_those_that_were_said(said: str, span: str) -> None:
    own = " ".join(own_words(said, span).split()).casefold()
    assert own in " ".join(said.split()).casefold()

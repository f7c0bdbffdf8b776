"""Words made comparable: the quick way reads figures as the thorough way does; a denial goes with its word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.matching import says, words_of
from scoring.near_enough import more_of_a_place, same_reference
from simulator.understanding.normalise import plain
from simulator.understanding.spoken import figured, figured_words

PIECES = [
    *("twenty", "seven", "alder", "rise", "double", "oh", "four", "a", "hundred", "and", "one", "two", "thousand"),
    *("first", "twenty-first", "ab1", "q", "for", "queen", "as", "in", "nato", "kilo", "x-ray", "i", "2nd", "?", "-"),
    *("plus", "zero", "won't", "Żółć", "12,345", "no", "knife"),
]
SAID = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)


@given(SAID | st.text(max_size=60))
def test_figures_are_read_the_same_with_and_without_their_places(text: str) -> None:
    words = plain(text)
    assert figured_words(words.split()) == figured(words).split()


@given(SAID)
def test_plain_words_stand_between_single_spaces(text: str) -> None:
    assert words_of(text) == f" {' '.join(words_of(text).split())} "


@pytest.mark.parametrize(
    ("text", "alternatives", "found"),
    [
        ("He has two knives", ("knive",), True),
        ("No knife was seen", ("knife", "blade"), False),
        ("No gun but a blade", ("gun", "blade"), True),
        ("No knife. Knife found later", ("knife",), True),
        ("She is not hurt", ("not hurt",), True),
        ("She is hurt", ("not hurt", ""), False),
        ("anything", ("", "  "), False),
    ],
)
def test_a_word_denied_just_before_it_is_not_said(text: str, alternatives: tuple[str, ...], found: bool) -> None:
    assert says(text, alternatives) is found


def test_a_stretch_of_road_said_in_full_and_more_is_right_and_another_is_not() -> None:
    truth = "Long Causeway, past the Corvale turn, Brindlemouth"
    assert more_of_a_place("Long Causeway, half a mile past the Corvale turn, left towards Brindlemouth", truth)
    assert not more_of_a_place("Long Causeway, Brindlemouth", truth)
    assert not more_of_a_place("14 Mill Lane, Kelbourne, by the church", "14 Mill Lane, Kelbourne")


def test_noughts_in_front_of_a_number_are_no_other_reference() -> None:
    assert same_reference("HM417/26", "HM/000417/26")
    assert not same_reference("HM418/26", "HM/000417/26")
    assert not same_reference("", "")

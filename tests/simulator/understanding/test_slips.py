"""A slip of the keys is mended where only one common word can have been meant; names and real words are left alone."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.catalogue import Catalogue, load_world
from simulator.understanding.slips import _in_order, mended
from simulator.understanding.standard import standard


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lokced", "locked"),
        ("falt", "flat"),
        ("teh", "the"),
        ("knfe", "knife"),
        ("frnt", "front"),
        ("dangerus", "dangerous"),
        ("somoene", "someone"),
        ("befroe", "before"),
        ("hapening", "happening"),
        ("addreess", "address"),
        ("bleefing", "bleeding"),
    ],
)
def test_a_slip_of_the_keys_becomes_the_word_that_was_meant(typed: str, meant: str) -> None:
    assert mended(typed) == meant


@pytest.mark.parametrize("word", ["locks", "heron", "marmalade", "casual", "brawl", "plaice", "qx", "zzzzz", "fiat"])
def test_a_real_word_and_what_nothing_common_is_near_are_left_alone(word: str) -> None:
    assert mended(word) == word


@given(st.sampled_from(_in_order()))
def test_what_was_mended_is_never_mended_again(word: str) -> None:
    assert mended(word) == word


@given(st.text(max_size=40))
def test_any_word_at_all_is_borne_and_stays_as_it_is_once_mended(word: str) -> None:
    assert mended(mended(word)) == mended(word)


def test_no_name_of_the_library_is_a_slip_of_the_keys() -> None:
    titles = {row.title for rows in load_world().values() for row in rows}
    names = {word for title in titles for word in title.lower().replace(",", " ").split() if word.isalpha()}
    assert {name for name in names if mended(name) != name} == set()


def test_no_word_that_a_call_listens_for_is_a_slip_of_the_keys() -> None:
    examples = [
        one
        for call in Catalogue().ids()
        for topic in Catalogue().get(call).surfaces[0].topics.values()
        for one in topic.examples
    ]
    words = {word for one in examples for word in one.split() if word.isalpha() and word.islower()}
    assert {word for word in words if mended(word) not in (word, standard(word))} == set()


def test_a_name_in_the_middle_of_a_sentence_is_nobodys_slip() -> None:
    assert standard("is that Falt, or Befroe?") == "is that Falt, or Befroe?"


def test_a_key_held_down_is_no_word_and_costs_nothing() -> None:
    tracemalloc.start()
    assert mended("x" * 100_000) == "x" * 100_000
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 10_000_000

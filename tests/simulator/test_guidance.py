"""The policy is found by any of its words in any order, best first, and something near is always offered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.assembling import compiled, load_policy
from simulator.guidance import ALL_PAGES, NEAREST, guidance_words, search_guidance
from simulator.records import Records


@pytest.fixture(scope="module")
def records() -> Records:
    """The records of a call under the shipped policy."""
    return Records(compiled("hiding-upstairs").for_seed(1), {}, load_policy("harrowmere").policy)


def titles(records: Records, query: str) -> list[str]:
    return [row.title for row in records.search("policy", query)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("grade", "Grades of response"),
        ("target times", "Grades of response"),
        ("reset password", "Password resets"),
        ("resetting a password", "Password resets"),
        ("forgotten pasword", "Password resets"),
        ("locked account password reset", "Password resets"),
        ("lower the grade", "Lowering a grade"),
        ("downgrading", "Lowering a grade"),
        ("intruders", "Intruder in the house"),
        ("burglar in house", "Intruder in the house"),
        ("deaf caller", "A caller who signs or writes by relay"),
        ("language interpreter", "A caller whose English is not enough"),
        ("translator", "A caller whose English is not enough"),
        ("whispering", "A caller who has to whisper"),
        ("domestic abuse", "Court orders between partners"),
        ("victim support number", "Our numbers"),
        ("third party disclosure", "Information about another person"),
        ("disclosure of address", "Information about another person"),
        ("colleague wants an address", "Looking somebody up"),
        ("verify identity", "When a member fails security"),
    ],
)
def test_the_page_that_is_meant_stands_first(records: Records, query: str, first: str) -> None:
    assert titles(records, query)[0] == first


def test_the_order_of_the_words_makes_no_difference(records: Records) -> None:
    assert titles(records, "address disclosure third party") == titles(records, "third party address disclosure")


def test_where_no_page_has_all_words_the_nearest_are_offered_and_called_so(records: Records) -> None:
    found = records.search("policy", "courier fraud")
    assert [row.title for row in found] == ["Our numbers"]
    assert guidance_words("courier fraud", found) == NEAREST


def test_where_no_page_has_any_word_all_pages_are_offered(records: Records) -> None:
    found = records.search("policy", "xyzzy")
    assert len(found) == len(load_policy("harrowmere").policy.guidance)
    assert guidance_words("xyzzy", found) == ALL_PAGES


def test_a_page_that_fits_is_announced_plainly(records: Records) -> None:
    assert guidance_words("court order", records.search("policy", "court order")).startswith("1 page for")


def test_people_and_places_are_never_answered_by_the_nearest(records: Records) -> None:
    assert records.search("previous", "xyzzy") == () and records.search("pnc", "forgotten pasword") == ()


@given(st.text(max_size=60))
def test_any_query_is_answered(query: str) -> None:
    found = search_guidance((), query)
    assert found == () and guidance_words(query, found)

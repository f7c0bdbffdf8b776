"""Asked where they stand, or where they are once the address is told, callers in a house tell the room."""

import pytest

from simulator.understanding.situation import KnownFact, Situation
from simulator.understanding.where_in_it import where_in_it

CALLER = (("ASK_LOCATION", "caller"),)
ROOM = (("ASK_LOCATION_REFINE", "room"),)
IN_A_HOUSE = frozenset(("ASK_LOCATION_REFINE:room", "ASK_LOCATION"))


def _situation(*, told: bool, asked: frozenset[str] = IN_A_HOUSE) -> Situation:
    return Situation(facts=(KnownFact("address", "place", "9 Osier Row", told=told, field="location"),), asked=asked)


@pytest.mark.parametrize("words", ["where are you standing", "so where are you hiding", "whereabouts are you sat"])
def test_where_they_stand_is_in_which_room(words: str) -> None:
    assert where_in_it(CALLER, words, _situation(told=False)) == ROOM


def test_where_they_are_is_the_room_once_the_address_is_told() -> None:
    assert where_in_it(CALLER, "and where are you now", _situation(told=True)) == ROOM
    assert where_in_it(CALLER, "and where are you now", _situation(told=False)) == CALLER


@pytest.mark.parametrize("words", ["which street, where are you stood", "where are you calling from"])
def test_where_they_ring_from_is_the_place(words: str) -> None:
    assert where_in_it(CALLER, words, _situation(told=True)) == CALLER


def test_who_has_no_room_to_tell_is_asked_for_the_place() -> None:
    outside = _situation(told=True, asked=frozenset(("ASK_LOCATION",)))
    assert where_in_it(CALLER, "where are you standing", outside) == CALLER


def test_what_is_asked_beside_it_stays() -> None:
    both = (("ASK_LOCATION", "caller"), ("ASK_SAFE_NOW", None))
    assert where_in_it(both, "where are you", _situation(told=True))[1] == ("ASK_SAFE_NOW", None)

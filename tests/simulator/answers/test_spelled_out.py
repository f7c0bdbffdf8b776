"""Asked how one word is spelled, callers spell that word and no other; letters put right get a yes."""

import pytest
from asked_by_hand import heard, said, surface

from simulator.answers.spelled_out import letters_of, letters_put, only_of, spelled_out, word_asked_for
from simulator.mind import Mind

TOLD = ("Dean Hallam", "31 Weir Gardens, Corvale, EL2 9RF")


@pytest.mark.parametrize(
    ("span", "word"),
    [
        ("How's Hallam spelt?", "Hallam"),
        ("and how do you spell corvale", "Corvale"),
        ("Can you spell your surname?", ""),
        ("How do you spell Smith?", ""),
        ("Dean, could you spell the surname for me?", ""),
    ],
)
def test_the_word_that_is_asked_for_is_one_that_was_told(span: str, word: str) -> None:
    assert word_asked_for(span, TOLD) == word


def test_letters_make_a_word() -> None:
    assert letters_put("Is that C, O, R, V, A, L, E?") == "CORVALE"
    assert letters_put("Is it a big house?") == ""
    assert letters_of("H, A, double L, A, M") == "HALLAM"
    assert spelled_out("Corvale") == "C, O, R, V, A, L, E."


def test_of_a_whole_name_only_the_word_is_spelled() -> None:
    assert only_of("Hallam", ("D, E, A, N. H, A, double L, A, M.",)) == "H, A, double L, A, M."
    assert only_of("Weir", ("Weir, W, E, I, R. Then Gardens.",)) == "W, E, I, R."
    assert only_of("Corvale", ("W, E, I, R.",)) == ""


def test_a_caller_spells_the_town_when_the_town_is_asked_for() -> None:
    scenario = surface("locked-out-member", 1)
    place = next(name for name, fact in scenario.facts.items() if hasattr(fact.value, "town"))
    town = scenario.facts[place].value.town  # type: ignore[union-attr]
    mind = Mind("calm", opened=True, told=(place,), last_fact=place)
    words = f"How do you spell {town}?"
    assert spelled_out(town) in said(scenario, mind, words, heard("PHONETIC_SPELL", words)).text


def test_letters_that_are_right_get_a_yes_and_no_spelling() -> None:
    scenario = surface("locked-out-member", 1)
    place = next(name for name, fact in scenario.facts.items() if hasattr(fact.value, "town"))
    town = scenario.facts[place].value.town  # type: ignore[union-attr]
    mind = Mind("calm", opened=True, told=(place,), last_fact=place)
    words = f"Is that {', '.join(town.upper())}?"
    line = said(scenario, mind, words, heard("PHONETIC_SPELL", words)).text
    assert "W, E" not in line and line.lower().startswith(("yes", "that's"))

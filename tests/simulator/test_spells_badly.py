"""Who spells badly, and who says yes to anything: the truth is found by asking otherwise or by looking."""

import pytest
from asked_by_hand import heard, said, surface

from simulator.answers.spelled_out import spelled_out
from simulator.heard import HeardValue
from simulator.mind import Mind

BADLY = (("nobody-has-come", 2, "address", "Approach"), ("car-in-the-ditch", 1, "heading", "Brindlemouth"))
OPENED = Mind("calm", opened=True)


def value(fact: str, agreement: str) -> HeardValue:
    plain = {"kind": "text", "value": "x", "fact": fact, "agreement": agreement, "standing": "told"}
    return HeardValue.model_validate(plain)


@pytest.mark.parametrize(("call", "seed", "fact", "word"), BADLY)
def test_one_word_of_theirs_is_spelled_as_they_would_write_it(call: str, seed: int, fact: str, word: str) -> None:
    scenario, words = surface(call, seed), f"How is {word} written?"
    line = said(scenario, OPENED.having_told(fact), words, heard("PHONETIC_SPELL", words), seed=seed)
    assert line.text in scenario.facts[fact].spelled and spelled_out(word) not in line.text


def test_the_other_shopkeeper_spells_her_street_rightly() -> None:
    scenario, words = surface("nobody-has-come", 1), "How is Place written?"
    line = said(scenario, OPENED.having_told("address"), words, heard("PHONETIC_SPELL", words))
    assert "P, L, A, C, E" in line.text


@pytest.mark.parametrize("fact", ["callback", "postcode"])
def test_she_says_yes_to_a_wrong_read_back_of_her_card_and_reads_it_rightly_when_asked(fact: str) -> None:
    scenario = surface("a-helpful-sergeant", 1)
    told = OPENED.having_told(fact)
    line = said(scenario, told, "Is that it?", heard("READBACK", "Is that it?"), values=(value(fact, "near"),))
    assert line.confirms == fact and not line.corrects
    asks = {"callback": ("ASK_CALLBACK", None), "postcode": ("ASK_LOCATION_REFINE", "postcode")}[fact]
    again = said(scenario, line.mind, "Once more?", heard(asks[0], "Once more?", asks[1]))
    assert again.text.lower() in [one.lower() for one in scenario.facts[fact].again]


def test_he_of_the_other_surface_puts_it_right() -> None:
    scenario = surface("a-helpful-sergeant", 2)
    told = OPENED.having_told("callback")
    line = said(
        scenario, told, "Is that it?", heard("READBACK", "Is that it?"), values=(value("callback", "wrong"),), seed=2
    )
    assert line.corrects == "callback"

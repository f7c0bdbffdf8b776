"""Letters read back are held against the name that they are about; a day and month without the year are no mistake."""

import pytest
from asked_by_hand import heard, said, surface

from simulator.heard import HeardValue
from simulator.mind import Mind
from simulator.understanding.values import canonical

TOLD = Mind("calm", opened=True, told=("full_name",), last_fact="full_name")  # Rhiannon Clarke
CALL = "locked-out-member"


@pytest.mark.parametrize("words", ["so that's C L A R K E", "the sir name is that c l a r k e", "C, L, A, R, K, E?"])
def test_the_letters_of_their_name_get_a_yes(words: str) -> None:
    line = said(surface(CALL, 1), TOLD, words, heard("PHONETIC_SPELL", words))
    assert line.text.startswith("Yes")
    assert line.confirms == "full_name"


@pytest.mark.parametrize("words", ["so that's C L A R K", "so that's S M Y T H", "the surname is c l a r c e"])
def test_other_letters_get_those_of_the_word_they_are_about(words: str) -> None:
    line = said(surface(CALL, 1), TOLD, words, heard("READBACK", words))
    assert line.text == "No. C, L, A, R, K, E."
    assert line.corrects == "full_name"


def test_what_is_asked_beside_the_letters_is_answered() -> None:
    asked = heard("ASK_PERSON_DETAILS", "What's your date of birth?", "date_of_birth")
    words = "So that's C L A R K E. What's your date of birth?"
    line = said(surface(CALL, 1), TOLD, words, heard("READBACK", "So that's C L A R K E."), asked)
    assert line.text.startswith("Yes")
    assert "ASK_PERSON_DETAILS:date_of_birth" in line.answers
    assert line.tells


def test_letters_of_nothing_told_are_left_to_the_hearing() -> None:
    words = "so that's S M Y T H"
    line = said(surface(CALL, 1), Mind("calm", opened=True), words, heard("READBACK", words))
    assert line.corrects is None


def test_the_day_and_month_of_their_birthday_are_right() -> None:
    scenario = surface(CALL, 1)
    name = next(name for name in scenario.facts if scenario.fact_kind(name) == "date" and "birth" in name)
    born = canonical("date", str(scenario.facts[name].value))
    mind = Mind("calm", opened=True, told=(name,))
    for value, begins in ((f"-{born[4:]}", "Yes"), ("--01-01", "No")):
        read = HeardValue(kind="date", value=value, fact=name, agreement="near", standing="told")
        line = said(scenario, mind, "Is that the day?", heard("READBACK", "Is that the day?"), values=(read,))
        assert line.text.startswith(begins)

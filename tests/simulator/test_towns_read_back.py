"""A place read back in a town that is not its own is put right, and never gets a yes."""

import pytest
from asked_by_hand import heard, said, surface

from benchmarks.asked import Row, put
from simulator.answers.which_town import another_town, town_asked, town_offered
from simulator.heard import HeardValue
from simulator.mind import Mind
from simulator.understanding.guards import impossible

CALLS = {"lamp-by-the-door": "address", "locked-out-member": "new_address", "a-large-order": "address"}


def read(call: str, town: str) -> tuple[str, str | None]:
    """The line that a read-back of their own street in that town gets, and what it puts right."""
    scenario = surface(call, 1)
    told = Mind("calm", opened=True, told=(CALLS[call],))
    place = scenario.facts[CALLS[call]].value
    line = str(getattr(place, "line", ""))
    words = f"Is that {line} in {town}?"
    value = HeardValue(kind="place", value=line, said=line, fact=CALLS[call], agreement="right", standing="told")
    back = said(scenario, told, words, heard("READBACK", words), values=(value,))
    return back.text, back.corrects


@pytest.mark.parametrize("call", CALLS)
def test_a_wrong_town_gets_the_own_town(call: str) -> None:
    town = getattr(surface(call, 1).facts[CALLS[call]].value, "town", "")
    text, righted = read(call, "Oxenhythe")
    assert text.startswith("No")
    assert town in text
    assert righted == CALLS[call]


@pytest.mark.parametrize("call", CALLS)
def test_the_own_town_gets_a_yes(call: str) -> None:
    text, righted = read(call, str(getattr(surface(call, 1).facts[CALLS[call]].value, "town", "")))
    assert text.startswith("Yes")
    assert righted is None


def test_a_town_offered_beside_their_own_or_denied_is_none_said_of_the_place() -> None:
    place = surface("lamp-by-the-door", 1).facts["address"].value
    own = str(getattr(place, "town", ""))
    assert another_town("9 Osier Row in Oxenhythe?", "9 Osier Row", place)
    assert not another_town(f"9 Osier Row in Oxenhythe or {own}?", "9 Osier Row", place)
    assert not another_town("9 Osier Row, not in Oxenhythe?", "9 Osier Row", place)
    assert not another_town("Officers are in Oxenhythe. 9 Osier Row, is it?", "9 Osier Row", place)
    assert not another_town("9 Osier Row, half a mile past the Oxenhythe turn?", "9 Osier Row", place)


def test_the_town_of_a_street_is_its_town_whatever_the_street_is_called() -> None:
    asked = ("Where are you ringing from?",)
    _, reply = put("ex-after-an-address", Row("Which town is Mill Court in?", want=(), after=asked))
    assert reply.text == "Kelbourne." or reply.text == "It's Kelbourne."


@pytest.mark.parametrize(
    "words", ["is that linnet way or linnet drive your phone shows linnet drive", "Is it Linnet Drive or Linnet Way?"]
)
def test_of_two_streets_they_say_which(words: str) -> None:
    _, reply = put("noises-downstairs", Row(words, want=()))
    assert reply.text in ("Linnet Way.", "It's Linnet Way.")
    assert not reply.corrects


@pytest.mark.parametrize(
    ("words", "answer"),
    [("Corvale, is it?", "Yes, Corvale."), ("In Corvale, are you?", "Yes, Corvale."), ("Corvale?", "Yes, Corvale."),
     ("Is that Quayford?", "No. Corvale."), ("So Quayford, is it?", "No. Corvale.")],
)  # fmt: skip
def test_a_town_offered_alone_of_the_place_they_told_gets_a_yes_or_the_right_one(words: str, answer: str) -> None:
    _, reply = put("nobody-has-come", Row(words, want=(), after=("What's the address?",)))
    assert reply.text.replace("No, it's", "No.") == answer


def test_a_town_within_another_question_is_not_offered_alone() -> None:
    assert town_offered("Are they coming from Corvale?") is None
    assert town_offered("Corvale turn?") is None


@pytest.mark.parametrize("words", ["Which town is he in?", "What town does she live in?", "Which town is your son in?"])
def test_where_somebody_else_is_asks_for_no_town_of_the_address(words: str) -> None:
    assert not town_asked(words) and "ASK_LOCATION" in impossible(words)

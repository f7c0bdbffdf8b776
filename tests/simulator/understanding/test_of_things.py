"""Where a thing is kept, what others would do and being called names ask for no place, number or name of theirs."""

import pytest

from simulator.understanding.guards import impossible


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("And where is it kept?", "ASK_LOCATION"),
        ("Where's your order now?", "ASK_LOCATION"),
        ("Would they ring us?", "ASK_SAFE_CONTACT"),
        ("And would he see that?", "ASK_SAFE_CONTACT"),
        ("Do other people call you names?", "ASK_PERSON_DETAILS"),
        ("What's it in?", "ASK_DESC_VEHICLE"),
    ],
)
def test_what_is_asked_of_a_thing_or_of_others_is_not_asked_of_them(said: str, label: str) -> None:
    assert label in impossible(said)


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("Where is it happening?", "ASK_LOCATION"),
        ("Where's your house?", "ASK_LOCATION"),
        ("Could I ring you later?", "ASK_SAFE_CONTACT"),
        ("What do they call you?", "ASK_PERSON_DETAILS"),
        ("What is he in, a van?", "ASK_DESC_VEHICLE"),
    ],
)
def test_what_is_asked_of_them_stays_possible(said: str, label: str) -> None:
    assert label not in impossible(said)

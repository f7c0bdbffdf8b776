"""A name, an age or a birthday of another is never answered with the caller's own; each detail asked for is told."""

import pytest
from asked_by_hand import heard, said, surface

from simulator.answers.of_another import of_whom
from simulator.answers.own_name import own_name
from simulator.heard import Understood
from simulator.mind import Mind

OPENED = Mind("calm", opened=True)
CALLS = ("a-helpful-sergeant", "hiding-upstairs", "nobody-has-come", "noises-downstairs")
OWN = "ASK_PERSON_DETAILS"


def child_of(seed: int) -> str:
    return str(surface("noises-downstairs", seed).topics["child-age"].examples[2].split()[-1].strip("?"))


def slots(call: str, seed: int, text: str, *intents) -> list[str | None]:  # type: ignore[no-untyped-def]
    words = Understood(text=text, understood=True, intents=intents)
    return [one.slot for one in of_whom(surface(call, seed), words, intents)]


@pytest.mark.parametrize("seed", range(1, 5))
def test_the_sons_surname_and_age_are_his(seed: int) -> None:
    words = f"What's {child_of(seed)}'s surname and age?"
    own = (heard(OWN, words, "name"), heard(OWN, words, "age"))
    assert set(slots("noises-downstairs", seed, words, *own)) == {"child-surname", "child-age"}
    topic = heard("topic", words, "child-surname")
    assert slots("noises-downstairs", seed, words, topic) == ["child-surname", "child-age"]


@pytest.mark.parametrize("seed", range(1, 5))
def test_your_date_of_birth_and_his_asks_for_both(seed: int) -> None:
    words = f"Your date of birth, and {child_of(seed)}'s?"
    own = heard(OWN, "Your date of birth?", "date_of_birth")
    assert slots("noises-downstairs", seed, words, own) == ["date_of_birth", "child-born"]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(
    "words", ["What's your uncle's name?", "What is Zebedee's surname?", "Your sister's name, please?"]
)
def test_a_stranger_to_the_call_never_gets_the_callers_own_name(call: str, words: str) -> None:
    for seed in range(1, 4):
        scenario = surface(call, seed)
        line = said(scenario, OPENED, words, heard(OWN, words, "name"), seed=seed)
        own = own_name(scenario, OPENED)
        assert own is not None and own not in {one.fact for one in line.tells}


@pytest.mark.parametrize(
    "words", ["What's your own name?", "Your name, love?", "What is your full name and what's his?"]
)
def test_their_own_name_is_still_theirs(words: str) -> None:
    for call in CALLS:
        asked = heard(OWN, words, "name")
        assert slots(call, 1, words, asked)[0] == "name"


@pytest.mark.parametrize(
    "words", ["have you a telephone number for her?", "what is your niece's phone number?", "a number for your niece?"]
)
def test_a_number_asked_for_somebody_else_is_never_the_callers_own(words: str) -> None:
    scenario = surface("a-helpful-sergeant", 1)
    line = said(scenario, OPENED, words, heard("ASK_CALLBACK", words))
    assert not any("phone" in one.fact or "callback" in one.fact for one in line.tells)


def test_the_number_to_ring_them_on_is_still_theirs() -> None:
    words = "what number can I ring you on, for the officers?"
    assert slots("hiding-upstairs", 1, words, heard("ASK_CALLBACK", words)) == [None]


def test_a_number_of_somebody_named_is_not_the_callers_own_either() -> None:
    words = f"Could you give me {child_of(1)}'s number?"
    line = said(surface("noises-downstairs", 1), OPENED, words, heard("ASK_CALLBACK", words))
    assert not any("phone" in one.fact or "callback" in one.fact or "number" in one.fact for one in line.tells)

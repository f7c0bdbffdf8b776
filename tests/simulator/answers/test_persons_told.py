"""She is the person of the call who was named just before, where plain "she" would be another."""

import pytest
from asked_by_hand import heard, surface

from simulator.answers.persons_told import of_person_told, persons_of
from simulator.answers.which_person import which_of_two
from simulator.heard import Understood

CALL = "car-in-the-ditch"  # Rosie is the baby; plain "she" is the mother


@pytest.mark.parametrize(
    ("words", "told", "earlier", "meant"),
    [
        ("Is she crying?", "I don't know.", ("is rosie hurt",), "Is Rosie crying?"),
        ("Is she crying?", "Rosie's my sister.", (), "Is Rosie crying?"),
        ("is rosie hurt, is she strapped in", "", (), "is rosie hurt, is Rosie strapped in"),
        ("Is her seat strapped in?", "I can't see.", ("How's the baby?",), "Is Rosie's seat strapped in?"),
        ("is she all right", "Okay.", ("Who's Rosie?", "how old is she"), "is Rosie all right"),
        ("is rosy crying and is she hurt", "", (), "is Rosie crying and is Rosie hurt"),
        ("Any blood on her?", "She's crying.", ("Is Rosie hurt?",), "Any blood on Rosie?"),
        ("is rosy hurt", "", (), "is Rosie hurt"),
        ("is rosy hurt can you see any blood", "", (), "is Rosie hurt can you see any blood on Rosie"),
        (
            "how old is Rosie, can you see whether she's hurt",
            "",
            (),
            "how old is Rosie, can you see whether Rosie's hurt",
        ),
        (
            "Poor little Rosie, so can you tell me how old she is and whether you can see any blood on her at all?",
            "",
            (),
            "Poor little Rosie, so can you tell me how old Rosie is and whether you can see any blood on Rosie at all?",
        ),
        ("Where does Nanny live and what's her name?", "", (), "Where does Nanny live and what's Nanny's name?"),
    ],
)
def test_she_is_who_was_named_just_before(words: str, told: str, earlier: tuple[str, ...], meant: str) -> None:
    assert of_person_told(surface(CALL, 1), words, told, earlier) == meant


@pytest.mark.parametrize(
    ("words", "told", "earlier"),
    [
        ("Is she breathing?", "", ()),
        ("Is she breathing?", "Mummy won't wake up.", ("Is Rosie hurt?",)),
        ("Is she breathing?", "Just Mummy and me and Rosie.", ("Is Rosie hurt?",)),
        ("Is she breathing?", "I don't know.", ("Is Rosie hurt?", "And the driver?")),
        ("Is he coming?", "I don't know.", ("Is Rosie hurt?",)),
        ("Is Mummy awake, is she breathing?", "She's crying.", ("Is Rosie hurt?",)),
    ],
)
def test_where_it_may_be_the_other_nothing_changes(words: str, told: str, earlier: tuple[str, ...]) -> None:
    assert of_person_told(surface(CALL, 1), words, told, earlier) == words


def test_who_goes_by_no_name_is_who_was_named_just_before() -> None:
    scenario = surface("a-helpful-sergeant", 1)  # plain "he" is the sergeant who rang
    meant = "And the young man, what does the young man look like?"
    assert of_person_told(scenario, "And the young man, what does he look like?", "", ()) == meant
    assert of_person_told(scenario, "And Collins, how did he sound?", "", ()) == "And Collins, how did he sound?"


def test_a_call_with_one_person_of_a_sex_has_nobody_to_mistake() -> None:
    scenario = surface("nobody-has-come", 1)
    assert persons_of(scenario) == ("your daughter", "Craig")
    assert of_person_told(scenario, "Is he still there?", "", ("Is Craig there?",)) == "Is he still there?"


@pytest.mark.parametrize(
    "words", ["You said she won't wake up, is that Rosie or Mummy?", "Who's that, the baby or your mum?"]
)
def test_which_of_the_two_is_asked_by_a_choice_between_them(words: str) -> None:
    understood = Understood(text=words, understood=True)
    (asked,) = which_of_two(surface(CALL, 1), understood, (heard("topic", words, "baby-who"),))
    assert asked.slot == "who-rattles"


@pytest.mark.parametrize("words", ["Is Rosie a boy or a girl?", "Is it your left or your right arm?", "Who's Rosie?"])
def test_another_choice_is_left_as_it_was_heard(words: str) -> None:
    one = heard("topic", words, "baby-who")
    assert which_of_two(surface(CALL, 1), Understood(text=words, understood=True), (one,)) == (one,)

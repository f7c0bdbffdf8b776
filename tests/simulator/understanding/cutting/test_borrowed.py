"""What a part of a line borrows from the question before it is put back, and nothing where it borrows nothing."""

import pytest

from simulator.understanding.cutting.cut_up import cut
from simulator.understanding.guards import impossible
from simulator.understanding.model import load_model


def _cores(said: str) -> list[str]:
    return [one.core.lower() for one in cut(said, load_model())]


@pytest.mark.parametrize(
    ("said", "cores"),
    [
        (
            "did he ask for your PIN or any numbers off the card?",
            ["did he ask for your pin", "did he ask for any numbers off the card"],
        ),
        (
            "Did you give him your card, your PIN, your address?",
            ["did you give him your card", "did you give him your pin", "did you give him your address"],
        ),
        ("can you see a building or any people near it?", ["can you see a building", "can you see any people near it"]),
        ("Has he got a key or any way in?", ["has he got a key", "has he got any way in"]),
        ("Did you see a van, or anyone waiting?", ["did you see a van", "did you see anyone waiting"]),
        ("Is there a house or any lights?", ["is there a house", "is there any lights"]),
    ],
)
def test_another_thing_is_asked_for_under_the_same_beginning(said: str, cores: list[str]) -> None:
    assert _cores(said) == cores


@pytest.mark.parametrize(
    ("said", "second"),
    [
        ("Do you owe him money, or does your wife?", "does your wife owe him money"),
        ("Have you got any cameras, or has your neighbour?", "has your neighbour got any cameras"),
        ("Can you hear them, or can anyone else?", "can anyone else hear them"),
    ],
)
def test_the_verb_alone_asks_the_same_of_another(said: str, second: str) -> None:
    assert _cores(said)[1] == second


def test_each_thing_of_a_list_asks() -> None:
    asked = cut("Can you see the road, the sky, any trees?", load_model())
    assert [one.text for one in asked[1:]] == ["the sky?", "any trees?"]


def test_the_same_is_asked_of_another_thing() -> None:
    assert _cores("is the door locked and the back door and the windows") == [
        "is the door locked",
        "is the back door locked",
        "are the windows locked",
    ]


@pytest.mark.parametrize(
    ("said", "cores"),
    [
        ("Where's Darren now? On foot? Alone?", ["where's darren now", "is darren on foot", "is darren alone"]),
        ("How old is she? Name? Asleep?", ["how old is she", "what is her name", "is she asleep"]),
        ("What does Darren look like? Surname?", ["what does darren look like", "what is darren's surname"]),
        ("Is your mum downstairs? Hurt?", ["is your mum downstairs", "is your mum hurt"]),
        ("Is he drunk? Been violent before?", ["is he drunk", "has he been violent before"]),
    ],
)
def test_a_word_alone_asks_of_whom_the_question_before_is_about(said: str, cores: list[str]) -> None:
    assert _cores(said) == cores


@pytest.mark.parametrize(
    ("said", "cores"),
    [
        ("Bracken calm?", ["is bracken calm"]),
        ("Seat belt still on?", ["is seat belt still on"]),
        ("Kids asleep?", ["are kids asleep"]),
        ("Ever reported it?", ["have you ever reported it"]),
        ("Tried another browser? Cleared the cache?", ["have you tried another browser", "have you cleared the cache"]),
        ("Still locked in?", ["are you still locked in"]),
        ("Mum okay?", ["is mum okay"]),
    ],
)
def test_a_question_without_its_verb_gets_it_back(said: str, cores: list[str]) -> None:
    assert _cores(said) == cores


@pytest.mark.parametrize(
    "said",
    [
        "Would you know his voice again, the young man?",
        "Is it just the two of you and the little one?",
        "Is it a family member, your dad or a brother?",
        "Had they covered their faces?",
        "And the spelling?",
        "Hold on?",
        "Scared of him?",
        "Is he there? Your name?",
        "Where is he now? Name?",
        "Is he still outside? Hurt?",
    ],
)
def test_what_borrows_nothing_stays_as_it_was_said(said: str) -> None:
    told = said.lower().replace("?", "")
    assert all(core in told for core in _cores(said))


def test_a_question_of_who_did_it_behind_another_is_one_of_its_own() -> None:
    assert _cores("Have you got shoes on, and who fitted the locks?") == [
        "have you got shoes on",
        "who fitted the locks",
    ]


def test_a_question_of_which_behind_another_is_one_of_its_own() -> None:
    assert _cores("Is it your own laptop or a shared one, and which browser?")[-1] == "which browser"


def test_the_dogs_name_is_no_word_of_comfort() -> None:
    assert "EMP_REASSURE" in impossible("is Bracken calm")
    assert "EMP_REASSURE" not in impossible("you are doing really well")


def test_a_condition_behind_what_is_asked_is_tried_without_it() -> None:
    asked = cut("who's your employer if that's a work email?", load_model())[0]
    assert asked.unnamed == "who's your employer"

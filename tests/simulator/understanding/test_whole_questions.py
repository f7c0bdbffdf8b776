"""Whole questions stay apart, the half said is said to its end, and what is forbidden is not mixed with the rest."""

import pytest

from simulator.understanding.cutting.cut_up import cut
from simulator.understanding.understand import Listener, load_understanding


@pytest.fixture(scope="module")
def listener() -> Listener:
    return load_understanding("core")


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        (
            "Which town is that in, and whereabouts in the house are you tucked away?",
            ["Which town is that in", "whereabouts in the house are you tucked away?"],
        ),
        ("How old's the baby, and is she hurt?", ["How old's the baby", "is she hurt?"]),
        ("Units being sent. Hearing them now?", ["Units being sent.", "Hearing them now?"]),
        ("Name? Number?", ["Name?", "Number?"]),
        ("were they both locked tonight are you sure", ["were they both locked tonight"]),
        ("I'm on my own. Are you sure?", ["I'm on my own.", "Are you sure?"]),
        ("Who's they? Who wrote you that card?", ["Who wrote you that card?"]),
        ("Is he holding it in both hands or just the one?", ["Is he holding it in both hands just the one?"]),
        (
            "are you feeling all right, any chest pain, and is Anna under any pressure?",
            ["are you feeling all right", "any chest pain", "is Anna under any pressure?"],
        ),
        (
            "is it safe for you to be there is there traffic coming",
            ["is it safe for you to be there", "is there traffic coming"],
        ),
        (
            "can anybody else have been at it and was caps lock on",
            ["can anybody else have been at it", "was caps lock on"],
        ),
        ("I'd want you to do it again.", ["I'd want you to do it again."]),
        (
            "Stay put, don't go down, and put your phone on silent for me.",
            ["Stay put, don't go down", "put your phone on silent for me."],
        ),
        (
            "When it's over, would you make a statement, would you want some support?",
            ["When it's over, would you make a statement", "would you want some support?"],
        ),
        ("name and did you click on any odd links", ["name", "did you click on any odd links"]),
        ("Bank told, and would you like a hand?", ["Bank told", "would you like a hand?"]),
        ("Any change and is it ransacked downstairs?", ["Any change", "is it ransacked downstairs?"]),
        ("Sweetheart, is he armed?", ["Sweetheart, is he armed?"]),
        ("Name or is he drunk?", ["Name or is he drunk?"]),
        (
            "Could you squeeze onto a roof or something? Police outside?",
            ["Could you squeeze onto a roof or something?", "Police outside?"],
        ),
        (
            "Whereabouts had you come past, any pubs or a big bridge?",
            ["whereabouts had you come past, any pubs or a big bridge?"],
        ),
        ("whereabouts are you whose phone are you holding", ["whereabouts are you", "whose phone are you holding"]),
        (
            "were you in bed when you heard it have you answered him",
            ["were you in bed when you heard it", "have you answered him"],
        ),
        ("your name what did he want last week", ["your name", "what did he want last week"]),
        (
            "How many rooms have you got, and would you know the lad if you saw a picture of him?",
            ["How many rooms have you got", "would you know the lad if you saw a picture of him?"],
        ),
        ("did it go over what made him come back", ["did it go over", "what made him come back"]),
        ("I'll tell the officers what happened here", ["I'll tell the officers what happened here"]),
        ("did you see what made it go off", ["did you see what made it go off"]),
        ("any changes, phone, address, that sort of thing?", ["any changes, phone, address, that sort of thing?"]),
    ],
)
def test_an_utterance_is_heard_in_these_parts(listener: Listener, said: str, parts: list[str]) -> None:
    assert [part.text for part in cut(said, listener.words)] == parts


@pytest.mark.parametrize(
    ("said", "cores"),
    [
        (
            "May I ask what her full name is, and whether the two of you are living together?",
            ["what her full name is", "the two of you are living together"],
        ),
        (
            "I wonder whether there's a solicitor, or if anyone has asked you to keep away?",
            ["there's a solicitor", "anyone has asked you to keep away"],
        ),
        ("Can you tell us what road you're on?", ["what road are you on"]),
        ("And I'm curious, if you don't mind, whether you were at work?", ["you were at work"]),
        ("how old are you then and the baby", ["how old are you", "how old is the baby"]),
        ("Where are you, and your mum?", ["where are you", "where is your mum"]),
    ],
)
def test_what_is_asked_stands_by_itself(listener: Listener, said: str, cores: list[str]) -> None:
    assert [part.core.lower() for part in cut(said, listener.words)] == [core.lower() for core in cores]


def test_a_question_that_does_not_begin_as_one_asks_all_the_same(listener: Listener) -> None:
    *_, last = cut("tell me what it is and whether anything is missing please", listener.words)
    assert last.apart and last.asks


def test_let_me_know_if_he_comes_back_or_if_anything_changes_is_one_request(listener: Listener) -> None:
    assert len(cut("Let me know if he comes back, or if anything changes.", listener.words)) == 1


def test_what_is_asked_on_a_condition_is_tried_by_itself_too(listener: Listener) -> None:
    (one,) = cut("When you've got home, who else will be there with you?", listener.words)
    assert one.unnamed == "who else will be there with you"


@pytest.mark.parametrize("said", ["He said it was red, is that all correct?", "Was it all her doing, you reckon?"])
def test_a_tag_is_no_question_of_its_own(listener: Listener, said: str) -> None:
    assert len(cut(said, listener.words)) == 1


@pytest.mark.parametrize(
    "said",
    ["Please keep yourself and your daughter upstairs.", "Put a door between you and him if you can."],
)
def test_one_deed_for_two_is_not_cut(listener: Listener, said: str) -> None:
    assert len(cut(said, listener.words)) == 1


def test_when_behind_a_sign_of_listening_is_a_condition_still(listener: Listener) -> None:
    (one,) = cut("I see, and when he's been shouting, would you be able to tell me the words?", listener.words)
    assert one.conditional

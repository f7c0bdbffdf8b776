"""Questions read by their own words, whatever they were heard as (issue 5: what stands in so many words was said)."""

from collections.abc import Iterator

import pytest

from scoring.as_spelled import Subject, asked_outright
from scoring.happenings import Happenings
from scoring.plainly_said import refocuses
from scoring.said_of_next import rings_again
from scoring.speech import Speech, Turn
from simulator.events import HandlerSaid
from simulator.journal import Entry


def asks(subject: Subject, text: str) -> bool:
    said = HandlerSaid(text=text, source="typed", began_ms=0, spoken_ms=400)
    return asked_outright(Speech(Happenings((Entry(n=1, t_ms=1_000, event=said),))), subject) is not None


def said(text: str) -> Turn:
    return Turn(1, 1, 1_000, HandlerSaid(text=text, source="typed", began_ms=0, spoken_ms=400))


ASKED: dict[Subject, tuple[str, ...]] = {
    "account": (
        "Police. Go ahead.",
        "Whit can I dae for ye, hen?",
        "what is it you are ringing a bout",
        "Tell me what this man said.",
        "What's up, pet?",
    ),
    "wanted": ("What are ye wantin' us tae dae?", "What would you like to happen?", "What outcome are you hoping for?"),
    "others": ("How many with you?", "Alone?", "Any bairns in there?", "Who's at home?"),
    "injury": ("Has he been hurting you, or", "Who's hurt?", "Has anybody laid a finger on you?"),
    "menace": ("Is somebody there with you?", "Is it yer fella that's in wi' ye?"),
}  # fmt: skip
NOT_ASKED: dict[Subject, tuple[str, ...]] = {
    "account": (
        "Control, go ahead, you'll be ringing about the van, yeah?",
        "Did you understand what I said?",
        "Name?",
    ),
    "wanted": ("What number do you want?", "What do you want with her?"),
    "others": ("Does anyone else have a key?",),
    "injury": ("Has he anything he could hurt you with?",),
}


def _rows(table: dict[Subject, tuple[str, ...]]) -> Iterator[tuple[Subject, str]]:
    return ((subject, text) for subject, texts in table.items() for text in texts)


@pytest.mark.parametrize(("subject", "text"), tuple(_rows(ASKED)))
def test_words_that_plainly_ask_do(subject: Subject, text: str) -> None:
    assert asks(subject, text)


@pytest.mark.parametrize(("subject", "text"), tuple(_rows(NOT_ASKED)))
def test_words_about_something_else_do_not(subject: Subject, text: str) -> None:
    assert not asks(subject, text)


@pytest.mark.parametrize(
    "text",
    [
        "Ring 999 again if anything worries you.",
        "If it locks again ring us back.",
        "Anything changes, tell us at once.",
        "Dinnae hesitate if it happens again.",
    ],
)
def test_when_to_ring_again(text: str) -> None:
    assert rings_again(said(text))


@pytest.mark.parametrize(
    "text",
    [
        "What number can we ring you on?",
        "An officer will ring you back.",
        "I'm sorry you've had to ring again.",
        "Your own code, if it comes back to you?",
        "Not now, and not if you ring back.",
        "If you feel low, ring 111.",
    ],
)
def test_who_rings_whom_back_says_nothing_of_ringing_again(text: str) -> None:
    assert not rings_again(said(text))


def test_going_back_to_a_thing_refocuses_and_a_new_question_does_not() -> None:
    assert refocuses(said("Going back to that letter, who wrote it?"))
    assert refocuses(said("No. Tell me about the order, though."))
    assert not refocuses(said("What's the best number for you?"))

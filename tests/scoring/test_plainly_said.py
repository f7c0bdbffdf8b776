"""Plain words that decline, comfort, meet a feeling, keep a scene or name a route, however they were heard (issue 5:
doubt favours the trainee)."""

import pytest

from scoring.detectors.trade_words import surely_jargon
from scoring.kindly_said import acknowledges, comforts, owns_a_feeling
from scoring.plainly_said import declines, keeps_the_scene, names_route, offers_instead
from scoring.said_of_next import says_what_next
from scoring.speech import Turn
from simulator.events import HandlerSaid
from simulator.heard import HeardIntent


def said(text: str) -> Turn:
    return Turn(1, 1, 1_000, HandlerSaid(text=text, source="typed", began_ms=0, spoken_ms=400))


@pytest.mark.parametrize(
    "text",
    ["You sound, um... are you alright?", "That must be really frightening.", "Ee, you poor bairn.", "Sounds awful.",
     "That's a horrible thing to write, I'm sorry.", "What a nasty business."],
)  # fmt: skip
def test_to_name_or_meet_a_feeling_owns_it(text: str) -> None:
    assert owns_a_feeling(said(text))


@pytest.mark.parametrize(
    "text",
    [
        "Oh gosh.",
        "You're doing well.",
        "Sorry, one moment.",
        "Could you look at it again?",
        "What was it that frightened you?",
    ],
)
def test_praise_an_aside_and_a_question_own_none(text: str) -> None:
    assert not owns_a_feeling(said(text))


@pytest.mark.parametrize(
    ("text", "owned"),
    [("i no your scared robert", True), ("I understand. First I need one thing.", True), ("I know, I know.", False),
     ("I'm worried about this.", False), ("If you're worried, tell me why.", False), ("I do appreciate it", False)],
)  # fmt: skip
def test_words_heard_as_owning_a_feeling_must_hold_one(text: str, owned: bool) -> None:
    heard = HeardIntent(id="EMP_ACK", confidence=0.9)
    event = HandlerSaid(text=text, source="typed", began_ms=0, spoken_ms=400, intents=(heard,))
    assert acknowledges(Turn(1, 1, 1_000, event)) is owned


def test_what_cannot_be_done_and_what_can_are_read_in_few_words() -> None:
    terse = said("No passwords by voice. Not to your own email. Work phone only, link. OK?")
    assert declines(terse) and offers_instead(terse)
    assert declines(said("being her husband dosnt make a diference i wont be telling you were she is"))
    assert says_what_next(said("Did say: identity check. Link's gone. Arrived?"))
    assert not says_what_next(said("Sent. Arrived?"))
    assert not says_what_next(said("where wood you like the link sent the work phone or the email"))


@pytest.mark.parametrize("text", ["They're on their way to you with lights on.", "Dinnae fash.", "You're being brave."])
def test_help_at_once_and_praise_comfort(text: str) -> None:
    assert comforts(said(text))


@pytest.mark.parametrize("text", ["They're coming.", "Officers will be with you.", "Don't worry about the form."])
def test_that_somebody_is_coming_comforts_nobody(text: str) -> None:
    assert not comforts(said(text))


@pytest.mark.parametrize(
    "text",
    [
        "I'm unable to read any address out.",
        "I can neither confirm nor deny who reported anything.",
        "No officer's name either.",
        "Details go only to the person named on the report.",
        "I'd like to help, but I can only discuss a crime report with the person it belongs to.",
        "We can only talk to her about that.",
    ],
)
def test_a_refusal_in_so_many_words_declines(text: str) -> None:
    assert declines(said(text))


@pytest.mark.parametrize(
    "text",
    [
        "I can't give you minutes.",
        "I can't say how many minutes.",
        "If you can't talk, just say yes to me.",
        "I can only talk to you if you slow down.",
    ],
)
def test_that_no_time_can_be_named_declines_nothing(text: str) -> None:
    assert not declines(said(text))


def test_leaving_things_as_they_are_keeps_the_scene_and_leaving_somebody_be_does_not() -> None:
    assert keeps_the_scene(said("Can you leave the glass and everything where it is for us?"))
    assert not keeps_the_scene(said("Leave her be, dinnae shift her."))


def test_a_solicitor_named_as_the_way_is_a_route_and_one_asked_after_is_none() -> None:
    assert names_route(said("No. Solicitor, family court, or nothing. Understood?"), ("legal",))
    assert not names_route(said("Has she got a solicitor?"), ("legal",))
    assert not names_route(said("Get yourself a solicitor."), ("foi",))


def test_only_what_is_nothing_else_is_surely_jargon() -> None:
    assert surely_jargon("Our CAD says so.")
    assert not surely_jargon("I had a cad of a husband.")
    assert not surely_jargon("OUR CAD SAYS SO")

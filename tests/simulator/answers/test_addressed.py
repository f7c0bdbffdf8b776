"""Words to a colleague on an open line: what is asked of them is not asked of the caller."""

import pytest
from asked_by_hand import surface

from simulator.answers.addressed import Addressed, by_addressee
from simulator.answers.past_the_caller import understood_as_said
from simulator.mind import Mind
from simulator.setting import situation
from simulator.understanding.understand import loaded

CALL = surface("hiding-upstairs", 1)
FIRST = CALL.caller.name.split()[0]


@pytest.mark.parametrize(
    "text",
    [
        "Gary, has he got anything in his hands?",
        "steve what's the postcode for there",
        "Okay, Priya, where do I put the address?",
        "Kev. What's the number for the ambulance?",
        "how old are you anyway, sarge?",
        "skip can you find out who lives there",
        "guv have we got any history on this address",
        "Has he been in trouble before, boss?",
        "Bravo four from control, what is your location",
        "Any units free to go to this address?",
        "Just a minute - Tracey, who owns that van?",
    ],
)
def test_a_colleague_is_known_by_rank_call_sign_or_a_name_of_nobody_in_the_call(text: str) -> None:
    said = by_addressee(CALL, text, ("Police emergency.",))
    assert said.colleague
    scene = situation(CALL, Mind("frightened", opened=True), ())
    heard = understood_as_said(loaded("core"), said, text, scene)
    assert not [one for one in heard.intents if one.asks]


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}, where are you?",
        "Mate, where are you?",
        "Where are you, love?",
        "Gary here, where are you?",
        "My name's Gary, what's yours?",
        "Police control room, what's the address?",
        "What's his name, Gary?",
        "Can you see Gary?",
        "Is your boss there?",
        "Who's the boss?",
        "Will you tell me where you are?",
        "Was that plate kilo tango two seven?",
        "Who is your duty supervisor?",
        "Have you told your line supervisor?",
        "Is there another team leader?",
        "Did she say she was from dispatch?",
        "Was that their boss?",
        "Any units of alcohol tonight?",
    ],
)
def test_everything_else_is_for_the_caller(text: str) -> None:
    assert by_addressee(CALL, text) == Addressed(text)


def test_the_subscriber_may_be_called_by_name_and_so_may_who_is_short_for_them() -> None:
    other = CALL.model_copy(update={"channel": CALL.channel.model_copy(update={"subscriber": "Deborah Ford"})})
    assert by_addressee(CALL, "Debbie, are you there?").colleague
    assert not by_addressee(other, "Debbie, are you there?").colleague


def test_the_handlers_own_name_is_no_colleagues() -> None:
    earlier = ("Police emergency, Karen speaking.",)
    assert not by_addressee(CALL, "It's Karen again. Karen, that's me, what's the address?", earlier).colleague


def test_what_is_said_to_the_caller_beside_it_is_heard() -> None:
    said = by_addressee(CALL, "Stay on the line, love... Gary what was the name of that road?")
    assert said == Addressed("Stay on the line, love", "Gary what was the name of that road?")
    heard = understood_as_said(loaded("core"), said, "", situation(CALL, Mind("frightened", opened=True), ()))
    assert heard.understood
    assert not [one for one in heard.intents if one.asks]


def test_who_hears_nothing_for_them_has_understood_nothing() -> None:
    text = "Gary, what's the address?"
    heard = understood_as_said(
        loaded("core"), by_addressee(CALL, text), text, situation(CALL, Mind("frightened", opened=True), ())
    )
    assert not heard.understood
    assert not heard.values


def test_what_is_told_to_a_colleague_is_overheard() -> None:
    text = "Sarge, can you listen in on this?"
    scene = situation(CALL, Mind("frightened", opened=True), ())
    heard = understood_as_said(loaded("core"), by_addressee(CALL, text), text, scene)
    assert {one.id for one in heard.intents} >= {
        one.id for one in loaded("core").understand(text, scene).intents if one.id == "ESCALATE"
    }


def test_a_name_that_may_be_misheard_for_theirs_is_theirs() -> None:
    assert FIRST == "Ellen"
    assert by_addressee(CALL, "Helen, where is he now?") == Addressed("Helen, where is he now?")


def test_a_rank_that_the_call_is_about_is_echoed_and_calls_nobody() -> None:
    words = "Sergeant? Which sergeant was it?"
    assert by_addressee(surface("a-helpful-sergeant", 1), words, ("Police.",)) == Addressed(words)

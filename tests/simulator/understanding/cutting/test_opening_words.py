"""An opening before a question, in both modes: a greeting, the service's name or an apology takes nothing away."""

import pytest
from asked_by_hand import surface

from simulator.mind import Mind
from simulator.setting import situation
from simulator.understanding.cutting.opening_words import Piece, opening_apart
from simulator.understanding.modes import Mode
from simulator.understanding.understand import loaded

OPENERS = (
    "Hello,", "Hello there,", "Hi,", "Hiya,", "Good morning,", "Evening,", "Police,", "Police.", "Police emergency,",
    "Police control room,", "This is the police,", "999,", "Emergency,", "Emergency services,", "Hello, police,",
    "Good evening, police,", "Sorry,", "Sorry about that,", "Apologies,", "Pardon me,", "Police", "Hello",
)  # fmt: skip
QUESTIONS = (
    "where are you?", "whereabouts are you?", "what's the address?", "what's happening?", "what's the emergency?",
    "what's your emergency?", "what's your name?", "are you hurt?", "can you hear them?", "who is in the house?",
    "tell me what's happened.", "what number are you calling from?",
)  # fmt: skip
MODES: tuple[Mode, ...] = ("core", "semantic")


def asked(mode: Mode, text: str) -> set[tuple[str, str | None]]:
    """What a fresh caller hears asked."""
    scenario = surface("hiding-upstairs", 1)
    mood = scenario.caller.mood
    heard = loaded(mode).understand(text, situation(scenario, Mind(mood.starts, mood.trust), ()))
    return {(one.id, one.slot) for one in heard.intents if one.asks}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_whatever_opens_it_the_question_is_heard_as_alone(question: str, mode: Mode) -> None:
    alone = asked(mode, question.capitalize())
    assert alone
    changed = {opener: heard for opener in OPENERS if (heard := asked(mode, f"{opener} {question}")) != alone}
    assert not changed


@pytest.mark.parametrize("mode", MODES)
def test_the_emergency_number_is_a_greeting_and_no_advice_to_ring_it(mode: Mode) -> None:
    heard = loaded(mode).understand("999 what's your emergency", situation(surface("hiding-upstairs", 1), Mind(""), ()))
    assert [one.id for one in heard.intents][:2] == ["OPEN_GREET", "ASK_WHAT_HAPPENED"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("text", ["help", "Help! Help!", "help me please"])
def test_a_cry_for_help_reassures_nobody(text: str, mode: Mode) -> None:
    heard = loaded(mode).understand(text, situation(surface("hiding-upstairs", 1), Mind(""), ()))
    assert not heard.understood


@pytest.mark.parametrize(
    "text",
    [
        "Police are on their way.",
        "Emergency services will be with you soon.",
        "Sorry, what was that?",
        "Sorry, who?",
        "Hello, are you still there?",
        "Hello, can you hear me?",
        "Sorry to ask, but is anybody hurt?",
        "Have you rung the police?",
        "Hey, don't you worry.",
    ],
)
def test_what_is_one_thing_stays_one(text: str) -> None:
    assert opening_apart(text) == (Piece(text, 0),)


def test_an_apology_in_the_middle_is_set_apart_too() -> None:
    pieces = opening_apart("Stay there. Sorry, what's the postcode?")
    assert [one.text for one in pieces] == ["Stay there.", "Sorry", "what's the postcode?"]
    assert [one.opens for one in pieces] == [False, True, False]


@pytest.mark.parametrize("mode", MODES)
def test_each_part_is_heard_in_the_very_words_that_were_said(mode: Mode) -> None:
    text = "Police emergency, what's the address of the emergency?"
    heard = loaded(mode).understand(text, situation(surface("hiding-upstairs", 1), Mind(""), ()))
    assert {one.id for one in heard.intents} >= {"OPEN_GREET", "ASK_LOCATION"}
    assert all(one.span in text for one in heard.intents)


@pytest.mark.parametrize("mode", MODES)
def test_who_is_told_to_calm_down_first_hears_the_question_all_the_same(mode: Mode) -> None:
    assert asked(mode, "Calm down and tell me where you are.") >= asked(mode, "Tell me where you are.") != set()

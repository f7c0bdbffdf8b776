"""A check at the end of what is said: "okay?", "do you understand?"; nobody answers a question with silence."""

import pytest
from tests_support import scenario_of

from simulator.answers.checks import GOES_ALONG, asks_leave, asks_to_go_along, checks_on_the_way, is_the_check
from simulator.caller import Setting, reply
from simulator.heard import HeardIntent, Understood
from simulator.mind import Mind
from simulator.moments import Moments

OPENED = Mind("frightened", opened=True)


@pytest.mark.parametrize(
    "words",
    [
        "They will knock three times. Okay?", "Stay there for me, all right?", "Do you understand?", "Is that clear?",
        "Tell them about your mum. Will you do that for me?", "Keep the door shut, does that make sense?",
        "I'll stay on, is that all right with you, love?", "I'd like to carry on, if that's okay with you?",
    ],
)  # fmt: skip
def test_a_check_is_known_as_one(words: str) -> None:
    assert asks_to_go_along(words)


@pytest.mark.parametrize("words", ["Where are you?", "Is that clear water?", "Okay.", "Do you understand French?", ""])
def test_other_questions_are_no_check(words: str) -> None:
    assert not asks_to_go_along(words)


def test_the_check_itself_asks_for_nothing_else() -> None:
    assert is_the_check("Do you understand?", "They are coming. Do you understand?")
    assert is_the_check("is that all right with you, love?", "I'll stay, is that all right with you, love?")
    assert not is_the_check("They are coming.", "They are coming. Do you understand?")


def said(words: str, *intents: HeardIntent, understood: bool = True) -> str:
    scenario = scenario_of()
    heard = Understood(text=words, understood=understood, intents=intents)
    return reply(Setting(scenario, 1, Moments({"answered": 0})), OPENED, heard).text


def test_a_check_gets_an_answer_though_nothing_else_was_understood() -> None:
    assert said("They will be as quick as they can. Okay?")


def test_do_you_understand_is_not_a_question_about_language() -> None:
    asks = HeardIntent(id="ASK_COMMS_NEED", confidence=0.98, span="Do you understand?")
    assert "fine like this" not in said("Do you understand?", asks)


def test_a_question_never_meets_silence() -> None:
    assert said("What do the neighbours think of the bins?")
    assert not said("I am writing that down.")


def test_who_asks_leave_for_what_they_do_is_given_it_though_nothing_else_was_heard() -> None:
    words = "I'd like to carry on and take some details, if that's all right with you?"
    assert said(words, understood=False) in (*scenario_of().caller.acknowledges, *GOES_ALONG)
    assert not asks_leave("Is he in the shed, is that all right with you?")


@pytest.mark.parametrize(
    "words", ["Do you understand that, and will you send it back?", "Stay in. Do you follow me? Where are you now?"]
)
def test_a_check_may_stand_before_a_question(words: str) -> None:
    assert checks_on_the_way(words)


@pytest.mark.parametrize("words", ["Do you understand French and German?", "Stay there. Do you understand?", "Where?"])
def test_what_is_none_or_ends_the_words_does_not(words: str) -> None:
    assert not checks_on_the_way(words)


def test_who_is_asked_both_says_first_that_they_follow() -> None:
    asks = HeardIntent(id="ASK_WHEN", confidence=0.95, span="when was it?")
    line = said("Do you understand that, and when was it?", asks)
    assert line.startswith(tuple(scenario_of().caller.acknowledges or GOES_ALONG))
    assert line != said("When was it?", asks)

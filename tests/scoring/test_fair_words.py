"""Words as they were really said: what is jargon, what is refused, what was heard on the line (issue 5: doubt favours
the trainee)."""

import pytest
from small_calls import INTRUDER, QUIET, REQUEST
from tape import journal

from scoring.as_spelled import asked_as_spelled
from scoring.detectors.trade_words import of_the_trade
from scoring.happenings import Happenings
from scoring.perceived import perceived
from scoring.refusing import refused
from scoring.speech import Speech


@pytest.mark.parametrize(
    "text", ["What's the IC?", "we've got an IC1 male on PNC", "so i need the v r m", "he decamped", "it's a grade two"]
)
def test_abbreviations_and_words_of_the_trade_are_jargon(text: str) -> None:
    assert of_the_trade(text)


@pytest.mark.parametrize(
    "text", ["He's a crook.", "has any one got a nife", "Is it WX4 7QD?", "Have you got CCTV?", "PLEASE STAY THERE"]
)
def test_plain_words_oddly_spelled_and_what_everybody_knows_are_not(text: str) -> None:
    assert not of_the_trade(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I can't tell you whether she's safe", "she's safe"),
        ("i carnt tell you her address or any thing about her", "her address"),
        ("I'm not able to say if she has moved.", "she has moved"),
    ],
)
def test_what_a_refusal_names_is_not_given(text: str, words: str) -> None:
    assert refused(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I can't tell you, but she's safe", "she's safe"),
        ("I can't say more. She has moved.", "She has moved"),
        ("She has moved, and I can't tell you more", "She has moved"),
        ("She can't come to the phone", "She can't come to the phone"),
    ],
)
def test_what_stands_outside_the_refusal_is(text: str, words: str) -> None:
    assert not refused(text, words)


def test_a_refusal_spelled_as_heard_is_a_refusal_and_no_disclosure() -> None:
    script = "3 answer\n9 caller press=husband\n14 say NEG_DISCLOSE:her_address: i carnt tell you her address"
    speech = Speech(Happenings(journal(REQUEST, script)))
    assert speech.first("DP_REFUSE") is not None and not speech.surely("NEG_DISCLOSE")


def test_a_question_that_was_understood_is_not_looked_for_in_its_spelling() -> None:
    script = "3 answer\n9 say ASK_INJURY: has he hurt any one with the knife"
    assert asked_as_spelled(Speech(Happenings(journal(INTRUDER, script))), "weapon") is None


def test_a_list_of_words_asks_nothing_whatever_it_names() -> None:
    words = "where address weapon knife gun armed safe injury children suspect vehicle registration postcode landmark"
    script = f"3 answer\n9 say OPEN_GREET: {words}"
    speech = Speech(Happenings(journal(INTRUDER, script)))
    assert asked_as_spelled(speech, "place") is None and asked_as_spelled(speech, "weapon") is None


def test_that_a_caller_cannot_speak_freely_is_heard_and_not_invented() -> None:
    fact = INTRUDER.facts["inside"].model_copy(
        update={
            "told_when": INTRUDER.facts["inside"].told_when.model_copy(update={"asked": ("ASK_SAFE_TO_TALK",)}),
        }
    )
    spoken = Happenings(journal(QUIET, "3 answer\n8 caller: A pizza, please."))
    assert perceived(QUIET, fact, "cannot talk freely", spoken, 20_000)
    assert not perceived(QUIET, fact, "cannot talk freely", spoken, 5_000), "not before anybody was heard"
    assert not perceived(INTRUDER, fact, "cannot talk freely", spoken, 20_000), "not of somebody who can"

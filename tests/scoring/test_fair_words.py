"""Words as they were really said: what is jargon, what is refused, what was heard on the line (issue 5: doubt favours
the trainee)."""

import pytest
from small_calls import INTRUDER, POLICY, QUIET, REQUEST
from tape import journal

from scoring.as_spelled import asked_as_spelled
from scoring.detectors.trade_words import of_the_trade
from scoring.happenings import Happenings
from scoring.perceived import perceived
from scoring.reading import Reading
from scoring.refusing import refused
from scoring.speech import Speech
from scoring.stated_time import names_no_time
from scoring.unheard import never_asked, unheard
from simulator.events import HandlerSaid


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


def test_a_restricted_detail_that_the_caller_said_first_is_not_given_away_by_saying_it_back() -> None:
    back = "14 say NEG_DISCLOSE:her_address: So you mean 42 Tern Walk, Ravensholt."
    for said, times in (("She was at 42 Tern Walk, Ravensholt.", 0), ("Where is she?", 1)):
        script = f"3 answer\n9 caller: {said}\n{back}"
        assert len(Reading(REQUEST, POLICY, journal(REQUEST, script)).disclosures) == times


def test_questions_that_were_not_understood_are_named_where_something_is_called_unasked() -> None:
    script = (
        "3 answer\n9 caller: Help.\n14 say: Has he laid a finger on you?\n20 say ASK_WEAPON\n22 caller tells=crowbar"
    )
    entries = [
        entry.model_copy(update={"event": entry.event.model_copy(update={"understood": False})})
        if isinstance(entry.event, HandlerSaid) and not entry.event.intents
        else entry
        for entry in journal(INTRUDER, script)
    ]
    reading = Reading(INTRUDER, POLICY, tuple(entries))
    assert [turn.said.text for turn in unheard(reading)] == ["Has he laid a finger on you?"]
    assert "some questions were not understood" in never_asked(reading, "hurt")


def test_a_length_of_time_or_how_soon_is_a_time_and_a_refusal_of_both_is_none() -> None:
    assert names_no_time("I can't say how many minutes it will be.")
    assert names_no_time("I can't give you a time to the minute, but as soon as we can.")
    assert not names_no_time("I can't give you a time to the minute, but shortly.")
    assert not names_no_time("I can't promise a time, about an hour.")


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("I've got Joanna Farrow, 22 Mill Lane or something.", 1),
        ("Do you live at 22 Mill Lane?", 0),
        ("I can't tell you whether it is 22 Mill Lane.", 0),
    ],
)
def test_an_address_read_out_to_who_presses_for_one_is_for_the_assessor_though_it_is_another(
    words: str, times: int
) -> None:
    script = f"3 answer\n9 caller press=husband\n14 say: {words}"
    found = Reading(REQUEST, POLICY, journal(REQUEST, script)).disclosures
    assert len(found) == times

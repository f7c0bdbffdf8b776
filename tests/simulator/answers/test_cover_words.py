"""Who pretends to order says which questions their answer is to, and asks for a choice where only that can be given."""

import pytest
from asked_by_hand import heard, surface

from simulator import unspoken
from simulator.answers.cover_words import INVITES, INVITES_BESIDE, answers_together
from simulator.answers.truth import answers_to
from simulator.answers.turn import Line, Setting
from simulator.answers.yes_or_no import closed_clauses
from simulator.heard import HeardIntent, Truth, Understood
from simulator.mind import Mind
from simulator.moments import Moments
from simulator.people import CALLER, as_held

CALL = as_held(surface("a-large-order", 1), CALLER)
COVER = Mind("frightened", opened=True, answers_by="front")


def answer(words: str, *intents: HeardIntent, mind: Mind = COVER) -> Line:
    understood = Understood(text=words, understood=True, intents=intents, truth=answers_to(words, CALL.facts))
    return unspoken.reply(Setting(CALL, 1, Moments({"answered": 0})), mind, understood)


def test_a_no_to_two_questions_is_a_no_to_both() -> None:
    said = answer("Are you hurt at all, and has he hit you tonight?").text.lower()
    assert "neither" in said
    assert "none" in " ".join(answers_together((Truth("no", "here", more=2),), "Is it over?")).lower()


def test_a_yes_to_the_same_thing_asked_twice_is_one_yes() -> None:
    assert not answers_together((Truth("yes", "here"),), "Is he there, is he with you?")
    assert not answers_together((Truth("yes", "here", word="large", more=1),), "Is he there, is he armed?")


def test_what_is_written_for_an_open_question_stands_beside_the_yes() -> None:
    age, asleep = "How old's the little one,", "and is he asleep?"
    line = answer(f"{age} {asleep}", heard("topic", age, "child-age"), heard("ASK_CHILDREN_VULN", asleep))
    assert "two" in line.text.lower()


def test_an_open_question_that_nothing_fits_gets_the_wish_for_a_choice_and_not_twice_running() -> None:
    done, knife = "What has he done tonight,", "and has he got a knife?"
    line = answer(f"{done} {knife}", heard("ASK_WHAT_HAPPENED", done), heard("ASK_WEAPON", knife))
    assert any(line.text.endswith(one) for one in INVITES_BESIDE)
    again = answer(f"{done} {knife}", heard("ASK_WHAT_HAPPENED", done), heard("ASK_WEAPON", knife), mind=line.mind)
    assert not any(one in again.text for one in INVITES_BESIDE)


def test_alone_it_gets_the_wish_for_a_choice_and_a_closed_one_that_they_are_not_sure() -> None:
    openly = "Why does he keep the shed locked?"
    line = answer(openly, heard("ASK_MOTIVE", openly))
    assert line.text in INVITES
    again = answer(openly, heard("ASK_MOTIVE", openly), mind=line.mind)
    assert again.text in INVITES and again.text != line.text
    closed = "Is the shed made of corrugated iron?"
    assert answer(closed, heard("ASK_MOTIVE", closed)).text in CALL.caller.does_not_know


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("where is he now is he close enough to hear", ("is he close enough to hear",)),
        ("alright i understand is there someone in the room with you", ("is there someone in the room with you",)),
        ("do you know where he is", ()),
    ],
)
def test_questions_without_a_mark_are_told_apart(said: str, asked: tuple[str, ...]) -> None:
    assert closed_clauses(said) == asked


@pytest.mark.parametrize("asked", ["Is the child under ten?", "Is there someone there you can't talk in front of?"])
def test_what_handlers_ask_of_her_has_its_yes(asked: str) -> None:
    truth = answers_to(asked, CALL.facts)
    assert truth is not None and truth.answer == "yes"

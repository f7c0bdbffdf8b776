"""A short question of "it" is about the thing named just before it in the same breath."""

import pytest

from simulator.understanding.cutting.grammar_cuts import clauses
from simulator.understanding.cutting.standing_for import with_thing_told, with_things_named


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Do not open that door. Is it locked?", "Is the door locked"),
        ("Was the letter addressed to you? Did you open it?", "Did you open the letter"),
        ("Have you still got the work phone? Where is it now?", "Where is the work phone now"),
        ("Are you in the house? Whereabouts in it?", "Whereabouts in the house"),
        ("That new place of yours, did you tell anyone about it?", "did you tell anyone about That new place of yours"),
        ("That time in May, with the torch, did you report it?", "did you report the torch"),
        ("Is the phone on? Is anybody else able to use it?", "Is anybody else able to use the phone"),
        ("Those five failed tries: were they all yours?", "were Those five failed tries all yours"),
        ("The bank card itself, the plastic one, is it there with you?", "is The bank card itself there with you"),
        ("The baby, is he hurt or only crying?", "is The baby hurt or only crying"),
        ("No. I mean the officer. Are they outside your door now?", "Are the officer outside your door now"),
        ("The envelope, the brown one. Has it a name on it?", "Has The envelope a name on it"),
        ("Your wife, Joanna, the one that left. Does she work?", "Does Your wife work"),
        ("The officers know about your mum. Is she old?", "Is she old"),
        ("I meant your niece. Are you worried she will be cross?", "Are you worried your niece will be cross"),
        ("Which doors are there, front and back? Were they both locked tonight?", "Were the doors locked tonight"),
        ("Are the windows shut? And are they still locked?", "are the windows still locked"),
        ("Which form is it? What's it called?", "What's the form called"),
        ("Has he laid hands on the bell? Is it Collins himself?", "Is it Collins himself"),
        ("Have you moved the phone, or is it somebody else's?", "is the phone somebody else's"),
        ("When does it shut, the shop, and was it five or six times", "was it five or six times"),
        ("Keep it to yourself. What about the chain, is it on now?", "is the chain on now"),
        ("Have you still got your card, or has he asked for that as well?", "has he asked for the card as well"),
        ("That note on the mat. Who wrote it?", "Who wrote That note on the mat"),
        ("You've a card by the phone. What's on it?", "What's on the card"),
        ("Has he a job, and where is it?", "where is his job"),
        ("You went to her work once. Is that right?", "Is that right"),
        ("Could you tell me your date of birth, and is that the name on it?", "is that the name on it"),
        ("Is the envelope still in the bread bin, or have you moved it?", "have you moved the envelope"),
        ("Are you worried about her safety, and how long is it since you slept?", "how long is it since you slept"),
    ],
)
def test_it_is_the_thing_named_before(said: str, asked: str) -> None:
    assert with_things_named(clauses(said))[-1].core == asked


@pytest.mark.parametrize(
    "said",
    [
        "I'll tell the officers. Is it quiet now?",
        "Is it locked?",
        "The officers are outside. Are they locked out?",
        "The door is open, is he there?",
        "Who is it in your house? Do you know them?",
        "Have you got the key? Is she upstairs with you?",
        "Where's the phone? Did he say when it was that he rang the bank and what he wanted there?",
        "That helps. How do you know him?",
    ],
)
def test_where_no_thing_was_named_or_the_question_has_words_of_its_own_nothing_changes(said: str) -> None:
    assert with_things_named(clauses(said)) == clauses(said)


@pytest.mark.parametrize(
    ("bidden", "asked", "meant"),
    [
        ("Put the chain on for me now, please.", "Have you done it?", "have you put the chain on"),
        ("Can you lock the bedroom door?", "Is that done now?", "have you lock the bedroom door"),
        ("I'd like you to go upstairs.", "Did you do that?", "have you go upstairs"),
    ],
)
def test_have_you_done_it_asks_of_what_they_were_told_to_do(bidden: str, asked: str, meant: str) -> None:
    assert with_thing_told(clauses(asked), "All right.", bidden)[0].core == meant


def test_did_you_do_it_without_anything_to_do_is_left_as_it_is() -> None:
    assert with_thing_told(clauses("Did you do it?"), "All right.", "What's your name?") == clauses("Did you do it?")


def test_words_of_the_same_it_before_the_question_leave_it_what_they_named() -> None:
    found = clauses("Have a gander at it for me. What does it say?")
    assert with_thing_told(found, "It's on my bit of paper.")[-1].core == "What does the paper say"

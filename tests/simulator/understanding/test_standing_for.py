"""A short question of "it" is about the thing named just before it in the same breath."""

import pytest

from simulator.understanding.grammar_cuts import clauses
from simulator.understanding.standing_for import with_things_named


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Do not open that door. Is it locked?", "Is the door locked"),
        ("Was the letter addressed to you? Did you open it?", "Did you open the letter"),
        ("Have you still got the work phone? Where is it now?", "Where is the work phone now"),
        ("Are you in the house? Whereabouts in it?", "Whereabouts in the house"),
        ("That new place of yours, did you tell anyone about it?", "did you tell anyone about That new place of yours"),
        ("Is the phone on? Is anybody else able to use it?", "Is anybody else able to use the phone"),
        ("Those five failed tries: were they all yours?", "were Those five failed tries all yours"),
        ("The bank card itself, the plastic one, is it there with you?", "is The bank card itself there with you"),
        ("The baby, is he hurt or only crying?", "is The baby hurt or only crying"),
    ],
)
def test_it_is_the_thing_named_before(said: str, asked: str) -> None:
    assert with_things_named(clauses(said))[-1].core == asked


@pytest.mark.parametrize(
    "said",
    [
        "I'll tell the officers. Is it quiet now?",
        "Is it locked?",
        "The door is open, is he there?",
        "Who is it in your house? Do you know them?",
        "Have you got the key? Is she upstairs with you?",
        "Where's the phone? Did he say when it was that he rang the bank and what he wanted there?",
    ],
)
def test_where_no_thing_was_named_or_the_question_has_words_of_its_own_nothing_changes(said: str) -> None:
    assert with_things_named(clauses(said)) == clauses(said)

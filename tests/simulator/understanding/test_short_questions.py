"""A short question leans on what the caller has just said; where that gives it no meaning it has none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.understanding.followups import follow_up
from simulator.understanding.situation import Situation
from simulator.understanding.understand import load_understanding


@pytest.mark.parametrize(
    ("caller", "asked", "meant"),
    [
        ("He's got a knife.", "What kind?", "ASK_WEAPON"),
        ("He's got a knife.", "okay what sort of one is it", "ASK_WEAPON"),
        ("He's got a knife in his hand.", "Has he still got it?", "ASK_WEAPON"),
        ("They went off in a car.", "What colour?", "ASK_DESC_VEHICLE"),
        ("They went off in a car.", "And what make was it?", "ASK_DESC_VEHICLE"),
        ("My arm's bleeding.", "How bad is it?", "ASK_INJURY"),
        ("He's been drinking since dinner.", "How much?", "ASK_ALCOHOL_DRUGS"),
        ("They've taken my laptop.", "Which one?", "ASK_CRIME_DETAIL"),
        ("He had a knife and he drove off in a van.", "What kind?", "ASK_DESC_VEHICLE"),
    ],
)
def test_a_short_question_is_about_what_was_said_last(caller: str, asked: str, meant: str) -> None:
    assert follow_up(asked, caller) == meant
    heard = load_understanding().understand(asked, Situation(last_caller_line=caller))
    assert [intent.id for intent in heard.intents] == [meant]
    assert heard.decided_by == ("context",)


@pytest.mark.parametrize("asked", ["What kind?", "How bad is it?", "Has he still got it?", "How much?"])
def test_without_a_line_that_gives_it_meaning_it_means_nothing_more_than_its_words(asked: str) -> None:
    assert follow_up(asked, "") is None
    assert follow_up(asked, "I don't know, I really don't.") is None


def test_a_question_with_words_of_its_own_does_not_lean() -> None:
    assert follow_up("What kind of biscuits do you like?", "He's got a knife.") is None
    assert follow_up("What's your name?", "He's got a knife.") is None


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_words_after_any_line_are_taken(asked: str, caller: str) -> None:
    follow_up(asked, caller)

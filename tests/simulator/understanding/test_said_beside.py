"""What only stands beside a question asks nothing: its reason, what need not be told, an apology (issue 3)."""

import pytest

from simulator.heard import HeardIntent
from simulator.understanding.brought import Brought
from simulator.understanding.cutting.clauses import Clause, core
from simulator.understanding.said_beside import beside_questions

ASKED = "What's your daughter's name?"


def clause(words: str) -> Clause:
    return Clause(words, core(words), 0)


def asks_still(words: str, beside: str = ASKED, *, first: str = "topic") -> bool:
    """Whether what was heard in the words is still a question where they stand before another."""
    heard = Brought((HeardIntent(id=first, slot="any", confidence=0.9, span=words),))
    return any(
        one.id == first for one in beside_questions([clause(words), clause(beside)], [heard, Brought()])[0].intents
    )


@pytest.mark.parametrize(
    "words",
    [
        "You don't have to tell me her name.",
        "Because I'd like to understand the whole picture.",
        "so that I'm not just talking to a stranger",
        "From where you're standing",
        "That helps.",
        "And sorry, you asked about the date of birth.",
        "Oh, um, sorry.",
        "Sorry, yeah, you did.",
        "I didn't ask about the form.",
        "That's not what I asked.",
        "so somebody here can ring him?",
        "Of course you are.",
        "I bet it was.",
    ],
)
def test_it_asks_nothing(words: str) -> None:
    assert not asks_still(words)


@pytest.mark.parametrize(
    "words",
    [
        "Because I'd like to be sure, what's your name?",
        "So they know you're there?",
        "Do you have to tell him?",
        "Sorry, is he armed?",
        "Tell me her name.",
        "Of course you are the owner?",
    ],
)
def test_a_question_in_words_of_its_own_is_asked(words: str) -> None:
    assert asks_still(words)


def test_an_apology_alone_is_left_as_it_was_heard() -> None:
    assert asks_still("Sorry?", "Thank you.")


def test_a_refusal_is_a_refusal_whatever_topic_it_resembles() -> None:
    words = "I can't say whether she has rung us."
    refused = HeardIntent(id="DP_NCND", confidence=0.97, span=words, beside=True)
    heard = Brought((HeardIntent(id="topic", slot="rung-us", confidence=0.9, span=words), refused))
    left = beside_questions([clause(words), clause(ASKED)], [heard, Brought()])[0]
    assert [(one.id, one.beside) for one in left.intents] == [("DP_NCND", False)]


def test_the_end_of_what_is_told_asks_nothing() -> None:
    told, rest = clause("I won't tell you whether she's safe"), clause("or where she is")
    heard = Brought((HeardIntent(id="topic", slot="where", confidence=0.9, span=rest.text),))
    found = beside_questions([told, rest, clause(ASKED)], [Brought(), heard, Brought()])
    assert not found[1].intents

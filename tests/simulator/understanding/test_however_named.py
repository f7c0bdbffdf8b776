"""A secret is given away whoever it names, in any tense, and in other words; not refused, asked or only supposed."""

import pytest

from scenarios.catalogue import Catalogue
from simulator.secrets import secrets
from simulator.understanding.cutting.grammar_cuts import clauses
from simulator.understanding.named_person import by_pronoun
from simulator.understanding.restricted import slips

FARROW = secrets(Catalogue().get("ex-after-an-address").for_seed(1))
ORDER = secrets(Catalogue().get("a-large-order").for_seed(1))


def told(words: str, last_line: str = "") -> set[str]:
    """The secrets that the words give away."""
    found = (slip for clause in clauses(words) for slip in slips(clause, FARROW, last_line))
    return {slip.secret for slip in found if slip.what == "disclosed"}


@pytest.mark.parametrize(
    ("words", "secret"),
    [
        ("Joanna moved out weeks ago.", "she-moved"),
        ("Joannas moved.", "she-moved"),
        ("Your wife's at a new address now.", "she-moved"),
        ("The lady has gone from there.", "she-moved"),
        ("Mrs Farrow isn't living there any more.", "she-moved"),
        ("Your ex found herself a new place.", "she-moved"),
        ("She'd relocated by then.", "she-moved"),
        ("She's stopping somewhere else these days.", "she-moved"),
        ("Joanna Farrow phoned us on Monday.", "she-reported"),
        ("Your wife made a complaint.", "she-reported"),
        ("She spoke with one of my colleagues.", "she-reported"),
        ("We've had a statement from Joanna.", "she-reported"),
        ("The report came from your missus.", "she-reported"),
        ("Joanna's been on to us about you.", "she-reported"),
        ("Joanna's doing really well.", "how-she-is"),
        ("Your wife is perfectly safe.", "how-she-is"),
        ("The lady's all right, love.", "how-she-is"),
        ("Nothing has happened to your wife.", "how-she-is"),
        ("No need to worry about Joanna.", "how-she-is"),
    ],
)
def test_by_name_by_relation_in_any_tense_it_is_given_away(words: str, secret: str) -> None:
    assert secret in told(words)


@pytest.mark.parametrize(
    "words",
    [
        "Has Joanna moved?",
        "I can't say whether your wife has moved.",
        "If Joanna had rung us I couldn't tell you.",
        "Joanna can ring us herself.",
        "What your wife can do is ring us.",
        "She'd have to come in to the station.",
        "We'd want to make sure Joanna is safe.",
        "I hope your wife is well.",
        "She isn't there with you now, then.",
        "You said Joanna moved out in August.",
        "Your wife's own insurer can write to us.",
        "Are you and Joanna living together?",
    ],
)
def test_a_question_a_refusal_and_a_supposition_give_nothing_away(words: str) -> None:
    assert told(words) == set()


def test_what_the_caller_has_just_said_is_not_given_away_by_saying_it_back() -> None:
    assert told("So she has somewhere else to live.", "She's got somewhere else, I know that much.") == set()


def test_another_persons_secret_is_hers_where_the_scenario_speaks_of_her() -> None:
    clause = clauses("Kelly rang the police about you.")[0]
    assert [slip.secret for slip in slips(clause, ORDER, "")] == ["her_call"]


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Joanna's moved", "she's moved"),
        ("It is Joanna's new address", "it is her new address"),
        ("your ex-wife's fine", "she's fine"),
        ("I told Mrs Farrow so", "i told she so"),
        ("Mr Farrow moved", "mr farrow moved"),
    ],
)
def test_whoever_is_named_stands_as_she(words: str, read: str) -> None:
    assert by_pronoun(words, ("Joanna Farrow",), "she") == read

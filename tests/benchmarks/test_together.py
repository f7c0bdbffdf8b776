"""Two questions in one line: drawn by a seed, joined, and each half judged by its own row."""

import pytest

from benchmarks.asked import Reply, Row
from benchmarks.together import JOINS, Half, half_answered, in_pairs, joined, single
from scenarios.catalogue import Catalogue

HIDING = Catalogue().get("hiding-upstairs").for_seed(1)
NAME = Row("What's your name?", ("name",))
HURT = Row("Is anyone hurt there?", ("no|/hurt/",))
LOCKED = Row("Is the door locked now?", ("yes",))


def half(row: Row, text: str, *answers: str) -> Half:
    return Half(row, Reply(text=text, answers=answers))


def test_a_row_of_one_plain_question_is_drawn_and_no_other() -> None:
    assert single(NAME)
    assert single(Row("What's your name? Go ahead.", ("name",)))
    assert not single(Row("What's your name? And your age?", ("name", "/sixty/")))
    assert not single(Row("Stay there, is the door locked?", ("yes",)))
    assert not single(Row("Is he still there, isn't he?", ("yes",)))


@pytest.mark.parametrize(
    ("join", "said"),
    [
        ("comma and", "What's your name, and is anyone hurt there?"),
        ("apart", "What's your name? And is anyone hurt there?"),
        ("unmarked", "what's your name is anyone hurt there"),
        ("right", "Right, what's your name? ... Is anyone hurt there?"),
    ],
)
def test_two_questions_are_joined_as_people_join_them(join: str, said: str) -> None:
    assert joined(JOINS[join], NAME, HURT) == said


def test_the_word_that_gives_a_relayed_turn_away_is_said_once_at_the_end() -> None:
    one, other = Row("What's your name? Go ahead.", ("name",)), Row("Is anyone hurt? Go ahead.", ("no",))
    assert joined(JOINS["apart"], one, other) == "What's your name? And is anyone hurt? Go ahead."


def test_the_same_seed_draws_the_same_pairs_and_never_two_of_the_same_thing() -> None:
    found = [half(NAME, "Ellen.", "a"), half(HURT, "Nobody's hurt.", "b"), half(LOCKED, "Yes, it is.", "c")]
    assert in_pairs(found, 9, 1) == in_pairs(found, 9, 1)
    relayed = [half(NAME, "Ellen. Go ahead.", "a"), half(HURT, "Nobody. Go ahead.", "b")]
    assert len(in_pairs(relayed, 9, 1)) == 2
    again = half(Row("Who am I speaking to?", ("name",)), "Ellen.", "a")
    assert not in_pairs([found[0], again], 9, 1)
    assert not in_pairs([found[0], half(Row("Is it dark?", ("yes",), after=("Hello.",)), "Yes.")], 9, 1)


def test_a_bare_yes_is_the_half_s_own_and_not_the_other_s() -> None:
    locked = half(LOCKED, "Yes, it is.", "topic:locked")
    assert half_answered(locked, HIDING, Reply(text="Ellen Marsh. Yes, it is.", answers=("topic:locked",)))
    assert not half_answered(locked, HIDING, Reply(text="Yes, he's there.", answers=("topic:there",)))
    assert half_answered(locked, HIDING, Reply(text="Yeah, I'll have both."))
    hurt = half(HURT, "Nobody's hurt.", "topic:hurt")
    assert half_answered(hurt, HIDING, Reply(text="Ellen Marsh. I'm not hurt."))

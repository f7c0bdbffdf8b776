"""A short question that takes up what was just told is known for one, and asks what it asks of that."""

import pytest

from simulator.answers.follow_on import FollowOn, detail_told, follow_on, things, topic_asked


@pytest.mark.parametrize(
    ("words", "told", "asked"),
    [
        ("Which one?", "One's got a crowbar.", FollowOn("which")),
        ("Right, sorry, which arm is that?", "My left arm hurts.", FollowOn("which", "arm")),
        ("Okay. Whose arm?", "His arm is in!", FollowOn("whose", "arm")),
        ("And when was that?", "There was a torch once.", FollowOn("when")),
        ("Where's that then?", "The family court.", FollowOn("where")),
        ("What sort?", "He shouted something.", FollowOn("sort")),
        ("What did it say?", "There was a letter.", FollowOn("saying")),
    ],
)
def test_hardly_a_word_of_its_own_takes_up_what_was_told(words: str, told: str, asked: FollowOn) -> None:
    assert follow_on(words, told) == asked


@pytest.mark.parametrize(
    "words", ["Which road are you on?", "Whose phone?", "When did he ring?", "Where are you?", "What is your name?"]
)
def test_a_question_with_words_of_its_own_does_not(words: str) -> None:
    assert follow_on(words, "My left arm hurts.") is None


def test_the_line_itself_says_whose_which_and_when() -> None:
    assert detail_told(FollowOn("which", "arm"), "My left arm hurts.") == "The left arm."
    assert detail_told(FollowOn("whose", "arm"), "My arm hurts.") == "My arm."
    assert detail_told(FollowOn("when"), "I went to reception. In August.") == "In August."
    assert detail_told(FollowOn("where"), "It was in the post. I opened it.") == "It was in the post."
    assert not detail_told(FollowOn("which", "arm"), "The arm hurts.")
    assert not detail_told(FollowOn("when"), "There was a torch in the garden once.")


def test_a_topic_asks_the_same_where_its_own_question_names_what_was_told() -> None:
    topics = (
        ("armed", ("Who is holding the crowbar?", "Which of them has the crowbar?")),
        ("van", ("Which end is the van?",)),
        ("size", ("How big is the crowbar?",)),
    )
    assert topic_asked(FollowOn("which"), "One's got a crowbar. I saw it.", topics, ()) == ("armed",)
    assert topic_asked(FollowOn("when"), "One's got a crowbar. I saw it.", topics, ()) == ()


def test_what_a_line_names_stands_behind_an_article_or_an_owner() -> None:
    assert things("There's nobody. My niece comes on a Sunday.") >= things("my niece")
    assert not things("Nobody. I manage.")


def test_a_question_that_only_tells_at_what_moment_it_was_is_no_question_of_a_time() -> None:
    of_time = topic_asked(FollowOn("when"), "I put the torch out.", [("time", ("When was the torch put out?",))], ())
    of_it = topic_asked(FollowOn("when"), "I put the torch out.", [("it", ("When the torch went out, did he?",))], ())
    assert of_time == ("time",) and of_it == ()

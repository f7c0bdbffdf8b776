"""What stands word for word among a topic's examples asks that topic."""

from simulator.heard import HeardIntent
from simulator.understanding.lasting import Lasting
from simulator.understanding.written_for import as_written

TOPICS = Lasting(
    (
        ("plate-sure", ("How sure are you of the plate?", "Are you sure you read it right?", "Sure?")),
        ("door", ("Is the door shut?", "Leave the door as it is.", "Who was it?")),
        ("who", ("Who was it?", "Which of them was it?")),
    )
)
COUNT = HeardIntent(id="topic", slot="count", confidence=0.8, span="How sure are you of the plate?")
BLAME = HeardIntent(id="NEG_RUDE_BLAME", confidence=0.7, span="are you sure you read it right")
VEHICLE = HeardIntent(id="ASK_DESC_VEHICLE", confidence=0.8, span="How sure are you of the plate?")
ADVICE = HeardIntent(id="ADV_SAFETY", slot="leave the door", confidence=0.9, span="Leave the door as it is.")


def heard(text: str, *intents: HeardIntent, clauses: tuple[str, ...] = ()) -> list[str]:
    return [one.name for one in as_written(intents, text, clauses or (text,), TOPICS) if not one.beside]


def test_the_very_words_of_an_example_ask_its_topic_and_no_other() -> None:
    assert heard("How sure are you of the plate?", COUNT, VEHICLE) == ["topic:plate-sure"]


def test_what_only_leads_on_to_the_very_words_or_from_them_changes_nothing() -> None:
    assert heard("And how sure are you of the plate?", COUNT) == ["topic:plate-sure"]
    assert heard("Is the door shut, or", COUNT.model_copy(update={"span": "Is the door shut, or"})) == ["topic:door"]
    assert heard("And sure?") == []


def test_what_such_words_ask_in_general_stands_beside_it() -> None:
    found = as_written((VEHICLE,), VEHICLE.span, (VEHICLE.span,), TOPICS)
    assert [(one.name, one.beside) for one in found] == [("topic:plate-sure", False), ("ASK_DESC_VEHICLE", True)]


def test_a_question_that_the_author_thought_of_is_no_slight() -> None:
    assert heard("are you sure you read it right", BLAME) == ["topic:plate-sure"]


def test_one_clause_of_a_longer_line_asks_it_beside_what_the_others_ask() -> None:
    name = HeardIntent(id="ASK_PERSON_DETAILS", slot="name", confidence=0.9, span="What's your name?")
    clauses = ("What's your name?", "How sure are you of the plate?")
    assert heard(" ".join(clauses), name, COUNT, clauses=clauses) == ["ASK_PERSON_DETAILS:name", "topic:plate-sure"]


def test_advice_in_such_words_is_advice_still_and_within_a_longer_line_asks_nothing() -> None:
    assert heard("Leave the door as it is.", ADVICE) == ["topic:door", "ADV_SAFETY:leave the door"]
    clauses = ("Stay there.", "Leave the door as it is.")
    assert heard(" ".join(clauses), ADVICE, clauses=clauses) == ["ADV_SAFETY:leave the door"]


def test_words_that_two_topics_have_are_left_to_what_they_are_like() -> None:
    assert heard("Who was it?", COUNT) == ["topic:count"]


def test_a_word_or_two_ask_only_with_the_mark_of_a_question() -> None:
    assert heard("Sure?") == ["topic:plate-sure"]
    assert heard("Sure.") == []

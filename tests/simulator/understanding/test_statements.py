"""What a handler says is no question, however near it lies to one: kind words, what happens next."""

import pytest

from simulator.understanding.situation import Situation
from simulator.understanding.understand import Listener, load_understanding

ASKED = (
    ("how-feel", ("How are you doing?", "Are you doing all right?", "You doing well?")),
    ("when-they-come", ("When are officers being sent?", "Are officers being sent to me now?")),
)
TOLD = (("they-come", ("Officers are being sent to you now.", "The police are on their way to you.")),)


@pytest.fixture(scope="module")
def listener() -> Listener:
    return load_understanding()


def topics_of(listener: Listener, said: str, topics: tuple[tuple[str, tuple[str, ...]], ...]) -> set[str | None]:
    heard = listener.understand(said, Situation(topics=topics))
    return {one.slot for one in heard.intents if one.id == "topic"}


@pytest.mark.parametrize("said", ["You're doing really well.", "Officers are being sent to you right now."])
def test_a_statement_is_not_the_question_it_resembles(listener: Listener, said: str) -> None:
    assert topics_of(listener, said, ASKED) == set()


def test_a_topic_that_is_told_is_heard_in_a_statement(listener: Listener) -> None:
    assert topics_of(listener, "Officers are being sent to you right now.", TOLD) == {"they-come"}


def test_a_question_is_heard_as_before(listener: Listener) -> None:
    assert topics_of(listener, "How are you doing there?", ASKED) == {"how-feel"}


@pytest.mark.parametrize("said", ["Opposite the phone box, got you.", "The old dining room, noted."])
def test_what_is_taken_up_asks_nothing(listener: Listener, said: str) -> None:
    assert not listener.understand(said, Situation()).intents


def test_saying_after_the_caller_is_no_question_beside_another(listener: Listener) -> None:
    scene = Situation(last_caller_line="He's asleep, Dad. Downstairs.")
    heard = listener.understand("Downstairs? Are you hurt?", scene)
    assert [one.id for one in heard.intents] == ["ASK_INJURY"]

"""Who is with the caller now answers no question of who is with somebody else, who knows, or who could come."""

import pytest

from simulator.understanding.company import asks_otherwise, of_another
from simulator.understanding.situation import Situation
from simulator.understanding.understand import load_understanding


@pytest.mark.parametrize(
    "words",
    ["who's with your mum", "is somebody looking after the baby", "who else knows you're there", "is she with him"],
)
def test_these_ask_of_another(words: str) -> None:
    assert of_another(words) and asks_otherwise(words)


@pytest.mark.parametrize(
    "words", ["who's with you", "are you on your own", "who helps you with the door", "anyone there"]
)
def test_these_may_ask_of_the_caller(words: str) -> None:
    assert not of_another(words)


@pytest.mark.parametrize("words", ["who could come round", "who lives with you", "is there a friend you trust"])
def test_for_these_a_topic_may_be_nearer(words: str) -> None:
    assert asks_otherwise(words)


def test_a_topic_of_who_could_come_wins_where_the_call_has_one() -> None:
    topics = (("could-come", ("Who could come round to be with you?", "Is there a neighbour who could come?")),)
    situation = Situation(topics=topics, asked=("ASK_SUPPORT_PRESENT",))
    found = load_understanding("semantic").understand("Who could come round?", situation).intents
    assert "could-come" in {one.slot for one in found if not one.beside}

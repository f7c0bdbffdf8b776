"""What was only said by the way is passed over, and words that belong to another question ask nothing alone."""

import pytest

from simulator.heard import HeardIntent, Understood
from simulator.worth import by_the_way, worth_answering


def topic(slot: str, span: str) -> HeardIntent:
    return HeardIntent(id="topic", slot=slot, confidence=0.9, span=span)


def beside(name: str, span: str) -> HeardIntent:
    return HeardIntent(id=name, confidence=0.9, span=span, beside=True)


def left(text: str, *heard: HeardIntent) -> list[str | None]:
    return [
        one.slot for one in worth_answering(Understood(text=text, understood=True, intents=heard), opening_now=False)
    ]


WITH_HER = topic("with-her", "Are you with her?")


@pytest.mark.parametrize("means", ["ADV_STAY_LINE", "HOLD_EXPLAIN", "EXPL_NEXT", "EMP_REASSURE"])
def test_a_topic_said_by_the_way_beside_a_question_is_only_a_courtesy(means: str) -> None:
    said = topic("stay-talking", "Stay on the line with me.")
    heard = (said, beside(means, said.span), WITH_HER)
    assert by_the_way(said, heard) and not by_the_way(WITH_HER, heard)
    assert not by_the_way(said, heard[:2])


def test_advice_with_an_answer_of_its_own_is_answered_beside_a_question() -> None:
    said = topic("lock-it", "Lock the door.")
    assert not by_the_way(said, (said, beside("ADV_SAFETY", said.span), WITH_HER))


def test_a_detail_that_was_not_caught_is_not_asked_for_beside_a_question() -> None:
    vague = HeardIntent(id="ASK_PERSON_DETAILS", confidence=0.8, span="Take your daughter")
    assert by_the_way(vague, (vague, WITH_HER)) and not by_the_way(vague, (vague,))


@pytest.mark.parametrize("whom", ["you or your father?", "him or her?", "your mum and you?"])
def test_whom_a_question_is_about_is_no_question_of_its_own(whom: str) -> None:
    hurt = topic("hurt", "Has anyone been hurt")
    assert left(f"Has anyone been hurt, {whom}", hurt, topic("parent-is", whom)) == ["hurt"]
    assert left(f"Has anyone been hurt? {whom}", hurt, topic("parent-is", whom)) == ["hurt", "parent-is"]


def test_what_the_next_question_is_about_is_no_question_of_its_own() -> None:
    plate = topic("plate", "did you get the number plate?")
    assert left("The van, did you get the number plate?", topic("van-seen", "The van"), plate) == ["plate"]
    assert left("Seen the van? Its colour?", topic("van", "Seen the van?"), topic("colour", "Its colour?")) == [
        "van",
        "colour",
    ]

"""No yes or no contradicts the fact that answers the question, and none stands where nothing was asked with it."""

from itertools import product

import pytest
from asked_by_hand import heard, said, surface

from simulator.answers.answer_word import said_yes_or_no
from simulator.answers.word_fits import NOTHING_ELSE
from simulator.answers.worth import worth_answering
from simulator.heard import Understood
from simulator.mind import Mind

SPOKEN = (
    "a-helpful-sergeant", "car-in-the-ditch", "ex-after-an-address", "hiding-upstairs", "locked-out-member",
    "nobody-has-come", "noises-downstairs",
)  # fmt: skip
FRONT = Mind("frightened", opened=True, answers_by="front")


@pytest.mark.parametrize("words", ["has he hurt you", "Has he hurt you? Yes or no.", "Are you hurt?"])
def test_whichever_topic_is_heard_who_is_not_hurt_says_no(words: str) -> None:
    for seed in range(1, 7):
        for slot in ("hurt-or-threatened", "threatens", "hurt-you"):
            line = said(surface("a-large-order", seed), FRONT, words, heard("topic", words, slot), seed=seed)
            assert said_yes_or_no(line.text) == "no", (seed, slot)
            assert [one.fact for one in line.tells] == ["unhurt"]


def test_the_topic_itself_is_still_answered_with_yes() -> None:
    words = "Is he hurting you or threatening to?"
    line = said(surface("a-large-order", 1), FRONT, words, heard("topic", words, "hurt-or-threatened"))
    assert said_yes_or_no(line.text) == "yes"


@pytest.mark.parametrize("call", SPOKEN)
@pytest.mark.parametrize("words", ["Anything you want to ask me?", "Is there anything else worrying you?"])
def test_anything_else_gets_no_bare_yes(call: str, words: str) -> None:
    for seed in range(1, 4):
        scenario = surface(call, seed)
        for slot in scenario.topics:
            line = said(scenario, Mind("calm", opened=True), words, heard("topic", words, slot), seed=seed)
            told = [one for one in line.tells if one.how == "asked"]
            assert told or said_yes_or_no(line.text) != "yes", (seed, slot, line.text)


def test_who_still_waits_for_an_answer_asks_it_when_they_may() -> None:
    words = "Anything you want to ask me?"
    scenario = surface("a-helpful-sergeant", 8)
    waits = scenario.questions[0]
    mind = Mind("calm", opened=True, questions_asked=(waits.id,), questions_open=(waits.id,))
    assert said(scenario, mind, words, heard("topic", words, "may-i-ask"), seed=8).text in (*waits.again, *waits.says)
    free = said(scenario, Mind("calm", opened=True), words, heard("topic", words, "may-i-ask"), seed=8)
    assert free.text in NOTHING_ELSE


def test_an_open_question_gets_no_yes_or_no_before_its_answer() -> None:
    scenario = surface("a-helpful-sergeant", 8)
    for seed, words in product(range(1, 7), ("Desmond, what's he doing now?", "And which door is he at?")):
        at_door = {"at-the-door": 1}
        mind = Mind("calm", opened=True)
        line = said(scenario, mind, words, heard("topic", words, "what-he-does"), seed=seed, **at_door)
        assert line.text and said_yes_or_no(line.text) is None


@pytest.mark.parametrize("or_whom", ["or your mum?", "or him?", "or your son or your daughter?"])
def test_an_or_that_names_whom_asks_nothing_of_its_own(or_whom: str) -> None:
    hurt = heard("topic", "Are you hurt yourself at all?", "hurt-you")
    other = heard("topic", or_whom, "parent-is")
    words = f"Are ye hurt yersel' at all, {or_whom}"
    understood = worth_answering(Understood(text=words, understood=True, intents=(hurt, other)), opening_now=False)
    assert understood == (hurt,)

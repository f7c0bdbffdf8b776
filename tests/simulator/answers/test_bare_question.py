"""A bare question is one of what the caller has just said, and "are you sure?" no slight (issue 3: what was asked)."""

from collections.abc import Callable

import pytest
from asked_by_hand import heard, said, surface

from simulator.answers.bare_question import I_JUST_KNOW, I_THINK_SO, IM_SURE, says_of_it, way_asked, with_bare_question
from simulator.heard import Understood
from simulator.mind import Mind

CALL = "a-helpful-sergeant"
TOLD = "He had me fetch four thousand pounds out. It's in an envelope in the bread bin."
AFTER = Mind("calm", opened=True, last_line=TOLD, about=("ASK_WHAT_HAPPENED", "cash"), told=("cash",))


def likest(word: str) -> Callable[[str, tuple[str, ...]], tuple[float, ...]]:
    """Likeness by one word that the question shares with what was told."""
    return lambda told, examples: tuple(0.6 if word in told and word in one else 0.1 for one in examples)


def asked(words: str, *, told: Mind = AFTER, like: str = "bread") -> Understood:
    guessed = heard("NEG_RUDE_BLAME", words, sure=0.7)
    understood = Understood(text=words, understood=True, intents=(guessed,))
    return with_bare_question(surface(CALL, 1), told, understood, likest(like))


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("Why?", "why"),
        ("And why is that, Mrs Dale?", "why"),
        ("Okay. How come?", "why"),
        ("How do you know?", "known"),
        ("what makes you think that", "known"),
        ("Who told you that?", "who"),
        ("When was that, roughly?", "when"),
        ("Since when?", "since"),
        ("Are you quite sure about that?", "sure"),
        ("What do you mean by that?", "meant"),
        ("How sure are you of that?", "sure"),
        ("What did she say to that?", "said"),
        ("And what did you say back to that?", "replied"),
        ("What did she say to the police?", None),
        ("The bread bin? Why?", "why"),
        ("Why did he ring?", None),
        ("The garden? Why?", None),
        ("Are you sure he's gone?", None),
    ],
)
def test_in_which_way_a_bare_question_asks(words: str, way: str | None) -> None:
    assert way_asked(words, TOLD) == way


def test_why_asks_why_of_what_was_told() -> None:
    (intent,) = asked("Why?").intents
    assert (intent.id, intent.slot) == ("topic", "why-there")


def test_what_nothing_was_written_for_is_a_request_to_explain_and_no_slight() -> None:
    for words in ("Why?", "Are you sure?", "How do you know?"):
        (intent,) = asked(words, like="elsewhere").intents
        assert intent.id == "LISTEN_CLARIFY"


def test_what_do_you_mean_of_a_fact_asks_to_hear_it_again() -> None:
    (intent,) = asked("What do you mean?").intents
    assert intent.id == "ASK_REPEAT"


def test_a_bare_question_brings_out_no_fact_that_was_not_told() -> None:
    scenario = surface(CALL, 1)
    fact = next(name for name, one in scenario.facts.items() if any("topic:" in ask for ask in one.told_when.asked))
    topic = next(ask.removeprefix("topic:") for ask in scenario.facts[fact].told_when.asked if "topic:" in ask)
    questions = {"Why this thing?", "Why ever is that thing so?"}
    topics = {**scenario.topics, topic: scenario.topics[topic].model_copy(update={"examples": tuple(questions)})}
    changed = scenario.model_copy(update={"topics": topics})
    told = Mind("calm", opened=True, last_line="There's this thing.", about=("ASK_WHAT_HAPPENED",))
    words = Understood(text="Why?", understood=True, intents=())
    assert with_bare_question(changed, told, words, likest("thing")).intents[0].id == "LISTEN_CLARIFY"
    knows = Mind("calm", opened=True, last_line="There's this thing.", about=(), told=(fact,))
    assert with_bare_question(changed, knows, words, likest("thing")).intents[0].slot == topic


def test_to_the_callers_own_question_only_are_you_sure_is_taken_up() -> None:
    asking = Mind("calm", opened=True, last_line="Is he one of yours?", about=())
    assert asked("Why?", told=asking).intents[0].id == "NEG_RUDE_BLAME"
    assert asked("Are you sure?", told=asking).intents[0].id == "LISTEN_CLARIFY"
    assert asked("Are you sure?", told=Mind("calm")).intents[0].id == "LISTEN_CLARIFY"


def test_more_than_a_bare_question_is_left_as_it_was_heard() -> None:
    assert asked("Are you sure he's gone?").intents[0].id == "NEG_RUDE_BLAME"


def test_are_you_sure_is_answered_as_surely_as_it_was_told() -> None:
    assert says_of_it("sure", "He's in the kitchen.") == IM_SURE
    assert says_of_it("sure", "Two of them, I think.") == I_THINK_SO
    assert says_of_it("known", TOLD) == I_JUST_KNOW
    assert says_of_it("why", TOLD) == ()


def test_the_caller_says_so() -> None:
    sure = said(surface(CALL, 1), AFTER, "Are you sure?", heard("LISTEN_CLARIFY", "Are you sure?"))
    assert any(one in sure.text for one in IM_SURE)
    assert not sure.tells


def test_why_without_an_answer_is_not_known() -> None:
    line = said(surface(CALL, 1), AFTER, "How come?", heard("LISTEN_CLARIFY", "Since when?"))
    assert any(one in line.text for one in surface(CALL, 1).caller.does_not_know)


CALLED = "Craig, they call him. Last week he wants to pay later, and I say no."


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("Who calls him Craig?", "who"),
        ("Craig, okay. Who's they?", "who"),
        ("Why does he want to pay later?", "why"),
        ("Who called the police?", None),
        ("Who are they to you?", None),
    ],
)
def test_a_question_in_the_callers_own_words_is_as_bare(words: str, way: str | None) -> None:
    assert way_asked(words, CALLED) == way


def test_they_of_whom_nothing_is_said_are_no_bare_question() -> None:
    assert way_asked("Who are they?", "They've gone out the back.") is None


def test_the_first_of_several_questions_asks_of_what_was_told() -> None:
    first, second = "Why is it in the bread bin?", "And where is he?"
    guessed = (heard("topic", first, "the-card", sure=0.7), heard("ASK_SUSPECT_NOW", second))
    words = Understood(text=f"{first} {second}", understood=True, intents=guessed)
    left = with_bare_question(surface(CALL, 1), AFTER, words, likest("bread")).intents
    assert [(one.id, one.slot) for one in left] == [("topic", "why-there"), ("ASK_SUSPECT_NOW", None)]


def test_whether_they_are_sure_before_another_question_is_asked_of_what_was_told() -> None:
    first, second = "Are you certain?", "And where is he?"
    guessed = (heard("topic", first, "worry", sure=0.8), heard("ASK_SUSPECT_NOW", second))
    words = Understood(text=f"{first} {second}", understood=True, intents=guessed)
    left = with_bare_question(surface(CALL, 1), AFTER, words, likest("nothing")).intents
    assert [one.id for one in left] == ["LISTEN_CLARIFY", "ASK_SUSPECT_NOW"]


WORK = Mind("calm", opened=True, last_line="I called in at her work. They got funny about it.", about=("work_visit",))


def said_to_that(told: Mind, slot: str) -> Understood:
    words = "What did they say to that?"
    understood = Understood(text=words, understood=True, intents=(heard("topic", words, slot, sure=0.82),))
    return with_bare_question(surface("ex-after-an-address", 1), told, understood, likest("nothing"))


def test_what_was_said_to_that_is_asked_of_the_topic_that_was_told_of() -> None:
    assert said_to_that(WORK, "reception-said").intents[0].slot == "reception-said"


def test_what_was_said_to_something_else_is_not() -> None:
    assert said_to_that(WORK, "mother-said").intents[0].id == "LISTEN_CLARIFY"


def when_was_that(told: Mind) -> Understood:
    words = "When was that?"
    asks = (
        heard("topic", words, "torch-when", sure=0.81),
        heard("ASK_WHEN", words).model_copy(update={"beside": True}),
    )
    understood = Understood(text=words, understood=True, intents=asks)
    return with_bare_question(surface("noises-downstairs", 1), told, understood, likest("nothing"))


@pytest.mark.parametrize(
    ("line", "about", "asked"),
    [
        ("There was a torch in the garden once.", "ASK_HISTORY", "topic"),
        ("There was a bang, and something rolled.", "ASK_WHAT_HAPPENED", "ASK_WHEN"),
        ("I made a pot of tea.", "topic:tea", "LISTEN_CLARIFY"),
    ],
)
def test_when_that_was_is_the_time_of_what_was_told(line: str, about: str, asked: str) -> None:
    (first, *_) = when_was_that(Mind("calm", opened=True, last_line=line, about=(about,))).intents
    assert first.id == asked

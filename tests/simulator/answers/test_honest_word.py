"""Of several questions the one that nobody could follow gets an honest short word, where a person would give one."""

from dataclasses import replace

import pytest
from tests_support import scenario_of

from scenarios.scenario import Scenario
from simulator.answers.honest_word import honest_word
from simulator.caller import Line, Setting, reply
from simulator.heard import HeardIntent, Understood
from simulator.mind import Mind
from simulator.moments import Moments

SCENARIO = scenario_of()
OPENED = Mind("calm", opened=True, said={"asks_back": 1})
ANSWER = ("In the kitchen.",)


def words_for(lost: str, mind: Mind = OPENED, scenario: Scenario = SCENARIO) -> tuple[str, ...]:
    return honest_word(scenario, mind, (lost,), ANSWER)


def speaking(*lines: str, freely: bool = True) -> Scenario:
    caller = SCENARIO.caller.model_copy(update={"does_not_know": lines, "can_speak_freely": freely})
    return SCENARIO.model_copy(update={"caller": caller})


@pytest.mark.parametrize(
    ("lost", "head"),
    [
        ("who polishes the door knocker?", "Who, "),
        ("And when was the road made?", "When, "),
        ("where does the ladder go", "Where, "),
        ("how many rivets hold it?", "How many, "),
        ("what colour was the ink?", "What colour, "),
        ("which shop sold the lock?", "Which shop, "),
        ("was the lid made of tin?", "The other thing, "),
        ("did you see what colour the ladder was?", "The other thing, "),
    ],
)
def test_it_has_the_form_of_the_question(lost: str, head: str) -> None:
    assert any(one.startswith(head) for one in words_for(lost))


def test_it_is_said_as_they_say_that_they_do_not_know() -> None:
    lines = words_for("who made it?", scenario=speaking("I couldn't tell you, dear.", "I can't ask Mummy."))
    assert set(lines) == {"Who, I couldn't tell you, dear.", "And who, I couldn't tell you, dear."}
    assert "Who, not a clue." in words_for("who made it?", scenario=speaking("Not a clue."))


@pytest.mark.parametrize("lost", ["what's your name?", "how old are you?", "where are you now?", "is it cold here?"])
def test_what_anybody_knows_of_themselves_is_not_unknown(lost: str) -> None:
    assert not words_for(lost)


def test_nobody_owns_up_twice_running_nor_without_leave_to_speak() -> None:
    lost = "who made it?"
    assert not words_for(lost, replace(OPENED, lines=3, owned_up_at=2))
    assert not words_for(lost, scenario=speaking("I don't know.", freely=False))
    assert not words_for(lost, replace(OPENED, answers_by="taps"))
    assert not honest_word(SCENARIO, OPENED, (lost,), ("I don't know.",))
    assert not honest_word(SCENARIO, OPENED, (lost,), ())


def test_of_what_is_kept_back_nobody_says_that_they_do_not_know_it() -> None:
    name = next(iter(SCENARIO.facts))
    fact = SCENARIO.facts[name].model_copy(update={"withheld": ("I'd rather not.",), "says": ("The cellar ladder.",)})
    keeps = SCENARIO.model_copy(update={"facts": {**SCENARIO.facts, name: fact}})
    assert not words_for("who has the cellar ladder?", scenario=keeps)
    assert words_for("who has the cellar ladder?", replace(OPENED, told=(name,)), keeps)


def answered(lost: str, mind: Mind = OPENED, *, unheard: bool = True) -> Line:
    where = HeardIntent(id="ASK_LOCATION", confidence=0.95, span="Where are you")
    faint = HeardIntent(id="topic", slot="ladder", confidence=0.6, span=lost)
    heard = Understood(
        text=f"Where are you, and {lost}",
        understood=True,
        intents=(where,) if unheard else (where, faint),
        unheard=(lost,) if unheard else (),
    )
    return reply(Setting(speaking("I don't know."), 1, Moments({"answered": 0})), mind, heard)


def test_the_caller_says_it_behind_the_answer_and_not_again_at_once() -> None:
    line = answered("who polishes the door knocker?")
    assert line.text.endswith("who, I don't know.") or line.text.endswith("Who, I don't know.")
    again = answered("who polishes the door knocker?", line.mind)
    assert "I don't know" not in again.text


def test_what_was_heard_after_all_is_not_said_to_be_unknown() -> None:
    assert "I don't know" not in answered("who polishes the ladder?", unheard=False).text


def test_what_only_goes_on_with_a_question_gets_no_i_do_not_know() -> None:
    where = HeardIntent(id="ASK_LOCATION", confidence=0.95, span="Where are you?")
    on = HeardIntent(id="topic", slot="nothing-answers-this", confidence=0.9, span="Anyone who might be near?")
    heard = Understood(text="Where are you? Anyone who might be near?", understood=True, intents=(where, on))
    unknown = reply(Setting(speaking("I don't know."), 1, Moments({"answered": 0})), OPENED, heard)
    assert "I don't know" not in unknown.text

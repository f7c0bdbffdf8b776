"""A figure that was told otherwise is put right by naming it; what nobody told is denied, and never dated."""

from typing import Any

import asked_by_hand as hand
import pytest
from tests_support import scenario_of

from benchmarks.asked import Row, put
from scenarios.scenario import Scenario
from simulator.answers.counted import figures
from simulator.caller import Line, Setting, reply
from simulator.heard import HeardIntent, HeardValue, Understood
from simulator.mind import Mind
from simulator.moments import Moments

MAN = {
    "value": "one man, three hours", "kind": "text", "recorded_by": [["one"]], "told_when": {"asked": ["ASK_HOW_MANY"]},
    "says": ["One man. Three hours he is there."],
}  # fmt: skip
HERS = {
    "value": "1988-03-14", "kind": "date", "told_when": {"asked": ["ASK_RELATIONSHIP"]},
    "says": ["Hers is the fourteenth of March."],
}  # fmt: skip
OWN = HERS | {"value": "1984-07-02", "says": ["Second of July."], "told_when": {"asked": ["ASK_ROLE"]}}
TOLD = Mind("frightened", opened=True).having_told("address").having_told("man")


def with_facts(**facts: Any) -> Scenario:
    plain = scenario_of().model_dump(by_alias=True, mode="json")
    plain["facts"] |= facts
    return Scenario.model_validate(plain)


def said(words: str, *intents: HeardIntent, values: tuple[HeardValue, ...] = (), mind: Mind = TOLD) -> Line:
    heard = Understood(text=words, understood=bool(intents), intents=intents, values=values)
    scenario = with_facts(man=MAN, hers=HERS, own=OWN)
    return reply(Setting(scenario, 1, Moments({"answered": 0})), mind, heard)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("two fellas for half an hour at number eighteen", {("people", "2"), ("how long", "30"), ("number", "18")}),
        ("three hours and a half, one of them", {("how long", "210"), ("people", "1")}),
        ("half an hour ago, crime number four, 3 years old", set()),
    ],
)
def test_figures_are_found_in_any_spelling(words: str, found: set[tuple[str, str]]) -> None:
    assert {(one.kind, one.value) for one in figures(words)} >= found
    assert found or not figures(words)


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("Two fellas, for half an hour, outside number eighteen. Correct?", "No. One man. Three hours. Number four."),
        ("So that's three men, yeah?", "No. One man."),
        ("You said he's been there ten minutes, right?", "No. Three hours."),
    ],
)  # fmt: skip
def test_a_figure_read_back_wrongly_is_put_right_by_naming_it(words: str, right: str) -> None:
    line = said(words)
    assert line.text == right and line.corrects in ("man", "address") and not line.confirms


@pytest.mark.parametrize("words", ["So one man, three hours, number four. Correct?", "So that's a man outside, yeah?"])
def test_right_figures_and_none_are_not_denied(words: str) -> None:
    assert not said(words).text.startswith("No")


def test_what_nobody_told_is_denied_and_not_dated() -> None:
    when = HeardIntent(id="ASK_WHEN", confidence=0.95, span="When was that?")
    line = said("You told me a minute ago he's broke the window, didn't you. When was that?", when)
    assert line.text in ("No. I didn't say that.", "No. I never said that.") and not line.tells


def test_what_was_told_of_another_is_not_put_right_by_ones_own() -> None:
    value = HeardValue(kind="date", value="--03-14", fact="own", agreement="wrong", standing="told")
    mind = TOLD.having_told("hers").having_told("own")
    line = said("You said fourteenth of March.", values=(value,), mind=mind)
    assert "July" not in line.text and line.corrects is None


def test_a_value_used_in_passing_gets_no_yes_before_an_answer() -> None:
    value = HeardValue(kind="text", value="one man", said="One man", fact="man", agreement="right", standing="told")
    asked = HeardIntent(id="ASK_LOCATION", confidence=0.95, span="where is that?")
    mind = Mind("frightened", opened=True).having_told("man")
    assert said("One man, noted. And where is that?", asked, values=(value,), mind=mind).text == "Four Mill Way."
    check = HeardIntent(id="READBACK", confidence=0.9, span="One man?")
    assert said("One man?", check, values=(value,)).text.startswith("Yes")


@pytest.mark.parametrize("words", ["Four men, was it?", "Four?", "So four, was it?", "Four of them, yes?"])
def test_a_number_of_persons_read_back_wrongly_is_put_right(words: str) -> None:
    scenario = hand.surface("hiding-upstairs", 1)
    told = Mind("frightened", opened=True, told=("two_men",), last_line="Two. Two men. I saw them from the landing.")
    topic = HeardIntent(id="topic", slot="both-men", confidence=0.74, span="was it Four men?")
    line = hand.said(scenario, told, words, *((topic,) if "men" in words else ()))
    assert line.text == "No. Two men."
    assert line.corrects == "two_men"


def test_a_bare_number_counts_nobody_where_nobody_was_counted() -> None:
    scenario = hand.surface("hiding-upstairs", 1)
    told = Mind("frightened", opened=True, told=("two_men",), last_line="I'm 61.")
    assert "Two men" not in hand.said(scenario, told, "Sixty?").text


@pytest.mark.parametrize("words", ["Two?", "Two, was it?"])
def test_a_bare_number_that_is_the_right_one_gets_a_yes(words: str) -> None:
    _, back = put("hiding-upstairs", Row(words, want=(), after=("How many men?",)))
    assert back.text.startswith("Yes. Two") and back.understood


def test_a_bare_number_of_what_was_not_counted_is_asked_for_again() -> None:
    _, back = put("hiding-upstairs", Row("Two, was it?", want=(), after=("What's your name?",)))
    assert not back.text.startswith("Yes")


def test_one_of_them_is_no_count() -> None:
    assert not figures("because one of them has a crowbar")
    assert figures("so there's two of them")

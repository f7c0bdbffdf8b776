"""In every call and for several seeds: the answer before the purpose, bye at the end, no offer before an answer."""

from functools import cache

import pytest

from scenarios.catalogue import Catalogue
from scenarios.scenario import Scenario
from simulator.answers.order_of_parts import goodbye_last
from simulator.answers.telling import brought_out
from simulator.caller import Line, Setting, reply
from simulator.heard import HeardIntent, Understood
from simulator.mind import Mind
from simulator.moments import Moments
from simulator.people import as_held

SEEDS = range(1, 5)
SPOKEN = (
    "a-helpful-sergeant", "car-in-the-ditch", "ex-after-an-address", "hiding-upstairs", "locked-out-member",
    "nobody-has-come", "noises-downstairs",
)  # fmt: skip
CLOSE = HeardIntent(id="CLOSE_PROPER", confidence=0.98, span="Thank you, goodbye.")


@cache
def surface(call: str, seed: int) -> Scenario:
    return _catalogue().get(call).for_seed(seed)


@cache
def _catalogue() -> Catalogue:
    return Catalogue()


def said(scenario: Scenario, mind: Mind, text: str, *heard: HeardIntent, seed: int = 1, **moments: int) -> Line:
    words = Understood(text=text, understood=True, intents=heard)
    return reply(Setting(scenario, seed, Moments({"answered": 0, **moments})), mind, words)


@pytest.mark.parametrize("call", ["a-helpful-sergeant", "locked-out-member", "nobody-has-come", "noises-downstairs"])
def test_a_name_asked_for_at_once_comes_before_what_they_ring_for(call: str) -> None:
    asked = HeardIntent(id="ASK_PERSON_DETAILS", slot="name", confidence=0.97, span="Who am I speaking to?")
    for seed in SEEDS:
        scenario = surface(call, seed)
        line = said(scenario, Mind("calm"), "Who am I speaking to?", asked, seed=seed)
        ends = tuple(one.split(". ")[-1].split("? ")[-1] for one in scenario.opening)
        assert [one.fact for one in line.tells if one.how == "asked"]
        assert line.press or line.text.endswith(ends)


@pytest.mark.parametrize("call", SPOKEN)
def test_nothing_is_said_after_bye(call: str) -> None:
    for seed in SEEDS:
        scenario = surface(call, seed)
        until = {scenario.stay_on_line_until: 1} if scenario.stay_on_line_until else {}
        line = said(scenario, Mind("calm", opened=True), "Thank you, goodbye.", CLOSE, seed=seed, **until)
        assert line.text and line.text == goodbye_last(line.text)


@pytest.mark.parametrize("call", SPOKEN)
def test_a_detail_that_was_not_caught_puts_no_offer_before_an_answer(call: str) -> None:
    vague = HeardIntent(id="ASK_PERSON_DETAILS", confidence=0.8, span="Take your daughter")
    asked = HeardIntent(id="ASK_CALLBACK", confidence=0.97, span="What number are you on?")
    for seed in SEEDS:
        scenario = surface(call, seed)
        both = said(scenario, Mind("calm", opened=True), "Take your daughter. What number are you on?", vague, asked)
        assert both.text == said(scenario, Mind("calm", opened=True), "What number are you on?", asked).text


def test_a_child_asked_twice_for_a_name_says_it_again_though_another_has_one_too() -> None:
    scenario = as_held(surface("car-in-the-ditch", 1), "caller")
    asked = HeardIntent(id="ASK_PERSON_DETAILS", slot="name", confidence=0.98)
    names = [name for name, fact in scenario.facts.items() if any(map(asked.answers_to, fact.told_when.asked))]
    told = Mind("frightened", opened=True)
    known = next(name for name in names if "never" not in scenario.facts[name].told_when.needs)
    again = brought_out(scenario, told.having_told(known), Moments({"answered": 0}), asked)
    assert len(names) > 1 and again is not None and again.fact == known

"""Asked by their own name they say yes; a question that only calls them by it is another question."""

import pytest

from scenarios.catalogue import Catalogue
from scenarios.scenario import Scenario
from simulator.mind import Mind
from simulator.own_name import named_rightly

CALL = "ex-after-an-address"


@pytest.fixture(name="scenario", scope="module")
def _scenario() -> Scenario:
    return Catalogue().get(CALL).for_seed(1)


def asked(scenario: Scenario, text: str) -> bool:
    first = scenario.caller.name.split()[0]
    return bool(named_rightly(scenario, Mind("calm", 0), text.replace("NAME", first)))


@pytest.mark.parametrize("text", ["Is that NAME?", "Am I speaking to NAME?", "Hello, is this NAME?", "Are you NAME?"])
def test_who_is_asked_whether_they_are_themselves_is_named_rightly(scenario: Scenario, text: str) -> None:
    assert asked(scenario, text)


@pytest.mark.parametrize("text", ["How old are you, NAME?", "How are you, NAME?", "Where are you, NAME?"])
def test_a_name_behind_another_question_only_calls_them(scenario: Scenario, text: str) -> None:
    assert not asked(scenario, text)

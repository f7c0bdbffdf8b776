"""Asked by their own name they say yes; a question that only calls them by it is another question."""

import pytest

from benchmarks.asked import Row, put
from scenarios.catalogue import Catalogue
from scenarios.scenario import Scenario
from simulator.answers.own_name import named_rightly
from simulator.mind import Mind

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


@pytest.mark.parametrize(
    "text",
    [
        "How old are you, NAME?",
        "How are you, NAME?",
        "Where are you, NAME?",
        "It isn't her birthday though, is it, NAME?",
        "You're not happy, are you, NAME?",
    ],
)
def test_a_name_behind_another_question_only_calls_them(scenario: Scenario, text: str) -> None:
    assert not asked(scenario, text)


@pytest.mark.parametrize("call", ["a-helpful-sergeant", "noises-downstairs", "hiding-upstairs"])
@pytest.mark.parametrize(
    "words",
    ["Police, my name's Helen, how can I help?", "The officer's name is Priya, okay?", "Her name's Joan, right?"],
)
def test_the_handlers_own_name_and_another_persons_are_no_claim_about_the_caller(call: str, words: str) -> None:
    assert "not me" not in put(call, Row(words, want=()))[1].text


@pytest.mark.parametrize("words", ["Your name's Pemberton, is that right?", "And the name's Pemberton, yes?"])
def test_a_wrong_name_put_to_the_caller_is_denied(words: str) -> None:
    assert put("noises-downstairs", Row(words, want=()))[1].text.startswith("No")

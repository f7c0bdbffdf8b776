"""What a person keeps to themselves until they are treated decently, in the calls that ship."""

import pytest
from asked_by_hand import heard, said, surface

from simulator.mind import Mind

KEPT = (
    ("nobody-has-come", "why_us", "ASK_HATE_PERCEPTION", "Is there something about you he has it in for?", "APOLOGISE"),
    ("a-helpful-sergeant", "memory", "ASK_HEALTH", "Do you keep in good health?", "EMP_ACK"),
    ("ex-after-an-address", "order", "ASK_ORDERS_BAIL", "Has a judge told you anything about her?", "EMP_ACK"),
)  # fmt: skip
LIFE = {"life_risk", "safety_critical", "release", "upgrade"}


@pytest.mark.parametrize(("call", "fact", "asks", "words", "decent"), KEPT)
@pytest.mark.parametrize("seed", [1, 2])
def test_it_is_kept_back_until_they_were_met_and_told_then(
    call: str, fact: str, asks: str, words: str, decent: str, seed: int
) -> None:
    scenario = surface(call, seed)
    start = Mind(scenario.caller.mood.starts, trust=scenario.caller.mood.trust, opened=True)
    before = said(scenario, start, words, heard(asks, words), seed=seed)
    assert fact not in [one.fact for one in before.tells]
    assert any(front.lower() in before.text.lower() for front in scenario.facts[fact].withheld)
    met = said(scenario, before.mind, "I'm sorry, that's hard.", heard(decent, "I'm sorry, that's hard."), seed=seed)
    after = said(scenario, met.mind, words, heard(asks, words), seed=seed)
    assert fact in [one.fact for one in after.tells]


@pytest.mark.parametrize(("call", "fact", "asks", "words", "decent"), KEPT)
def test_nothing_that_a_responder_needs_for_a_life_waits_for_trust(
    call: str, fact: str, asks: str, words: str, decent: str
) -> None:
    facts = surface(call, 1).facts
    assert facts[fact].told_when.trust is not None
    assert not any(LIFE & set(one.tags) for one in facts.values() if one.told_when.trust is not None)

"""R01 to R26, S03 and S04: safety, advice, the open line, vulnerability, particular cases; met, not met, an edge."""

import pytest
from small_calls import INTRUDER, POLICY, REQUEST
from tape import one_mark

DANGER = "3 answer\n8 caller tells=inside\n"  # told at 00:10


QUIET = INTRUDER.model_copy(update={"caller": INTRUDER.caller.model_copy(update={"can_speak_freely": False})})


@pytest.mark.parametrize(
    ("point", "script", "verdict"),
    [
        ("R07", "3 answer\n8 caller: Yes please\n12 say ASK_SAFE_TO_TALK", "met"),
        (
            "R07",
            "3 answer\n8 caller: Yes\n12 say ASK_WHEN\n14 say ASK_WHEN\n16 say ASK_WHEN\n20 say ASK_SAFE_TO_TALK",
            "partly",
        ),
        ("R07", "3 answer\n8 caller: Yes please\n60 end handler", "not_met"),
        ("R08", "3 answer\n8 caller: A pizza please\n12 grade immediate", "met"),
        ("R08", "3 answer\n8 caller: A pizza please\n20 end handler\n30 close: Hoax", "not_met"),
        ("R08", "3 answer\n8 caller: A pizza please\n60 end handler", "not_met"),
    ],
)
def test_a_caller_who_cannot_speak_freely(point: str, script: str, verdict: str) -> None:
    assert one_mark(QUIET, POLICY, point, script).verdict == verdict
    assert one_mark(REQUEST, POLICY, point, script.split("\n")[0]).verdict == "not_applicable"


def test_missing_person_facts_are_weighed_by_share() -> None:
    facts = dict(INTRUDER.facts)
    for name in ("earlier", "hurt"):
        told_when = facts[name].told_when.model_copy(update={"asked": ("ASK_MISSING_SET",)})
        facts[name] = facts[name].model_copy(update={"told_when": told_when})
    missing = INTRUDER.model_copy(update={"facts": facts})
    assert one_mark(missing, POLICY, "R14", "3 answer\n8 caller tells=earlier,hurt").verdict == "met"
    assert one_mark(missing, POLICY, "R14", "3 answer\n8 caller tells=hurt").verdict == "partly"
    assert one_mark(missing, POLICY, "R14", "3 answer\n60 end handler").verdict == "not_met"


def test_a_number_that_is_unsafe_to_ring_is_not_rung() -> None:
    script = "3 answer\n20 end network\n30 look previous\n40 back 07700900822 network\n50 grade immediate"
    assert one_mark(INTRUDER, POLICY, "R23", script, callback="unsafe").verdict == "not_met"

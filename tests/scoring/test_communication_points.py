"""M01 to M21: what was said and how the call was run; met, not met, and an edge."""

import pytest
from small_calls import INTRUDER, POLICY, REQUEST
from tape import one_mark

GREET = "3 answer\n5 say OPEN_GREET: Police emergency, what is the address?\n"
TALK = GREET + "10 say ASK_INJURY\n14 say ASK_WEAPON\n"


@pytest.mark.parametrize(
    ("point", "script", "verdict"),
    [
        ("M08", "3 answer\n8 caller tells=wants\n20 say LISTEN_SUMMARISE\n30 grade resolution", "met"),
        ("M08", "3 answer\n8 caller tells=wants\n30 grade resolution\n60 end handler", "not_met"),
        ("M08", "3 answer\n8 caller tells=wants\n30 grade immediate", "not_applicable"),
        ("M10", "3 answer\n9 caller press=husband\n14 say DP_REFUSE DP_ROUTE:legal", "met"),
        ("M10", "3 answer\n9 caller press=husband\n14 say DP_REFUSE\n60 end handler", "partly"),
        ("M10", "3 answer\n9 caller press=husband\n60 end handler", "not_met"),
        ("M12", "3 answer\n14 say EXPL_NEXT\n18 say GIVE_REF\n22 say ADV_RECONTACT", "met"),
        ("M12", "3 answer\n14 say EXPL_NEXT\n60 end handler", "partly"),
        ("M21", "3 answer\n14 say ASK_OUTCOME_WANTED", "met"),
        ("M21", "3 answer\n60 end handler", "not_met"),
    ],
)
def test_a_calm_contact(point: str, script: str, verdict: str) -> None:
    found = one_mark(REQUEST, POLICY, point, script)
    assert found.verdict == verdict, found.because


def test_a_caller_who_must_whisper_is_asked_another_way() -> None:
    quiet = INTRUDER.model_copy(update={"caller": INTRUDER.caller.model_copy(update={"can_speak_freely": False})})
    assert one_mark(quiet, POLICY, "M07", "3 answer\n9 say ASK_SAFE_TO_TALK").verdict == "met"
    assert one_mark(quiet, POLICY, "M07", "3 answer\n60 end handler").verdict == "not_met"
    assert one_mark(quiet, POLICY, "M14", GREET + "8 caller tells=postcode\n60 end handler").verdict == "waived"
    assert one_mark(quiet, POLICY, "M08", GREET + "8 caller tells=postcode\n60 end handler").verdict == "waived"

"""V01 to V05 and V15 to V17: each as its sentence in the catalogue says; met, not met, and an edge."""

import pytest
from small_calls import INTRUDER, POLICY, REQUEST
from tape import one_mark


def test_a_name_can_wait_where_the_caller_cannot_speak_freely() -> None:
    quiet = INTRUDER.model_copy(update={"caller": INTRUDER.caller.model_copy(update={"can_speak_freely": False})})
    assert one_mark(quiet, POLICY, "V04", "3 answer\n60 end handler").verdict == "waived"


def test_a_clash_about_the_place_must_be_clarified_and_come_out_right() -> None:
    told = "3 answer\n6 caller tells=address\n20 caller tells=postcode"
    settled = f"{told}\n25 say LISTEN_CLARIFY\n30 record location: 27 Alder Rise, Quayford"
    assert one_mark(INTRUDER, POLICY, "V02", settled, conflict="postcode").verdict == "met"
    assert (
        one_mark(INTRUDER, POLICY, "V02", f"{told}\n25 say READBACK ~address/told/right", conflict="postcode").verdict
        == "not_met"
    )


@pytest.mark.parametrize(
    ("script", "verdict"),
    [
        ("3 answer\n5 say VER_ASK_AUTHORITY\n9 say VER_CALLBACK_KNOWN", "met"),
        ("3 answer\n5 say VER_ASK_AUTHORITY", "partly"),
        ("3 answer\n9 say OPEN_GREET\n60 end handler", "not_met"),
    ],
)
def test_who_claims_a_role_is_asked_on_what_authority(script: str, verdict: str) -> None:
    assert one_mark(REQUEST, POLICY, "V17", script).verdict == verdict
    assert one_mark(INTRUDER, POLICY, "V17", script).verdict == "not_applicable"


@pytest.mark.parametrize(
    ("script", "who"),
    [
        ("3 answer\n5 say ASK_CALLBACK\n9 caller tells=callback\n14 say ASK_INJURY\n20 say ASK_WEAPON", "the caller"),
        ("3 answer\n3 operator: connecting oh double seven double oh, nine double oh, eight double two"
         "\n9 say ASK_CALLBACK\n14 say ASK_INJURY\n20 say ASK_WEAPON", "the operator"),
    ],
)  # fmt: skip
def test_half_for_a_number_that_somebody_gave_says_that_nobody_wrote_it_down(script: str, who: str) -> None:
    found = one_mark(INTRUDER, POLICY, "V03", f"{script}\n60 end handler")
    assert found.verdict == "partly"
    assert f"{who} gave it aloud at" in found.because and found.because.endswith("and nobody wrote it down.")

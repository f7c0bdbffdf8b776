"""C01 to C17: what was given away, declined, looked up; met, not met, and an edge."""

import pytest
from small_calls import INTRUDER, MEMBER, POLICY, REQUEST
from tape import one_mark

PRESSED = "3 answer\n9 caller press=husband\n"


@pytest.mark.parametrize(
    ("script", "verdict"),
    [
        ("3 answer\n6 caller: A van\n9 look pnc rows=pnc-ours for=live_incident: van\n12 open pnc-ours pnc", "met"),
        ("3 answer\n9 look pnc rows=pnc-ours", "not_met"),
        ("3 answer\n9 look pnc for=live_incident\n12 open pnc-stranger pnc", "not_met"),
        ("3 answer\n6 caller: A van\n9 look pnc for=curiosity: van", "not_met"),
        ("3 answer\n6 caller: A van\n9 look pnc for=member_support: van", "for_assessor"),
        ("3 answer\n9 look pnc rows=pnc-ours for=live_incident: Ellen Marsh\n40 caller tells=name", "not_met"),
        ("3 answer\n9 caller tells=name\n14 look pnc rows=pnc-ours for=live_incident: Ellen Marsch", "met"),
        ("3 answer\n9 look pnc for=live_incident: Ellen Marsh", "for_assessor"),
        ("3 answer\n6 caller: A van\n9 look pnc for=live_incident: van\n12 open somebody-else pnc", "for_assessor"),
        ("3 answer\n9 look gazetteer", "not_applicable"),
    ],
)
def test_look_ups_need_a_purpose_that_fits(script: str, verdict: str) -> None:
    found = one_mark(INTRUDER, POLICY, "C06", script)
    assert found.verdict == verdict, found.because


def test_a_namesake_opened_by_mistake_is_no_misuse_at_a_guess_for_the_assessor_and_changed_it_is() -> None:
    search = "9 look members for=member_support rows=m-ours,m-other: Marsh\n12 open m-other members"
    known = "3 answer\n5 caller tells=full_name,number\n"
    assert one_mark(MEMBER, POLICY, "C06", known + search).verdict == "met"
    guessed = one_mark(MEMBER, POLICY, "C06", "3 answer\n5 caller tells=full_name\n" + search)
    assert guessed.verdict == "for_assessor" and "with 1 identifier known; not used" in guessed.because
    unsought = one_mark(MEMBER, POLICY, "C06", "3 answer\n5 caller tells=full_name\n12 open m-other members")
    assert (unsought.verdict, unsought.decisive) == ("not_met", True)
    changed = one_mark(MEMBER, POLICY, "C06", known + search + "\n20 update m-other address: 5 Sailmakers Row")
    assert changed.verdict == "not_met" and "Changed" in changed.because


def test_a_needless_question_counts_unless_a_life_is_at_risk() -> None:
    assert one_mark(INTRUDER, POLICY, "C07", "3 answer\n5 say ASK_ALCOHOL_DRUGS").verdict == "not_met"
    assert (
        one_mark(INTRUDER, POLICY, "C07", "3 answer\n5 say ASK_ALCOHOL_DRUGS\n6 caller tells=inside").verdict
        == "waived"
    )


def test_only_a_safe_route_is_used() -> None:
    rang = "3 answer\n60 end caller\n70 back 07700900258 network"
    assert one_mark(REQUEST, POLICY, "C11", rang, unsafe=["call_back"]).verdict == "not_met"
    assert one_mark(REQUEST, POLICY, "C11", rang, unsafe=["text"]).verdict == "met"
    assert one_mark(REQUEST, POLICY, "C11", "3 answer\n60 end caller", unsafe=["text"]).verdict == "not_applicable"


def test_the_screen_is_locked_when_called_away() -> None:
    assert one_mark(INTRUDER, POLICY, "C13", "3 answer\n20 twist leave\n28 lock", away="leave").verdict == "met"
    assert (
        one_mark(INTRUDER, POLICY, "C13", "3 answer\n20 twist leave\n60 end handler", away="leave").verdict == "not_met"
    )
    assert one_mark(INTRUDER, POLICY, "C13", "3 answer\n20 lock", away="leave").verdict == "not_applicable"


def test_a_partner_agency_gets_the_place() -> None:
    asked = "3 answer\n6 caller tells=hurt\n20 request ambulance"
    assert one_mark(INTRUDER, POLICY, "C15", asked).verdict == "partly"
    assert one_mark(INTRUDER, POLICY, "C15", asked + "\n22 record location: 27 Alder Rise").verdict == "met"
    assert one_mark(INTRUDER, POLICY, "C15", "3 answer\n60 end handler").verdict == "not_met"

"""V06 to V14: the identity check, resets, changes, the right record; met, not met, and an edge."""

import pytest
from small_calls import POLICY, REQUEST
from tape import one_mark

NAME = "3 answer\n5 say VER_ASK_ITEM:full_name\n6 caller tells=full_name\n9 verify full_name passed\n"
PASSED = NAME + "10 say VER_ASK_ITEM:member_number\n11 caller tells=number\n14 verify member_number passed\n"


@pytest.mark.parametrize(
    ("point", "script", "verdict"),
    [
        ("V06", "3 answer\n9 caller press=husband\n14 say DP_REFUSE", "met"),
        ("V06", "3 answer\n9 caller press=husband\n60 end caller", "not_applicable"),
        ("V06", "3 answer\n9 caller press=husband\n14 say NEG_DISCLOSE:her_address", "for_assessor"),
        (
            "V06",
            "3 answer\n9 caller press=husband\n14 send neil@example.com email: She is at 42 Tern Walk, Ravensholt",
            "not_met",
        ),
        (
            "V08",
            "3 answer\n9 caller press=husband\n14 say DP_REFUSE\n18 say DP_ROUTE:legal\n30 note refusal: Declined",
            "met",
        ),
        ("V08", "3 answer\n9 caller press=husband\n14 say DP_REFUSE\n60 end handler", "partly"),
        ("V08", "3 answer\n9 caller press=husband\n14 say EMP_ACK\n60 end handler", "not_met"),
        ("V08", "3 answer\n9 caller press=husband\n14 say NEG_DISCLOSE:her_address", "for_assessor"),
        ("V09", "3 answer\n20 back 01632960101 directory", "met"),
        ("V09", "3 answer\n20 back 07700900258 caller", "not_met"),
        ("V09", "3 answer\n20 say VER_CALLBACK_KNOWN", "partly"),
        ("V09", "3 answer\n60 end handler", "not_applicable"),
        ("V14", "3 answer\n20 look previous rows=log-her for=live_incident", "met"),
    ],
)
def test_what_is_given_to_nobody_by_telephone(point: str, script: str, verdict: str) -> None:
    found = one_mark(REQUEST, POLICY, point, script)
    assert found.verdict == verdict, found.because


def test_a_message_to_a_colleague_who_may_know_gives_nothing_away() -> None:
    script = "3 answer\n9 caller press=husband\n14 say DP_REFUSE\n"
    script += "20 send officer_in_case log: He asked for 42 Tern Walk, Ravensholt"
    assert one_mark(REQUEST, POLICY, "C01", script).verdict == "met"

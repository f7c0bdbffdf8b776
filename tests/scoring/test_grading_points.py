"""G01 to G16: the grade, its time and changes, agencies, escalation, closing; met, not met, and an edge."""

import pytest
from small_calls import INTRUDER, MEMBER, POLICY, REQUEST
from tape import one_mark

RISK = "3 answer\n8 caller tells=inside\n"  # told at 00:10
SIX = "".join(
    f"\n{30 + n} assess {h} high"
    for n, h in enumerate(("threat", "harm", "risk", "investigation", "vulnerability", "engagement"))
)


@pytest.mark.parametrize(
    ("point", "script", "verdict"),
    [
        ("G03", "3 answer\n20 grade immediate", "not_met"),
        ("G03", "3 answer\n20 grade scheduled", "met"),
        ("G04", "3 answer\n8 caller tells=wants\n200 grade resolution\n300 end handler", "met"),
        ("G04", "3 answer\n8 caller tells=wants\n60 end handler\n80 grade resolution", "partly"),
        ("G14", "3 answer\n9 look previous for=live_incident\n20 grade resolution", "met"),
        ("G14", "3 answer\n20 grade resolution\n30 look previous for=live_incident", "partly"),
        ("G14", "3 answer\n20 grade resolution", "not_met"),
        ("G14", "3 answer\n60 end handler", "not_applicable"),
        ("G16", "3 answer\n20 grade resolution\n60 end handler\n70 close result=information_refused: Message", "met"),
    ],
)
def test_a_contact_that_needs_nobody(point: str, script: str, verdict: str) -> None:
    found = one_mark(REQUEST, POLICY, point, script)
    assert found.verdict == verdict, found.because


def test_a_ticket_is_not_closed_with_a_change_left_open() -> None:
    verified = "3 answer\n6 caller tells=full_name,number,new_address\n"
    verified += "9 verify full_name passed\n10 verify member_number passed\n"
    left = one_mark(MEMBER, POLICY, "G16", verified + "60 end handler\n70 close: Account access")
    assert left.verdict == "not_met"
    assert not left.decisive
    done = verified + "20 update m-ours address: 31 Weir Gardens\n60 end handler\n70 close: Account access"
    assert one_mark(MEMBER, POLICY, "G16", done).verdict == "met"


def test_an_agreed_adjustment_of_time_lengthens_every_deadline() -> None:
    late = RISK + "75 grade immediate"
    assert one_mark(INTRUDER, POLICY, "G02", late, started={"adjustments": ("extra time 50%",)}).verdict == "met"
    assert one_mark(INTRUDER, POLICY, "G02", late, started={"adjustments": ("captions",)}).verdict == "not_met"


def test_a_pause_in_practice_stops_the_clock() -> None:
    paused = RISK + "12 pause\n200 continue\n210 grade immediate"
    assert one_mark(INTRUDER, POLICY, "G02", paused).verdict == "met"


def test_the_time_to_grade_can_be_set_by_the_scenario() -> None:
    assert one_mark(INTRUDER, POLICY, "G02", RISK + "35 grade immediate", within="10s").verdict == "not_met"


@pytest.mark.parametrize(
    ("grade", "because"),
    [
        ("priority", "Asked 1 question that could have waited before grading at 01:29; 2 are allowed. "
         "That it was Priority and not Immediate is not this point's."),
        ("immediate", "Asked 1 question that could have waited before grading at 01:29; 2 are allowed."),
    ],
)  # fmt: skip
def test_questions_before_a_grade_too_low_and_late_are_still_counted_alone(grade: str, because: str) -> None:
    script = f"3 answer\n8 caller tells=inside\n15 say ASK_PERSON_DETAILS:date_of_birth\n89 grade {grade}"
    found = one_mark(INTRUDER, POLICY, "G15", script)
    assert (found.verdict, found.because) == ("met", because)

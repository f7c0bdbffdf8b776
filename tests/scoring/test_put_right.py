"""A fact told first in part or by mistake, and put right later: the ledger, and what it means for the marks."""

from small_calls import INTRUDER, MEMBER, POLICY
from tape import journal, one_mark

from scoring.marking import ledger
from scoring.outcome import LedgerLine

MISTAKEN = "3 answer\n5 say ASK_LOCATION\n6 caller tells=address standing=mistaken value=5_Old_Mill_Lane,_Quayford"
RIGHT = "40 caller tells=address"
PART = "3 answer\n5 say ASK_WEAPON\n6 caller tells=crowbar standing=partial value=something_in_his_hand"


def line_of(fact: str, script: str) -> LedgerLine:
    return next(line for line in ledger(INTRUDER, POLICY, journal(INTRUDER, script)) if line.fact == fact)


def test_every_telling_stands_in_the_ledger_with_its_time_and_words() -> None:
    line = line_of("address", f"{MISTAKEN}\n{RIGHT}")
    assert [(one.t_ms, one.standing) for one in line.tellings] == [(8_000, "mistaken"), (42_000, "full")]
    assert line.tellings[0].value == "5 Old Mill Lane, Quayford"
    assert (line.disclosed, line.disclosed_ms) == ("27 Alder Rise, Quayford", 42_000)


def test_a_fact_told_once_in_full_needs_no_list_of_tellings() -> None:
    assert line_of("address", f"3 answer\n{RIGHT}").tellings == ()


def test_a_record_of_the_first_value_that_is_never_put_right_is_not_corrected_with_the_seconds() -> None:
    script = f"{MISTAKEN}\n12 record location: 5 Old Mill Lane, Quayford\n{RIGHT}\n92 end caller\n102 finish"
    line = line_of("address", script)
    assert (line.cause, line.uncorrected_ms) == ("not_corrected", 60_000)
    lost = one_mark(INTRUDER, POLICY, "A01", script)
    assert lost.verdict == "not_met" and "1 min that were left" in lost.because


def test_a_record_put_right_after_the_caller_is_right() -> None:
    script = f"{MISTAKEN}\n12 record location: 5 Old Mill Lane, Quayford\n{RIGHT}\n50 record location: 27 Alder Rise"
    assert line_of("address", script).cause == "right"
    assert one_mark(INTRUDER, POLICY, "A01", script).verdict == "met"


def test_a_grade_set_on_what_was_known_then_is_not_held_against_the_record() -> None:
    script = (
        f"{MISTAKEN}\n12 record location: 5 Old Mill Lane, Quayford\n20 grade immediate\n{RIGHT}\n"
        "50 record location: 27 Alder Rise, Quayford"
    )
    assert one_mark(INTRUDER, POLICY, "A01", script).verdict == "met"
    own = script.replace("12 record location: 5 Old Mill Lane", "12 record location: 72 Alder Rise")
    assert one_mark(INTRUDER, POLICY, "A01", own).verdict == "partly"


def test_a_record_right_at_once_counts_from_when_the_truth_was_told() -> None:
    assert line_of("address", f"{MISTAKEN}\n{RIGHT}\n44 record location: 27 Alder Rise").cause == "right"


def test_what_was_never_put_right_is_right_as_the_caller_left_it() -> None:
    script = f"{MISTAKEN}\n12 record location: 5 Old Mill Lane, Quayford\n90 end caller"
    assert line_of("address", script).cause == "right"
    assert one_mark(INTRUDER, POLICY, "A01", script).verdict == "for_assessor"


def test_a_part_that_stayed_a_part_is_half_of_the_fact() -> None:
    script = f"{PART}\n12 record weapon: something in his hand\n40 caller tells=crowbar\n60 end caller"
    line = line_of("crowbar", script)
    assert line.cause == "not_corrected"
    assert one_mark(INTRUDER, POLICY, "A09", script).verdict == "for_assessor"
    whole = script.replace("60 end", "50 record weapon: yes, a crowbar\n60 end")
    assert one_mark(INTRUDER, POLICY, "A09", whole).verdict == "met"


def test_an_answer_to_an_item_of_identity_is_the_last_one_given_by_then() -> None:
    wrong = "3 answer\n10 caller tells=number standing=mistaken value=4471000\n14 verify member_number passed"
    assert "had not answered it rightly" in one_mark(MEMBER, POLICY, "V06", wrong).because
    again = wrong.replace("14 verify", "12 caller tells=number\n20 verify") + "\n21 caller tells=full_name"
    found = one_mark(MEMBER, POLICY, "V06", again + "\n24 verify full_name passed\n30 reset registered_device")
    assert found.verdict == "met", found.because

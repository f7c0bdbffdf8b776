"""A17 and M17 where the record claims what was not done, or goes to nobody."""

from small_calls import INTRUDER, MEMBER, POLICY
from tape import journal, one_mark

from scenarios.scenario import MarkingChoice
from scoring.marking import mark
from simulator.events import HandedOver

CLOSING = {"category": ("account_access",), "result": ("reset_completed",)}
WANTS_RESET = MEMBER.model_copy(
    update={"accepts": MEMBER.accepts.model_copy(update={"closing": type(MEMBER.accepts.closing)(**CLOSING)})}
)


def test_a_reset_that_was_never_made_is_no_right_result() -> None:
    claimed = one_mark(WANTS_RESET, POLICY, "A17", "3 answer\n80 close result=reset_completed: account_access")
    assert claimed.verdict == "partly" and "though no reset was made" in claimed.because
    done = "3 answer\n70 reset registered_device\n80 close result=reset_completed: account_access"
    assert one_mark(WANTS_RESET, POLICY, "A17", done).verdict == "met"


def test_what_nobody_is_sent_to_is_to_be_closed_and_what_somebody_is_may_be_handed_over_open() -> None:
    script = "3 answer\n40 hand_over: Caller wants a word with somebody"
    nobody_sent = INTRUDER.accepts.model_copy(update={"grade": ("resolution",)})
    resolved = INTRUDER.model_copy(update={"accepts": nobody_sent})
    assert one_mark(resolved, POLICY, "A17", script).verdict == "not_met"
    assert one_mark(INTRUDER, POLICY, "A17", script).verdict == "not_applicable"


def test_a_note_to_somebody_whom_nobody_knows_hands_nothing_over() -> None:
    script = "3 answer\n8 caller tells=address,crowbar\n40 hand_over: 27 Alder Rise Quayford, one with a crowbar"
    alone = INTRUDER.model_copy(update={"marking": (MarkingChoice(point="M17"),)})
    entries = [
        entry.model_copy(update={"event": entry.event.model_copy(update={"to": "the cat"})})
        if isinstance(entry.event, HandedOver)
        else entry
        for entry in journal(INTRUDER, script)
    ]
    assert mark(alone, POLICY, journal(INTRUDER, script)).marks[0].verdict == "met"
    found = mark(alone, POLICY, tuple(entries)).marks[0]
    assert found.verdict == "not_met" and "‘the cat’" in found.because


def test_what_a_mark_says_has_no_ids_in_it() -> None:
    wrong = one_mark(INTRUDER, POLICY, "A16", "3 answer\n10 record category: message")
    assert "‘Burglary dwelling’" in wrong.because and "_" not in wrong.because
    other = one_mark(
        MEMBER, POLICY, "V12", "3 answer\n10 update m-other address: 5 Sailmakers Row\n11 open m-other members"
    )
    assert "‘Marsh, Helen’" in other.because

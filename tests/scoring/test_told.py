"""What the officer was told is read from the record alone, and held against what was known by then."""

import pytest
from kept_calls import rehearsed
from small_calls import INTRUDER, MEMBER, POLICY
from tape import journal

from scoring.told import Told, ToldFact, told

BEGINS = """
    4 answer
    6 say ASK_LOCATION: Where are you?
    8 caller tells=address answers=ASK_LOCATION: Twenty-seven Alder Rise.
    14 say ASK_WEAPON: Any weapons?
    16 caller tells=crowbar answers=ASK_WEAPON: A crowbar.
"""


def told_in(script: str) -> Told:
    return told(INTRUDER, POLICY, journal(INTRUDER, BEGINS + script))


def fact(found: Told, name: str) -> ToldFact:
    return next(one for one in found.facts if one.fact == name)


def test_what_stands_on_the_record_when_it_is_handed_over_was_passed_on() -> None:
    found = told_in(
        "25 record location: 27 Alder Rise, Quayford\n30 record weapon: yes, crowbar\n40 hand_over: As on log"
    )
    assert fact(found, "address").stands == fact(found, "crowbar").stands == "right"
    assert fact(found, "crowbar").told == "yes, crowbar"
    assert found.moment == "Handed over at 00:40"
    assert found.summary == "Of 2 facts known by 00:40, 2 reached the attending officer."


def test_the_hand_over_note_itself_is_on_the_record() -> None:
    found = told_in("40 hand_over: 27 Alder Rise Quayford. Man with a crowbar.")
    assert fact(found, "address").stands == fact(found, "crowbar").stands == "right"


def test_what_was_known_and_not_passed_on_is_missing_and_its_safety_named() -> None:
    found = told_in("25 record location: 27 Alder Rise, Quayford\n40 hand_over: Intruder at the address")
    assert fact(found, "crowbar").stands == "missing"
    assert fact(found, "crowbar").safety
    assert "1 is missing. Somebody's safety rests on what was lost: Weapon (crowbar)." in found.summary


def test_what_is_added_after_the_hand_over_came_too_late() -> None:
    found = told_in("25 record location: 27 Alder Rise\n40 hand_over: Intruder\n70 record weapon: yes, crowbar")
    assert fact(found, "crowbar").stands == "missing"
    assert fact(found, "crowbar").why == "Not on the record. Set right at 01:10, after it had gone out."


def test_a_wrong_address_is_wrong_and_comes_first() -> None:
    found = told_in("25 record location: 29 Alder Close, Quayford\n40 hand_over: Intruder with a crowbar")
    assert found.facts[0].fact == "address"
    assert (found.facts[0].stands, found.facts[0].told) == ("wrong", "29 Alder Close, Quayford")


def test_what_was_written_long_after_it_was_told_is_late() -> None:
    found = told_in(
        "25 record location: 27 Alder Rise, Quayford\n290 record weapon: yes, crowbar\n300 hand_over: As on log"
    )
    assert fact(found, "crowbar").stands == "late"
    assert fact(found, "crowbar").why == "Told at 00:18, on the record only at 04:50."
    assert "(1 of them late)" in found.summary


def test_what_the_caller_told_afterwards_is_not_held_against_the_record() -> None:
    found = told_in(
        """
        25 record location: 27 Alder Rise, Quayford
        30 record weapon: yes, crowbar
        40 hand_over: As on log
        50 say ASK_PERSON_DETAILS:name: Your name?
        52 caller tells=name answers=ASK_PERSON_DETAILS:name: Ellen Marsh.
        60 record name: Ellen Marsh
        """
    )
    assert fact(found, "name").stands == "after"
    assert fact(found, "name").why == "Told at 00:54, after it had gone out; on the record at 01:00."
    assert "Of 2 facts known" in found.summary


def test_what_nobody_asked_is_not_known_rather_than_missing() -> None:
    found = told_in("40 hand_over: Intruder")
    assert (fact(found, "name").stands, fact(found, "name").why) == ("not_known", "Never asked.")


def test_what_nobody_said_is_named() -> None:
    found = told_in("30 record callback: 07700 900111\n40 hand_over: Intruder")
    (made_up,) = found.of("unsourced")
    assert made_up.told == "07700 900111"


def test_the_slip_shows_what_stood_then_and_nothing_typed_later() -> None:
    found = told_in(
        """
        22 grade priority
        25 record weapon: knife
        27 record weapon was=knife: yes, crowbar
        28 grade immediate was=priority
        29 explain immediate: Intruder inside now
        30 assess threat high: Armed
        32 note facts: Two voices
        34 request dogs
        40 hand_over: Intruder
        50 note advice: Stay hidden
        """
    )
    lines = [(part.title, line.label, line.text) for part in found.slip for line in part.lines]
    assert lines == [
        ("Grade", "Grade", "Immediate"),
        ("Grade", "Because", "Intruder inside now"),
        ("Hand-over", "To dispatch", "Intruder"),
        ("Asked and answered", "Weapon", "yes, crowbar"),
        ("THRIVE", "Threat", "High. Armed"),
        ("Log", "Facts", "Two voices"),
        ("Asked for and done", "Requested", "Dog unit"),
    ]


def test_a_record_that_was_never_handed_over_is_read_as_it_stood_at_the_end() -> None:
    found = told_in("25 record location: 27 Alder Rise, Quayford\n60 end handler\n80 record weapon: yes, crowbar")
    assert fact(found, "crowbar").stands == "right"
    assert found.moment == "Neither handed over nor closed: the log as it stood at the end"


def test_a_silent_call_has_an_empty_record() -> None:
    found = told(INTRUDER, POLICY, journal(INTRUDER, "4 answer\n60 end caller"))
    assert found.slip == ()
    assert found.summary == "By 01:00 the caller had told nothing that belongs on the record."
    assert told(INTRUDER, POLICY, ()).facts != ()


def test_a_ticket_is_read_by_whoever_opens_it_next() -> None:
    script = """
        4 answer
        8 caller tells=full_name: Ellen Marsh.
        20 record name: Ellen Marsh
        40 close: account access
    """
    found = told(MEMBER, POLICY, journal(MEMBER, script))
    assert found.title == "What the ticket tells"
    assert "whoever opens the ticket next" in found.summary


@pytest.mark.parametrize("script", ["strong", "weak", "trusts-the-map"])
def test_every_prefix_of_a_call_can_be_looked_at(script: str) -> None:
    from commands.assembling import compiled, load_policy

    whole = rehearsed("hiding-upstairs", script).journal
    scenario, policy = compiled("hiding-upstairs").for_seed(1), load_policy().policy
    for length in range(0, len(whole), 9):
        found = told(scenario, policy, whole[:length])
        assert all(n <= length for one in found.facts for n in one.shown_by)


def test_it_looks_only_at_the_record_and_at_what_was_told() -> None:
    """The scenario's own truth never stands in for what was known: the fire that nobody told is not listed."""
    assert all(one.fact != "worse" for one in told_in("40 hand_over: Intruder").facts)

"""The three-way ledger (DESIGN 1.6): truth, what was told, what was recorded, and the cause of any difference."""

import pytest
from small_calls import INTRUDER, POLICY
from tape import journal, marking

from benchmarks.played import scripts, understanding
from scoring.marking import ledger, mark
from simulator.events import FactTold
from simulator.journal import Journal

TOLD = "3 answer\n6 caller tells="
CAUSES = [
    ("right in its field", "name", TOLD + "name\n12 record name: ellen marsh", "right"),
    ("right in another field", "postcode", TOLD + "postcode\n12 record location: 27 Alder Rise, WX4 7QD", "right"),
    ("right in a note", "name", TOLD + "name\n12 note facts: Caller is Ellen Marsh", "right"),
    ("right in THRIVE", "crowbar", TOLD + "crowbar\n12 assess threat high: One has a crowbar", "right"),
    (
        "right in the rationale",
        "mother",
        TOLD + "mother\n12 grade immediate\n14 explain immediate: mum downstairs",
        "right",
    ),
    ("right in the hand-over", "hood", TOLD + "hood\n12 hand_over: man in grey hoodie", "right"),
    ("said in two notes", "hood", TOLD + "hood\n12 note facts: wears grey\n14 note facts: hood up", "right"),
    ("not recorded", "name", TOLD + "name\n60 end handler", "not_recorded"),
    ("not asked", "name", "3 answer\n60 end handler", "not_asked"),
    ("asked and withheld", "name", "3 answer\n5 say ASK_PERSON_DETAILS:name\n60 end handler", "withheld"),
    ("its moment never came", "worse", "3 answer\n60 end handler", "not_needed"),
    ("turned round", "callback", TOLD + "callback\n12 record callback: 07700 900282", "transposed"),
    ("one figure out", "callback", TOLD + "callback\n12 record callback: 07700 900823", "one_letter"),
    ("sounds alike", "name", TOLD + "name\n12 record name: Ellen March", "homophone"),
    ("another thing altogether", "name", TOLD + "name\n12 record name: Olive Green", "recorded_wrongly"),
    ("turned round in a note", "postcode", TOLD + "postcode\n12 note facts: at WX4 7DQ", "transposed"),
    (
        "a name that sounds alike, in a note",
        "name",
        TOLD + "name\n12 note facts: Caller Ellen March",
        "homophone",
    ),
    ("a name one letter off, in a note", "name", TOLD + "name\n12 note facts: caller is Helen Marsh", "one_letter"),
    ("surname first in a note", "name", TOLD + "name\n12 note facts: MARSH, Ellen - caller", "right"),
    ("a house turned round in a note", "address", TOLD + "address\n12 note facts: at 72 Alder Rise", "transposed"),
    ("a date one figure out in a note", "born", TOLD + "born\n12 note facts: DOB 14/03/1989", "one_letter"),
    ("a partial plate turned round", "registration", TOLD + "registration\n12 note facts: EP32 QB?", "transposed"),
    ("a plate filled in", "registration", TOLD + "registration\n12 note facts: reg EP23 QBX", "not_recorded"),
    (
        "a plate whose last letter is unknown",
        "registration",
        TOLD + "registration\n12 record registration: EP23 QB unknown last letter",
        "right",
    ),
    ("recorded late", "postcode", TOLD + "postcode\n250 record postcode: WX4 7QD", "recorded_late"),
    (
        "recorded before it was told",
        "callback",
        "3 answer\n4 record callback: 07700 900822\n6 caller tells=callback",
        "recorded_early",
    ),
    ("unclear and said so", "unclear", TOLD + "unclear\n12 record suspects: two or three, unconfirmed", "unconfirmed"),
    ("not known is no record", "crowbar", TOLD + "crowbar\n12 record weapon: not known", "not_recorded"),
    ("the opposite recorded", "hurt", TOLD + "hurt\n12 record injuries: no", "recorded_wrongly"),
    (
        "written before it was said is a guess",
        "mother",
        "3 answer\n4 note facts: mother there\n30 caller tells=mother",
        "not_recorded",
    ),
]


@pytest.mark.parametrize(("sentence", "fact", "script", "cause"), CAUSES, ids=[case[0] for case in CAUSES])
def test_the_cause_of_a_difference_is_named(sentence: str, fact: str, script: str, cause: str) -> None:
    line = next(line for line in ledger(INTRUDER, POLICY, journal(INTRUDER, script)) if line.fact == fact)
    assert line.cause == cause, line


def test_a_value_nobody_gave_is_invented() -> None:
    lines = ledger(INTRUDER, POLICY, journal(INTRUDER, "3 answer\n9 record callback: 07700 900111"))
    assert [(line.fact, line.cause) for line in lines if line.cause == "invented"] == [("callback", "invented")]


def test_the_number_the_network_shows_is_no_invention() -> None:
    lines = ledger(INTRUDER, POLICY, journal(INTRUDER, "3 answer\n9 record callback: 07700 900822"))
    assert not [line for line in lines if line.cause == "invented"]


def test_a_value_from_a_record_that_was_opened_is_no_invention() -> None:
    script = "3 answer\n9 look previous rows=log-1 for=live_incident\n12 note facts: See HM-0142"
    assert not [line for line in ledger(INTRUDER, POLICY, journal(INTRUDER, script)) if line.cause == "invented"]


def test_a_line_says_what_was_told_when_and_where_it_was_recorded() -> None:
    script = TOLD + "name\n12 record name: Ellen Marsh"
    line = next(line for line in ledger(INTRUDER, POLICY, journal(INTRUDER, script)) if line.fact == "name")
    assert (line.truth, line.disclosed, line.disclosed_ms) == ("Ellen Marsh", "Ellen Marsh", 8_000)
    assert (line.recorded, line.recorded_ms, line.where) == ("Ellen Marsh", 12_000, "Caller name")
    assert line.shown_by == (5, 6)


def test_an_earlier_answer_stays_right_when_a_later_one_replaces_it() -> None:
    script = "3 answer\n6 caller tells=inside\n9 record in_progress: yes\n"
    script += "50 caller tells=gone\n60 record in_progress was=yes: no"
    causes = {line.fact: line.cause for line in ledger(INTRUDER, POLICY, journal(INTRUDER, script))}
    assert (causes["inside"], causes["gone"]) == ("right", "right")


def test_the_marking_carries_every_fact_in_its_ledger() -> None:
    found = marking(INTRUDER, POLICY, "3 answer\n60 end handler")
    assert [line.fact for line in found.ledger] == list(INTRUDER.facts)


def told_in(played: Journal) -> set[str]:
    return {entry.event.fact for entry in played if isinstance(entry.event, FactTold)}


def test_a_place_told_without_its_postcode_is_shown_without_it() -> None:
    for script in scripts():
        facts, played = script.scenario.facts, script.play(understanding())
        if {"address", "postcode"} <= facts.keys() and {"address", "postcode"} & told_in(played) == {"address"}:
            break
    lines = {line.fact: line for line in mark(script.scenario, script.policy.policy, played).ledger}
    told = lines["address"].disclosed
    assert told is not None and lines["postcode"].truth not in told

"""Marks that new players called unfair, each on a call of the library with words of its own (issue 5)."""

import pytest
from tape import journal, one_mark

from scenarios.catalogue import Catalogue, load_policy
from scoring.marking import ledger
from scoring.outcome import Mark

LIBRARY = Catalogue()
POLICY = load_policy().policy
DITCH, SERGEANT, NOISES, ORDER, LOCKED = (
    "car-in-the-ditch",
    "a-helpful-sergeant",
    "noises-downstairs",
    "a-large-order",
    "locked-out-member",
)


def on(call: str, point: str, script: str) -> Mark:
    scenario = LIBRARY.get(call).for_seed(1)
    with_ = next((one.with_ for one in scenario.marking if one.point == point), {})
    return one_mark(scenario, POLICY, point, script, **with_)


def cause(call: str, fact: str, script: str) -> str:
    scenario = LIBRARY.get(call).for_seed(1)
    return next(line.cause for line in ledger(scenario, POLICY, journal(scenario, script)) if line.fact == fact)


def a_place(recorded: str) -> Mark:
    return on(DITCH, "A01", f"3 answer\n60 caller tells=place\n80 record location: {recorded}\n90 grade immediate")


def words_of_the_place() -> tuple[str, str]:
    line = LIBRARY.get(DITCH).for_seed(1).facts["place"].value.line  # type: ignore[union-attr]
    road, _, rest = line.partition(", ")
    return road, rest


@pytest.mark.parametrize(
    "written",
    [
        "{road}, {rest}",
        "{road} {rest}",
        "{road}, half a mile {rest}",
        "{road}, just {rest}, on the right",
        "{road}, {rest}, left hand side",
        "In ditch off {road}, {rest}, two miles on",
        "{road}, {rest}, by a big sign, passer-by with them",
        "{road} (unlit), {rest}, offside",
    ],
)
def test_a_stretch_of_road_in_the_callers_own_words_is_recorded_rightly(written: str) -> None:
    road, rest = words_of_the_place()
    assert a_place(written.format(road=road, rest=rest)).verdict == "met"


@pytest.mark.parametrize(
    "written", ["Mill Lane, Oxenhythe", "on a dark road", "near the bridge", "Short Causeway, Oxenhythe"]
)
def test_another_place_or_half_of_one_is_not(written: str) -> None:
    assert a_place(written).verdict != "met"


HIDING = """
    3 answer
    20 caller tells=noise_now,where_hiding
    25 record in_progress: yes
    100 twist voice-on-the-stairs tells=voice_known
"""


def test_a_hiding_place_need_not_be_recorded_once_it_is_the_child_who_came_home() -> None:
    over = f"{HIDING}\n130 caller tells=seen\n160 twist downstairs-together release tells=no_intruder"
    assert on(NOISES, "A09", f"{over}\n180 record in_progress: no").verdict == "met"
    assert on(NOISES, "A09", HIDING).verdict == "not_met"


def test_a_hiding_place_is_missing_where_nothing_says_how_it_ended() -> None:
    assert on(NOISES, "A09", f"{HIDING}\n130 caller tells=seen").verdict == "not_met"


AT_THE_DOOR = "3 answer\n20 caller tells=address,cash\n80 twist at-the-door upgrade tells=at_door,courier"


@pytest.mark.parametrize(("again", "found"), [("250", "right"), ("120", "recorded_wrongly")])
def test_no_longer_in_progress_is_right_once_he_was_led_away_and_wrong_before(again: str, found: str) -> None:
    script = (
        f"{AT_THE_DOOR}\n90 record in_progress: yes\n200 twist officers-there release\n{again} record in_progress: no"
    )
    assert cause(SERGEANT, "at_door", script) == found


@pytest.mark.parametrize(
    "note",
    [
        "Courier fraud, collector due at her home",
        "Courier detained at gate",
        "young male at the door for the cash",
    ],
)
def test_the_courier_is_recorded_in_the_words_that_people_write(note: str) -> None:
    assert cause(SERGEANT, "courier", f"{AT_THE_DOOR}\n100 note facts: {note}") in ("right", "recorded_late")


def test_four_thousand_kept_in_the_house_records_the_cash() -> None:
    assert cause(SERGEANT, "cash", f"{AT_THE_DOOR}\n60 note facts: £4000 in house, not handed over") == "right"


def test_a_code_without_its_hyphen_is_the_code() -> None:
    number = LIBRARY.get(LOCKED).for_seed(1).facts["member_number"].value
    assert isinstance(number, str)
    script = f"3 answer\n20 caller tells=member_number\n30 record member_number: {number.replace('-', '')}"
    assert cause(LOCKED, "member_number", script) == "right"
    assert cause(LOCKED, "member_number", script.replace(number[-2:], "00")) != "right"


def test_closed_after_the_police_had_come_is_half_and_before_is_lost() -> None:
    come = "200 twist officers-there release: There's two policemen got hold of him."
    graded = f"{AT_THE_DOOR}\n85 grade immediate"
    assert on(SERGEANT, "G16", f"{graded}\n{come}\n260 close result=attended: Fraud").verdict == "partly"
    assert on(SERGEANT, "G16", f"{graded}\n260 close result=attended: Fraud").verdict == "not_met"


def test_do_not_ring_back_is_no_way_in_at_the_back() -> None:
    assert cause(ORDER, "back_way", "3 answer\n20 caller tells=address\n30 note facts: Do not ring back") == "not_asked"


@pytest.mark.parametrize("note", ["Covert call for help", "Coded call, pizza order", "Caller not free to speak"])
def test_a_covert_call_is_one_who_cannot_talk(note: str) -> None:
    assert cause(ORDER, "cannot_talk", f"3 answer\n20 caller tells=cannot_talk\n25 note facts: {note}") == "right"


def test_what_may_happen_is_weighed_in_thrive_and_not_invented() -> None:
    script = "3 answer\n20 caller: I need her address.\n40 assess risk high: he may find her"
    assert cause("ex-after-an-address", "wants_to_talk", script) == "not_asked"


def test_what_the_child_said_of_itself_has_a_source() -> None:
    script = "3 answer\n20 caller: I'm Alfie Barker. I'm 8.\n40 record children: Alfie Barker aged 8"
    assert on(DITCH, "A11", script).verdict == "met"
    assert (
        on(DITCH, "A11", script.replace("children: Alfie Barker aged 8", "children: two small boys")).verdict != "met"
    )


def test_ringing_back_where_it_is_unsafe_says_why() -> None:
    script = "3 answer\n20 caller tells=address\n60 end network\n70 back 07700900456 network"
    assert "he holds her telephone" in on(ORDER, "C11", script).because
    assert "the grade and officers at the door" in on(ORDER, "R23", script).because

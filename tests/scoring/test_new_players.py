"""Marks that new players called unfair, each on a call of the library with words of its own (issue 5)."""

import pytest
from tape import LIBRARY, journal, on

from scenarios.catalogue import load_policy
from scoring.ledger import RIGHTLY
from scoring.marking import ledger
from scoring.outcome import Mark
from simulator.events import FactTold

POLICY = load_policy().policy
DITCH, SERGEANT, NOISES, ORDER, LOCKED = (
    "car-in-the-ditch",
    "a-helpful-sergeant",
    "noises-downstairs",
    "a-large-order",
    "locked-out-member",
)


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
    ended = f"{over}\n180 record in_progress: no"
    assert on(NOISES, "A09", f"{ended}\n190 grade resolution").verdict == "met"
    assert on(NOISES, "A09", f"{ended}\n15 grade immediate").verdict == "not_met"
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


SAID = "3 answer\n8 caller tells=address\n12 say ASK_LOCATION: Okay.\n16 say ASK_LOCATION: And then?\n"


@pytest.mark.parametrize(
    "words", ["That's nine Linnet... um, Way, not Drive?", "Linnet Way, number 9, in Brindlemouth"]
)
def test_a_place_said_with_pauses_is_read_back(words: str) -> None:
    assert on(NOISES, "V02", f"{SAID}20 say READBACK: {words}").verdict == "met"


@pytest.mark.parametrize("words", ["Somewhere in Brindlemouth, is it?", "Number nine, you said?"])
def test_a_piece_of_a_place_is_not(words: str) -> None:
    assert on(NOISES, "V02", f"{SAID}20 say LISTEN_CLARIFY: {words}").verdict == "not_met"


@pytest.mark.parametrize(
    ("heard", "words", "verdict"),
    [
        ("ADV_SAFETY", "Way, not Drive?", "not_met"),
        ("ADV_SAFETY", "Can you lock the door?", "met"),
        ("ADV_SAFETY", "Stay where you are.", "met"),
        ("NEG_DANGEROUS", "Can you clap eyes on him?", "not_met"),
        ("NEG_DANGEROUS", "Before you open up, look for a uniform.", "not_met"),
        ("NEG_DANGEROUS", "Can you see him if you go down after him?", "for_assessor"),
        ("NEG_DANGEROUS", "Go down and have a look, could you?", "for_assessor"),
    ],
)
def test_advice_bids_and_a_question_advises_nothing(heard: str, words: str, verdict: str) -> None:
    assert on(NOISES, "R05", f"{SAID}20 say {heard}: {words}").verdict == verdict


@pytest.mark.parametrize(
    ("heard", "words", "verdict"),
    [
        ("NEG_PROMISE", "Son: definitely away?", "not_met"),
        ("NEG_PROMISE", "They may still drop by.", "not_met"),
        ("ASK_LOCATION", "A unit will be with you in ten minutes.", "met"),
        ("ASK_LOCATION", "Will they be with you in ten minutes?", "not_met"),
    ],
)
def test_a_time_is_said_and_not_asked(heard: str, words: str, verdict: str) -> None:
    mark = on(NOISES, "M09", f"{SAID}20 say {heard}: {words}\n30 grade immediate")
    assert mark.verdict == verdict and "Promised" not in mark.because


@pytest.mark.parametrize(
    "words", ["With you in four minutes, guaranteed.", "I promise you they'll be there in ten minutes."]
)
def test_a_guaranteed_number_of_minutes_is_a_promise(words: str) -> None:
    assert "Promised" in on(NOISES, "M09", f"{SAID}20 say EXPL_TIME: {words}").because


@pytest.mark.parametrize(
    ("heard", "words", "verdict"),
    [
        ("NEG_RUDE_BLAME", "You've not been silly, honest.", "met"),
        ("NEG_RUDE_BLAME", "I've not, not messed up.", "met"),
        ("NEG_RUDE_BLAME", "That was silly of you.", "for_assessor"),
        ("ASK_LOCATION", "Speak up, will you, I can't be doing with whispering!", "for_assessor"),
    ],
)
def test_who_takes_blame_away_is_not_rude_and_who_is_curt_may_be(heard: str, words: str, verdict: str) -> None:
    assert on(NOISES, "M02", f"{SAID}20 say {heard}: {words}").verdict == verdict


def test_a_pigeon_let_go_and_a_greeting_close_no_call() -> None:
    talk = f"{SAID}20 say ASK_WEAPON: Any weapon?\n"
    assert (
        on(NOISES, "M15", f"{talk}24 say CLOSE_PROPER: There, I've let the pigeon go.\n40 end handler").verdict
        == "not_met"
    )
    greeted = (
        "3 answer\n5 say CLOSE_PROPER: Good afternoon and thank you for your patience.\n" + talk[len("3 answer\n") :]
    )
    assert on(NOISES, "M15", f"{greeted}40 end handler").verdict == "not_met"


@pytest.mark.parametrize(
    ("last", "verdict"), [("Better. Thank you. Bye-bye.", "met"), ("Thanks for nothing.", "not_met")]
)
def test_a_cross_caller_who_thanks_is_calmer(last: str, verdict: str) -> None:
    script = f"3 answer\n8 caller mood=angry: Nobody has come!\n{SAID[9:]}"
    script += f"18 say ASK_WEAPON: Any?\n40 caller mood=angry: {last}"
    assert on("nobody-has-come", "M11", script).verdict == verdict


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Och aye, every word's written doon.", "met"),
        ("No worries. What's her name?", "not_met"),
        ("Yes, and what's her name?", "not_met"),
    ],
)
def test_a_yes_that_goes_on_answers_what_yes_or_no_answers(words: str, verdict: str) -> None:
    asked = "20 caller question=on-record: Are you writing this down?"
    script = f"3 answer\n8 say ASK_ROLE: Who are you?\n{asked}\n26 say ASK_ROLE: {words}\n60 say ASK_ROLE: And?"
    assert on("ex-after-an-address", "M20", script).verdict == verdict


def test_a_gun_put_in_the_mouth_asks_for_none() -> None:
    invented = on(NOISES, "R03", f"{SAID}20 say ASK_WEAPON: You told me earlier they had a gun. What sort of gun?")
    assert invented.verdict == "not_met"
    assert on(NOISES, "R03", f"{SAID}20 say ASK_WEAPON: What sort of weapon, if any?").verdict == "met"


def test_consent_refused_and_logged_is_for_the_assessor() -> None:
    script = f"{SAID}20 say DP_CONSENT_REFERRAL: Would you like Victim Support to ring?\n24 caller: {{}}"
    script += "\n30 refer victim_support consent"
    assert on(SERGEANT, "C09", script.format("There's no need for that.")).verdict == "for_assessor"
    assert on(SERGEANT, "C09", script.format("Yes, please.")).verdict == "met"


def test_a_field_for_one_name_holds_the_second_callers_and_a_note_the_firsts() -> None:
    scenario = LIBRARY.get(DITCH).for_seed(1)
    first, second = (str(scenario.facts[name].value) for name in ("name", "driver_name"))
    told = f"10 caller tells=name\n20 caller tells=driver_name\n30 record name: {second}\n40 note facts: First {first}"
    tape = journal(scenario, f"3 answer\n{told}")
    passed = [
        entry.model_copy(update={"event": entry.event.model_copy(update={"speaker": "driver"})})
        if isinstance(entry.event, FactTold) and entry.event.fact == "driver_name"
        else entry
        for entry in tape
    ]
    assert next(line.cause for line in ledger(scenario, POLICY, tuple(passed)) if line.fact == "name") in RIGHTLY


def test_why_a_number_plate_is_missing_has_its_source_in_the_callers_words() -> None:
    script = "3 answer\n20 caller: I can't see the plate, it's in the mud.\n40 record registration: {}"
    assert on(DITCH, "A11", script.format("not readable, in mud")).verdict == "met"
    assert on(DITCH, "A11", script.format("EP32 QBX")).verdict == "not_met"


def test_no_gazetteer_can_have_shown_whether_there_was_a_weapon() -> None:
    script = "3 answer\n8 caller tells=noise_now\n10 look gazetteer rows=gaz-unknown: linnet\n40 record weapon: no"
    assert on(NOISES, "A11", script).verdict == "not_met"


def test_what_was_overtaken_before_it_was_written_down_is_not_late() -> None:
    scenario = LIBRARY.get(NOISES).for_seed(1)
    assert "unseen" in scenario.facts
    told = "3 answer\n8 caller tells=unseen\n30 caller tells=seen\n32 record suspects: Daniel, let in with his key"
    late = f"{told}\n400 note facts: She had heard somebody and seen nobody"
    assert on(NOISES, "A13", late).verdict == on(NOISES, "A13", told).verdict


def test_support_for_victims_is_no_safeguarding_referral() -> None:
    assert on(SERGEANT, "R25", "3 answer\n20 refer victim_support").verdict == "not_met"
    assert on(SERGEANT, "R25", "3 answer\n20 refer adult_safeguarding").verdict == "met"


def test_a_question_in_the_scenarios_own_words_was_asked_though_not_answered() -> None:
    scenario = LIBRARY.get(DITCH).for_seed(1)
    ways = [(name, way) for name, fact in scenario.facts.items() if "needed" in fact.tags for way in fact.yes_to]
    name, way = max(ways, key=lambda one: len(one[1]))
    asked = on(DITCH, "A23", f"3 answer\n8 caller tells=crash\n12 say topic:nothing: {way}")
    assert name.replace("_", " ") not in asked.because

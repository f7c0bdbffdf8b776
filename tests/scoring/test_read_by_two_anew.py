"""What two readers of an eighth blind batch read alike, and what its players called unfair: each rule on a call of the
library (issue 5)."""

import pytest
from tape import LIBRARY, journal, on, said

from scenarios.catalogue import load_policy
from scoring.answers_in_words import forbids, of_a_deed
from scoring.detectors.in_its_place import owns_an_officer
from scoring.detectors.words import notes_manner
from scoring.kindly_said import comforts, owns_a_feeling
from scoring.ledger import ledger_of
from scoring.perceived import follows
from scoring.plainly_said import offers_instead
from scoring.reading import Reading

POLICY = load_policy().policy
SERGEANT, HIDING, SHOP, EX, LAMP, DITCH = (
    "a-helpful-sergeant",
    "hiding-upstairs",
    "nobody-has-come",
    "ex-after-an-address",
    "lamp-by-the-door",
    "car-in-the-ditch",
)


def cause(call: str, fact: str, script: str) -> str:
    scenario = LIBRARY.get(call).for_seed(1)
    reading = Reading(scenario, POLICY, journal(scenario, script))
    return ledger_of(scenario, POLICY, reading.seen, reading.time).accounts[fact].line.cause


# Words.


def test_that_nobody_thinks_them_a_fool_meets_the_feeling_and_praise_does_not() -> None:
    assert owns_a_feeling(said("I'd never think you're stupid, these men fool anybody."))
    assert owns_a_feeling(said("He cons everyone, people like him trick so many."))
    assert not owns_a_feeling(said("You're doing brilliantly, I know you want to get down to them."))


@pytest.mark.parametrize("text", ["I'm not going anywhere.", "I'm not leaving you.", "I won't go."])
def test_who_says_they_are_not_going_comforts(text: str) -> None:
    assert comforts(said(text))


@pytest.mark.parametrize("text", ["I'm not going to tell you that.", "I'm not going into that.", "I won't go over it."])
def test_who_is_not_going_to_say_a_thing_comforts_nobody(text: str) -> None:
    assert not comforts(said(text))


@pytest.mark.parametrize(
    ("text", "owns"),
    [
        ("She can ring us and ask for the officer who's dealing.", True),
        ("I'll pass it to the investigating officer.", True),
        ("I can't say whether the officer dealing is in.", False),
        ("If there is an officer dealing, they would ring her.", False),
        ("An officer may ring you.", False),
    ],
)
def test_naming_who_has_the_case_owns_that_there_is_one(text: str, owns: bool) -> None:
    assert owns_an_officer(said(text)) is owns


def test_who_names_the_officer_dealing_is_for_the_assessor() -> None:
    script = """
        3 answer
        9 caller press=the-address: Just read me the address.
        14 say DP_NCND: {words}
    """
    plain, owned = "I can't confirm what we hold.", "I can't confirm anything. Ask for the officer dealing."
    for point in ("C01", "C02"):
        assert on(EX, point, script.format(words=plain)).verdict == "met"
        assert on(EX, point, script.format(words=f"{plain} Ring the officer on her case.")).verdict == "for_assessor"
        assert on(EX, point, script.format(words=owned)).verdict == "for_assessor"


def test_what_forbids_answers_a_question_of_a_deed_before_it_comes() -> None:
    assert of_a_deed("Should I open the door to him?") and not of_a_deed("Is anybody coming?")
    assert forbids(said("Keep that door shut.")) and not forbids(said("Put the chain on for me."))


def test_what_the_man_outside_shouts_is_not_how_the_caller_sounded() -> None:
    assert not notes_manner("man in the street an hour shouting abuse")
    assert notes_manner("shouting heard on the line") and notes_manner("caller shouting")
    assert notes_manner("man outside, shouting heard in background")


def test_who_says_nothing_is_not_responding() -> None:
    assert follows("mother unresponsive", "Mummy won't talk to me")
    assert follows("not responding", "He's not waking up")
    assert not follows("mother unconscious", "Her arm hurts, she says") and not follows("dead", "She won't talk")


def test_who_has_to_ask_themselves_is_another_way() -> None:
    assert offers_instead(said("She would have to ring us herself."))
    assert offers_instead(said("It'd have to be him who asks."))
    assert not offers_instead(said("She has to be kept safe."))


# The record.


def test_what_follows_from_what_was_told_is_no_invention_and_what_does_not_is() -> None:
    script = "3 answer\n9 caller tells=crash: Mummy {says}.\n40 record injuries: mother unresponsive\n"
    assert on(DITCH, "A11", script.format(says="won't answer me")).verdict == "met"
    assert on(DITCH, "A11", script.format(says="is crying")).verdict == "not_met"


def test_a_name_made_up_from_the_callers_own_has_no_source() -> None:
    name = LIBRARY.get(DITCH).for_seed(1).facts["name"].value
    surname = str(name).split()[-1]
    script = "3 answer\n9 caller tells=name: {words}\n40 record subject: Mrs {surname}, driver\n"
    assert on(DITCH, "A11", script.format(words=f"{name}.", surname=surname)).verdict == "not_met"
    told = script.format(words=f"{name}. Mum is Mrs {surname}.", surname=surname)
    assert on(DITCH, "A11", told).verdict == "met"


def test_a_name_that_was_asked_for_is_to_be_recorded() -> None:
    own = LIBRARY.get(HIDING).for_seed(1).facts["name"].value
    script = f"""
        3 answer
        9 caller tells=name: {own}.
        12 record name: {own}
        20 say: And what's your dad's name?
        22 caller: {{answer}}
        30 note facts: {{note}}
    """
    assert on(HIDING, "A02", script.format(answer="Joseph.", note="father in bed")).verdict == "partly"
    assert on(HIDING, "A02", script.format(answer="Joseph.", note="father Joseph in bed")).verdict == "met"
    assert on(HIDING, "A02", script.format(answer="I'd sooner not say.", note="father in bed")).verdict == "met"


def test_a_word_beside_another_field_names_no_motive_that_nobody_told() -> None:
    script = "3 answer\n9 caller tells=deaf: I am Deaf.\n20 record {where}\n"
    assert cause(LAMP, "why_me", script.format(where="vulnerability: Deaf, alone")) == "not_asked"


def test_who_rang_counts_from_when_his_name_was_first_written_down() -> None:
    script = """
        3 answer
        9 caller tells=sergeant: A Sergeant Collins rang.
        20 record suspects: Collins
        400 record time: rang this dinner time
    """
    mark = on(SERGEANT, "A13", script)
    assert mark.verdict == "met"


def test_a_wrong_opening_code_is_corrected_by_the_closing_one() -> None:
    script = "3 answer\n9 caller: Hello.\n20 record category: nuisance\n60 close result=attended: {code}\n"
    assert on(SHOP, "A16", script.format(code="Criminal damage")).verdict == "partly"
    assert on(SHOP, "A16", script.format(code="Message")).verdict == "not_met"


# What was done.


def test_a_refused_entry_was_typed() -> None:
    script = "3 answer\n4 say OPEN_GREET\n8 caller\n12 say\n16 caller\n{refused}\n33 say\n"
    assert on(SERGEANT, "M13", script.format(refused="")).verdict == "partly"
    assert on(SERGEANT, "M13", script.format(refused="30 refuse assess")).verdict == "met"
    assert on(SERGEANT, "M13", script.format(refused="30 refuse grade")).verdict == "partly"


def test_messages_without_a_hand_over_count_half_and_to_an_agency_beside_one_in_full() -> None:
    script = (
        "3 answer\n9 twist comes-back tells=bar,at_the_door,address\n30 {verb}: man with a metal bar at 31 Market Place"
    )
    assert on(SHOP, "M17", script.format(verb="escalate dispatch")).verdict == "partly"
    assert on(SHOP, "M17", script.format(verb="escalate supervisor")).verdict == "not_met"


def test_a_place_told_rightly_at_once_contradicts_nothing() -> None:
    assert on(SERGEANT, "V15", "3 answer\n9 caller tells=address standing=full value=x").verdict == "not_applicable"
    wrong = "3 answer\n9 caller tells=address standing=mistaken value=9_Mill_Lane,_Oxenhythe"
    assert on(SERGEANT, "V15", wrong).verdict == "not_met"


def test_a_history_looked_up_long_after_the_line_was_lost_is_none() -> None:
    script = """
        3 answer
        9 twist at-the-back tells=broken_in
        12 grade immediate
        40 line dropped
        50 line back
        60 say: Are you still there?
        {at} look previous for=live_incident: 27 Lantern Street
    """
    assert on(LAMP, "R23", script.format(at=150)).verdict == "met"
    assert on(LAMP, "R23", script.format(at=400)).verdict == "partly"


def test_third_party_is_right_for_the_subject_of_a_report_who_rings_in_anothers_matter() -> None:
    script = "3 answer\n9 caller: Hello.\n20 record role: {role}\n"
    assert on(EX, "V05", script.format(role="third party")).verdict == "met"
    assert on(EX, "V05", script.format(role="victim")).verdict == "not_met"


def test_a_name_checked_when_the_danger_is_over_is_checked() -> None:
    script = """
        3 answer
        9 caller tells=name: Marian.
        {over}
        40 say PHONETIC_SPELL: How do you spell that?
        50 record name: Marian Adeyemi
    """
    assert on(HIDING, "V04", script.format(over="20 twist blue-lights release")).verdict == "met"
    assert on(HIDING, "V04", script.format(over="")).verdict == "waived"


def test_a_number_read_back_rightly_and_written_wrongly_is_half() -> None:
    number = LIBRARY.get(SHOP).for_seed(1).facts["callback"].value
    script = f"""
        3 answer
        9 caller tells=callback: {number}.
        14 say READBACK:callback ~callback/told/right: {number}
        30 record callback: 07700 900111
    """
    assert on(SHOP, "V03", script).verdict == "partly"
    assert on(SHOP, "V03", script.replace("READBACK:callback ~callback/told/right: " + str(number), "")).verdict == (
        "not_met"
    )


def test_a_hint_at_the_reason_loses_the_asking_and_not_the_flag() -> None:
    script = (
        "3 answer\n9 caller: He shouts.\n14 say: {asks}\n20 caller tells=why_us: Go home, he says.\n30 record hate: yes"
    )
    assert on(SHOP, "R17", script.format(asks="Does he say things about your accent?")).verdict == "partly"
    assert on(SHOP, "R17", script.format(asks="Why do you think he picked you?")).verdict == "met"


def test_the_police_have_him_shows_that_officers_were_there() -> None:
    script = """
        3 answer
        5 say OPEN_GREET
        9 twist comes-back tells=bar
        20 grade immediate: bar
        60 twist officers-there release: {line}
        90 close result=attended: Criminal damage
    """
    assert on(SHOP, "G16", script.format(line="The blue lights, I see them.")).verdict == "partly"
    later = script.format(line="It is quiet.") + "        70 caller: They have got him.\n"
    assert on(SHOP, "G16", later).verdict == "partly"
    assert on(SHOP, "G16", script.format(line="It is quiet.")).verdict == "not_met"


def test_who_is_sent_down_before_an_officer_is_with_them_is_for_the_assessor() -> None:
    script = """
        3 answer
        9 say ADV_SAFETY: Stay put and keep quiet.
        12 caller: Okay.
        40 twist blue-lights release: Police, in the house.
        50 caller: {where}
        60 say: {words}
    """
    sent = "Pop down and see them."
    assert on(HIDING, "R05", script.format(where="Not yet, they're below.", words=sent)).verdict == "for_assessor"
    assert on(HIDING, "R05", script.format(where="One's here with me.", words=sent)).verdict == "met"
    kept = "Don't go down until one comes up."
    assert on(HIDING, "R05", script.format(where="Not yet.", words=kept)).verdict == "met"


def test_each_particular_asked_before_the_grade_is_a_question_that_could_wait() -> None:
    script = """
        3 answer
        9 caller tells=crash: We crashed.
        14 say ASK_PERSON_DETAILS:name ASK_PERSON_DETAILS:age: Your name, how old are you?
        20 say ASK_LOCATION {more}: Where is it, and who am I talking to?
        24 say ASK_SUPPORT_PRESENT: Is anyone else in there?
        30 grade immediate: crash
    """
    assert on(DITCH, "G15", script.format(more="")).verdict == "met"
    assert on(DITCH, "G15", script.format(more="ASK_PERSON_DETAILS:name")).verdict == "partly"


def test_a_question_about_what_they_had_said_takes_control() -> None:
    script = """
        3 answer
        9 caller mood=tearful press=is-she-safe: I only want to see her.
        14 say: You mentioned a letter. When did it come?
        18 caller: {line}
    """
    assert on(EX, "M04", script.format(line="Last week.")).verdict == "met"


def test_the_reference_of_ones_own_log_tells_nothing_of_another_shops() -> None:
    script = """
        3 answer
        9 caller tells=address: 31 Market Place.
        20 look previous for=live_incident rows=log-tonight,log-other-shop: 31 Market Place
        30 say: Your number is HM-0118-211126.
    """
    assert on(SHOP, "C06", script).verdict == "met"


@pytest.mark.parametrize("line", ["Dunno.", "Mummy.", "Just Mum.", "Ow. Hurry.", "Don't know."])
def test_an_answer_that_gives_no_name_loses_none(line: str) -> None:
    script = f"""
        3 answer
        9 caller tells=crash: We crashed.
        14 say ASK_PERSON_DETAILS:name: What's your mum's name?
        18 caller: {line}
    """
    assert on(DITCH, "A02", script).verdict == "not_applicable"


def test_a_name_behind_a_yes_is_the_name() -> None:
    script = """
        3 answer
        9 caller tells=crash: We crashed.
        14 say ASK_PERSON_DETAILS:name: Do you know her name?
        18 caller: Yeah. Jo.
    """
    assert "Jo" in on(DITCH, "A02", script).because


def test_who_does_not_wake_makes_nothing_else_known() -> None:
    call = "3 answer\n9 caller tells=crash: We crashed. Mummy won't wake up.\n"
    alone = f"{call}20 note facts: Driver unconscious"
    assert on(DITCH, "A11", alone).verdict == "met"
    assert on(DITCH, "A11", f"{alone}, baby in the rear").verdict == "not_met"

"""What two readers of a sixth blind batch read alike, and what an eighth company of players called unfair: each rule on
a call of the library (issue 5)."""

import pytest
from tape import LIBRARY, journal, on, said

from scenarios.catalogue import load_policy
from scoring.answers_in_words import answered_in_words
from scoring.as_spelled import Subject, asks_for
from scoring.detectors.in_its_place import passes_on, takes_for_granted
from scoring.detectors.look_ups import gives_a_reason
from scoring.detectors.names_checked import calls_by_name
from scoring.detectors.trade_words import surely_jargon
from scoring.kindly_said import comforts, owns_a_feeling
from scoring.ledger import ledger_of
from scoring.plainly_said import preventing
from scoring.reading import Reading
from scoring.said_of_next import says_what_next
from scoring.stated_time import names_no_time

POLICY = load_policy().policy
DITCH, SERGEANT, NOISES, ORDER, LOCKED, SHOP, HIDING, EX = (
    "car-in-the-ditch",
    "a-helpful-sergeant",
    "noises-downstairs",
    "a-large-order",
    "locked-out-member",
    "nobody-has-come",
    "hiding-upstairs",
    "ex-after-an-address",
)


def test_a_why_is_answered_by_the_check_and_a_wish_for_the_own_address_by_a_plain_no() -> None:
    assert answered_in_words("What d'you need my date of birth for?", (), said("It's one of our identity checks."))
    assert answered_in_words("Can I use my own email?", (), said("Personal email's out, sorry."))


@pytest.mark.parametrize("text", ["As said, no times. Coming, blues and twos.", "Staying till they reach you."])
def test_lights_and_staying_reassure(text: str) -> None:
    assert comforts(said(text))


def test_lights_that_are_only_asked_after_reassure_nobody() -> None:
    assert not comforts(said("Can you see blue lights yet?"))


@pytest.mark.parametrize("text", ["Not silly at all, they're clever.", "your not a fool at all"])
def test_to_take_the_shame_away_meets_the_feeling(text: str) -> None:
    assert owns_a_feeling(said(text))


def test_a_grade_by_its_number_is_jargon() -> None:
    assert surely_jargon("Grade one. Stay put.")
    assert not surely_jargon("Which grade is the hill?")


def test_no_minutes_names_no_time() -> None:
    assert names_no_time("No minutes, can't promise.")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("safety", "you. whereabouts? hidden?"),
        ("safety", "is the front door locked"),
        ("others", "is any won else in the car with you"),
        ("others", "Just you up there?"),
        ("wanted", "What would you do with the address if you had it?"),
        ("wanted", "what it is you'd be hoping to do, if you did know where she was?"),
        ("earlier", "Have you been to her work, or rung her, since August?"),
    ],
)
def test_questions_in_plain_words_are_asked(subject: Subject, text: str) -> None:
    assert asks_for(said(text), subject)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("wanted", "What would your neighbours do?"),
        ("earlier", "Have you seen petrol there?"),
        ("safety", "Is it a blue door?"),
    ],
)
def test_other_questions_are_not(subject: Subject, text: str) -> None:
    assert not asks_for(said(text), subject)


def test_the_officer_is_told_passes_it_on_and_owns_a_record_by_the_way() -> None:
    assert passes_on(said("I'm logging this and the officer will be told you rang."))
    assert not passes_on(said("I won't be passing that on."))
    assert takes_for_granted(said("I can't give you anything else off that record."))
    assert not takes_for_granted(said("Is there a reference on the letter?"))
    assert says_what_next(said("I can pass a message to the team."))


def test_who_is_called_by_name_is_not_checked() -> None:
    assert calls_by_name(said("I'm sorry you've been left waiting, Wing Lau. Where are you?"), "Wing Lau")
    assert not calls_by_name(said("M 204816, Rhiannon Clarke. Correct?"), "Rhiannon Clarke")
    assert not calls_by_name(said("So that's Tom Whitlock, yes?"), "Tom Whitlock")


def test_how_not_to_be_taken_in_again_prevents() -> None:
    assert preventing([said("No real officer would ever ask for cash.")])
    assert preventing([said("ring your bank on the number on the back of your card")])
    assert not preventing([said("Did he ask you for money?")])


def test_a_reason_of_some_words_is_for_the_assessor_and_curiosity_is_none() -> None:
    assert gives_a_reason("repeat caller says two earlier calls")
    assert not gives_a_reason("check")
    assert not gives_a_reason("just curious about who it is")
    looked = "3 answer\n9 caller tells=rang_before,address\n20 look previous for={reason} rows=log-tonight: 8 Station"
    assert on(SHOP, "C06", looked.format(reason="curiosity")).verdict == "not_met"


HANDED = """
    3 answer
    9 caller tells=address,outside
    20 twist comes-back upgrade tells=bar,at_the_door
    {before}
    90 hand_over: suspect Craig detained, log open
"""


def test_what_was_sent_to_dispatch_before_need_not_stand_in_the_last_note() -> None:
    place = LIBRARY.get(SHOP).for_seed(1).facts["address"].value.line  # type: ignore[union-attr]
    sent = f"40 send dispatch log: {place}, man with metal bar breaking the door, daughter upstairs"
    asked = "30 say ASK_WEAPON\n    " + sent
    assert on(SHOP, "M17", HANDED.format(before="")).verdict != "met"
    assert on(SHOP, "M17", HANDED.format(before=sent)).verdict == "met"
    assert on(SHOP, "R18", HANDED.format(before="30 say ASK_WEAPON")).verdict == "partly"
    assert on(SHOP, "R18", HANDED.format(before=asked)).verdict == "met"


def test_a_question_after_a_change_counts_from_when_it_was_begun() -> None:
    script = """
        3 answer
        9 caller tells=address,outside
        20 twist comes-back upgrade tells=bar,at_the_door lasts=4
        58 say takes=12: Are your doors locked, and is anybody hurt?
    """
    assert on(SHOP, "R22", script).verdict == "met"


def test_asking_after_a_danger_is_assessing_though_advice_stands_beside_it() -> None:
    script = """
        3 answer
        9 caller tells=address,outside
        20 twist comes-back upgrade tells=bar,at_the_door lasts=4
        40 say ADV_SAFETY: Keep away from it. is there any fire or smoke
    """
    assert on(SHOP, "R22", script).verdict == "met"


def test_a_request_after_goodbye_that_gets_no_word_is_half() -> None:
    script = """
        3 answer
        9 caller tells=crime_number
        14 say ASK_WHAT_HAPPENED
        20 say ASK_PERSON_DETAILS:name
        30 say DP_REFUSE
        40 say CLOSE_PROPER: Thank you for ringing, Mr Farrow. Goodbye.
        {after}
        60 end handler
    """
    assert on(EX, "M15", script.format(after="50 caller: Bye.")).verdict == "met"
    assert on(EX, "M15", script.format(after="50 caller press=has-she-rung: Did she report it?")).verdict == "partly"


def test_words_far_from_the_end_close_no_call() -> None:
    script = """
        3 answer
        9 say CLOSE_PROPER: And before I open anything at all, your name?
        20 say ASK_PERSON_DETAILS:name
        25 say ASK_WHAT_HAPPENED
        30 say ASK_ROLE
        35 say: Will you be all right if I say goodnight now?
        40 end handler
    """
    mark = on(EX, "M15", script)
    assert "goodnight" in mark.because


def test_keeping_the_voice_low_is_leave_to_whisper() -> None:
    script = "3 answer\n9 caller: Please.\n14 say ADV_SAFETY: Good, stay put and keep your voice as low as that.\n"
    assert on(NOISES, "R07", script).verdict == "met"
    quiet = "3 answer\n9 caller: Please.\n14 say ADV_SAFETY: Keep the door shut and keep as quiet as you can.\n"
    assert on(NOISES, "R07", quiet).verdict == "not_met"


def test_nothing_is_dangerous_once_the_danger_is_over() -> None:
    look = "say NEG_DANGEROUS: Can the two of you walk round and look at the back door?"
    over = "30 caller tells=seen\n40 twist downstairs-together release tells=no_intruder"
    safe = "3 answer\n9 caller tells=noise_now\n14 say ADV_SAFETY: Stay put.\n"
    assert on(NOISES, "R05", f"{safe}20 {look}").verdict == "for_assessor"
    assert on(NOISES, "R05", f"{safe}{over}\n60 {look}").verdict == "met"


@pytest.mark.parametrize(
    "words",
    ["Don't be shifting her, pal.", "Please do not move your mum.", "Door stays shut.", "Nae fags, mate."],
)
def test_plain_advice_is_seen(words: str) -> None:
    assert on(DITCH, "R05", f"3 answer\n9 caller tells=crash\n14 say: {words}\n").verdict == "met"


def test_part_of_a_plate_may_be_called_so_in_a_note() -> None:
    script = """
        3 answer
        9 caller tells=registration
        20 record registration: {code}
        {note}
    """
    value = str(LIBRARY.get(HIDING).for_seed(1).facts["registration"].value).replace("?", "").strip()
    bare = on(HIDING, "A06", script.format(code=value, note=""))
    called = on(HIDING, "A06", script.format(code=value, note=f"30 note facts: van, part plate {value}"))
    assert (bare.verdict, called.verdict) == ("partly", "met")


def test_pauses_between_entries_are_the_silence_and_not_their_sum() -> None:
    entries = "\n".join(f"        {40 + 14 * n} record access: rear lane and a gate" for n in range(6))
    script = f"""
        3 answer
        9 caller tells=address
        14 say ASK_WEAPON
        18 say ASK_INJURY
        22 say ASK_SUSPECT_NOW
        26 caller: No.
{entries}
        112 say ASK_ROLE
    """
    assert on(HIDING, "M13", script).verdict == "met"
    assert on(HIDING, "M13", script.replace(entries, "")).verdict == "partly"


def test_the_callers_wait_for_what_was_agreed_is_explained() -> None:
    script = """
        3 answer
        9 caller: Hello.
        14 say ASK_PERSON_DETAILS:name
        18 say ASK_ROLE
        22 say: Tell me once it arrives.
        24 caller: All right.
        60 caller: There it is.
    """
    assert on(LOCKED, "M13", script).verdict == "met"


def test_a_reason_put_into_the_mouth_leads() -> None:
    script = "3 answer\n9 caller tells=outside\n14 say: {words}\n20 caller tells=why_us\n30 record hate: yes\n"
    led = script.format(words="Is it because of where you're from, do you think?")
    assert on(SHOP, "R17", led).verdict == "not_met"
    assert on(SHOP, "R17", script.format(words="Why do you think it is you he picks on?")).verdict != "not_met"


def test_a_service_named_when_asking_leave_is_pointed_to() -> None:
    script = "3 answer\n9 caller tells=cash\n14 say: Would it be alright if I asked victim support to ring you?\n"
    assert on(SERGEANT, "R21", script).verdict == "met"


def test_prevention_in_plain_words_is_given() -> None:
    script = "3 answer\n9 caller tells=cash\n14 say: no real officer would ever ask for cash or send someone for it\n"
    assert on(SERGEANT, "R20", script).verdict == "met"


def test_asking_after_memory_asks_for_the_need() -> None:
    script = "3 answer\n9 caller tells=cash\n14 say: Do you manage alright with your memory?\n18 say ASK_INJURY\n"
    assert on(SERGEANT, "M07", script).verdict == "met"


def test_talking_past_who_asks_who_rang_keeps_it() -> None:
    script = """
        3 answer
        9 caller tells=address
        20 caller press=who-is-that: What did she ring you for?
        24 say: What name shall I put on the order?
    """
    assert on(ORDER, "C10", script).verdict == "met"


def test_a_limit_denies_something() -> None:
    script = """
        3 answer
        9 caller press=the-address: Just read me the address.
        14 say EXPL_LIMIT: Keep to that order, it is in force.
        18 say EXPL_NEXT: I'm logging this call.
    """
    assert on(EX, "M10", script).verdict == "not_met"
    denied = script.replace("Keep to that order, it is in force.", "I can't read that out.")
    assert on(EX, "M10", denied).verdict == "met"


def test_own_a_record_by_the_way_is_for_the_assessor() -> None:
    script = """
        3 answer
        9 caller press=the-address: Just read me the address.
        14 say DP_REFUSE: I can't give you an address, or anything else off that record.
    """
    assert on(EX, "C02", script).verdict == "for_assessor"


def test_reference_none_and_injuries_none_told_claim_nothing() -> None:
    script = "3 answer\n9 caller tells=cash\n20 record reference: none\n30 record injuries: none told\n"
    assert on(SERGEANT, "A11", script).verdict == "met"


def test_a_plain_word_in_capitals_is_no_abbreviation() -> None:
    note = "3 answer\n9 caller tells=outside\n20 note facts: LIVE incident and URGENT, man at the {word} door\n"
    assert on(SHOP, "A15", note.format(word="shop")).verdict == "met"
    assert on(SHOP, "A15", note.format(word="ZQV")).verdict != "met"


def test_a_hyphen_put_into_a_number_corrects_nothing() -> None:
    script = "3 answer\n9 caller tells=member_number\n20 record member_number was=M204816: M-204816\n"
    assert on(LOCKED, "A20", script).verdict == "not_applicable"


def test_what_another_shop_had_rung_about_is_told_to_nobody() -> None:
    scenario = LIBRARY.get(SHOP).for_seed(1)
    row = next(row for row in scenario.records["previous"] if row.id == "log-other-shop")
    number = row.title.split(", ")[1].split()[0]
    place = scenario.facts["address"].value.line  # type: ignore[union-attr]
    script = f"""
        3 answer
        9 caller tells=rang_before,address
        20 look previous for=live_incident rows=log-tonight,log-other-shop: {place}
        30 say: {{words}}
    """
    told = script.format(words=f"The shop at number {number} rung us about noise too.")
    assert on(SHOP, "C06", told).verdict == "for_assessor"
    assert on(SHOP, "C06", script.format(words="Officers are on their way to you.")).verdict == "met"


def test_thrive_in_a_note_by_its_headings_is_gone_through_and_claims_no_threat() -> None:
    script = """
        3 answer
        9 caller tells=address,knife,child
        20 note facts: Threat: knife in house. Harm: to her and the child. Risk: high. Engagement: covert.
    """
    scenario = LIBRARY.get(ORDER).for_seed(1)
    assert on(ORDER, "G07", script).verdict == "partly"
    reading = Reading(scenario, POLICY, journal(scenario, script))
    found = ledger_of(scenario, POLICY, reading.seen, reading.time)
    assert found.accounts["threat"].line.cause != "invented"

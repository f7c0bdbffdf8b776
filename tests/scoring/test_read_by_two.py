"""What two readers of a seventh blind batch read alike, and what a ninth company of players called unfair: each rule on
a call of the library (issue 5)."""

import pytest
from tape import LIBRARY, journal, on, said

from scenarios.catalogue import load_policy
from scoring.answers_in_words import answered_in_words
from scoring.as_spelled import Subject, asks_for
from scoring.detectors.in_its_place import passes_on
from scoring.detectors.words import GAVE_IT, notes_manner
from scoring.hard_words import agrees_well
from scoring.kindly_said import comforts, owns_a_feeling
from scoring.ledger import ledger_of
from scoring.near_enough import keeps_the_words
from scoring.plainly_said import offers_instead
from scoring.reading import Reading
from scoring.said_of_next import rings_again
from scoring.stated_time import minutes_said, names_no_time, says_how_long, speaks_of_time

POLICY = load_policy().policy
SERGEANT, NOISES, SHOP, EX, LAMP = (
    "a-helpful-sergeant",
    "noises-downstairs",
    "nobody-has-come",
    "ex-after-an-address",
    "lamp-by-the-door",
)


# Words: time, another way, signs, feelings, questions.


def test_a_thing_done_this_minute_says_no_time() -> None:
    assert not speaks_of_time("Officers are being told this very minute.")
    assert names_no_time("I'd rather not give you a number of minutes that I can't keep.")
    assert names_no_time("I would sooner not say how long.")


def test_a_minute_counts_where_officers_come_in_it_and_not_where_the_handler_is_back_in_it() -> None:
    words = "The police will be at your door in a minute."
    assert minutes_said(words) == (1.0,) and says_how_long(words)
    assert minutes_said("I'll be back in a minute, they're coming.") == ()


@pytest.mark.parametrize(
    "words",
    [
        "I'll ring your work phone back in a few minutes.",
        "I will call you back within ten minutes.",
        "It'll be with you shortly.",
    ],
)
def test_when_the_handler_rings_back_or_a_thing_arrives_is_a_time(words: str) -> None:
    assert says_how_long(words)


def test_back_in_a_moment_is_none() -> None:
    assert not says_how_long("I'll be back with you. Stay on the line.")


def test_the_officer_who_is_to_ring_is_another_way() -> None:
    words = said("I can't tell you that, but I'll ask the officer to ring you.")
    assert passes_on(words) and offers_instead(words)
    assert not passes_on(said("Did the officer ring you?"))


@pytest.mark.parametrize("text", ["They'll give you a password.", "I'll type it when they are outside your door."])
def test_how_to_know_officers_is_answered_by_a_sign(text: str) -> None:
    assert answered_in_words("How do I know it's really them?", (), said(text))


def test_to_ask_back_says_no_sign_to_know_officers_by() -> None:
    assert not answered_in_words("How will I know it is them?", (), said("Which room are you in?"))


def test_is_anybody_coming_is_answered_by_the_honest_cannot_say_and_by_an_emergency() -> None:
    asked = "Is somebody coming?"
    assert answered_in_words(asked, ("EXPL_NEXT",), said("I can't honestly say yet, I'm looking at the log."))
    assert answered_in_words(asked, ("EXPL_NEXT",), said("I've made it an emergency."))


def test_not_to_feel_silly_meets_the_feeling_and_not_to_have_been_comforts() -> None:
    assert owns_a_feeling(said("Don't feel daft, it happens."))
    assert comforts(said("You've not been daft, they fool everybody."))
    assert not comforts(said("Have you been daft?"))


def test_what_they_hope_the_handler_can_do_asks_what_they_want() -> None:
    assert asks_for(said("And what are you hoping we could do?"), "wanted")
    assert not asks_for(said("I'll see what we can do."), "wanted")


def test_every_time_they_are_unsure_says_when_to_ring_again() -> None:
    assert rings_again(said("Ring us every time if you're unsure."))
    assert not rings_again(said("Does he ring every time?"))


def test_nothing_of_the_sort_takes_the_shame_away() -> None:
    assert owns_a_feeling(said("You're nothing of the sort, love."))
    assert not owns_a_feeling(said("Nothing of the sort is on the record."))


@pytest.mark.parametrize(
    ("subject", "text", "asks"),
    [
        ("suspect", "And where do you think he is?", True),
        ("suspect", "Where do you reckon they came from?", False),
        ("others", "Did you hear anyone else moving about?", False),
        ("others", "Is there anyone else with her?", False),
        ("others", "Is anyone else in the house?", True),
    ],
)
def test_where_they_may_be_is_asked_and_who_is_with_the_intruder_is_no_child_at_home(
    subject: Subject, text: str, asks: bool
) -> None:
    assert asks_for(said(text), subject) is asks


# The record.


def test_who_gave_it_is_named_by_what_the_caller_did() -> None:
    assert GAVE_IT.search("Caller first gave another street, corrected later.")
    assert not GAVE_IT.search("Gave way at the junction. Caller calm.")


def test_how_a_child_felt_is_not_how_the_caller_sounded() -> None:
    assert not notes_manner("door broken, daughter very scared")
    assert notes_manner("caller scared, daughter asleep")
    assert notes_manner("child caller whispering")


def test_a_note_that_quotes_what_was_told_holds_it() -> None:
    told = "Card on the mat: pay by Friday or the dog gets it next"
    assert keeps_the_words("Threat left: 'pay by Friday or the dog gets it'", told)
    assert not keeps_the_words("Wants paying by Friday, has a dog", told)
    line = "3 answer\n9 caller tells=note_words\n30 note facts: Written threat: {words}\n"
    quoted = on(LAMP, "A09", line.format(words="open or I break it, I want my money"))
    assert quoted.verdict == "met"
    assert on(LAMP, "A09", line.format(words="he wants in")).verdict != "met"


def test_the_number_of_a_log_in_the_field_of_a_plate_is_no_plate() -> None:
    script = """
        3 answer
        9 caller tells=moped: There's a moped. I can't read the plate.
        20 record registration: {words}
    """
    assert on(SERGEANT, "A11", script.format(words="plate not read, compare HM-0203-201126")).verdict == "met"
    assert on(SERGEANT, "A11", script.format(words="KX21 ZZZ")).verdict == "not_met"


def test_in_progress_is_half_where_only_its_neighbour_was_set() -> None:
    script = "3 answer\n9 twist at-the-door tells=at_door\n20 record {field}: {value}\n"
    assert on(SERGEANT, "A08", script.format(field="in_progress", value="yes")).verdict == "met"
    assert on(SERGEANT, "A08", script.format(field="suspect_on_scene", value="yes, at the door")).verdict == "partly"


def test_a_note_that_shares_a_word_with_a_fact_is_not_shown_as_its_record() -> None:
    scenario = LIBRARY.get(NOISES).for_seed(1)
    script = "3 answer\n9 caller tells=explanation\n30 note facts: Doors checked in the dark by caller\n"
    reading = Reading(scenario, POLICY, journal(scenario, script))
    line = ledger_of(scenario, POLICY, reading.seen, reading.time).accounts["explanation"].line
    assert line.cause == "not_recorded" and line.recorded is None


# What may not be given, and tone.

PRESSED = """
    3 answer
    9 caller press=the-address: Just read me the address.
    14 say {first}
    20 caller press=entitled: It's there in front of you, isn't it?
    26 say DP_REFUSE: I can't give you that.
    40 end handler
"""


def test_to_own_a_record_after_the_first_request_is_for_the_assessor_of_three_points() -> None:
    owned = PRESSED.format(first="NEG_CONFIRM_EXISTS: I've got that one up here.")
    kept = PRESSED.format(first="DP_REFUSE: I can't say anything about it.")
    for point in ("C01", "C05"):
        assert on(EX, point, owned).verdict == "for_assessor", point
        assert on(EX, point, kept).verdict == "met", point
    assert on(EX, "V06", owned).verdict == "met"


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Oh, don't be so ridiculous.", "for_assessor"),
        ("Is she frightened because you hurt her?", "for_assessor"),
        ("Don't be daft, love, you did right.", "met"),
    ],
)
def test_a_rude_word_is_for_the_ear_and_a_kind_one_is_not(words: str, verdict: str) -> None:
    script = f"3 answer\n9 say ASK_PERSON_DETAILS:name\n14 say ASK_WHAT_HAPPENED\n20 say: {words}\n"
    assert on(EX, "M02", script).verdict == verdict


def test_a_question_of_what_was_asked_for_takes_control_where_it_is_answered() -> None:
    script = """
        3 answer
        9 say ASK_WHAT_HAPPENED
        14 caller mood=tearful press=is-she-safe: Just tell me she's safe.
        20 say topic:with-the-address: What would you do with the address?
        24 caller{answers}: I'd knock.
        40 end handler
    """
    assert on(EX, "M04", script.format(answers=" answers=topic:with-the-address")).verdict == "met"
    assert on(EX, "M04", script.format(answers="")).verdict == "not_met"


def test_who_is_cross_no_more_and_agrees_is_calmer_but_not_who_is_bitter() -> None:
    assert agrees_well(["All right, I will.", "Bye."])
    assert not agrees_well(["All right, I will.", "Thank you for nothing."])
    assert not agrees_well(["All right. Bye, then."])
    script = """
        3 answer
        9 caller mood=frustrated: Come on, it's simple.
        14 say ASK_WHAT_HAPPENED
        20 say ASK_PERSON_DETAILS:name
        26 say topic:leave-it: Will you leave her alone?
        30 caller mood=tearful: {last}
        40 end handler
    """
    assert on(EX, "M11", script.format(last="All right, I will.")).verdict == "met"
    assert on(EX, "M11", script.format(last="I just want to talk to her.")).verdict == "not_met"


# Time and need.


def test_i_understand_to_somebody_calm_meets_no_feeling() -> None:
    script = """
        3 answer
        9 caller mood=frightened: There's somebody downstairs.
        14 say ASK_LOCATION
        20 say ASK_WEAPON
        26 say ASK_INJURY
        30 caller mood={mood}: She's gone to bed.
        36 say EMP_ACK: I understand.
    """
    assert on(NOISES, "M05", script.format(mood="calm")).verdict == "not_met"
    assert on(NOISES, "M05", script.format(mood="frightened")).verdict == "partly"


def test_a_pause_that_the_handler_asked_for_is_explained() -> None:
    script = """
        3 answer
        9 caller: Hello.
        14 say ASK_WEAPON
        18 say ASK_INJURY
        22 say: {words}
        26 caller: All right.
        60 say ASK_ROLE
    """
    assert on(NOISES, "M13", script.format(words="Call up the stairs and tell me what she says.")).verdict == "met"
    here = "Look in the drawer, and meanwhile I'll be right here on the line with you."
    assert on(NOISES, "M13", script.format(words=here)).verdict == "met"
    assert on(NOISES, "M13", script.format(words="Stay where you are.")).verdict == "partly"


def test_plain_words_heard_as_jargon_do_not_make_short_questions_hard() -> None:
    asked = "".join(f"    {20 + 6 * n} say topic:x: Has he told you to keep any of this a secret?\n" for n in range(5))
    script = f"    3 answer\n    9 say ASK_WHAT_HAPPENED\n{asked}    60 say NEG_JARGON: {{words}}\n"
    assert on(SERGEANT, "M07", script.format(words="It is a swindle.")).verdict == "partly"
    assert on(SERGEANT, "M07", script.format(words="We ran a PNC on him.")).verdict == "not_met"


def test_asking_whether_they_follow_is_half_an_adapting() -> None:
    long = "I would like you to go through all of it once more from the very beginning, in your own time."
    script = "    3 answer\n" + "".join(f"    {9 + 9 * n} say topic:x: {long}\n" for n in range(5))
    assert on(SERGEANT, "M07", script).verdict == "not_met"
    assert on(SERGEANT, "M07", script + f"    70 say topic:x: {long} You with me?\n").verdict == "partly"


GRADED = """
    3 answer
    9 caller tells=address,outside
    {risk} twist comes-back upgrade tells=bar
    {grade} grade immediate
"""


def test_a_risk_to_life_starts_the_clock_anew_only_while_no_grade_is_late() -> None:
    assert on(SHOP, "G04", GRADED.format(risk=40, grade=64)).verdict == "met"
    assert on(SHOP, "G04", GRADED.format(risk=90, grade=100)).verdict != "met"


def test_to_leave_it_to_the_supervisor_in_words_is_half() -> None:
    script = "3 answer\n9 caller tells=seen\n20 say: {words}\n60 hand_over: log open, daughter home\n"
    assert on(NOISES, "G13", script.format(words="That's for the supervisor to decide.")).verdict == "partly"
    assert on(NOISES, "G13", script.format(words="They'll stand down if my supervisor agrees.")).verdict == "partly"
    assert on(NOISES, "G13", script.format(words="That's for the best.")).verdict == "not_met"


def test_a_number_put_by_its_last_figures_and_agreed_to_is_read_back() -> None:
    scenario = LIBRARY.get(SHOP).for_seed(1)
    number = str(scenario.facts["callback"].value)
    figures = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    end = " ".join(figures[int(mark)] for mark in number[-3:])
    script = f"""
        3 answer
        9 caller tells=address
        20 say ASK_CALLBACK: Shall we use this one, ending {{end}}?
        26 caller tells=callback: {{answer}}
        40 record callback: {number}
    """
    assert on(SHOP, "V03", script.format(end=end, answer="Yes. This number.")).verdict == "met"
    assert on(SHOP, "V03", script.format(end=end, answer=number)).verdict == "met"
    assert on(SHOP, "V03", script.format(end=end, answer="No, another one.")).verdict == "partly"
    assert on(SHOP, "V03", script.format(end="in seven", answer="Yes. This number.")).verdict == "partly"


def test_a_look_round_assesses_again_and_a_tenth_late_is_in_time() -> None:
    script = """
        3 answer
        9 caller tells=address,outside
        20 twist comes-back upgrade tells=bar lasts=4
        {at} say took=3: Has anybody checked the doors?
    """
    assert on(SHOP, "R22", script.format(at=58)).verdict == "met"
    assert on(SHOP, "R22", script.format(at=66)).verdict == "partly"

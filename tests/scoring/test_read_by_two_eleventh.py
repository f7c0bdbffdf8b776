"""What two readers of an eleventh blind batch read alike, and what two players said of their own marks (issue 5)."""

import pytest
from tape import LIBRARY, on, said

from scoring.answers_in_words import answered_in_words
from scoring.detectors.in_its_place import passes_on
from scoring.detectors.risk import _stays
from scoring.detectors.words import names_a_source


def _opening(*facts: str) -> str:
    return f"3 answer\n6 caller tells={','.join(facts)}"


@pytest.mark.parametrize(
    ("field", "verdict"),
    [
        ("Joanna Farrow, caller says wife", "met"),
        ("Joanna Farrow (his wife, he says)", "met"),
        ("Joanna Farrow; not seen since August", "met"),
        ("Joan Farrer, caller says wife", "not_met"),
    ],
)
def test_what_follows_a_name_in_small_letters_is_no_part_of_it(field: str, verdict: str) -> None:
    script = f"{_opening('subject_name')}\n20 record subject: {field}"
    assert on("ex-after-an-address", "A02", script).verdict == verdict


def test_that_nothing_was_heard_is_the_handlers_own_observation() -> None:
    def found(value: str) -> str:
        script = f"{_opening('caller_name')}\n20 record name: Neil Farrow\n24 record alcohol_drugs: {value}"
        return on("ex-after-an-address", "A11", script).verdict

    assert found("none heard") == "met"
    assert found("none apparent") == "met"
    assert found("drunk") == "not_met"


@pytest.mark.parametrize(
    ("answer", "recorded", "verdict"),
    [
        ("The one I write with.", "sore right arm", "not_met"),
        ("The one I write with.", "sore arm, the one he writes with", "met"),
        ("It's my right one.", "sore right arm", "met"),
        ("My right arm, it hurts.", "sore right arm", "met"),
        ("Right. Nobody's here. All right.", "sore right arm", "not_met"),
    ],
)
def test_the_side_of_a_body_that_nobody_said_is_added(answer: str, recorded: str, verdict: str) -> None:
    script = f"{_opening('arm', 'name')}\n12 caller tells=baby: {answer}\n30 record children: Alfie, {recorded}"
    assert on("car-in-the-ditch", "A11", script).verdict == verdict


def test_a_side_that_was_added_spoils_no_fact_beside_it() -> None:
    script = f"{_opening('arm', 'name', 'baby')}\n30 record children: Alfie, sore right arm; baby in the back"
    assert on("car-in-the-ditch", "A09", script).because == "Recorded what a responder must know: ‘baby’."


@pytest.mark.parametrize(
    ("heard", "verdict"),
    [("Claire. Nanny calls her Claire.", "not_met"), ("Claire Barker.", "met"), ("Claire. Same as mine.", "met")],
)
def test_the_callers_surname_is_nobody_elses_until_it_is_said(heard: str, verdict: str) -> None:
    script = f"{_opening('name')}\n12 caller: {heard}\n30 record subject: Claire Barker, mum"
    assert on("car-in-the-ditch", "A11", script).verdict == verdict


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("third call, second incident in a week, said next time I burn it", False),
        ("said card not right, help police test notes", False),
        ("Craig is hitting the door with a bar and said he will burn it", True),
        ("she says he rang off", True),
        ("caller upset, said he had gone", True),
        ("Check other victims of the same man", False),
        ("moped held, intelligence match", False),
        ("PNC check shows a marker", True),
        ("known from intelligence checks", True),
    ],
)
def test_who_said_it_is_named_before_it_is_said(text: str, names: bool) -> None:
    assert names_a_source(text) is names


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Take your time, and read me what's on that paper, all of it that you can still make out.", "partly"),
        ("There's no rush, so read me what's on that paper, all of it that you can make out.", "partly"),
        ("Read me what's on that paper, and what did he say, and when was it that he rang you?", "not_met"),
    ],
)
def test_time_given_for_an_answer_adapts_in_part(text: str, verdict: str) -> None:
    long = "What did he say to you, and who else was there, and how much was it, and where is it now?"
    script = "\n".join((_opening("sergeant"), f"9 say ASK_WHEN: {text}", *(
        f"{at} say ASK_WHO_SUSPECT: {long}" for at in (15, 21, 27))))  # fmt: skip
    assert on("a-helpful-sergeant", "M07", script).verdict == verdict


@pytest.mark.parametrize(("until", "verdict"), [(21.4, "met"), (22.4, "partly")])
def test_a_silence_that_is_a_tenth_longer_is_about_as_long_as_may_be(until: float, verdict: str) -> None:
    script = f"{_opening('caller_name')}\n10 say ASK_WHEN\n11 caller\n{until + 1} say ASK_WHERE\n26 say ASK_WHEN"
    assert on("ex-after-an-address", "M13", script).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Have you anything you'd like to ask me?", "not_applicable"),
        ("Is there anything else?", "not_applicable"),
        ("Is there anything else? Then thank you, and goodnight.", "met"),
    ],
)
def test_asking_if_there_is_more_closes_no_call_that_the_caller_ends(text: str, verdict: str) -> None:
    start = f"{_opening('noise_now')}\n10 say ASK_WHEN\n14 say ASK_SAFE_NOW\n18 say ASK_INJURY"
    script = f"{start}\n24 say CLOSE_PROPER: {text}\n26 caller: No, nothing. Thank you. Bye.\n30 end caller"
    assert on("noises-downstairs", "M15", script).verdict == verdict


def test_a_question_among_others_promises_nothing() -> None:
    def mark(text: str) -> str:
        start = "3 answer\n6 caller tells=noise_now mood=frightened\n10 say EMP_REASSURE: You did right to ring."
        return on("noises-downstairs", "M19", f"{start}\n20 say NEG_PROMISE: {text}").verdict

    assert mark("will Daniel be there, and have you a key") == "met"
    assert mark("is he going to be with you tonight, and for how long") == "met"
    assert mark("You'll be fine, I promise you, nobody will hurt you.") == "partly"


def test_that_officers_come_who_are_there_already_is_no_promise() -> None:
    words = "NEG_PROMISE: They'll be there any minute."
    start = "3 answer\n6 caller tells=sergeant mood=frightened\n10 say EMP_REASSURE: You did right to ring."
    before = on("a-helpful-sergeant", "M19", f"{start}\n20 say {words}\n30 twist officers-there release")
    after = on("a-helpful-sergeant", "M19", f"{start}\n20 twist officers-there release\n30 say {words}")
    assert (before.verdict, after.verdict) == ("partly", "met")


def test_an_officer_who_looks_in_is_coming() -> None:
    turn = said("To answer you, an officer will still look in to see you're both safe, so is there a dog or a gate?")
    assert answered_in_words("Do they still need to come out?", ("EXPL_NEXT",), turn)


@pytest.mark.parametrize(
    ("greeting", "verdict"),
    [
        ("Police emergency, tell me as quietly as you need to what's happening.", "met"),
        ("Police emergency, can you talk?", "not_met"),
    ],
)
def test_leave_to_speak_low_counts_though_it_is_given_with_the_greeting(greeting: str, verdict: str) -> None:
    script = f"3 answer\n5 say OPEN_GREET: {greeting}\n9 caller tells=noise_now\n14 say ASK_WHEN: When did it start?"
    assert on("noises-downstairs", "R07", script).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Did he say why? About where you're from?", "not_met"),
        ("Did he say why? Is it about your religion, or what?", "not_met"),
        ("Did he say why?", "met"),
        ("Why is it you he picks, do you think?", "met"),
    ],
)
def test_a_why_that_is_answered_in_the_same_breath_puts_the_reason_to_them(text: str, verdict: str) -> None:
    asked = f"{_opening('outside')}\n9 say ASK_HATE_PERCEPTION: {text}"
    script = f"{asked}\n12 caller tells=why_us\n30 record hate: yes"
    assert on("nobody-has-come", "R17", script).verdict == verdict


@pytest.mark.parametrize(
    ("text", "assesses"),
    [
        ("Don't go down yet, but tell me how sure you are it's his voice.", True),
        ("Stay where you are. Are you sure they've both gone?", True),
        ("Stay where you are. How sure are you of the postcode?", False),
        ("Stay where you are. I'm writing it all down.", False),
    ],
)
def test_how_sure_they_are_of_it_weighs_the_danger_anew(text: str, assesses: bool) -> None:
    start = f"{_opening('noise_now', 'address')}\n40 twist voice-on-the-stairs"
    script = f"{start}\n46 say ADV_SAFETY: {text}\n400 say ASK_SAFE_NOW\n500 end caller"
    assert on("noises-downstairs", "R22", script).verdict == ("met" if assesses else "not_met")


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("Okay, okay, I'm with you. Whereabouts is that?", False), ("Yes, I'm with you.", False),
        ("Right, I'm with you until they come.", True), ("I'm right here with you.", True),
        ("I'm with you. Keep whispering.", True),
    ],
)  # fmt: skip
def test_who_follows_what_is_said_does_not_say_they_stay(text: str, stays: bool) -> None:
    assert _stays(text) is stays


def test_asking_at_the_close_what_else_is_to_be_noted_offers_no_message() -> None:
    assert not passes_on(said("Is there anything else you'd like noted from your side?"))
    assert passes_on(said("Is there anything you want put down for the officer?"))
    assert passes_on(said("Is there anything else you'd like passed on?"))


def test_a_slip_in_a_field_that_several_facts_share_is_named_by_its_field() -> None:
    facts = _opening("noise_now", "no_intruder")
    because = on("noises-downstairs", "A08", f"{facts}\n20 record in_progress: yes").because
    assert "In progress (in the end)" in because
    assert LIBRARY.get("noises-downstairs").for_seed(1).facts["no_intruder"].label == "in the end"

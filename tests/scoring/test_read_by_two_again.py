"""What two readers of a ninth blind batch read alike: each rule in few words or on a call of the library (issue 5)."""

import pytest
from tape import LIBRARY, journal, said

from scenarios.catalogue import load_policy
from scoring.as_spelled import asks_for
from scoring.hard_words import promises, rude_turns
from scoring.ledger import ledger_of
from scoring.marking import mark
from scoring.plainly_said import names_route
from scoring.reading import Reading

POLICY = load_policy().policy


def reading(call: str, script: str) -> Reading:
    scenario = LIBRARY.get(call).for_seed(1)
    return Reading(scenario, POLICY, journal(scenario, script))


def cause(call: str, fact: str, script: str) -> str:
    read = reading(call, script)
    return ledger_of(read.scenario, POLICY, read.seen, read.time).accounts[fact].line.cause


def verdict(call: str, point: str, script: str) -> str:
    scenario = LIBRARY.get(call).for_seed(1)
    marks = mark(scenario, POLICY, journal(scenario, script)).marks
    return next(one.verdict for one in marks if one.point == point)


@pytest.mark.parametrize("written", ["Alfie Barker, aged 8", "Alfie Barker (8)", "Alfie Barker, 8 yrs old"])
def test_an_age_behind_a_name_makes_it_no_other_name(written: str) -> None:
    assert cause("car-in-the-ditch", "name", f"3 answer\n6 caller tells=name\n9 record name: {written}") == "right"


def test_another_name_with_an_age_is_still_another() -> None:
    script = "3 answer\n6 caller tells=name\n9 record name: Oliver Barnes, aged 8"
    assert cause("car-in-the-ditch", "name", script) != "right"


def test_a_sentence_in_the_field_of_a_name_spoils_no_name_that_stands_in_the_log() -> None:
    script = (
        "3 answer\n6 caller tells=subject_name\n"
        "9 record subject: Asks for the address of a woman he calls his wife\n12 note facts: Asks for Joanna Farrow"
    )
    assert cause("ex-after-an-address", "subject_name", script) == "right"
    alone = script.rpartition("\n")[0]
    assert cause("ex-after-an-address", "subject_name", alone) != "right"


def test_for_their_own_sake_is_kind_and_for_heavens_sake_is_not() -> None:
    kind = "5 say NEG_RUDE_BLAME: It's important for your own sake that I'm sure you've heard me."
    rude = "5 say NEG_RUDE_BLAME: Oh, for goodness sake."
    assert not rude_turns(reading("ex-after-an-address", f"3 answer\n{kind}"))
    assert rude_turns(reading("ex-after-an-address", f"3 answer\n{rude}"))


@pytest.mark.parametrize(
    ("words", "promised"),
    [
        ("I'll look at what was sent, I promise.", False),
        ("I promise I'll stay on the line.", False),
        ("They'll be with you in five minutes, I promise.", True),
        ("You'll be fine, I promise.", True),
    ],
)
def test_what_is_the_handlers_own_to_keep_is_no_promise_too_many(words: str, promised: bool) -> None:
    assert bool(promises(reading("nobody-has-come", f"3 answer\n5 say NEG_PROMISE: {words}"))) is promised


def test_whether_a_court_ever_asked_them_something_names_no_route() -> None:
    asked = "Has anyone, perhaps a solicitor or a court, ever asked you to stay away?"
    assert not names_route(said(asked), ("legal",))
    assert names_route(said("A solicitor can write to us for it."), ("legal",))


@pytest.mark.parametrize("words", ["Can you tell me what you wanted it for?", "What do you need her address for?"])
def test_what_it_is_wanted_for_asks_what_they_want(words: str) -> None:
    assert asks_for(said(words), "wanted")


def test_a_postcode_spelled_checks_no_name() -> None:
    script = (
        "3 answer\n6 caller tells=full_name\n9 record name: Rhiannon Clarke\n20 caller tells=new_postcode\n"
        "30 say PHONETIC_SPELL ~new_postcode/told/near: E for Echo, L for Lima, two, nine"
    )
    assert verdict("locked-out-member", "V04", script) == "partly"
    by_name = script.replace(" ~new_postcode/told/near: E for Echo, L for Lima, two, nine", ": R, H, I, A, double N")
    assert verdict("locked-out-member", "V04", by_name) == "met"


def test_a_question_about_the_sign_they_saw_goes_further_into_a_place_that_nobody_can_name() -> None:
    script = (
        "3 answer\n5 say ASK_LOCATION\n8 caller tells=landmark: A big yellow sign with a tyre on it.\n"
        "12 say: Are there any words on that sign?\n60 caller tells=place speaker=driver\n70 end caller"
    )
    assert verdict("car-in-the-ditch", "V02", script) == "met"
    assert verdict("car-in-the-ditch", "V02", script.replace("Are there any words on that sign?", "Are you hurt?")) == (
        "not_met"
    )

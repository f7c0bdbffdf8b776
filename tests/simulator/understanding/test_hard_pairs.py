"""Hard pairs are told apart (DOMAIN section 4): asking and offering, declining and disclosing, advising and "
"promising."""

import pytest

from simulator.heard import Understood
from simulator.understanding.situation import KnownFact, Secret, Situation
from simulator.understanding.understand import load_understanding, loaded

CALL = Situation(
    facts=(
        KnownFact("address", "place", "27 Alder Rise, Quayford, WX4 7QD", told=True, field="location"),
        KnownFact("postcode", "postcode", "WX4 7QD", field="postcode"),
        KnownFact("plate", "registration", "WX24 Q??", told=True, field="registration"),
        KnownFact("name", "name", "Ellen Marsh", told=True, field="name"),
        KnownFact("number", "phone", "07700 900822", field="callback"),
    ),
    secrets=(
        Secret("where", "14 Sandpiper Close, Saltreach", ("she has moved", "she lives in saltreach"), ()),
        Secret("how", "she is safe", ("she is fine", "nothing has happened to her"), ()),
        Secret("record", "she has reported", ("she rang us",), ("I can see her on here",)),
    ),
    safe_advice=("stay hidden", "keep quiet", "lock the door"),
    unsafe_advice=("go downstairs", "confront them"),
    promises=("be there in five minutes", "you will be fine"),
    topics=(("mother", ("Can your mum hear them?", "Does your mother know they are there?", "Would she wake up?")),),
)


def heard(text: str, situation: Situation = CALL) -> Understood:
    return load_understanding().understand(text, situation)


def names(text: str, situation: Situation = CALL) -> set[str]:
    return {intent.id for intent in heard(text, situation).intents}


def test_asking_for_an_address_is_not_offering_one() -> None:
    assert names("What's the postcode there?") == {"ASK_LOCATION_REFINE"}
    assert "NEG_LEAD_DATA" in names("And is the postcode WX4 7QD?")


def test_reading_back_what_was_told_is_not_leading() -> None:
    assert names("So that's 27 Alder Rise, Quayford, is that right?") == {"READBACK"}
    assert "NEG_LEAD_DATA" in names("Is your number 07700 900822?")


@pytest.mark.parametrize(
    ("said", "fact", "agreement"),
    [
        ("So that's 27 Alder Rise, yes?", "address", "right"),
        ("72 Alder Rise, is that right?", "address", "wrong"),
        ("27 Elder Rise?", "address", "near"),
        ("Whiskey X-ray two four, Quebec, is that right?", "plate", "right"),
        ("Whiskey X-ray four two, Quebec, yes?", "plate", "near"),
        ("So your name is Helen Marsh?", "name", "near"),
    ],
)
def test_a_read_back_is_right_near_or_wrong(said: str, fact: str, agreement: str) -> None:
    found = heard(said)
    assert [(v.fact, v.agreement, v.standing) for v in found.values] == [(fact, agreement, "told")]
    assert {intent.id for intent in found.intents} == {"READBACK"}


def test_what_the_caller_has_just_said_may_be_read_back() -> None:
    just_said = Situation(facts=CALL.facts, last_caller_line="It's W X four, seven Q D.")
    assert names("WX4 7QD, is that right?", just_said) == {"READBACK"}


@pytest.mark.parametrize(
    "said",
    [
        "I can't tell you whether she's moved.",
        "I can't say if she's safe.",
        "I'm not able to say whether she lives in Saltreach.",
        "Why do you think she's moved?",
        "Has she moved, do you know?",
        "I can't confirm or deny that she rang us.",
    ],
)
def test_declining_or_asking_gives_nothing_away(said: str) -> None:
    assert not names(said) & {"NEG_DISCLOSE", "NEG_CONFIRM_EXISTS"}


@pytest.mark.parametrize(
    ("said", "intent", "secret"),
    [
        ("She's moved, I'm afraid.", "NEG_DISCLOSE", "where"),
        ("All I can say is she lives in Saltreach.", "NEG_DISCLOSE", "where"),
        ("The address is fourteen Sandpiper Close.", "NEG_DISCLOSE", "where"),
        ("I shouldn't say, but she's fine.", "NEG_DISCLOSE", "how"),
        ("Yes, she rang us yesterday.", "NEG_DISCLOSE", "record"),
        ("I can see her on here, but that's all.", "NEG_CONFIRM_EXISTS", "record"),
    ],
)
def test_giving_it_away_is_noticed_with_the_secret_named(said: str, intent: str, secret: str) -> None:
    assert (intent, secret) in {(found.id, found.slot) for found in heard(said).intents}


def test_declining_is_not_the_same_as_not_knowing() -> None:
    assert names("I can't tell you that, I'm afraid.") == {"DP_REFUSE"}
    assert names("I don't know.") == set()


def test_forbidding_the_unsafe_is_advice_and_telling_to_is_a_danger() -> None:
    assert names("Don't go downstairs.") == {"ADV_SAFETY"}
    assert "NEG_DANGEROUS" in names("Go downstairs and see what they're doing.")
    assert "NEG_DANGEROUS" in names("Can you go downstairs for me?")
    assert "NEG_DANGEROUS" not in names("Did you go downstairs at all?")


def test_reassuring_is_not_promising() -> None:
    assert "NEG_PROMISE" not in names("You're doing really well.")
    assert "NEG_PROMISE" in names("They'll be there in five minutes.")
    assert "NEG_PROMISE" not in names("I can't say they'll be there in five minutes.")


def test_asking_about_a_weapon_is_not_putting_one_in_the_account() -> None:
    assert names("Have they got any weapons?") == {"ASK_WEAPON"}
    assert names("He had a knife, didn't he?") == {"NEG_LEAD_ACCOUNT"}


def test_several_intents_come_in_the_order_said() -> None:
    found = heard("I'm really sorry to hear that. Is anyone hurt, and have they got any weapons?", Situation())
    assert [intent.id for intent in found.intents] == ["EMP_ACK", "ASK_INJURY", "ASK_WEAPON"]


def test_two_details_asked_in_one_breath_are_two() -> None:
    found = heard("Can I take your full name and date of birth please?", Situation())
    assert {(i.id, i.slot) for i in found.intents} == {
        ("ASK_PERSON_DETAILS", "name"),
        ("ASK_PERSON_DETAILS", "date_of_birth"),
    }


def test_words_of_a_record_ask_for_an_item_of_identity() -> None:
    found = heard("What's the postcode we hold for you?", Situation())
    assert [(i.id, i.slot) for i in found.intents] == [("VER_ASK_ITEM", "postcode")]


def test_a_topic_of_the_scenario_is_found_by_likeness() -> None:
    assert [(i.id, i.slot) for i in heard("Can she hear them, your mum?").intents] == [("topic", "mother")]
    assert heard("Can she hear them, your mum?").decided_by == ("topic",)


def test_a_topic_does_not_take_over_a_clear_question() -> None:
    assert names("Have they got any weapons?") == {"ASK_WEAPON"}


@pytest.mark.parametrize("said", ["banana", "Who won the match last night?", "asdf qwer", "", "   ", "?!"])
def test_what_is_not_for_the_caller_is_not_understood(said: str) -> None:
    found = heard(said, Situation())
    assert not found.intents
    assert found.understood is False


@pytest.mark.parametrize("said", ["Okay.", "Right, yes.", "Thank you, got that.", "Yes?"])
def test_a_sign_of_listening_is_understood_and_asks_nothing(said: str) -> None:
    found = heard(said)
    assert found.understood
    assert found.intents == ()


@pytest.mark.parametrize(
    "words",
    [
        "I'm sorry, but it's your own stupid fault.",
        "I understand how upset you are, but stop wasting our time.",
    ],
)
def test_rude_words_are_heard_however_kindly_they_are_wrapped(words: str) -> None:
    heard = loaded("semantic").understand(words, Situation()).intents
    assert "NEG_RUDE_BLAME" in {one.id for one in heard}


@pytest.mark.parametrize(
    "words", ["I shouldn't have snapped, I'm sorry.", "So you've only heard it, and that must be horrible."]
)
def test_an_apology_or_sympathy_is_no_insult(words: str) -> None:
    heard = loaded("semantic").understand(words, Situation()).intents
    assert "NEG_RUDE_BLAME" not in {one.id for one in heard}


def test_who_has_heard_them_blames_nobody() -> None:
    heard = loaded("semantic").understand("I heard you and I've just made this an emergency", Situation()).intents
    assert "NEG_RUDE_BLAME" not in {one.id for one in heard}

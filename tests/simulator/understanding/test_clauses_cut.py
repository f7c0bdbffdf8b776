"""An utterance in clauses."""

import pytest

from simulator.understanding.cutting.cut_up import cut
from simulator.understanding.cutting.grammar_cuts import clauses
from simulator.understanding.model import load_model
from simulator.understanding.understand import load_understanding


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("What's your name and what's your number?", ["What's your name", "what's your number?"]),
        ("Okay. Stay there, don't go down.", ["Okay.", "Stay there", "don't go down."]),
        ("If he comes back, ring 999.", ["If he comes back, ring 999."]),
        ("27 Alder Rise, is that right?", ["27 Alder Rise, is that right?"]),
        ("He had a knife, didn't he?", ["He had a knife, didn't he?"]),
        ("whats the address is anyone hurt", ["whats the address", "is anyone hurt"]),
        ("and where in the house are you", ["and where in the house are you"]),
        ("is it your partner who's out there", ["is it your partner who's out there"]),
        ("can you tell me what is your name", ["can you tell me what is your name"]),
        ("I can't discuss her, but a solicitor can write", ["I can't discuss her, but a solicitor can write"]),
        ("I'm typing - are you safe?", ["I'm typing", "are you safe?"]),
        ("I'm only here, won't be long", ["I'm only here, won't be long"]),
        ("You're worried and so am I, I know", ["You're worried and so am I", "I know"]),
        ("your doing great is anyone with you", ["your doing great", "is anyone with you"]),
        ("He told you that, won't he?", ["He told you that, won't he?"]),
        ("Thank you, sir, so might I have your name?", ["Thank you, sir", "might I have your name?"]),
        ("Could you spell it, please, and tell me why?", ["Could you spell it, please", "tell me why?"]),
        ("Who's hurt, and what's your teddy called?", ["Who's hurt", "what's your teddy called?"]),
        ("Kasia, one thing: where is your mother?", ["where is your mother?"]),
        (
            "when did you ring us the first time and who answered",
            ["when did you ring us the first time", "who answered"],
        ),
        ("Is it dark where you are, are you sat down?", ["Is it dark where you are", "are you sat down?"]),
        ("Your mother: which room does she sleep in?", ["Your mother which room does she sleep in?"]),
    ],
)
def test_an_utterance_is_cut_where_a_new_thing_is_said(said: str, parts: list[str]) -> None:
    assert [clause.text for clause in clauses(said)] == parts


def test_signs_of_listening_and_politeness_are_set_apart() -> None:
    assert clauses("Okay, right, what's your name please?")[-1].core == "what's your name"
    assert clauses("Okay, lovely, thanks.")[0].core == ""


def test_a_request_to_agree_is_a_tag() -> None:
    assert clauses("So it's WX4 7QD, is that correct?")[0].tagged
    assert not clauses("What is the postcode?")[0].tagged


def test_do_have_a_cup_of_tea_urges_and_do_you_have_asks() -> None:
    assert not clauses("Do have a nice cup of tea.")[0].asks
    assert clauses("do you have a key")[0].asks


def test_what_only_frames_a_question_is_none() -> None:
    assert clauses("tell me")[0].fragment and clauses("yes or no?")[0].fragment
    assert clauses("And you're... are you in the house?")[0].fragment
    assert clauses("Thank you, and now")[-1].fragment and not clauses("And now?")[-1].fragment
    assert clauses("Is that all correct?")[0].fragment
    assert clauses("don't you think?")[0].fragment and clauses("if that's not a cheeky question")[0].fragment
    assert clauses("is that how it's been?")[0].fragment and not clauses("Is that how he got in?")[0].fragment
    assert not clauses("Don't you think he's gone?")[0].fragment
    assert not clauses("And you're?")[0].fragment


def test_what_is_said_of_somebody_is_no_polite_end() -> None:
    assert clauses("Is your mum all right?")[0].core == "Is your mum all right"
    assert clauses("Stay there, all right?")[0].core == "Stay there"


def test_what_will_be_told_is_no_question() -> None:
    assert len(clauses("I'll tell the officers what's happened here")) == 1


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("I can't discuss that, Neil, who told you to ring us?", "who told you to ring us"),
        ("I'm sorry to hear that, who else have you told?", "who else have you told"),
    ],
)
def test_a_question_behind_what_was_said_is_heard_by_itself(said: str, asked: str) -> None:
    assert cut(said, load_understanding("core").words)[-1].core.endswith(asked)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("And who's your line manager?", "who's your line manager"),
        ("Has it been going on long, or - is he jealous?", "Has it been going on long"),
        ("And you?", "And you"),
        ("And is she?", "And is she"),
    ],
)
def test_what_only_leads_on_is_no_word_of_the_question(said: str, asked: str) -> None:
    assert cut(said, load_model())[0].core == asked

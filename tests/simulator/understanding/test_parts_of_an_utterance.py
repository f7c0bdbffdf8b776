"""Several things in one breath, with or without punctuation, are heard one by one; one thing stays whole."""

import pytest

from simulator.understanding.cutting.parting import parts
from simulator.understanding.normalise import tidy
from simulator.understanding.situation import Situation
from simulator.understanding.understand import Listener, load_understanding


@pytest.fixture
def listener() -> Listener:
    return load_understanding("core")


def names(listener: Listener, text: str) -> set[str]:
    return {intent.id for intent in listener.understand(text, Situation()).intents}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("where are you is anyone hurt", {"ASK_LOCATION", "ASK_INJURY"}),
        ("whats the address there is anyone hurt", {"ASK_LOCATION", "ASK_INJURY"}),
        ("whats your name and has he got any weapons", {"ASK_PERSON_DETAILS", "ASK_WEAPON"}),
        ("stay on the line with me which way did he run", {"ADV_STAY_LINE", "ASK_SUSPECT_NOW"}),
        ("okay can you spell that for me and whats the best number to ring you on", {"PHONETIC_SPELL", "ASK_CALLBACK"}),
    ],
)
def test_words_run_together_are_heard_one_by_one(listener: Listener, said: str, meant: set[str]) -> None:
    assert meant <= names(listener, said)


@pytest.mark.parametrize(
    "said",
    [
        "can you tell me exactly what happened this evening",
        "what is the address where you are at the moment",
        "is he still in the house with you",
        "whereabouts in the house are you",
        "how far away from the door is he",
        "so that is 14 mill lane is that right",
        "whereabouts in the house are you tucked away",
    ],
)
def test_one_thing_stays_whole(listener: Listener, said: str) -> None:
    assert len(parts(tidy(said), listener.words)) == 1


def test_no_value_is_cut_in_two(listener: Listener) -> None:
    said = "right so the number is oh seven seven double oh nine hundred eight two two and where are you"
    values = listener.understand(said, Situation()).values
    assert [value.value for value in values if value.kind == "phone"] == ["07700900822"]


def test_all_words_are_in_a_part_and_there_are_never_more_than_sixteen(listener: Listener) -> None:
    said = "where are you is anyone hurt whats your name has he gone"
    assert " ".join(part.text for part in parts(said, listener.words)) == said
    assert len(parts("what's the address? " * 40, listener.words)) <= 16


@pytest.mark.parametrize(
    ("said", "cores"),
    [
        (
            "Has he been drinking, has he taken anything, and has he threatened you?",
            ("Has he been drinking", "has he taken anything", "has he threatened you"),
        ),
        (
            "No officer's name either. Your own address and date of birth.",
            ("officer's name either", "Your own address and date of birth"),
        ),
        ("I'm not giving any address", ("I'm not giving any address",)),
        ("Sorry to, but nobody's making you say this, are they?", ("nobody's making you say this, are they",)),
    ],
)
def test_questions_begun_afresh_stay_apart_and_what_belongs_together_together(
    listener: Listener, said: str, cores: tuple[str, ...]
) -> None:
    assert tuple(part.core for part in parts(tidy(said), listener.words)) == cores


def test_a_place_asked_more_exactly_is_one_question(listener: Listener) -> None:
    spans = {intent.span for intent in listener.understand("Where exactly is he, which room?", Situation()).intents}
    assert spans == {"Where exactly is he which room?"}


def test_where_is_it_after_a_question_is_no_question_for_an_address(listener: Listener) -> None:
    assert "ASK_LOCATION" not in names(listener, "How much have you got out, and where is it?")


@pytest.mark.parametrize("said", ["If you can't talk just leave the line open.", "When they get there I'll tell you."])
def test_a_condition_asks_nothing(listener: Listener, said: str) -> None:
    assert not any(name.startswith("ASK_") for name in names(listener, said))


def test_a_request_in_the_form_of_a_condition_asks(listener: Listener) -> None:
    assert "ASK_PERSON_DETAILS" in names(listener, "If you could give me your name.")

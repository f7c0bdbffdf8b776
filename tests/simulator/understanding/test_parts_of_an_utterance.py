"""Several things in one breath, with or without punctuation, are heard one by one; one thing stays whole."""

import pytest

from simulator.understanding.normalise import tidy
from simulator.understanding.parting import parts
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
        "so that is 14 mill lane is that right",
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

"""What is asked for in a list, some of it without a verb, is heard thing by thing where each is plain."""

import pytest

from simulator.heard import Understood
from simulator.understanding.cutting.clauses import Clause, core
from simulator.understanding.cutting.listing import as_list
from simulator.understanding.situation import Situation
from simulator.understanding.understand import load_understanding

OWN = (
    ("own-name", ("What's your name?", "Can I take your name?", "Your name?")),
    ("own-dob", ("What's your date of birth?", "Can I take your date of birth?", "your date of birth?")),
)
TOPICS = (
    ("cctv", ("Have you got CCTV?", "Any cameras in the shop?", "Is there CCTV?")),
    ("door", ("Is the chain on the door?", "Chain on?", "Is the door on its chain?")),
)


def clause(said: str) -> Clause:
    return Clause(said, core(said), 0)


def heard(said: str) -> Understood:
    return load_understanding("core").understand(said, Situation(topics=TOPICS))


@pytest.mark.parametrize(
    ("said", "cores"),
    [
        ("Have you got CCTV, and the address?", ["Have you got CCTV", "the address"]),
        ("chain on and your own name?", ["chain on", "your own name"]),
        ("and the number, where did you get it?", []),
        ("Can I take your name, please, and your date of birth?", ["Can I take your name", "your date of birth"]),
        ("Your name and the number you're on?", ["Your name", "the number you're on"]),
        ("what's he been saying to you, about your card?", []),
        ("Is he there, and is she there?", []),
        ("your partner has a knife, one child", []),
        ("New phone, caps lock, anything like that?", ["New phone", "caps lock"]),
        ("Any changes we should know about, phone, address, that sort of thing?", []),
        ("any smoke or fire or a funny petrol smell?", ["any smoke", "any fire", "a funny petrol smell"]),
        ("Is there any fire or smoke or anything?", ["Is there any fire", "Is there any smoke"]),
        (
            "Have you seen any weapons, a knife, anything like that?",
            ["Have you seen any weapons", "Have you seen a knife"],
        ),
        ("Any thoughts of ending your life, or hurting anyone?", []),
        ("Have you got any animals, Alfie?", ["Have you got any animals", "Alfie"]),
        ("How did they come in, back door or window?", []),
        ("her full name and date of birth?", []),
        ("what did he say to you when he came in about ten, and the name?", []),
    ],
)
def test_a_list_has_a_part_without_a_verb_and_is_nobody_elses(said: str, cores: list[str]) -> None:
    assert [part.core for part in as_list(clause(said))] == cores


def test_both_things_of_a_list_are_heard() -> None:
    found = {(one.id, one.slot) for one in heard("Have you got CCTV and the chain on?").intents}
    assert {("topic", "cctv"), ("topic", "door")} <= found


def test_details_asked_in_one_breath_stay_together() -> None:
    found = {(one.id, one.slot) for one in heard("your name and date of birth?").intents}
    assert found == {("ASK_PERSON_DETAILS", "name"), ("ASK_PERSON_DETAILS", "date_of_birth")}


def test_a_topic_of_one_detail_does_not_stand_for_the_other_that_is_asked_with_it() -> None:
    found = load_understanding("core").understand(
        "Can I take your name, please, and your date of birth?", Situation(topics=OWN)
    )
    assert {intent.slot for intent in found.intents if intent.id == "topic"} == {"own-name", "own-dob"}

"""What is only supposed is a part of the question that is asked on it, and such a question asks of what may come."""

import pytest

from simulator.understanding.cutting.clauses import Clause, core
from simulator.understanding.cutting.supposed import as_if, asks_of_supposed, of_supposed, with_condition, would_they


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("Say he gets in, is there another way out?", "if he gets in, is there another way out?"),
        ("suppose the bank rings you, what do you tell them?", "if the bank rings you, what do you tell them?"),
        ("And imagine they come up, where would you go?", "And if they come up, where would you go?"),
        ("Say it again, what is it?", "Say it again, what is it?"),
        ("Say your name, what is it?", "Say your name, what is it?"),
        ("Say yes if he is there.", "Say yes if he is there."),
        ("I suppose he came in that way?", "I suppose he came in that way?"),
    ],
)
def test_what_is_supposed_is_heard_as_a_condition(said: str, heard: str) -> None:
    assert as_if(said) == heard


@pytest.mark.parametrize(
    "words",
    [
        "And if there's a knock at the door, who do you open it to?",
        "What will you do if he rings again?",
        "If you can't hear me, what do you do?",
        "what if he comes back?",
        "If she doesn't answer, what then?",
        "the minute you see blue lights, what will you do?",
        "What would you do if a man came with a card?",
    ],
)
def test_what_they_would_do_then_is_asked(words: str) -> None:
    assert asks_of_supposed(words)


@pytest.mark.parametrize(
    "words",
    [
        "When he rang, what did you do?",
        "If I lose you, what number are you on?",
        "What if I ring you back in ten minutes?",
        "If you don't mind, what do you do for a living?",
        "If you had to guess, how old would you say he is?",
        "Ring me back if he comes again.",
        "What do you call your father, if they need to speak to him?",
        "Is the door locked?",
    ],
)
def test_what_is_so_or_is_offered_is_no_supposition(words: str) -> None:
    assert not asks_of_supposed(words)


def test_who_is_at_the_door_now_is_not_who_they_would_open_it_to() -> None:
    now = ("who-at-door", ("who's at the door?", "is somebody at the door?"))
    then = ("let-in", ("who would you let in?", "will you open it if he knocks?"))
    asked = "if there's a knock at the door, who do you open it to?"
    assert of_supposed(asked, (now, then)) == (then,)
    assert of_supposed("who's at the door?", (now, then)) == (now, then)


def test_a_condition_cut_off_goes_with_what_is_asked_on_it() -> None:
    parts = ("If he comes back tonight,", "what will you do?")
    found = with_condition(tuple(Clause(one, core(one), at) for at, one in enumerate(parts)))
    assert [one.text for one in found] == ["If he comes back tonight, what will you do?"]
    apart = ("Is he there?", "what will you do?")
    assert len(with_condition(tuple(Clause(one, core(one), at) for at, one in enumerate(apart)))) == 2


def clauses(*texts: str) -> tuple[Clause, ...]:
    return tuple(Clause(text, core(text), 0) for text in texts)


@pytest.mark.parametrize(
    "texts",
    [("Would you leave it be", "if she asked you to?"), ("If she asked you to,", "would you leave it be?")],
)
def test_whether_they_would_is_one_question_with_what_it_is_asked_on(texts: tuple[str, str]) -> None:
    (one,) = with_condition(clauses(*texts))
    assert one.core.lower() == "if she asked you to, would you leave it be"
    assert would_they(one.core)


def test_an_offer_on_a_condition_stays_two() -> None:
    assert len(with_condition(clauses("Would you like me to ring", "if he comes back?"))) == 2

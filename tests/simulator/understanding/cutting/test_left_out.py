"""What a second question leaves out is put back, and nothing is put where nobody was named."""

import pytest

from simulator.understanding.cutting.cut_up import cut
from simulator.understanding.cutting.grammar_cuts import clauses
from simulator.understanding.cutting.left_out import with_what_was_left_out
from simulator.understanding.cutting.standing_for import with_thing_told
from simulator.understanding.model import load_model
from simulator.understanding.situation import Situation
from simulator.understanding.understand import load_understanding


@pytest.mark.parametrize(
    ("said", "cores"),
    [
        ("Which bank did you use, and when?", ["Which bank did you use", "when did you use"]),
        ("what did he say and why?", ["what did he say", "why did he say"]),
        ("Is it charged, and for how long?", ["Is it charged", "for how long is it charged"]),
        ("What's your name, and Daniel's surname?", ["What's your name", "what is Daniel's surname"]),
        ("Has anyone been hurt, you or your father?", ["have you been hurt", "has your father been hurt"]),
        ("Are you hurt yourself at all, or your mum?", ["Are you hurt yourself at all", "is your mum hurt at all"]),
        ("Are you okay, or your dad?", ["are you okay", "is your dad okay"]),
        ("What's your name and your dad's?", ["What's your name", "what is your dad's name"]),
        (
            "Your full name and date of birth, and Daniel's?",
            ["Your full name and date of birth", "what is Daniel's full name and date of birth"],
        ),
    ],
)
def test_the_question_is_asked_of_each(said: str, cores: list[str]) -> None:
    assert [one.core.lower() for one in with_what_was_left_out(clauses(said))] == [core.lower() for core in cores]


@pytest.mark.parametrize(
    "said", ["Are you with your mum, or your dad?", "Is he tall or short?", "What's your name and date of birth?"]
)
def test_one_question_stays_one(said: str) -> None:
    assert with_what_was_left_out(clauses(said)) == clauses(said)


TOPICS = (("chain", ("Is the chain on the door?", "Have you put the chain on?")), ("kettle", ("Is the kettle on?",)))


def test_it_is_what_was_named_in_the_line_before() -> None:
    def heard(*earlier: str) -> set[str | None]:
        situation = Situation(topics=TOPICS, earlier=earlier)
        return {one.slot for one in load_understanding("core").understand("Is it on?", situation).intents}

    assert heard("Put the chain on, please.") == {"chain"}
    assert "chain" not in heard()


def test_only_the_first_question_looks_back() -> None:
    first, *others = with_thing_told(clauses("Is it on? Is it locked?"), "There's a chain on the door.")
    assert (first.core, first.unnamed) == ("Is the door on", "Is it on")
    assert [one.core for one in others] == ["Is it locked"]


def test_anybody_else_is_asked_after_as_the_caller_is() -> None:
    asked = [one.core for one in cut("Are you hurt at all, love, or anybody else?", load_model())]
    assert asked == ["Are you hurt at all", "is anybody else hurt at all"]


def test_their_details_beside_ones_own_are_asked_of_each() -> None:
    found = cut("Your date of birth, please, and your daughter's name and how old she is?", load_model())
    asked = ["Your date of birth", "what is your daughter's name", "how old is your daughter"]
    assert [one.core for one in found] == asked

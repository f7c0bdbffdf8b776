"""A question about the caller's own view, or what hindered them, slights nobody; one that blames still does."""

import pytest

from simulator.understanding.situation import Situation
from simulator.understanding.understand import load_understanding

RUDE = "NEG_RUDE_BLAME"


def heard(text: str, mode: str = "core") -> set[str]:
    listener = load_understanding("semantic" if mode == "semantic" else "core")
    return {one.id for one in listener.understand(text, Situation()).intents}


@pytest.mark.parametrize("mode", ["core", "semantic"])
@pytest.mark.parametrize(
    "text",
    [
        "Do you think he's right that you should let it go?",
        "Do you think she's right to be worried?",
        "Do you agree with him that you should drop it?",
        "Why didn't you get help when you rang earlier?",
        "Why couldn't you go to a neighbour?",
        "Why can't you go out of the front?",
        "What stopped you from calling back?",
        "Is there a reason you've not told your son?",
        "It's important that you stay there, I'm sure you've heard me.",
        "I'm sure you've already been told this.",
        "That's only natural.",
        "Why wouldn't you let him pay later?",
        "That was everything, my love, you answered it all.",
        "What worries you most?",
        "You heard them, not just footsteps?",
        "It's perfectly understandable that you're frightened.",
    ],
)
def test_what_they_think_and_what_hindered_them_is_no_blame(text: str, mode: str) -> None:
    assert RUDE not in heard(text, mode)


@pytest.mark.parametrize(
    "text",
    [
        "Why couldn't you just leave?",
        "Why didn't you leave?",
        "Why didn't you lock it?",
        "Don't you think you should have locked it?",
        "Do you think we've nothing better to do?",
        "What on earth made you let him in?",
    ],
)
def test_what_blames_is_blame_as_ever(text: str) -> None:
    assert RUDE in heard(text, "semantic")


@pytest.mark.parametrize("mode", ["core", "semantic"])
@pytest.mark.parametrize(
    "text",
    [
        "Are you sure you heard it drive right off?",
        "Right, are you quite sure nobody's had your card?",
        "I'll cancel that then, if you're sure. Are you sure?",
        "You don't sound sure. What's making you doubt it?",
        "Why do you keep coming back to it?",
        "Why, er, why didn't you want me to ring off?",
    ],
)
def test_whether_they_are_sure_is_no_blame(text: str, mode: str) -> None:
    assert RUDE not in heard(text, mode)


@pytest.mark.parametrize("text", ["Are you sure you're not just drunk?", "Are you sure it's not your own fault?"])
def test_to_be_disbelieved_in_such_words_is_blame_still(text: str) -> None:
    assert RUDE in heard(text, "semantic")


def test_the_time_of_what_is_asked_is_no_question_of_its_own() -> None:
    assert "ASK_WHEN" not in heard("Why didn't you get help when you rang earlier?", "semantic")


@pytest.mark.parametrize("mode", ["core", "semantic"])
@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("The officers are outside now.", "EXPL_NEXT"),
        ("They're outside now.", "EXPL_NEXT"),
        ("Right, they're at your door.", "EXPL_NEXT"),
    ],
)
def test_that_help_is_there_is_news(text: str, intent: str, mode: str) -> None:
    assert intent in heard(text, mode)


@pytest.mark.parametrize("mode", ["core", "semantic"])
@pytest.mark.parametrize("text", ["Winifred, what a lovely name.", "They'll call out 'police' and your name."])
def test_a_name_that_is_praised_or_called_is_not_asked_for(text: str, mode: str) -> None:
    assert "ASK_PERSON_DETAILS" not in heard(text, mode)

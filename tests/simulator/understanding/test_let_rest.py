"""A matter let rest ends no call, and what somebody else advised is asked about and never told to them."""

import pytest

from simulator.understanding.situation import Situation
from simulator.understanding.understand import load_understanding

UNSAFE = Situation(unsafe_advice=("go downstairs", "go out to him", "check on him"))


def heard(text: str, mode: str, situation: Situation | None = None) -> set[str]:
    listener = load_understanding("semantic" if mode == "semantic" else "core")
    return {one.id for one in listener.understand(text, situation or Situation()).intents}


@pytest.mark.parametrize("mode", ["core", "semantic"])
@pytest.mark.parametrize(
    "text",
    ["I'll leave that.", "I'll leave that for now.", "Let's leave it be.", "We can leave that one for later.",
     "Would you leave it be?", "I'll let you get on with it.", "I'll leave that there and move on.",
     "Before we finish, I'd like one more thing from you."],
)  # fmt: skip
def test_a_matter_let_rest_ends_no_call(text: str, mode: str) -> None:
    assert not heard(text, mode) & {"NEG_END_EARLY", "CLOSE_PROPER"}


@pytest.mark.parametrize("text", ["I'll leave you to it.", "I'm going to have to leave you."])
def test_a_caller_left_alone_is_left(text: str) -> None:
    assert heard(text, "semantic") & {"NEG_END_EARLY", "CLOSE_PROPER"}


@pytest.mark.parametrize("mode", ["core", "semantic"])
@pytest.mark.parametrize(
    "text",
    ["What did he say if you should check on him?", "Who said you should check on him?",
     "Did they tell you to go downstairs?", "What did they say if you should go out to him?"],
)  # fmt: skip
def test_what_somebody_else_advised_is_asked_about(text: str, mode: str) -> None:
    assert "NEG_DANGEROUS" not in heard(text, mode, UNSAFE)


@pytest.mark.parametrize(
    "text", ["Can you go out to him?", "Go downstairs and check on him.", "You should go out to him."]
)
def test_what_the_handler_advises_is_told(text: str) -> None:
    assert "NEG_DANGEROUS" in heard(text, "semantic", UNSAFE)


@pytest.mark.parametrize("words", ["I won't hang up.", "I'm not going to ring off.", "Nobody's hanging up."])
def test_who_will_not_hang_up_stays_on_the_line(words: str) -> None:
    assert {one.id for one in load_understanding().understand(words, Situation()).intents} == {"ADV_STAY_LINE"}


@pytest.mark.parametrize("mode", ["core", "semantic"])
def test_whether_there_is_anything_else_before_the_end_still_closes(mode: str) -> None:
    assert "CLOSE_PROPER" in heard("Before I go, is there anything else you want to ask?", mode)


@pytest.mark.parametrize("text", ["fair enough do you think hes rite that you should let it go",
                                  "Don't you reckon your brother's right, that you should let it go?"])  # fmt: skip
def test_their_view_of_what_another_advised_is_no_blame(text: str) -> None:
    assert "NEG_RUDE_BLAME" not in heard(text, "semantic")


def test_what_they_answered_somebody_is_no_wish_to_hear_it_again() -> None:
    assert "ASK_REPEAT" not in heard("What did you say to that?", "semantic")
    assert "ASK_REPEAT" in heard("What did you say?", "semantic")


def test_thanks_for_asking_ask_for_no_authority() -> None:
    assert "VER_ASK_AUTHORITY" not in heard("I'm not going to do that, but thank you for asking.", "semantic")


@pytest.mark.parametrize("text", ["I only want to talk to you.", "You can talk to me, I'm on your side."])
def test_the_wish_to_talk_asks_nobody_whether_they_can(text: str) -> None:
    assert "ASK_SAFE_TO_TALK" not in heard(text, "semantic")
    assert "ASK_SAFE_TO_TALK" in heard("Can you talk?", "semantic")

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
     "Would you leave it be?", "I'll let you get on with it."],
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

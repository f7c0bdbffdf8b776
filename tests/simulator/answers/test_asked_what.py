"""What was heard too faintly to be answered is asked back for in its own words."""

from dataclasses import replace

import pytest
from asked_by_hand import heard, said, steady

from scenarios.scenario import Scenario
from simulator.answers.asked_what import MOST_TIMES, asks_what
from simulator.answers.missed import DEFAULT, EVERY
from simulator.mind import Mind

OPENED = Mind("calm", opened=True)
CALL = steady("locked-out-member", 1)


def by(**changed: object) -> Scenario:
    """The call with a caller changed in that."""
    return CALL.model_copy(update={"caller": CALL.caller.model_copy(update=changed)})


@pytest.mark.parametrize(
    ("lost", "back"),
    [
        ("whose decision was that?", "Whose decision, sorry?"),
        ("and which pick-up is it", "Which pick-up, sorry?"),
        ("what time did it go?", "What time, sorry?"),
        ("when did you see him?", "When, sorry?"),
        ("did he fall out with you?", "Did he what, sorry?"),
        ("are you still with them?", "Am I what, sorry?"),
        ("was everything off?", "Was everything what, sorry?"),
        ("is the gate on the latch?", DEFAULT[0]),
    ],
)
def test_they_ask_for_the_very_thing(lost: str, back: str) -> None:
    assert back in asks_what(by(asks_back=()), OPENED, (lost,))


def test_who_asks_in_words_of_their_own_keeps_to_them_for_a_yes_or_no() -> None:
    own = by(asks_back=("And the other, pet?",))
    assert asks_what(own, OPENED, ("did he fall out with you?",)) == ("And the other, pet?",)
    assert "Whose decision, sorry?" in asks_what(own, OPENED, ("whose decision was that?",))


def test_it_is_rare_and_never_said_by_who_may_not_speak() -> None:
    lost = ("whose decision was that?",)
    assert not asks_what(CALL, replace(OPENED, said={"asks_what": MOST_TIMES}), lost)
    assert not asks_what(CALL, replace(OPENED, lines=EVERY, asked_back_at=1), lost)
    assert not asks_what(by(can_speak_freely=False), OPENED, lost)
    assert not asks_what(CALL, OPENED, (*lost, "when was it?"))
    assert asks_what(steady("hiding-upstairs", 1), OPENED, lost), "a whisper of two words gives nobody away"


def test_a_faint_second_question_is_not_passed_over_in_silence() -> None:
    call = steady("ex-after-an-address", 1)
    first = heard("topic", "How long were you married", "the-marriage")
    faint = heard("topic", "whose decision was that?", "left-why", 0.6)
    lines = {
        said(call, OPENED, "How long were you married, and whose decision was that?", first, faint, seed=seed).text
        for seed in range(12)
    }
    assert all("?" in line for line in lines) and any("whose decision" in line.lower() for line in lines)

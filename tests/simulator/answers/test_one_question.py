"""What only goes on with the question before it is not answered besides it."""

import pytest

from simulator.answers.one_question import goes_on_with, is_asked_nearer
from simulator.heard import HeardIntent


def asked(span: str) -> HeardIntent:
    return HeardIntent(id="topic", slot="any", confidence=0.9, span=span)


@pytest.mark.parametrize(
    ("first", "then", "text"),
    [
        ("What's it doing now", "has anything changed?", "What's it doing now, has anything changed?"),
        ("any footsteps?", "just things being moved?", "Any voices or footsteps, or just things being moved?"),
        (
            "Can you hear what they say",
            "just that they're there?",
            "Can you hear what they say, or just that they're there?",
        ),
        ("When does it close?", "the assessment?", "When does it close, the assessment?"),
    ],
)
def test_the_same_asked_of_now_and_the_last_choice_ask_nothing_more(first: str, then: str, text: str) -> None:
    assert goes_on_with(asked(then), asked(first), text)


@pytest.mark.parametrize(
    ("first", "then", "text"),
    [
        ("Where's Daniel", "has anything changed?", "Where's Daniel, has anything changed?"),
        ("What's it doing now?", "has anything changed?", "What's it doing now? And has anything changed?"),
        ("any voices?", "is it just things being moved?", "Any voices, or is it just things being moved?"),
        ("who's there?", "only you?", "Who's there? Only you?"),
        ("Where is it?", "the number?", "Where is it, the number?"),
        ("Where are you?", "the address?", "Where are you, the address?"),
    ],
)
def test_a_question_of_its_own_is_answered(first: str, then: str, text: str) -> None:
    assert not goes_on_with(asked(then), asked(first), text)


def test_what_has_changed_is_nearer_than_what_is_happening() -> None:
    text = "What's it doing now, has anything changed?"
    happened = HeardIntent(id="ASK_WHAT_HAPPENED", confidence=0.99, span="What's it doing now")
    assert is_asked_nearer(happened, asked("has anything changed?"), text)
    assert not is_asked_nearer(happened, asked("where is it?"), text)

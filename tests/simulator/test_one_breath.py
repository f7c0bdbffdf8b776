"""A line put together from parts says nothing twice, and what is not known comes last."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.one_breath import answer_first, goodbye_last, unknown_last, without_repeats


@pytest.mark.parametrize(
    ("parts", "left"),
    [
        (("Yes. I can see her now. It's Anna.", "Yes. It's Anna."), "Yes. I can see her now. It's Anna."),
        (("Yes, that's right.", "Yes.", "All right."), "Yes, that's right."),
        (("Mum? Yes.", "My mother.", "In the old dining room."), "Mum? Yes. In the old dining room."),
        (("There's no lock.", "It doesn't lock."), "There's no lock."),
        (("Drawers going. I can hear them.", "Drawers."), "Drawers going. I can hear them."),
        (("Quayford.", "It's Quayford."), "Quayford."),
        (("No.", "No. Only that."), "No. Only that."),
    ],
)  # fmt: skip
def test_what_an_earlier_part_said_is_not_said_again(parts: tuple[str, ...], left: str) -> None:
    assert " ".join(without_repeats(parts)) == left


@pytest.mark.parametrize(
    "parts",
    [
        ("Yes.", "No. Nothing yet."),
        ("He's upstairs.", "He's not downstairs."),
        ("Okay.", "Yes."),
        ("I am afraid. Very afraid.", "She is afraid. She holds my hand."),
        ("Yes. It sounds like Anna.", "It's Anna. I can see her."),
        ("Two men. One's got a crowbar.", "One's tall. Grey top."),
        ("Is he coming?", "He's coming from the back."),
        ("No. No, please. He's here.",),
    ],
)
def test_what_differs_and_what_one_author_wrote_stays(parts: tuple[str, ...]) -> None:
    assert without_repeats(parts) == parts


@given(st.lists(st.sampled_from(["Yes.", "No. Not me.", "He's here.", "Okay.", "Two.", "I don't know.", "Yes. Here?"])))
def test_something_always_stays_and_the_order_too(parts: list[str]) -> None:
    left = " ".join(without_repeats(parts))
    assert bool(left) is bool(parts) and (not parts or left.startswith(parts[0]))


def test_what_is_not_known_comes_after_what_is() -> None:
    assert unknown_last(["I don't know.", "Two.", "By the door."], ["I don't know."])[-1] == "I don't know."


@pytest.mark.parametrize(
    ("parts", "left"),
    [
        (("Yes. They're here.", "Yes, it is."), "Yes. They're here."),
        (("It says, it's only me.", "Yes. It said, it's only me."), "It says, it's only me."),
        (("No. I've not seen her.", "Yes, she is."), "No. I've not seen her. Yes, she is."),
    ],
)  # fmt: skip
def test_a_bare_yes_is_not_left_standing_behind_an_answer(parts: tuple[str, ...], left: str) -> None:
    assert " ".join(without_repeats(parts)) == left


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Bye. Thank you for being so kind.", "Thank you for being so kind. Bye."),
        ("Bye now. Thank you, love.", "Thank you, love. Bye now."),
        ("Thank you. I'm sorry. Bye.", "Thank you. I'm sorry. Bye."),
        ("Bye.", "Bye."),
    ],
)
def test_nobody_says_bye_and_then_goes_on(line: str, said: str) -> None:
    assert goodbye_last(line) == said


@pytest.mark.parametrize(
    ("opening", "answer", "said"),
    [
        ("Hello, dear. It's about an officer.", "Winifred Dale.", "Hello, dear. Winifred Dale. It's about an officer."),
        ("Somebody's in the house!", "Nine Linnet Way.", "Nine Linnet Way. Somebody's in the house!"),
        ("Hello? The car's crashed.", "I don't know. A field.", "Hello? The car's crashed. I don't know. A field."),
    ],
)
def test_what_was_asked_at_once_is_answered_before_the_purpose(opening: str, answer: str, said: str) -> None:
    assert " ".join(answer_first(opening, (answer,))) == said

"""The answer comes before the errand, what is not known after what is, and bye at the end."""

import pytest

from simulator.answers.order_of_parts import answer_first, goodbye_last, unknown_last


def test_what_is_not_known_comes_after_what_is() -> None:
    assert unknown_last(["I don't know.", "Two.", "By the door."], ["I don't know."])[-1] == "I don't know."


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

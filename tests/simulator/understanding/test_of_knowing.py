"""How somebody knows a thing is none of how it was done."""

import pytest

from simulator.understanding.of_knowing import asks_if_sure, of_knowing, what_is_known


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("How d'you know they came by that lane?", "they came by that lane"),
        ("and how can you tell there are two of them?", "there are two of them"),
        ("Are you sure it was that lane?", "it was that lane"),
        ("How do you know him?", ""),
        ("How do you know the man next door?", ""),
        ("How did they come in?", ""),
        ("Are you sure?", ""),
    ],
)
def test_what_they_are_asked_to_know(words: str, what: str) -> None:
    assert what_is_known(words) == what


def test_whether_they_are_sure_is_told_from_how_they_know() -> None:
    assert asks_if_sure("are you sure it was that lane?")
    assert not asks_if_sure("how do you know it was that lane?")


def test_only_topics_of_knowing_answer_it() -> None:
    done = ("how-in", ("how did they come in?", "which way did they come?"))
    known = ("seen-in", ("did you see them come in?",))
    assert of_knowing("how do you know they came by the lane?", (done, known)) == (known,)
    assert of_knowing("how did they come in?", (done, known)) == (done, known)

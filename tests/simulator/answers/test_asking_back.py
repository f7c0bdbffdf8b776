"""A part of a question that they did not catch is asked back for, unless their answer has spoken of it already."""

import pytest

from simulator.answers.asking_back import makes_idle, speaks_of


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Is it like snoring?", ("Yes, it is.", "It's noisy. A bit like snoring.")),
        ("Did you ever hurt her?", ("Every couple has words.", "I wouldn't hurt her, and I never have.")),
    ],
)
def test_what_the_answer_speaks_of_is_not_asked_back_for(asked: str, said: tuple[str, ...]) -> None:
    assert speaks_of(asked, said)


@pytest.mark.parametrize(
    ("asked", "said"),
    [("Whose shed was it?", ("Past two, when I heard the door.",)), ("How high up are you?", ("I could climb out.",))],
)
def test_what_it_does_not_speak_of_was_lost(asked: str, said: tuple[str, ...]) -> None:
    assert not speaks_of(asked, said)


@pytest.mark.parametrize(
    ("asked", "said", "text"),
    [
        (
            "Is any of it coming inside?",
            ("There's no water. It's just muddy.",),
            "Is there water? Is any of it coming inside?",
        ),
        ("Does it bark?", ("I haven't got one. I want a dog.",), "Have you a dog? Does it bark?"),
        (
            "isn't your mother about any more?",
            ("I've no parents left.",),
            "How did your mother take it, or isn't she about any more?",
        ),
    ],
)
def test_what_the_answer_leaves_idle_is_not_asked_back_for(asked: str, said: tuple[str, ...], text: str) -> None:
    assert makes_idle(asked, said, text)


@pytest.mark.parametrize(
    ("asked", "said", "text"),
    [
        ("Is it locked?", ("Yes. The back door.",), "Is there a door? Is it locked?"),
        ("Where is your brother?", ("There's nobody here.",), "Who is there? Where is your brother?"),
        ("Is he hurt?", (), "Is he awake, or is he hurt?"),
    ],
)
def test_what_is_still_open_is_asked_back_for(asked: str, said: tuple[str, ...], text: str) -> None:
    assert not makes_idle(asked, said, text)

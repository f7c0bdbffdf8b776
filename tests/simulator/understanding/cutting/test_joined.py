"""Two things asked under one beginning are two questions, each with what it shares put back."""

import pytest

from simulator.understanding.cutting.cut_up import cut
from simulator.understanding.cutting.joined import as_two
from simulator.understanding.situation import Situation
from simulator.understanding.understand import load_understanding


@pytest.mark.parametrize(
    ("asked", "two"),
    [
        ("has he hit you, or broken anything", ("has he hit you", "has he broken anything")),
        ("has he hurt anyone or broke anything", ("has he hurt anyone", "has he broke anything")),
        ("have you been arrested before, or hurt anybody", ("have you been arrested before", "have you hurt anybody")),
        ("have you ever threatened her or turned up at her work",
         ("have you ever threatened her", "have you ever turned up at her work")),
        ("did you hear what they said or see their faces", ("did you hear what they said", "did you see their faces")),
        ("did he give a name, or a number", ("did he give a name", "did he give a number")),
        ("has he asked for money, or your card", ("has he asked for money", "has he asked for your card")),
        ("is the back door locked, and the front", ("is the back door locked", "is the front locked")),
    ],
)  # fmt: skip
def test_each_is_whole(asked: str, two: tuple[str, str]) -> None:
    assert as_two(asked) == two


@pytest.mark.parametrize(
    "asked",
    ["have you got CCTV and the address", "is he there, and is she there", "how did they come in, door or window",
     "your name and date of birth", "are you and your husband together"],
)  # fmt: skip
def test_one_thing_stays_one(asked: str) -> None:
    assert as_two(asked) == ()


def test_both_are_heard_where_each_is_plain() -> None:
    topics = (
        ("arrested", ("Have you ever been arrested?", "Been in trouble with the police?")),
        ("violence", ("Have you hurt anybody?", "Did you ever hurt her?")),
    )
    words = "Have you ever been arrested, or hurt anybody?"
    found = load_understanding("core").understand(words, Situation(topics=topics)).intents
    assert {one.slot for one in found if one.id == "topic"} == {"arrested", "violence"}


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("Are you and Rosie hurt?", ["are you hurt", "is Rosie hurt"]),
        ("Are you or mummy bleeding?", ["are you bleeding", "is mummy bleeding"]),
        ("Are you and your daughter safe?", ["Are you and your daughter safe"]),
        ("Are you and Daniel together?", ["Are you and Daniel together"]),
    ],
)
def test_each_of_two_people_is_asked_after_where_they_may_differ(said: str, parts: list[str]) -> None:
    assert [one.core for one in cut(said, load_understanding("core").words)] == parts

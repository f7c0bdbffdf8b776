"""What players who had not seen the phrase bank said, heard as they meant it, in the scenes they said it in."""

import csv
from functools import cache
from pathlib import Path

import pytest

from scenarios.catalogue import Catalogue
from scenarios.scenario import Scenario
from simulator.mind import Mind
from simulator.setting import situation
from simulator.understanding.modes import Mode
from simulator.understanding.situation import Situation
from simulator.understanding.understand import loaded

SCENES = {
    "e": "ex-after-an-address",
    "h": "hiding-upstairs",
    "l": "locked-out-member",
    "n": "noises-downstairs",
    "s": "a-helpful-sergeant",
    "c": "car-in-the-ditch",
    "b": "nobody-has-come",
}
with (Path(__file__).parent / "fresh_eyes.csv").open(encoding="utf-8", newline="") as file:
    ROWS = tuple(csv.DictReader(file))


@cache
def scene(name: str) -> Scenario:
    return Catalogue().get(SCENES[name]).surfaces[0]


def heard(row: dict[str, str], mode: Mode) -> tuple[set[str], set[str]]:
    """What was heard, and what of it the caller answers: where a topic is asked, its general meaning stands beside."""
    setting = situation(scene(row["call"]), Mind(mood="x", told=tuple(row["told"].split())), ())
    intents = loaded(mode).understand(row["said"], setting).intents
    names = [({i.id, f"{i.id}:{i.slot}"} if i.slot else {i.id}, i.beside) for i in intents]
    everything = {name for found, _ in names for name in found}
    return everything, {name for found, beside in names if not beside for name in found}


def amiss(row: dict[str, str], mode: Mode) -> list[str]:
    """What was wanted and not heard, and what was never to be heard and was."""
    found, answered = heard(row, mode)
    missing = [f"{wanted} not heard" for wanted in row["wanted"].split() if not found & set(wanted.split("|"))]
    return missing + [
        f"{name} heard"
        for unwanted in row["never"].split()
        for name in answered
        if name == unwanted or (unwanted == "NEG" and name.startswith("NEG_"))
    ]


# By sense each call costs some seconds the first time; the quick one is that of the neighbouring tests.
@pytest.mark.parametrize(
    ("mode", "calls", "at_most"),
    [
        pytest.param("semantic", frozenset(SCENES), 0.02, marks=pytest.mark.slow),
        ("semantic", frozenset("h"), 0.02),
        ("core", frozenset(SCENES), 0.05),
    ],
    ids=["by sense", "by sense in one call", "by words"],
)
def test_it_is_heard_as_it_was_meant_but_for_a_few(mode: Mode, calls: frozenset[str], at_most: float) -> None:
    rows = [row for row in ROWS if row["call"] in calls]
    wrong = {row["said"]: faults for row in rows if (faults := amiss(row, mode))}
    assert len(wrong) <= len(rows) * at_most, wrong


@pytest.mark.parametrize(
    ("words", "rude"),
    [
        ("There is no need to shout, you silly woman.", True),
        ("Calm down, you daft old bat.", True),
        ("Did he call you stupid woman?", False),
        ("What did he say when he called you silly woman?", False),
    ],
)
def test_a_rude_name_to_the_callers_face_is_heard_whatever_else_the_words_mean(words: str, rude: bool) -> None:
    heard = loaded("semantic").understand(words, Situation())
    assert any(one.id == "NEG_RUDE_BLAME" for one in heard.intents) is rude

"""Lint knows who is on the line, what they know, and whether taps, fronts and dropped lines can come to anything."""

import pytest

from scenarios.checks.line import line_doubts
from scenarios.checks.story import possible_moments, story_doubts
from scenarios.compile import compiled
from scenarios.scenario import Scenario

OTHERS = "others:\n  mum: {name: Rose Ford, role: mother, voice: {kind: woman}}\n"


def draft(text: str) -> Scenario:
    """The first surface of a text, mended where it must be."""
    return compiled(text, "small.yaml").drafts[0]


def changed(scenario: Scenario, **changes: object) -> Scenario:
    """The scenario with other parts at its top level."""
    return Scenario.model_validate({**scenario.model_dump(by_alias=True), **changes})


def fact(**more: object) -> dict[str, object]:
    """A plain fact with more to it."""
    return {"value": "yes", "says": ["He is."], "told_when": {"asked": ["ASK_SUSPECT_NOW"]}, **more}


def twist(**more: object) -> dict[str, object]:
    """A twist half a minute into the call."""
    return {"id": "turn", "when": {"after": "30s"}, "says": ["Oh."], **more}


def codes(scenario: Scenario) -> list[str]:
    """What lint doubts about the line."""
    return [one.code for one in line_doubts(scenario)]


MUM = {"mum": {"name": "Rose Ford", "role": "mother", "voice": {"kind": "woman"}}}


def test_a_call_with_one_person_on_a_good_line_raises_no_doubt(scenario: Scenario) -> None:
    assert codes(scenario) == []


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"others": MUM}, ["L30"]),
        ({"others": MUM, "twists": [twist(phone_to="mum")]}, []),
        ({"answers": [{"to": "ASK_WEAPON", "say": "No.", "by": []}]}, ["L31"]),
        ({"facts": {"f": fact(known_by=[])}}, ["L31"]),
        ({"facts": {"f": fact(known_by=["caller", "mum"])}}, ["L32"]),
        ({"facts": {"f": fact(known_by=["mum"])}}, []),
        ({"facts": {"f": fact(said_by={"mum": ["He is, love."]})}}, ["L33"]),
        ({"facts": {"f": fact(closed="yes")}}, ["L34"]),
        ({"facts": {"f": fact(yes_to=["Is he there?"], no_to=["is he there"])}}, ["L35"]),
        ({"twists": [twist(answers_by="taps")]}, ["L36"]),
        ({"twists": [twist(answers_by="taps")], "facts": {"f": fact(yes_to=["Is he there?"])}}, []),
        ({"twists": [twist(answers_by="front")], "facts": {"f": fact(yes_to=["Is he there?"])}}, ["L37"] * 3),
        ({"twists": [twist(line="drops")], "channel": {"kind": "999"}, "facts": {"f": fact()}}, ["L38", "L39"]),
        ({"twists": [twist(line="drops")], "marking": [{"point": "R23"}]}, []),
        ({"twists": [twist(line="back")]}, ["L40"]),
    ],
)  # fmt: skip
def test_what_people_and_the_line_cannot_do_is_doubted(
    scenario: Scenario, changes: dict[str, object], found: list[str]
) -> None:
    assert codes(changed(scenario, **changes)) == found


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("twists:", f"{OTHERS}passes:\n  - {{to: dad, asked: [ASK_ROLE], says: [x], takes: [y]}}\ntwists:", "R61"),
        ("since: address}", "since: 'phone:mum'}", "R61"),
        ("since: address}", "since: 'line:gone'}", "R60"),
        ("twists:", "others:\n  relay: {name: A, role: b, voice: {kind: man}}\ntwists:", "R30"),
    ],
)
def test_somebody_who_is_not_on_the_line_is_told_to_the_author(small: str, before: str, after: str, found: str) -> None:
    assert before in small
    assert found in {problem.code for problem in compiled(small.replace(before, after, 1), "small.yaml").problems}


def test_a_line_that_drops_can_come_back_and_a_twist_may_wait_for_it(scenario: Scenario) -> None:
    dropping = changed(
        scenario,
        others=MUM,
        twists=[
            twist(line="drops"),
            {"id": "back", "when": {"since": "line:back"}, "says": ["Hello?"], "phone_to": "mum"},
            {"id": "then", "when": {"since": "phone:mum"}, "says": ["Yes?"]},
        ],
    )
    assert {"line:dropped", "line:back", "phone:mum", "then"} <= possible_moments(dropping)
    assert "L03" not in [one.code for one in story_doubts(dropping)]

"""Lint doubts a story in which something can never come."""

from collections.abc import Callable

import pytest

from scenarios.checks.giveaways import giveaway_doubts
from scenarios.checks.points import NEEDS, point_doubts
from scenarios.checks.story import possible_moments, story_doubts
from scenarios.compile import compiled
from scenarios.problems import Fault
from scenarios.scenario import Scenario
from scenarios.vocabulary import vocabulary

Doubts = Callable[[Scenario], list[Fault]]


QUESTION = "questions:\n  - {id: q, says: [x], when: {since: updated, needs: [disclosed]}, answered_by: []}"
CHECK = "verification: {request: account_query, genuine: true, items: {postcode: {fact: address, held: x}}}"
PLACED = "located: {source: AML, radius_m: 9, at: {easting: 1, northing: 1}, text: Broken Lane}"
SUBSCRIBER = 'line: landline, number: $number, subscriber: "Gate House, Quayford"'


def draft(text: str) -> Scenario:
    """The first surface of a text, mended where it must be."""
    return compiled(text, "small.yaml").drafts[0]


def codes(faults: object) -> list[str]:
    """The codes of some faults."""
    return [fault.code for fault in faults]  # type: ignore[attr-defined]


def test_a_sound_story_raises_no_doubt(scenario: Scenario) -> None:
    assert codes(story_doubts(scenario)) == codes(point_doubts(scenario)) == codes(giveaway_doubts(scenario)) == []


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ('    told_when: {asked: ["ASK_PERSON_DETAILS:name"]}\n', "", ["L01"]),
        ("needs: [van-back]", "needs: [plate]", ["L01"]),
        ("since: address}", "since: plate}", ["L01", "L03"]),
        ("since: address}", "since: address, needs: [verified]}", ["L01", "L03"]),
        ("since: address}", "since: address, unless: [address]}", ["L01", "L03"]),
        ("after: 40s", "after: 10m", ["L10"]),
        ("length: {from: 1m, to: 6m}", "length: {from: 9m, to: 6m}", ["L11"]),
        ('asked: ["ASK_PERSON_DETAILS:name"]', "asked: [ASK_LOCATION]", ["L02"]),
        ("answers:", "stay_on_line_until: disclosed\nanswers:", ["L03"]),
        ('  - {to: "topic:gate", say: "Iron."}\n', "", ["L15"]),
        ("answers:", "presses:\n  - {id: p, asks_for: [r], says: [x], when: {since: reset}}\nanswers:", ["L03"]),
        ("answers:", f"{QUESTION}\nanswers:", ["L03"]),
    ],
)  # fmt: skip
def test_what_can_never_come_is_doubted(small: str, before: str, after: str, found: list[str]) -> None:
    assert before in small
    assert codes(story_doubts(draft(small.replace(before, after, 1)))) == found


@pytest.mark.parametrize(
    "after",
    [
        "since: plate, or_by: 2m}",
        'since: "said:EMP_ACK"}',
        'since: "graded:scheduled"}',
        'since: "requested:fire"}',
        "since: opening}",
    ],
)
def test_what_a_trainee_may_do_can_always_come(small: str, after: str) -> None:
    assert codes(story_doubts(draft(small.replace("since: address}", after)))) == []


def test_a_fact_that_the_opening_or_a_twist_tells_needs_no_question(small: str) -> None:
    text = small.replace('    told_when: {asked: ["ASK_PERSON_DETAILS:name"]}\n', "")
    assert codes(story_doubts(draft(text.replace("facts:", "opening_tells: [name]\nfacts:", 1)))) == []
    assert (
        codes(story_doubts(draft(text.replace("says: [The van is back.]", "says: [Back.]\n    reveals: [name]")))) == []
    )


def test_the_moments_that_can_come_grow_from_fact_to_twist_to_fact(scenario: Scenario) -> None:
    assert {"answered", "address", "van-back", "plate"} <= possible_moments(scenario)
    assert not {"reset", "disclosed", "verified"} & possible_moments(scenario)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("A01, A02", "A01, R06", ["L04"]),
        ("A01, A02", "A01, C01", ["L04"]),
        ("A01, A02", "A01, V06", ["L04"]),
        ("A01, A02", "A01, G05", ["L04"]),
        ("A01, A02", "A01, G09", ["L04"]),
        ("field: registration", "kind: text", ["L04"]),
        ("grade: [scheduled], ", "", ["L04"]),
        ("look_ups: [previous]", "routes: [sar], look_ups: [previous]", ["L14"]),
        ("[03-2.6, 03-4.7]", "[03-2.6, 02-1.5, 03-1.6]", ["L17"]),
        ("accepts:", "restricted: [{id: home, value: 4 Tern Walk}]\naccepts:", ["L12"]),
        ("[V01, A01, A02,", "[A01, A02,", []),
        ("accepts:", f"{CHECK}\naccepts:", []),
    ],
)  # fmt: skip
def test_a_point_without_its_occasion_is_doubted(small: str, before: str, after: str, found: list[str]) -> None:
    assert before in small
    assert codes(point_doubts(draft(small.replace(before, after, 1)))) == found


def test_every_need_belongs_to_a_point() -> None:
    assert set(NEEDS) <= set(vocabulary().points)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("line: mobile, number: $number", SUBSCRIBER, ["gate"]),
        ("line: mobile, number: $number", f"line: mobile, number: $number, {PLACED}", ["broken"]),
        ("opening:", 'operator_says: ["Caller reports damage."]\nopening:', ["damage"]),
        ("title: Earlier report", "title: A broken gate on Tern Walk", ["Broken gate"]),
        ("title: Earlier report", "title: A gate on Tern Walk", []),
        ("opening:", 'operator_says: ["Police, connecting a mobile."]\nopening:', []),
    ],
)  # fmt: skip
def test_what_tells_what_is_coming_is_doubted(small: str, before: str, after: str, words: list[str]) -> None:
    """Handbook 4.7.6, principle 2: no indication of the contingency."""
    doubts = list(giveaway_doubts(draft(small.replace(before, after, 1))))
    assert [dict(doubt.words)["word"] for doubt in doubts] == words and set(codes(doubts)) <= {"L05"}

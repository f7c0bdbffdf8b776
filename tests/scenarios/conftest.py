"""Hands over a small scenario as text, and ways of changing and reading it."""

from collections.abc import Callable

import pytest

from scenarios.compile import compile_text
from scenarios.problems import Problem, ProblemsFound
from scenarios.scenario import Scenario

Place = tuple[int, int, str]

SMALL = """\
id: small-call
title: Broken gate
family: damage
channel: {kind: "101", line: mobile, number: $number}
plan:
  aim: Takes a report of damage.
  criteria: [03-2.6, 03-4.7]
  why_simulated: limited-opportunity
  length: {from: 1m, to: 6m}
caller:
  name: Nadia Holt
  role: victim
  voice: {kind: woman}
  mood: {starts: calm, calmed_by: [EMP_ACK], upset_by: [NEG_RUDE_BLAME]}
opening: ["Somebody broke my gate."]
facts:
  address:
    value: {line: $line, town: Quayford, postcode: WX4 7QD}
    field: location
    told_when: {asked: [ASK_LOCATION]}
    says: ["$line, Quayford."]
    tags: [essential]
  name:
    value: Nadia Holt
    field: name
    told_when: {asked: ["ASK_PERSON_DETAILS:name"]}
    says: [Nadia Holt.]
  plate:
    value: WX24 QTI
    field: registration
    told_when: {asked: [ASK_DESC_VEHICLE], needs: [van-back]}
    says: [I got the plate.]
twists:
  - id: van-back
    when: {after: 40s, since: address}
    says: [The van is back.]
answers:
  - {to: ASK_WEAPON, say: "No."}
  - {to: "topic:gate", say: "Iron."}
topics:
  gate: {examples: [What sort of gate, Is the gate metal, Which gate is it]}
records:
  previous:
    - {id: log-1, title: Earlier report, found_by: [gate], editable: [phone]}
accepts: {grade: [scheduled], category: [criminal damage], look_ups: [previous]}
marking: [V01, A01, A02, {point: A06, with: {partial: true}}, G01]
variants:
  - {name: first, line: 27 Alder Rise, number: 07700 900822}
  - {name: second, line: 4 Tern Walk, number: 07700 900823}
"""


@pytest.fixture
def small() -> str:
    """A scenario without a fault, as text; 60 lines that tests change one at a time."""
    return SMALL


@pytest.fixture
def scenario() -> Scenario:
    """The small scenario's first surface."""
    return compile_text(SMALL, "small.yaml").surfaces[0]


@pytest.fixture
def problems_of() -> Callable[[str], tuple[Problem, ...]]:
    """The problems for which a text is refused; none where it compiles."""

    def of(text: str) -> tuple[Problem, ...]:
        try:
            compile_text(text, "small.yaml")
        except ProblemsFound as error:
            return error.problems
        return ()

    return of


@pytest.fixture
def changed(
    problems_of: Callable[[str], tuple[Problem, ...]],
) -> Callable[[str, str], tuple[list[Place], tuple[int, int]]]:
    """Replaces one piece of the small scenario; gives its problems' places, and that of the sign « in the new piece."""

    def of(before: str, after: str) -> tuple[list[Place], tuple[int, int]]:
        assert before in SMALL, before
        marked = SMALL.replace(before, after, 1)
        lines = marked.partition("«")[0].split("\n")
        found = [(problem.line, problem.column, problem.code) for problem in problems_of(marked.replace("«", "", 1))]
        return found, (len(lines), len(lines[-1]) + 1)

    return of


@pytest.fixture(scope="session")
def small_text() -> str:
    """The same text, for properties."""
    return SMALL

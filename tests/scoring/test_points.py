"""Every marking point against its cases in points/*.yaml: met, not met, and an edge, from the catalogue's sentences."""

from typing import Any

import pytest
from point_cases import LOST, marked, point_cases

from scenarios.scenario import Scenario
from scoring.detectors.table import DETECTORS

CASES = tuple(point_cases())
NEVER_LOST_OUTRIGHT = {"C14", "M02", "M18"}  # only an ear can lose them: for the assessor


@pytest.mark.parametrize(("scenario", "case"), CASES, ids=[f"{case['point']} {case['case']}" for _, case in CASES])
def test_a_point(scenario: Scenario, case: dict[str, Any]) -> None:
    found = marked(scenario, case)
    assert found.verdict == case["verdict"], found.because


def test_every_point_has_a_case_that_meets_it_and_one_that_does_not() -> None:
    seen: dict[str, set[str]] = {}
    for _, case in CASES:
        seen.setdefault(case["point"], set()).add(case["verdict"])
    lacking = [
        point
        for point in DETECTORS
        if not ("met" in seen[point] and seen[point] & ({"not_met"} if point not in NEVER_LOST_OUTRIGHT else set(LOST)))
    ]
    assert lacking == []

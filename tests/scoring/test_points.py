"""Every marking point against its cases in points/*.yaml: met, not met, and an edge, from the catalogue's sentences."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from small_calls import INTRUDER, MEMBER, POLICY, REQUEST
from tape import one_mark

from scoring.detectors.table import DETECTORS

CALLS = {"intruder": INTRUDER, "request": REQUEST, "member": MEMBER}


def _cases() -> list[tuple[str, dict[str, Any]]]:
    found = []
    for file in sorted((Path(__file__).parent / "points").glob("*.yaml")):
        table = yaml.safe_load(file.read_text(encoding="utf-8"))
        found += [(case.get("call", table["call"]), case) for case in table["cases"]]
    return found


CASES = _cases()


@pytest.mark.parametrize(("call", "case"), CASES, ids=[f"{case['point']} {case['case']}" for _, case in CASES])
def test_a_point(call: str, case: dict[str, Any]) -> None:
    found = one_mark(CALLS[call], POLICY, case["point"], case["script"], **case.get("with", {}))
    assert found.verdict == case["verdict"], found.because


def test_every_point_has_a_case_that_meets_it_and_one_that_does_not() -> None:
    seen: dict[str, set[str]] = {}
    for _, case in CASES:
        seen.setdefault(case["point"], set()).add(case["verdict"])
    lost = {"not_met", "partly", "for_assessor"}
    elsewhere = {
        "C06",
        "C07",
        "C11",
        "C13",
        "C15",
        "A14",
        "G14",
        "M07",
        "M08",
        "M10",
        "M21",
        "R07",
        "R08",
        "R14",
        "V09",
        "V17",
    }
    lacking = [p for p in DETECTORS if p not in elsewhere and not ("met" in seen[p] and seen[p] & lost)]
    assert lacking == []

"""The cases of every marking point (tests/scoring/points), and which of them the page of points shows as examples."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from small_calls import INTRUDER, MEMBER, MISSING, POLICY, QUIET, REQUEST
from tape import one_mark

from scenarios.scenario import Scenario
from scoring.outcome import Mark

FOLDER = Path(__file__).parent.parent / "scoring" / "points"
CALLS: Mapping[str, Scenario] = {
    "intruder": INTRUDER, "request": REQUEST, "member": MEMBER, "quiet": QUIET, "missing": MISSING
}  # fmt: skip
LOST = ("not_met", "for_assessor", "partly")


def point_cases() -> Iterator[tuple[Scenario, dict[str, Any]]]:
    """Every case with the small call it is played on."""
    for file in sorted(FOLDER.glob("*.yaml")):
        table = yaml.safe_load(file.read_text(encoding="utf-8"))
        for case in table["cases"]:
            yield CALLS[case.get("call", table["call"])], case


def marked(scenario: Scenario, case: dict[str, Any]) -> Mark:
    """What marking says of a case."""
    return one_mark(scenario, POLICY, case["point"], case["script"], **case.get("with", {}))


def examples() -> dict[str, dict[str, dict[str, str]]]:
    """For each point a case that meets it and one that loses it, each with what marking says of it."""
    of_point: dict[str, list[tuple[Scenario, dict[str, Any]]]] = {}
    for scenario, case in point_cases():
        of_point.setdefault(case["point"], []).append((scenario, case))
    return {point: dict(_shown(cases)) for point, cases in sorted(of_point.items())}


def _shown(cases: list[tuple[Scenario, dict[str, Any]]]) -> Iterator[tuple[str, dict[str, str]]]:
    for wanted in (("met",), LOST):
        fitting = [one for verdict in wanted for one in cases if one[1]["verdict"] == verdict]
        if fitting:
            scenario, case = fitting[0]
            yield case["verdict"], {"case": case["case"], "because": marked(scenario, case).because}

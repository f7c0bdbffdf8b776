"""Prints how far two labellers and the marker agree on the gold cases: `python -m benchmarks.gold [--list]`."""

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scenarios.catalogue import Catalogue, load_policy
from scoring.marking import mark

GOLD = Path(__file__).resolve().parents[1] / "tests" / "scoring" / "gold"
Verdicts = Mapping[tuple[str, str], str]  # (case, point) -> verdict


@dataclass(frozen=True)
class Agreement:
    """How far two judges agree on what both judged: how many, the share that is the same, Cohen's kappa."""

    judged: int
    exact: float
    kappa: float


def agreement(one: Verdicts, other: Verdicts, points: Iterable[str] | None = None) -> Agreement:
    """Agreement over the pairs that both judged, of some points or of all. Kappa is 1 where nobody ever differs."""
    wanted = None if points is None else set(points)
    both = [key for key in one if key in other and (wanted is None or key[1] in wanted)]
    if not both:
        return Agreement(0, 0.0, 0.0)
    same = sum(one[key] == other[key] for key in both) / len(both)
    first, second = Counter(one[key] for key in both), Counter(other[key] for key in both)
    chance = sum(first[verdict] * second[verdict] for verdict in first) / len(both) ** 2
    return Agreement(len(both), same, 1.0 if chance == 1 else (same - chance) / (1 - chance))


def labels(file: str) -> Verdicts:
    """A labeller's verdicts; empty where the file is not there."""
    path = GOLD / file
    if not path.is_file():
        return {}
    cases: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {(case, point): label["verdict"] for case, points in cases.items() for point, label in points.items()}


def marked(cases: Iterable[str]) -> Verdicts:
    """The marker's verdicts on the cases."""
    from tests.scoring.gold.loading import load_case

    catalogue, policy = Catalogue(), load_policy().policy
    found = {}
    for name in cases:
        case = load_case(name, catalogue)
        for one in mark(case.scenario, policy, case.journal).marks:
            found[name, one.point] = one.verdict
    return found


def main() -> None:
    """Prints agreement between the labellers and of the marker with each and with what both say."""
    a, b = labels("labels_a.yaml"), labels("labels_b.yaml")
    machine = marked(sorted({case for case, _ in a}))
    agreed = {key: verdict for key, verdict in a.items() if b.get(key) == verdict}
    for words, one, other in (
        ("labeller A and labeller B", a, b),
        ("marker and labeller A", machine, a),
        ("marker and labeller B", machine, b),
        ("marker and what both say", machine, agreed),
    ):
        found = agreement(one, other)
        print(f"{words:28} {found.judged:4} judged  exact {found.exact:.1%}  kappa {found.kappa:.2f}")
    if "--list" in sys.argv:
        for (case, point), verdict in sorted((agreed or a).items(), key=lambda pair: (pair[0][1], pair[0][0])):
            got = machine.get((case, point), "not marked")
            if got != verdict:
                print(f"{point:4} {case:40} labelled {verdict:15} marked {got}")


if __name__ == "__main__":
    main()

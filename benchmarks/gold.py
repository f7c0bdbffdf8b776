"""Prints how far labellers and the marker agree on the gold cases: `python -m benchmarks.gold [--points] [--list]`."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
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


@dataclass(frozen=True)
class Batch:
    """The cases that the same labellers judged: their names (`a`, `b`), the cases, and each one's verdicts."""

    labellers: tuple[str, ...]
    cases: tuple[str, ...]
    labels: Mapping[str, Verdicts]

    @property
    def name(self) -> str:
        """`a and b`: who judged it."""
        return " and ".join(self.labellers)

    @property
    def agreed(self) -> Verdicts:
        """What all of them say who judged it, and at least two did where there are two; the one label where one is."""
        keys = {key for verdicts in self.labels.values() for key in verdicts}
        given = {key: [verdicts[key] for verdicts in self.labels.values() if key in verdicts] for key in keys}
        enough = min(2, len(self.labellers))
        return {key: said[0] for key, said in given.items() if len(said) >= enough and len(set(said)) == 1}


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
    cases: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    return {(case, point): label["verdict"] for case, points in cases.items() for point, label in points.items()}


def batches() -> tuple[Batch, ...]:
    """Every batch, in the order of its first case: cases judged by the same labellers belong together."""
    everyone = {path.stem.removeprefix("labels_"): labels(path.name) for path in sorted(GOLD.glob("labels_*.yaml"))}
    of_case: dict[str, tuple[str, ...]] = {}
    for case in sorted({case for verdicts in everyone.values() for case, _ in verdicts}):
        of_case[case] = tuple(name for name, verdicts in everyone.items() if any(key[0] == case for key in verdicts))
    return tuple(
        Batch(
            labellers,
            cases := tuple(case for case, names in of_case.items() if names == labellers),
            {name: {key: v for key, v in everyone[name].items() if key[0] in cases} for name in labellers},
        )
        for labellers in dict.fromkeys(of_case.values())
    )


def marked(cases: Iterable[str]) -> Verdicts:
    """The marker's verdicts on the cases."""
    from tests.scoring.gold.loading import load_case

    catalogue = Catalogue()
    found = {}
    for name in cases:
        case = load_case(name, catalogue)
        for one in mark(case.scenario, load_policy(case.scenario.policy).policy, case.journal).marks:
            found[name, one.point] = one.verdict
    return found


def rows(batch: Batch, machine: Verdicts) -> Iterator[tuple[str, Agreement]]:
    """Who agrees with whom on a batch: the labellers, the marker with each, the marker with what all say."""
    for one, other in combinations(batch.labellers, 2):
        yield f"labeller {one.upper()} and labeller {other.upper()}", agreement(batch.labels[one], batch.labels[other])
    for name in batch.labellers:
        yield f"marker and labeller {name.upper()}", agreement(machine, batch.labels[name])
    if len(batch.labellers) > 1:
        yield f"marker and what {'both' if len(batch.labellers) == 2 else 'all'} say", agreement(machine, batch.agreed)


def by_point(machine: Verdicts, agreed: Verdicts) -> Iterator[tuple[str, Agreement]]:
    """The marker's agreement with the labellers on each point that was judged."""
    for point in sorted({point for _, point in agreed}):
        yield point, agreement(machine, agreed, (point,))


def _line(words: str, found: Agreement) -> str:
    return f"{words:28} {found.judged:4} judged  exact {found.exact:.1%}  kappa {found.kappa:.2f}"


def main() -> None:
    """Prints agreement by batch and overall; with --points by point, with --list every difference."""
    everything = batches()
    machine = marked(sorted(case for batch in everything for case in batch.cases))
    for batch in everything:
        print(f"{len(batch.cases)} cases judged by {batch.name}")
        for words, found in rows(batch, machine):
            print("  " + _line(words, found))
    agreed = {key: verdict for batch in everything for key, verdict in batch.agreed.items()}
    print(_line("marker and labellers, all", agreement(machine, agreed)))
    if "--points" in sys.argv:
        for point, found in by_point(machine, agreed):
            print("  " + _line(point, found))
    if "--list" in sys.argv:
        for (case, point), verdict in sorted(agreed.items(), key=lambda pair: (pair[0][1], pair[0][0])):
            got = machine.get((case, point), "not marked")
            if got != verdict:
                print(f"{point:4} {case:40} labelled {verdict:15} marked {got}")


if __name__ == "__main__":
    main()

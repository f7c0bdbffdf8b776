"""How well the independent wording is understood, stratum by stratum: `python benchmarks/independent.py [--missed]`.

The rows were written by somebody who had seen neither the phrase bank nor the code that hears. --missed also prints
every row that was not heard as it was meant; whoever works on the bank does not ask for it.
"""

import csv
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as run_sim.py sets it

sys.path.insert(0, str(Path(__file__).parent.parent))

from simulator.understanding.measuring import Row, measure
from simulator.understanding.modes import Mode
from simulator.understanding.situation import Situation, Understanding
from simulator.understanding.understand import load_understanding

FILE = Path(__file__).parent.parent / "tests" / "simulator" / "understanding" / "independent.csv"
MODES: tuple[Mode, ...] = ("core", "semantic")
FOR_THE_CALLER = (
    ("top-1", "top_one"),
    ("micro-F1", "micro_f1"),
    ("multi-intent recall", "labels_found"),
    ("in scope rejected", "rejected"),
    ("confidently wrong", "confidently_wrong"),
)
LEFT_ALONE = ("out of scope left alone", "out_of_scope_left")


def read_strata(path: Path) -> dict[str, tuple[Row, ...]]:
    """The rows by stratum, in the file's order. Columns: text, intents (set apart by `|`, NONE), stratum, by."""
    strata: dict[str, list[Row]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            labels = tuple((row["intents"] or "NONE").split("|"))
            strata.setdefault(row["stratum"], []).append(Row(row["text"], labels))
    return {name: tuple(rows) for name, rows in strata.items()}


def _print(name: str, rows: Sequence[Row], understanding: Understanding) -> None:
    score = measure(rows, understanding)
    several = sum(len(row.labels) > 1 for row in rows)
    figures = [(what, key) for what, key in FOR_THE_CALLER if score.in_scope and (several or key != "labels_found")]
    print(f"\n{name}: {score.in_scope} for the caller ({several} with several intents), {score.out_of_scope} not")
    for what, key in (*figures, *((LEFT_ALONE,) if score.out_of_scope else ())):
        print(f"  {what:24} {getattr(score, key):.3f}")
    print(f"  {'blamed without cause':24} {_blamed(rows, understanding):.3f}")


def _blamed(rows: Sequence[Row], understanding: Understanding) -> float:
    """The share of rows in which a fault (NEG_...) is heard that nobody meant."""
    heard = ({intent.id for intent in understanding.understand(row.text, Situation()).intents} for row in rows)
    without_cause = (got - set(row.labels) for row, got in zip(rows, heard, strict=True))
    return sum(any(intent.startswith("NEG_") for intent in extra) for extra in without_cause) / max(1, len(rows))


def _print_missed(rows: Sequence[Row], understanding: Understanding) -> None:
    for row in rows:
        heard = understanding.understand(row.text, Situation())
        got = {intent.id for intent in heard.intents}
        wrong = heard.understood if row.out_of_scope else got != set(row.labels)
        if wrong:
            print(f"  {'|'.join(row.labels)} heard as {'|'.join(sorted(got)) or 'nothing'}: {row.text}")


def _measure(strata: Mapping[str, Sequence[Row]], understanding: Understanding, missed: bool) -> None:
    for name, rows in strata.items():
        _print(name, rows, understanding)
        if missed:
            _print_missed(rows, understanding)
    _print("all", tuple(row for rows in strata.values() for row in rows), understanding)


def main(words: Sequence[str]) -> None:
    """Scores every stratum in the modes that are there."""
    strata = read_strata(FILE)
    for mode in MODES:
        understanding = load_understanding(mode)
        if understanding.mode != mode:
            print(f"\n{mode}: its model is not installed")
            continue
        print(f"\n== {mode} ==")
        _measure(strata, understanding, "--missed" in words)


if __name__ == "__main__":
    main(sys.argv[1:])

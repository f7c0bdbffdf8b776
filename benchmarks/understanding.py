"""Prints how well words are understood: `python benchmarks/understanding.py [FILE.csv ...] [--all]`.

A file has the columns text and labels: intents, or the coarse labels of data/coarse_labels.yaml, set apart by a space
or `;`; NONE is not for the caller, ACK a mere sign of listening. Without a file: the held-out wording and the examples.
"""

import sys
import time
import tracemalloc
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parent.parent))

from simulator.understanding.measuring import Row, Score, measure, read_rows
from simulator.understanding.situation import Situation
from simulator.understanding.understand import CoreUnderstanding, load_understanding

HERE = Path(__file__).parent
HELD_OUT = HERE.parent / "tests" / "simulator" / "understanding" / "held_out.csv"
EXAMPLES = HERE / "data" / "coarse_examples.csv"
GOALS = (
    ("top-1", "top_one", ".86"),
    ("micro-F1", "micro_f1", ".80"),
    ("labels found where there are several", "labels_found", ".69"),
    ("out of scope left alone", "out_of_scope_left", ".85"),
    ("in scope rejected", "rejected", "at most .15"),
    ("confidently wrong", "confidently_wrong", "at most .05"),
)


def _print(path: Path, score: Score, everything: bool) -> None:
    print(f"\n{path} ({score.in_scope} in scope, {score.out_of_scope} out of scope)")
    for name, key, goal in GOALS:
        print(f"  {name:38} {getattr(score, key):.3f}   goal {goal}")
    print("  by label where something went amiss (found, missed, wrongly heard):")
    for name, (found, missed, extra) in score.by_label.items():
        if everything or missed or extra:
            print(f"    {name:24} {found:4} {missed:4} {extra:4}")
    print("  most confused:")
    for meant, taken, times in score.confusions[: None if everything else 15]:
        print(f"    {times:3} {meant} taken for {taken}")


def _print_speed(rows: tuple[Row, ...], understanding: CoreUnderstanding, load_ms: float) -> None:
    times = []
    for row in rows:
        began = time.perf_counter()
        understanding.understand(row.text, Situation())
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    p50, p95 = (times[int(share * (len(times) - 1))] for share in (0.5, 0.95))
    print(
        f"\nload {load_ms:.0f} ms (goal 500); an utterance p50 {p50:.1f}, p95 {p95:.1f} (goal 5), longest "
        f"{times[-1]:.1f} ms"
    )
    began = time.perf_counter()
    understanding.understand("what's the address? " * 5_000, Situation())
    print(f"100,000 characters: {(time.perf_counter() - began) * 1000:.0f} ms")


def _memory_mb() -> float:
    """What loading takes, in megabytes, as Python and numpy count it."""
    tracemalloc.start()
    load_understanding.cache_clear()
    load_understanding()
    held = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    return held


def main(words: list[str]) -> None:
    """Measures each file named, or the two that are kept here."""
    began = time.perf_counter()
    understanding = load_understanding()
    load_ms = (time.perf_counter() - began) * 1000
    paths = [Path(word) for word in words if not word.startswith("-")] or [HELD_OUT, EXAMPLES]
    coarse = yaml.safe_load((HERE / "data" / "coarse_labels.yaml").read_text(encoding="utf-8"))
    rows = tuple(row for path in paths for row in read_rows(path))
    _print_speed(rows, understanding, load_ms)
    print(f"memory of the loaded model: {_memory_mb():.0f} MB")
    for path in paths:
        _print(path, measure(read_rows(path), understanding, coarse), "--all" in words)


if __name__ == "__main__":
    main(sys.argv[1:])

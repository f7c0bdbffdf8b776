"""Prints how well words are understood, by mode: `python benchmarks/understanding.py [FILE.csv ...] [--all] [--core]`.

A file has the columns text and labels: intents, or the coarse labels of data/coarse_labels.yaml, set apart by a space
or `;`; NONE is not for the caller, ACK a mere sign of listening. Without a file: the held-out wording, the independent
wording and the examples. --core leaves the encoder out; --all prints every label and every confusion.
"""

import os
import sys
import time
import tracemalloc
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as run_sim.py sets it

import yaml

sys.path.insert(0, str(Path(__file__).parent.parent))

from simulator.understanding.measuring import Row, Score, measure, read_rows
from simulator.understanding.modes import Mode
from simulator.understanding.situation import Situation
from simulator.understanding.understand import Listener, load_understanding, newly_loaded

HERE = Path(__file__).parent
ROWS = HERE.parent / "tests" / "simulator" / "understanding"
FILES = (
    ROWS / "held_out.csv",
    ROWS / "independent.csv",
    HERE / "data" / "eight_authors.csv",
    HERE / "data" / "three_authors.csv",
    HERE / "data" / "coarse_examples.csv",
)
# What is wanted of the words alone, and with the encoder beside them.
GOALS = (
    ("top-1", "top_one", ".86", ".92"),
    ("micro-F1", "micro_f1", ".80", ".85"),
    ("labels found where there are several", "labels_found", ".69", ".80"),
    ("out of scope left alone", "out_of_scope_left", ".85", ".90"),
    ("in scope rejected", "rejected", "at most .15", "at most .10"),
    ("confidently wrong", "confidently_wrong", "at most .05", "at most .03"),
)


def _print(path: Path, mode: str, score: Score, everything: bool) -> None:
    print(f"\n{path.name}, {mode} ({score.in_scope} in scope, {score.out_of_scope} out of scope)")
    for name, key, of_core, of_semantic in GOALS:
        print(f"  {name:38} {getattr(score, key):.3f}   goal {of_core if mode == 'core' else of_semantic}")
    print("  by label where something went amiss (found, missed, wrongly heard):")
    for name, (found, missed, extra) in score.by_label.items():
        if everything or missed or extra:
            print(f"    {name:24} {found:4} {missed:4} {extra:4}")
    print("  most confused:")
    for meant, taken, times in score.confusions[: None if everything else 15]:
        print(f"    {times:3} {meant} taken for {taken}")


def _print_speed(rows: tuple[Row, ...], understanding: Listener, load_ms: float) -> None:
    times = []
    for row in rows:
        began = time.perf_counter()
        understanding.understand(row.text, Situation())
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    p50, p95 = (times[int(share * (len(times) - 1))] for share in (0.5, 0.95))
    print(
        f"\n{understanding.mode}: load {load_ms:.0f} ms (goal 1500); an utterance p50 {p50:.1f}, p95 {p95:.1f} "
        f"(goal 50), longest {times[-1]:.1f} ms"
    )
    began = time.perf_counter()
    understanding.understand("what's the address? " * 5_000, Situation())
    print(f"100,000 characters: {(time.perf_counter() - began) * 1000:.0f} ms")


def _memory_mb(mode: Mode) -> float:
    """What loading takes, in megabytes, as Python and numpy count it."""
    tracemalloc.start()
    held = newly_loaded(mode, None)
    taken = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    assert held.mode == mode
    return taken


def _measure(mode: Mode, paths: list[Path], everything: bool) -> None:
    began = time.perf_counter()
    understanding = load_understanding(mode)
    load_ms = (time.perf_counter() - began) * 1000
    coarse = yaml.safe_load((HERE / "data" / "coarse_labels.yaml").read_text(encoding="utf-8"))
    _print_speed(tuple(row for path in paths for row in read_rows(path)), understanding, load_ms)
    print(f"memory of the loaded models: {_memory_mb(mode):.0f} MB")
    for path in paths:
        _print(path, understanding.mode, measure(read_rows(path), understanding, coarse), everything)


def main(words: list[str]) -> None:
    """Measures each file named, or those that are kept, by each mode."""
    paths = [Path(word) for word in words if not word.startswith("-")] or [path for path in FILES if path.is_file()]
    modes: tuple[Mode, ...] = ("core",) if "--core" in words else ("core", "semantic")
    for mode in modes:
        _measure(mode, paths, "--all" in words)


if __name__ == "__main__":
    main(sys.argv[1:])

"""The real desk in a window: first frame, keystroke to screen, idle processor, memory."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.display import display
from benchmarks.figures import Figure, median, p95, spread

ROOT = Path(__file__).resolve().parents[1]
FIRST_FRAME_S, KEYSTROKE_MS, IDLE_PERCENT, MEMORY_MB = 1.5, 8, 3, 150
STARTS, PATIENCE_S = 5, 180


def figures() -> Iterator[Figure]:
    """The desk opened five times as `run_sim.py train` does, then once with a call on the line."""
    with display() as (environment, where), tempfile.TemporaryDirectory() as folder:
        yield Figure("display", None, "", None, where)
        yield from _starting(environment, Path(folder))
        yield from _on_a_call(_probe("call", environment, Path(folder)))


def _starting(environment: Mapping[str, str], folder: Path) -> Iterator[Figure]:
    _probe("start", environment, folder)  # writes bytecode and the empty results file; not counted
    began: list[float] = []
    told = []
    for _ in range(STARTS):
        began.append(time.monotonic())
        told.append(_probe("start", environment, folder))
    first = [one["first_frame"] - at for one, at in zip(told, began, strict=True)]
    busy = median(one["processor_s"] for one in told)
    note = f"{spread(first)}; processor {busy:.2f} s"
    yield Figure("first frame of the start screen, median", median(first), "s", FIRST_FRAME_S, note)


def _on_a_call(told: Mapping[str, Any]) -> Iterator[Figure]:
    yield Figure("taking a contact, to its first frame", told["begin_ms"], "ms")
    for what, taken in told["keys"].items():
        yield Figure(f"keystroke to screen, {what}, p95", p95(taken), "ms", KEYSTROKE_MS, spread(taken))
    yield Figure("full repaint, p95", p95(told["repaints"]), "ms", None, spread(told["repaints"]))
    for what, percent in told["idle"].items():
        yield Figure(f"idle processor, {what}", percent, "% of a core", IDLE_PERCENT)
    yield Figure("memory of the desk on a call", told["memory_mb"], "MB", MEMORY_MB)
    yield Figure("memory of the speaking process beside it", told["speaker_mb"], "MB", None, told["sound"])


def _probe(what: str, environment: Mapping[str, str], folder: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.desk_probe", what, str(folder)]
    # Sound is mixed as usual and nobody hears it.
    silent = {**environment, "SDL_AUDIODRIVER": "dummy"}
    ran = subprocess.run(command, env=silent, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=PATIENCE_S)
    if ran.returncode:
        raise RuntimeError(f"the desk could not be measured: {ran.stderr.strip()[-400:]}")
    told: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return told

"""Prints journal append, console page and evidence PDF beside their goals: `python benchmarks/results.py [CALLS]`."""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from reports.console.pages import call_page, calls_page
from reports.evidence import evidence_of, evidence_pdf
from reports.store import Store
from reports.templating import rendered
from simulator.events import CallStarted, ContactClosed, HandlerSaid
from simulator.journal import Entry

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
SAID = HandlerSaid(text="Stay on the line with me, help is on its way.", began_ms=0, spoken_ms=2_400)


def main(calls: int = 10_000) -> None:
    """Fills a results file in a temporary folder and measures it."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "results.sqlite") as store:
        filled: list[float] = []
        for number in range(calls):
            filled += _call(store, f"Trainee {number % 300}", 4)
        appended = _call(store, "Trainee 1", 2_000)
        _print("journal append, p95", appended, 2)
        _print(f"console list, p95, {calls} calls", _timed(40, lambda: _list_page(store)), 100)
        _print(f"console call, p95, {calls} calls", _timed(40, lambda: _one_page(store, "5")), 100)
        evidence = evidence_of(store, "5", NOW)
        ten = _timed(1, lambda: [evidence_pdf(evidence) for _ in range(10)])
        _print("evidence PDF of 10 calls", ten, 5_000)


def _call(store: Store, trainee: str, entries: int) -> list[float]:
    started = CallStarted(
        scenario="bench", fingerprint="0" * 64, policy="harrowmere", policy_fingerprint="0" * 64,
        app_version="0", trainee=trainee, mode="practice", seed=1,
    )  # fmt: skip
    events = [started, *[SAID] * entries, ContactClosed()]
    writer = store.open_call(started, "bench")
    took = []
    for n, event in enumerate(events, start=1):
        entry = Entry.model_validate({"n": n, "t_ms": n * 1_000, "event": event})
        took += _timed(1, lambda entry=entry: writer.append(entry))
    writer.close()
    return took


def _list_page(store: Store) -> str:
    return rendered("calls.html", **calls_page(store, {}), store=store, here="/")


def _one_page(store: Store, call: str) -> str:
    values = call_page(evidence_of(store, call, NOW), {})
    shared = {"store": store, "here": "/", "token": "", "author": "", "form": {}, "against": ()}
    return rendered("call.html", **values, **shared)


def _timed(times: int, deed: Callable[[], object]) -> list[float]:
    took = []
    for _ in range(times):
        began = time.perf_counter()
        deed()
        took.append((time.perf_counter() - began) * 1_000)
    return took


def _print(what: str, took: list[float], goal_ms: float) -> None:
    p95 = sorted(took)[int(len(took) * 0.95)] if len(took) > 1 else took[0]
    print(f"{what:40} {p95:10.2f} ms   goal {goal_ms:g} ms")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))

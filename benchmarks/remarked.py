"""Marking a results file again, as `remark --all` does: every processor, scenario and policy from the file."""

import os
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.played import played
from reports.remark_pool import remark_each
from reports.remarking import Remarked
from reports.store import Store
from scoring.marking import mark
from simulator.events import HandlerSaid, Noted
from simulator.journal import Entry, Journal

GOAL_S, CALLS, STORED = 60, 1_000, 10_000
STARTING = 200


def figures() -> Iterator[Figure]:
    """1,000 copies of the rehearsed calls, marked again and then kept as well; reckoned up to 10,000."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "results.sqlite") as store:
        ids = fill(store, CALLS)
        shown = _seconds(remark_each(store, ids, with_markings=False))
        kept = _seconds(_kept(store, remark_each(store, ids)))
    note = f"reckoned from {CALLS:,} on {os.cpu_count()} processors"
    yield Figure(f"`remark --all` of {STORED:,} calls", shown, "s", GOAL_S, note)
    yield Figure("  with --apply, a new run of each", kept, "s", None, note)


def _seconds(each: Iterator[Remarked]) -> float:
    """How long 10,000 take: the first calls, in which every program starts, as they were; the rest by their number."""
    began = time.perf_counter()
    skipped = sum(bool(one.skipped) for one in islice(each, STARTING))
    started = time.perf_counter() - began
    skipped += sum(bool(one.skipped) for one in each)
    if skipped:
        raise RuntimeError(f"{skipped} calls could not be marked")
    steady = (time.perf_counter() - began - started) / (CALLS - STARTING)
    return started + steady * (STORED - STARTING)


def _kept(store: Store, each: Iterator[Remarked]) -> Iterator[Remarked]:
    while several := tuple(islice(each, 25)):
        store.add_markings((one.call_id, one.marking) for one in several if one.marking is not None)
        yield from several


def fill(store: Store, calls: int) -> tuple[str, ...]:
    """Keep so many rehearsed calls, each marked once under an older version; gives their ids."""
    ids = []
    for number, (script, journal) in enumerate(islice(cycle(tuple(played())), calls)):
        own = _own_words(journal, number)
        with store.open_call(script.started, script.compiled.text, script.policy.text) as writer:
            for entry in own:
                writer.append(entry)
        marking = mark(script.scenario, script.policy.policy, journal)
        store.add_marking(writer.call_id, marking.model_copy(update={"version": "2026.1.0"}))
        ids.append(writer.call_id)
    return tuple(ids)


def _own_words(journal: Journal, number: int) -> Journal:
    """The journal with words of its own, so that nothing remembered of another copy makes marking quicker."""

    def own(entry: Entry) -> Entry:
        if not isinstance(entry.event, HandlerSaid | Noted):
            return entry
        event = entry.event.model_copy(update={"text": f"{entry.event.text} Copy {number}."})
        return entry.model_copy(update={"event": event})

    return tuple(map(own, journal))

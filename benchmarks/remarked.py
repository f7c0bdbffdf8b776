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
from reports.store import Store
from scoring.marking import mark
from simulator.events import HandlerSaid, Noted
from simulator.journal import Entry, Journal

GOAL_S, CALLS, STORED = 60, 1_000, 10_000


def figures() -> Iterator[Figure]:
    """1,000 copies of the rehearsed calls, marked again and kept, reckoned up to 10,000."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "results.sqlite") as store:
        ids = fill(store, CALLS)
        began = time.perf_counter()
        found = list(remark_each(store, ids))
        marked = time.perf_counter() - began
        new = [(one.call_id, one.marking) for one in found if one.marking is not None]
        for at in range(0, len(new), 25):
            store.add_markings(new[at : at + 25])
        whole = time.perf_counter() - began
    skipped = sum(bool(one.skipped) for one in found)
    note = f"reckoned from {CALLS:,} on {os.cpu_count()} processors; {len(new)} differ, {skipped} not marked"
    yield Figure(f"`remark --all` of {STORED:,} calls", marked * STORED / CALLS, "s", GOAL_S, note)
    yield Figure("  with --apply: a new run of each", whole * STORED / CALLS, "s", GOAL_S)


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

"""An entry of the journal on disk."""

import tempfile
from collections.abc import Iterator
from itertools import chain, cycle, islice
from pathlib import Path

from benchmarks.figures import Figure, milliseconds, p95, spread
from benchmarks.played import played
from reports.store import Store
from simulator.journal import Entry

GOAL_MS, ENTRIES, SCRIPTS = 2, 2_000, 6


def figures() -> Iterator[Figure]:
    """2,000 entries of a few real calls, appended one by one as the desk does, in the folder for temporary files."""
    taken: list[float] = []
    calls = list(played(most=SCRIPTS))
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "results.sqlite") as store:
        script = calls[0][0]
        writer = store.open_call(script.started, script.compiled.text)
        events = islice(cycle(chain.from_iterable(journal for _, journal in calls)), ENTRIES)
        for n, one in enumerate(events, start=1):
            entry = Entry(n=n, t_ms=n * 100, event=one.event)
            taken.append(milliseconds(lambda entry=entry: writer.append(entry)))  # type: ignore[misc]
        writer.close()
    yield Figure("journal append on disk, p95", p95(taken), "ms", GOAL_MS, spread(taken))

"""The evidence page of a call as PDF."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.figures import Figure, median, times
from benchmarks.played import scripts, understanding
from reports.evidence import evidence_html, evidence_of, evidence_pdf
from reports.store import Store
from scoring.marking import mark

GOAL_MS, CALLS, ROUNDS = 5_000, 10, 5
AT = datetime(2026, 11, 21, 14, 6, tzinfo=UTC)


def figures() -> Iterator[Figure]:
    """One call kept, marked and printed; ten calls are ten pages."""
    script = scripts()[0]
    journal = script.play(understanding())
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "results.sqlite") as store:
        with store.open_call(script.started, script.compiled.text) as writer:
            for entry in journal:
                writer.append(entry)
        store.add_marking(writer.call_id, mark(script.scenario, script.policy.policy, journal))
        gathered = times(ROUNDS, lambda: evidence_of(store, writer.call_id, AT))
        evidence = evidence_of(store, writer.call_id, AT)
    note = f"{len(journal)} entries"
    first, *again = times(ROUNDS, lambda: evidence_pdf(evidence))
    html = times(ROUNDS, lambda: evidence_html(evidence))
    yield Figure("evidence of one call, gathered", median(gathered), "ms", None, note)
    yield Figure("evidence page as HTML", median(html), "ms", None, note)
    yield Figure("evidence page as PDF, first", first, "ms", None, note)
    yield Figure("evidence page as PDF, again", median(again), "ms", None, note)
    ten = first + (CALLS - 1) * median(again) + CALLS * median(gathered)
    yield Figure(f"evidence of {CALLS} calls as PDF", ten, "ms", GOAL_MS, "ten single pages; there is no pack yet")

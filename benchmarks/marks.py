"""Marking a call, and marking a whole store again."""

import time
from collections.abc import Iterator
from itertools import cycle, islice

from benchmarks.figures import Figure, milliseconds, p95, processor_ms, spread
from benchmarks.played import played
from scoring.marking import mark
from simulator.journal import from_lines, to_lines

GOAL_MS, GOAL_S = 20, 60
STORED, SAMPLE = 10_000, 500


def figures() -> Iterator[Figure]:
    """One marking for every rehearsal, three times; and 500 markings of stored text, reckoned up to 10,000."""
    calls = [(script.scenario, script.policy.policy, journal) for script, journal in played()]
    taken = [milliseconds(lambda call=call: mark(*call)) for _ in range(3) for call in calls]  # type: ignore[misc]
    yield Figure("mark one call, p95", p95(taken), "ms", GOAL_MS, spread(taken))
    own = [processor_ms(lambda call=call: mark(*call)) for call in calls]  # type: ignore[misc]
    yield Figure("  of that processor time, p95", p95(own), "ms", None, spread(own))
    stored = [(scenario, policy, to_lines(journal)) for scenario, policy, journal in calls]
    began, busy = time.perf_counter(), time.process_time()
    for scenario, policy, text in islice(cycle(stored), SAMPLE):
        mark(scenario, policy, from_lines(text))
    used = time.process_time() - busy
    whole = (time.perf_counter() - began) * STORED / SAMPLE
    yield Figure(f"mark {STORED:,} stored calls again", whole, "s", GOAL_S, f"reckoned from {SAMPLE}, one process")
    yield Figure("  of that processor time", used * STORED / SAMPLE, "s", None, "a second process would halve it")

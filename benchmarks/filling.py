"""A results file with thousands of real calls, made once: each is a rehearsed call with its marking."""

import contextlib
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from sqlite_utils import Database

from benchmarks.played import played
from reports.lease import Lease
from reports.store import Store
from scoring.marking import mark
from simulator.events import CallStarted

TRAINEES, AT_A_TIME, FULL_OF, SCRIPTS = 300, 250, 10, 12
BEGAN = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


class FillingStore(Store):
    """A store that keeps many calls in one transaction. What it writes is what a store writes, seals and all."""

    _inside = False

    @contextlib.contextmanager
    def writing(self) -> Iterator[Database]:
        """The transaction that is open, or one of its own."""
        if self._inside:
            yield self._db
            return
        with super().writing() as db:
            self._inside = True
            try:
                yield db
            finally:
                self._inside = False

    def _lease(self, call_id: str) -> Lease | None:
        return None  # nobody else is there

    def checkpoint(self) -> None:
        """Only when it is closed; not after every call."""
        if not self._inside:
            super().checkpoint()


def filled(path: Path, calls: int) -> None:
    """Fill a new file with calls of many trainees, with a bar that shows how far it is.

    One call in ten is kept whole, the others with their first and last entries; all are marked.
    """
    made = [
        (script, journal, mark(script.scenario, script.policy.policy, journal))
        for script, journal in played(most=SCRIPTS)
    ]
    chance = random.Random(1)
    clock = iter(BEGAN + timedelta(minutes=7 * n) for n in range(100 * calls))
    bar = Progress(
        TextColumn("storing calls"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
        console=Console(stderr=True), transient=True,
    )  # fmt: skip
    with FillingStore.open(path, now=lambda: next(clock)) as store, bar:
        task = bar.add_task("", total=calls)
        for first in range(0, calls, AT_A_TIME):
            with store.writing():
                for number in range(first, min(calls, first + AT_A_TIME)):
                    script, journal, marking = made[number % len(made)]
                    started = script.started.model_copy(
                        update={"trainee": f"Trainee {chance.randrange(TRAINEES):03}", "mode": _mode(chance)}
                    )
                    kept = journal if number % FULL_OF == 0 else (*journal[:3], *journal[-2:])
                    with store.open_call(started, script.compiled.text) as writer:
                        for n, entry in enumerate(kept, start=1):
                            event = started if isinstance(entry.event, CallStarted) else entry.event
                            writer.append(entry.model_copy(update={"n": n, "event": event}))
                    store.add_marking(writer.call_id, marking)
                    bar.advance(task)


def _mode(chance: random.Random) -> str:
    return "assessment" if chance.random() < 0.2 else "practice"

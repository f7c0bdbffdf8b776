"""Writes the entries of one call, each on disk before it counts; and ends calls whose writer is gone."""

import contextlib
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from sqlite_utils import Database

from reports import rows
from reports.chain import link
from reports.lease import Lease
from reports.problems import StoreProblem
from reports.stored import CallSheet, State, state_after
from simulator.events import Event, Interrupted
from simulator.journal import Entry, entry_json
from simulator.run import JournalNotKept

FOUND_LATER = "The program ended without closing this contact; it was found when the results were next opened."
CLOSED_EARLY = "The program was closed before this contact was finished."


class Writes(Protocol):
    """The side of the store that a writer needs."""

    def writing(self) -> AbstractContextManager[Database]: ...

    def checkpoint(self) -> None: ...

    def sound_left(self, call_id: str) -> Sequence[Event]: ...


class CallWriter:
    """Appends the entries of one call; each is on disk when `append` returns. Safe to use from any thread."""

    def __init__(self, store: Writes, sheet: CallSheet, genesis: str, lease: Lease | None) -> None:
        self._store, self._lease = store, lease
        self.call_id, self.number = sheet.call_id, sheet.number
        self._head, self._n = genesis, 0
        self._state: State = "open"
        self._refused = ""

    @property
    def contact(self) -> str:
        """The neutral contact number as people read it: 00017."""
        return f"{self.number:05}"

    @property
    def head(self) -> str:
        """The seal of the newest entry."""
        return self._head

    def append(self, entry: Entry) -> None:
        """Add the next entry and commit it. Raises StoreProblem when the disk refuses (nothing is half written),
        ValueError when entries come out of order."""
        if entry.n != self._n + 1:
            raise ValueError(f"entry {entry.n} cannot follow entry {self._n}")
        text = entry_json(entry)
        head = link(self._head, text)
        state = state_after(self._state, entry.event)
        with self._store.writing() as db:
            rows.add_entry(db, self.call_id, entry, text, head)
            if state != self._state:
                rows.set_state(db, self.call_id, state, entry.t_ms)
        self._head, self._n, self._state = head, entry.n, state

    def keep(self, entry: Entry) -> None:
        """`append`, as the engine asks for it: a refusal is raised as JournalNotKept."""
        try:
            self.append(entry)
        except StoreProblem as refusal:
            self._refused = str(refusal)
            raise JournalNotKept(str(refusal)) from refusal

    def close(self) -> None:
        """Settle everything on the disk and give the call back; closing twice does nothing.

        A call that has no end gets one here: interrupted. Where the disk still refuses, that is done when the
        results are next opened.
        """
        lease, self._lease = self._lease, None
        if lease is None:
            return
        try:
            with contextlib.suppress(StoreProblem), self._store.writing() as db:
                end_if_open(db, self.call_id, self._refused or CLOSED_EARLY, self._store.sound_left)
                rows.drop_lease(db, self.call_id)
            self._store.checkpoint()
        finally:
            lease.release()

    def __enter__(self) -> "CallWriter":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def end_if_open(
    db: Database, call_id: str, because: str, sound_left: Callable[[str], Sequence[Event]] = lambda _: ()
) -> bool:
    """End a call that has no end as interrupted; False when it has one. Its first entry is made where it is missing.

    `sound_left` gives what became of the sound that its program had not finished, which is told before the end.
    """
    if call_id not in rows.open_calls(db):
        return False
    n, head = rows.head_of(db, call_id)
    call = rows.call_row(db, call_id)
    t_ms = rows.last_moment(db, call_id)
    missing = [] if n else [CallSheet.model_validate_json(call["sheet"]).started]
    for event in (*missing, *sound_left(call_id), Interrupted(because=because)):
        n += 1
        entry = Entry(n=n, t_ms=t_ms, event=event)
        text = entry_json(entry)
        head = link(head or call["hash"], text)
        rows.add_entry(db, call_id, entry, text, head)
    rows.set_state(db, call_id, "interrupted", t_ms)
    return True

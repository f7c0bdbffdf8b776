"""The results file: the only file that opens SQLite. Every call, entry, marking and judgement, only ever added to."""

import contextlib
import json
import os
import platform
import sqlite3
import threading
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path

import platformdirs
from pydantic import ValidationError
from sqlite_utils import Database

from reports import rows
from reports.approval import Approval, stands_approved
from reports.chain import ORIGIN, canonical, link
from reports.connecting import connect_lease, database_to_read, database_to_write, settle
from reports.deletion import Deletion
from reports.judgement import Judgement, standing
from reports.lease import Lease
from reports.problems import StoreProblem, problem, trouble_of
from reports.recordings import Recordings, kept_tracks
from reports.salvage import salvaged
from reports.stored import (
    CallFilter,
    CallSheet,
    StoredCall,
    StoredJudgement,
    StoredMarking,
    StoredThen,
    Verification,
)
from reports.verify import verify_rows
from reports.wall import Now, utc_now, wall_text
from reports.writer import FOUND_LATER, CallWriter, end_if_open
from scoring.outcome import Marking
from simulator.events import CallStarted, RecordingKept, RecordingLost
from simulator.journal import Journal, journal_from_json


def default_store_path() -> Path:
    """Where results are kept when nothing else is said: the user's own data folder."""
    return Path(platformdirs.user_data_dir("First Contact", appauthor=False)) / "results.sqlite"


MOST_TEXTS = 64  # that are held for those who ask again


class Store:
    """One results file. Made by `Store.open`; use it as a context manager or call `close`."""

    def __init__(self, path: Path, db: Database, now: Now, read_only: bool) -> None:
        self.path, self.read_only = path, read_only
        self._db, self._now, self._lock = db, now, threading.RLock()
        self.found_interrupted: tuple[str, ...] = ()
        self._texts: dict[tuple[str, str], str] = {}
        self._last_id: str | None = None

    # Opening ------------------------------------------------------------------------------------------------

    @classmethod
    def open(cls, path: Path, *, create: bool = True, read_only: bool = False, now: Now = utc_now) -> "Store":
        """Open the results file, make it where there is none, and mark calls whose writer is gone as interrupted.

        Raises StoreProblem in plain words: missing, not ours, newer, damaged, read-only, full, locked.
        """
        if not path.exists() and (read_only or not create):
            raise problem("missing", path)
        try:
            if read_only:
                return cls(path, database_to_read(path), now, read_only=True)
            path.parent.mkdir(parents=True, exist_ok=True)
            store = cls(path, database_to_write(path), now, read_only=False)
        except sqlite3.Error as error:
            raise problem(trouble_of(error), path) from error
        except OSError as error:
            raise problem("read_only", path) from error
        store.found_interrupted = store.mark_interrupted()
        return store

    def close(self) -> None:
        """Close the file; what was written stays."""
        with self._lock:
            if not self.read_only:
                self.checkpoint()
            self._db.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def recordings(self) -> Recordings:
        """Where the sound of calls is kept: beside the results file."""
        return Recordings(self.path.absolute().parent / "recordings")

    def sound_left(self, call_id: str) -> tuple[RecordingKept | RecordingLost, ...]:
        """What became of the sound that a call's program had not finished."""
        return salvaged(self.recordings, call_id)

    def checkpoint(self) -> None:
        """Bring all that was committed into the main file and onto the disk, as far as readers allow."""
        with self._lock:
            settle(self._db)

    # Doors to SQLite ----------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def writing(self) -> Iterator[Database]:
        """One transaction: all of it or nothing. A lock held elsewhere is waited for briefly."""
        if self.read_only:
            raise problem("read_only", self.path)
        with self._lock:
            try:
                self._db.conn.execute("begin immediate")
                yield self._db
                self._db.conn.execute("commit")
            except sqlite3.Error as error:
                self._undo()
                trouble = trouble_of(error)
                raise problem(trouble, self.path, self._who_writes() if trouble == "locked" else "") from error
            except BaseException:
                self._undo()
                raise

    def _undo(self) -> None:
        with contextlib.suppress(sqlite3.Error):
            self._db.rollback()

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Database]:
        with self._lock:
            try:
                yield self._db
            except sqlite3.Error as error:
                raise problem(trouble_of(error), self.path) from error
            except (ValidationError, json.JSONDecodeError) as error:
                raise problem("damaged", self.path) from error

    def _who_writes(self) -> str:
        with contextlib.suppress(sqlite3.Error):
            own = _holder()
            others = [holder for holder in rows.holders(self._db) if holder != own]
            return "; ".join(dict.fromkeys(others))
        return ""

    # Writing ------------------------------------------------------------------------------------------------

    def open_call(self, started: CallStarted, scenario_text: str, policy_text: str | None = None) -> CallWriter:
        """Begin a call: keep the texts it is played from under their fingerprints; give the writer of its entries."""
        call_id, opened_at = uuid.uuid4().hex, self._now()
        lease = self._lease(call_id)
        try:
            with self.writing() as db:
                at = wall_text(opened_at)
                scenario_seal = rows.keep_text(db, "scenario", started.fingerprint, scenario_text, at)
                policy_seal = policy_text
                if policy_text is not None:
                    policy_seal = rows.keep_text(db, "policy", started.policy_fingerprint, policy_text, at)
                number, before = rows.last_call(db)
                sheet = CallSheet(
                    call_id=call_id,
                    number=number + 1,
                    opened_at=opened_at,
                    started=started,
                    scenario_sha256=scenario_seal,
                    policy_sha256=policy_seal,
                )
                text = canonical(sheet.model_dump(mode="json"))
                genesis = link(before or ORIGIN, text)
                rows.add_call(db, sheet, text, genesis, _holder())
        except BaseException:
            if lease is not None:
                lease.release()
            raise
        return CallWriter(self, sheet, genesis, lease)

    def add_marking(self, call_id: str, marking: Marking) -> int:
        """Keep a marking beside the older ones; gives its run number, from 1."""
        return self.add_markings([(call_id, marking)])[0]

    def add_markings(self, made: Iterable[tuple[str, Marking]]) -> tuple[int, ...]:
        """Keep a marking of each of several calls, all or none; gives their run numbers."""
        with self.writing() as db:
            return tuple(self._add_marking(db, call_id, marking) for call_id, marking in made)

    def _add_marking(self, db: Database, call_id: str, marking: Marking) -> int:
        call = rows.call_row(db, self._known(db, call_id))
        entries, head = rows.head_of(db, call["call_id"])
        run, before = rows.last_of(db, "markings", "run", call["call_id"])
        sheet = canonical(
            {
                "run": run + 1,
                "at": wall_text(self._now()),
                "entries": entries,
                "head": head or call["hash"],
                "marking": marking.model_dump(mode="json"),
            }
        )
        rows.add_sheet(db, "markings", "run", call["call_id"], run + 1, sheet, link(before or call["hash"], sheet))
        self._summarise(db, call["call_id"], marking)
        return run + 1

    def add_judgement(self, call_id: str, judgement: Judgement) -> int:
        """Keep a judgement beside the older ones; gives its number, from 1."""
        with self.writing() as db:
            call = rows.call_row(db, self._known(db, call_id))
            n, before = rows.last_of(db, "judgements", "n", call["call_id"])
            sheet = canonical({"n": n + 1, "judgement": judgement.model_dump(mode="json")})
            rows.add_sheet(db, "judgements", "n", call["call_id"], n + 1, sheet, link(before or call["hash"], sheet))
            newest = self.last_marking(call["call_id"])
            self._summarise(db, call["call_id"], newest.marking if newest else None)
            return n + 1

    def add_approval(self, approval: Approval) -> None:
        """Keep a decision about a version of a scenario beside the older ones."""
        with self.writing() as db:
            n, before = rows.last_approval(db)
            sheet = canonical(approval.model_dump(mode="json"))
            rows.add_approval(db, n + 1, approval.fingerprint, sheet, link(before or ORIGIN, sheet))

    def delete_recordings(self, call_id: str, author: str, reason: str) -> tuple[RecordingKept, ...]:
        """Delete the sound of a call on record; gives the tracks. Its journal still names them and stays as sealed.

        What was deleted is written down first. Raises StoreProblem, ValidationError without a name or a reason.
        """
        call_id = self.call(call_id).call_id
        gone = {one.digest for one in self.deletions(call_id)}
        tracks = kept_tracks(self.journal(call_id))
        for track in tracks:
            if track.digest not in gone:
                self._add_deletion(call_id, Deletion(digest=track.digest, author=author, reason=reason, at=self._now()))
            with self._reading() as db:
                shared = rows.named_elsewhere(db, track.digest, call_id)
            if not shared:
                self.recordings.remove(track)
        return tracks

    def _add_deletion(self, call_id: str, deletion: Deletion) -> None:
        with self.writing() as db:
            call = rows.call_row(db, call_id)
            n, before = rows.last_of(db, "deletions", "n", call_id)
            sheet = canonical({"n": n + 1, "deletion": deletion.model_dump(mode="json")})
            rows.add_sheet(db, "deletions", "n", call_id, n + 1, sheet, link(before or call["hash"], sheet))

    def deletions(self, call_id: str) -> tuple[Deletion, ...]:
        """Every recording of a call that was deleted, oldest first."""
        with self._reading() as db:
            sheets = rows.deletions(db, self._known(db, call_id))
            return tuple(Deletion.model_validate(json.loads(sheet)["deletion"]) for sheet in sheets)

    def _summarise(self, db: Database, call_id: str, newest: Marking | None) -> None:
        if newest is not None:
            judgements = tuple(stored.judgement for stored in self.judgements(call_id))
            rows.set_outcome(db, call_id, newest.outcome, standing(newest, judgements).outcome, bool(judgements))

    def mark_interrupted(self) -> tuple[str, ...]:
        """End each call that has no end and whose writer is gone with an `Interrupted` entry; gives their ids.

        A call that another living process is writing is left alone.
        """
        return tuple(call_id for call_id in self.find_interrupted() if self._end_abandoned(call_id))

    def find_interrupted(self) -> tuple[str, ...]:
        """The calls that have no end and whose writer is gone."""
        with self._reading() as db:
            unended = rows.open_calls(db)
        return tuple(call_id for call_id in unended if self._is_abandoned(call_id))

    def _is_abandoned(self, call_id: str) -> bool:
        lease = self._lease(call_id)
        if lease is None:
            return False
        lease.release()
        return True

    def _lease(self, call_id: str) -> Lease | None:
        if self.read_only:
            raise problem("read_only", self.path)
        try:
            return Lease.take(self.path, call_id, connect_lease)
        except (sqlite3.Error, OSError) as error:
            raise problem("read_only", self.path) from error

    def _end_abandoned(self, call_id: str) -> bool:
        lease = self._lease(call_id)
        if lease is None:
            return False
        try:
            with self.writing() as db:
                rows.drop_lease(db, call_id)
                return end_if_open(db, call_id, FOUND_LATER, self.sound_left)
        finally:
            lease.release()

    # Reading ------------------------------------------------------------------------------------------------

    def calls(
        self, wanted: CallFilter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> tuple[StoredCall, ...]:
        """The calls that a filter lets through, newest first."""
        with self._reading() as db:
            return tuple(map(rows.stored_call, rows.calls(db, wanted or CallFilter(), limit, offset)))

    def count(self, wanted: CallFilter | None = None) -> int:
        """How many calls a filter lets through."""
        with self._reading() as db:
            return rows.count(db, wanted or CallFilter())

    def trainees(self) -> tuple[str, ...]:
        """Every trainee with a call, in order."""
        with self._reading() as db:
            return rows.trainees(db)

    def call(self, call_id: str) -> StoredCall:
        """One call by its id or its contact number. Raises StoreProblem ("unknown_call")."""
        with self._reading() as db:
            return rows.stored_call(rows.one_call(db, self._known(db, call_id)))

    def _known(self, db: Database, wanted: str) -> str:
        if wanted == self._last_id:  # a call is asked for one thing after another, and none is ever taken out
            return wanted
        found = rows.id_of(db, wanted)
        if found is None:
            raise StoreProblem("unknown_call", f"There is no contact {wanted} in {self.path}.")
        self._last_id = found
        return found

    def journal(self, call_id: str) -> Journal:
        """The entries of a call in order."""
        with self._reading() as db:
            return journal_from_json(rows.entries(db, self._known(db, call_id)))

    def approvals(self, fingerprint: str | None = None) -> tuple[Approval, ...]:
        """Every decision about a version of a scenario, or about all, oldest first."""
        with self._reading() as db:
            return tuple(map(Approval.model_validate_json, rows.approvals(db, fingerprint)))

    def is_approved(self, fingerprint: str) -> bool:
        """Whether this very version of a scenario stands approved for assessment."""
        return stands_approved(self.approvals(fingerprint), fingerprint)

    def scenario_text(self, fingerprint: str) -> str:
        """The scenario text kept under a fingerprint. Raises StoreProblem when there is none."""
        return self._text("scenario", fingerprint)

    def policy_text(self, fingerprint: str) -> str:
        """The policy text kept under a fingerprint. Raises StoreProblem when there is none."""
        return self._text("policy", fingerprint)

    def _text(self, kind: str, fingerprint: str) -> str:
        # A text that is kept never changes, and thousands of calls played the same: one holds 200 KB.
        if (kind, fingerprint) in self._texts:
            return self._texts[kind, fingerprint]
        with self._reading() as db:
            text = rows.text(db, kind, fingerprint)
        if text is None:
            raise StoreProblem("missing", f"No {kind} with the fingerprint {fingerprint} is kept in {self.path}.")
        while len(self._texts) >= MOST_TEXTS:
            self._texts.pop(next(iter(self._texts)), None)
        self._texts[kind, fingerprint] = text
        return text

    def markings(self, call_id: str) -> tuple[StoredMarking, ...]:
        """Every marking of a call, oldest first."""
        with self._reading() as db:
            sheets = rows.sheets(db, "markings", "run", self._known(db, call_id))
            return tuple(map(StoredMarking.model_validate_json, sheets))

    def last_marking(self, call_id: str) -> StoredMarking | None:
        """The newest marking of a call alone, or None: a call marked under ten versions keeps ten."""
        with self._reading() as db:
            sheet = rows.last_sheet(db, "markings", "run", self._known(db, call_id))
            return None if sheet is None else StoredMarking.model_validate_json(sheet)

    def last_verdicts(self, call_id: str) -> StoredThen | None:
        """What the newest marking of a call said of each point, or None where there is none."""
        with self._reading() as db:
            sheet = rows.last_sheet(db, "markings", "run", self._known(db, call_id))
            return None if sheet is None else StoredThen.model_validate_json(sheet)

    def judgements(self, call_id: str) -> tuple[StoredJudgement, ...]:
        """Every judgement of a call, oldest first."""
        with self._reading() as db:
            sheets = rows.sheets(db, "judgements", "n", self._known(db, call_id))
            return tuple(map(StoredJudgement.model_validate_json, sheets))

    def verify(self) -> Verification:
        """Check every seal in the file and every recording, and name the first fault of each chain of each call."""
        with self._reading() as db:
            return verify_rows(rows.all_calls(db), lambda call_id: rows.evidence_of(db, call_id), self.recordings.check)


def _holder() -> str:
    return f"First Contact, process {os.getpid()} on {platform.node() or 'this computer'}"

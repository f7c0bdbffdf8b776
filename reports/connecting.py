"""Connections to a results file: for writing, for reading, for leases; and whether a file is ours at all."""

import contextlib
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database

from reports.problems import newer, problem
from reports.schema import APPLICATION_ID, OLDEST_READ, SCHEMA_VERSION, prepare

PATIENCE_S = 2.0


def database_to_write(path: Path) -> Database:
    """The file, made or brought to this version's format. Raises StoreProblem, sqlite3.Error."""
    connection = _connect(path)
    try:
        connection.execute("pragma synchronous = normal")
        version = _version(connection, path)
        connection.execute("pragma journal_mode = wal")
        db = Database(connection)
        if version < SCHEMA_VERSION:
            prepare(db)
    except BaseException:
        connection.close()
        raise
    return db


def database_to_read(path: Path) -> Database:
    """The file as it is, never changed. Raises StoreProblem, sqlite3.Error."""
    connection = _connect_to_read(path)
    try:
        version = _version(connection, path)
    except sqlite3.OperationalError:
        # A folder that cannot be written has no room for the shared index of a WAL file.
        connection.close()
        if _has_unsettled_writing(path):
            raise
        connection = _connect_to_read(path, immutable=True)
        version = _version(connection, path)
    if version < OLDEST_READ:
        connection.close()
        raise problem("not_ours" if version == 0 else "read_only", path)
    return Database(connection)


def connect_lease(path: Path) -> sqlite3.Connection:
    """A connection that waits for nobody."""
    return sqlite3.connect(path, timeout=0, check_same_thread=False, isolation_level=None)


def settle(db: Database) -> None:
    """Bring all that was committed into the main file and onto the disk, as far as readers allow."""
    with contextlib.suppress(sqlite3.Error):
        db.conn.execute("pragma wal_checkpoint(truncate)")


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=PATIENCE_S, check_same_thread=False, isolation_level=None)


def _connect_to_read(path: Path, *, immutable: bool = False) -> sqlite3.Connection:
    whole = path.absolute()
    # A Windows share (//server/share) needs its slashes doubled, or SQLite takes the server for a host.
    address = f"file://{quote(whole.as_posix())}" if whole.as_posix().startswith("//") else whole.as_uri()
    address += "?mode=ro" + ("&immutable=1" if immutable else "")
    return sqlite3.connect(address, uri=True, timeout=PATIENCE_S, check_same_thread=False, isolation_level=None)


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The format of the file, 0 for an empty one. Raises StoreProblem when it is another's or from a newer version."""
    ours = connection.execute("pragma application_id").fetchone()[0] == APPLICATION_ID
    if not ours:
        if connection.execute("select count(*) from sqlite_master").fetchone()[0]:
            raise problem("not_ours", path)
        return 0
    version = int(connection.execute("pragma user_version").fetchone()[0])
    if version > SCHEMA_VERSION:
        raise newer(path, version, SCHEMA_VERSION)
    return version


def _has_unsettled_writing(path: Path) -> bool:
    wal = path.with_name(path.name + "-wal")
    return wal.exists() and wal.stat().st_size > 0

"""A lease on a call: an operating-system lock that its writer holds and that dies with the writer."""

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

Connect = Callable[[Path], sqlite3.Connection]


def lease_folder(store: Path) -> Path:
    """The folder beside the results file that holds one small file for each call being written."""
    return store.with_name(store.name + ".live")


class Lease:
    """The held lock of one call. The file system drops it when the process ends, however it ends.

    The lock is SQLite's own on an empty side file: the same on Windows, macOS and Linux, with no clock, no
    heartbeat and no process number that another program could have been given since.
    """

    def __init__(self, file: Path, held: sqlite3.Connection) -> None:
        self._file, self._held = file, held

    @classmethod
    def take(cls, store: Path, call_id: str, connect: Connect) -> "Lease | None":
        """The lease of a call, or None while another holds it. Raises sqlite3.Error, OSError on a bad disk."""
        folder = lease_folder(store)
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / call_id
        held = connect(file)
        try:
            held.execute("pragma journal_mode = memory")
            held.execute("begin exclusive")
        except sqlite3.OperationalError as error:
            held.close()
            if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                return None
            raise
        return cls(file, held)

    def release(self) -> None:
        """Let go and tidy away the side file; a file that stays behind does no harm."""
        with contextlib.suppress(sqlite3.Error):
            self._held.rollback()
        self._held.close()
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)
            self._file.parent.rmdir()

"""What can go wrong with the results file, in words for the person who can mend it."""

import sqlite3
from pathlib import Path
from typing import Literal

Trouble = Literal["missing", "not_ours", "newer", "damaged", "read_only", "full", "locked", "disk", "unknown_call"]


class StoreProblem(Exception):
    """The results file cannot do what was asked; `trouble` names the kind, the message says what to do."""

    def __init__(self, trouble: Trouble, message: str) -> None:
        super().__init__(message)
        self.trouble: Trouble = trouble


_BY_CODE: dict[int, Trouble] = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_CANTOPEN: "read_only",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_NOTADB: "not_ours",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_IOERR: "disk",
}

_WORDS: dict[Trouble, str] = {
    "missing": "There is no results file at {path}. Check the name, or play a call first.",
    "not_ours": "{path} is not a First Contact results file. Nothing was changed. Name another file.",
    "damaged": "The results file {path} is damaged. Make a copy of it, then restore it from your last backup.",
    "read_only": "The results file {path} cannot be written: the file or its folder is read-only or cannot be"
    " reached. Give yourself the right to write there, or name another file with --store.",
    "full": "The disk that holds {path} is full. Free some space and try again; all that was stored before is safe.",
    "locked": "The results file {path} is being written by another program{who}. Close it there or wait, then"
    " try again; reading still works.",
    "disk": "The disk that holds {path} did not answer as it should. Check the disk or the network drive.",
}  # fmt: skip


def trouble_of(error: sqlite3.Error) -> Trouble:
    """The kind of trouble that an error of SQLite means; "disk" where it says nothing better."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return "not_ours" if isinstance(error, sqlite3.DatabaseError) else "disk"
    return _BY_CODE.get(code & 0xFF, "disk")


def problem(trouble: Trouble, path: Path, who: str = "") -> StoreProblem:
    """The problem in plain words; `who` names the other program where it is known."""
    return StoreProblem(trouble, _WORDS[trouble].format(path=path, who=f" ({who})" if who else ""))


def newer(path: Path, found: int, known: int) -> StoreProblem:
    """The file was written by a newer version of the program."""
    return StoreProblem(
        "newer",
        f"{path} was written by a newer version of First Contact (file format {found}; this version knows up to"
        f" {known}). Nothing was changed. Update First Contact on this computer, or name another file.",
    )

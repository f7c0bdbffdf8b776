"""Turns trouble into words for the person who can mend it; what nobody foresaw is written down for the maker."""

import contextlib
import logging
import traceback
from pathlib import Path

import platformdirs

from commands.naming import short
from reports.problems import StoreProblem
from scenarios.catalogue import UnknownPolicy, UnknownScenario
from scenarios.problems import ProblemsFound
from simulator.run import JournalNotKept

LARGEST_LOG = 1_000_000  # bytes; a fuller one is begun anew


def in_plain_words(trouble: Exception) -> str | None:
    """The words for a trouble, or None for one that nobody foresaw."""
    match trouble:
        case ProblemsFound():
            return "\n".join(map(str, trouble.problems))
        case StoreProblem() | UnknownScenario() | UnknownPolicy() | JournalNotKept():
            return str(trouble)
        case UnicodeError():
            return "What was given is not UTF-8 text. Save or type it again with the encoding UTF-8."
        case OSError():
            where = f" {short(str(trouble.filename), 200)}" if trouble.filename else ""
            return (
                f"The file{where} cannot be used: {trouble.strerror or trouble}. Check its name and your rights to it."
            )
        case MemoryError():
            return "This computer has run out of memory. Close other programs and try again."
        case ImportError():
            return f"A part of First Contact is not installed ({trouble}). Run the set-up of the README again."
        case _:
            return None


def unforeseen(trouble: Exception) -> str:
    """One line for a trouble that nobody foresaw; its details go into the log file."""
    file = noted("".join(traceback.format_exception(trouble)))
    where = f"The details are in {file}: send it" if file else "Tell this"
    return (
        f"Something went wrong that was not foreseen ({type(trouble).__name__}: {trouble}). What was kept before is "
        f"safe. {where} to whoever looks after First Contact here."
    )


def noted(text: str) -> Path | None:
    """Adds text to the log file in the user's own folder; gives the file, or None where it cannot be written."""
    file = Path(platformdirs.user_log_dir("First Contact", appauthor=False)) / "trouble.txt"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        full = file.exists() and file.stat().st_size > LARGEST_LOG
        with file.open("w" if full else "a", encoding="utf-8", errors="replace") as log:
            log.write(f"{text.rstrip()}\n\n")
    except OSError:
        return None
    return file


class TroubleLog(logging.Handler):
    """Writes warnings and errors of the program into the log file, never onto the screen."""

    def emit(self, record: logging.LogRecord) -> None:
        """Writes one record; a disk that refuses is no reason to stop."""
        with contextlib.suppress(Exception):
            noted(self.format(record))

"""Reads a file's bytes as text, or says why it cannot be text that a person would want to share."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scenarios.problems import Problem, ProblemsFound, fault, kinds

LARGEST = 512 * 1024  # bytes
_MOST_SHOWN = 20

# What YAML cannot hold, what would move line numbers, and what shows text in another order than it is read.
_REFUSED = re.compile(
    r"[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    r"|[\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)


def problem_at(path: str, line: int, column: int, code: str, **words: Any) -> Problem:
    """A problem at a known line and column."""
    message, mend = fault((), code, **words).said()
    return Problem(path, line, column, code, message, mend, kinds()[code].severity)


def read_text(path: Path) -> str:
    """The text of a file; raises ProblemsFound when it cannot be read, is too large or is not UTF-8."""
    name = path.as_posix()
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ProblemsFound([problem_at(name, 1, 1, "S01", reason=reason)]) from None
    if len(data) > LARGEST:
        raise ProblemsFound([problem_at(name, 1, 1, "S02", limit=f"{LARGEST // 1024} kB")])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = line_and_column(before, len(before))
        raise ProblemsFound([problem_at(name, line, column, "S03")]) from None


def clean(text: str, path: str) -> str:
    """The text without its byte order mark; raises ProblemsFound for size or characters that are refused."""
    plain = text.removeprefix("\ufeff")
    if len(plain) > LARGEST or len(plain.encode("utf-8", "surrogatepass")) > LARGEST:
        raise ProblemsFound([problem_at(path, 1, 1, "S02", limit=f"{LARGEST // 1024} kB")])
    if found := list(_refused_characters(plain, path)):
        raise ProblemsFound(found)
    return plain


def _refused_characters(text: str, path: str) -> Iterator[Problem]:
    for number, match in enumerate(_REFUSED.finditer(text)):
        if number == _MOST_SHOWN:
            return
        line, column = line_and_column(text, match.start())
        yield problem_at(path, line, column, "S04", character=f"U+{ord(match[0]):04X}")


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """Where a character stands, both counted from 1."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1

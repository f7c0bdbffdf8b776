"""What can be wrong with a file: a stable code, a place, what is wrong, how to mend it, what was perhaps meant."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import yaml
from rapidfuzz import fuzz, process

Severity = Literal["error", "warning"]
Where = tuple[str | int, ...]

_TABLE = Path(__file__).parent / "problems.yaml"
_LONGEST = 60
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def value_at(data: Any, where: Where) -> Any:
    """What stands at a place in data as it was read, or None where there is no such place."""
    for step in where:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


@dataclass(frozen=True)
class Kind:
    """One thing that can be wrong: its code, severity, and the sentences with {words} to fill in."""

    code: str
    severity: Severity
    message: str
    mend: str


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one place; line and column count from 1."""

    path: str
    line: int
    column: int
    code: str
    message: str
    mend: str
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.code} {self.message}. {self.mend}"

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sorts problems by file, then place, then code."""
        return (self.path, self.line, self.column, self.code, self.message)


class ProblemsFound(Exception):
    """A file has problems; `problems` holds all that could be found, in the order of their places."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems), key=lambda problem: problem.order))
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True)
class Fault:
    """Something wrong at a place named by keys and numbers, before its line and column are known."""

    where: Where
    code: str
    words: tuple[tuple[str, str], ...] = ()
    on_key: bool = False

    def said(self) -> tuple[str, str]:
        """The message and the mend, filled in."""
        kind, words = kinds()[self.code], dict(self.words)
        return kind.message.format_map(words), kind.mend.format_map(words)


def fault(where: Where, code: str, *, on_key: bool = False, **words: object) -> Fault:
    """A fault with its words shortened to what fits a line; `mend` words are kept whole."""
    return Fault(where, code, tuple((key, _fit(key, word)) for key, word in sorted(words.items())), on_key)


def _fit(key: str, word: object) -> str:
    return str(word) if key == "hint" else shorten(str(word))


def shorten(text: str) -> str:
    """Text as it can stand in one line of a message: at most 60 characters, nothing unprintable."""
    plain = _UNPRINTABLE.sub("?", text[: _LONGEST * 4].replace("\n", " "))
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 3] + "..."


@cache
def kinds() -> Mapping[str, Kind]:
    """The catalogue of all problems, by code, from `problems.yaml`."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows = yaml.load(_TABLE.read_text(encoding="utf-8"), Loader=loader)
    return MappingProxyType({row["code"]: Kind(**row) for row in rows})


def guess(word: str, options: Iterable[str]) -> str | None:
    """The option that was perhaps meant, or None when nothing is near."""
    found = process.extractOne(
        word[:200].lower(), list(options), scorer=fuzz.ratio, processor=str.lower, score_cutoff=60
    )
    return found[0] if found else None


def hint(word: str, options: Iterable[str]) -> str:
    """A mend for a word that is not among the options: the nearest one, or the options themselves."""
    known = sorted(set(options))
    if near := guess(word, known):
        return f"Did you mean `{near}`?"
    if not known:
        return "None is known here: leave it out or add it first."
    shown = ", ".join(known[:12])
    return f"Known here: {shown}{', ...' if len(known) > 12 else ''}."

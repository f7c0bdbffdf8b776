"""The words of danger and identity of `grave_words.yaml`: which words of a text are such, and what makes each known."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("grave_words.yaml")


@dataclass(frozen=True)
class GraveWord:
    """A word that nobody may add: its kind (a heading of the file) and the words that make it known."""

    kind: str
    known_by: frozenset[str]


@cache
def grave_words() -> Mapping[str, GraveWord]:
    """Every word that is looked for; one that stands in several lines is known by all of them."""
    found: dict[str, GraveWord] = {}
    for kind, lines in yaml.safe_load(FILE.read_text(encoding="utf-8")).items():
        _gather(kind, lines, found)
    return found


def _gather(kind: str, lines: Mapping[str, Any], found: dict[str, GraveWord]) -> frozenset[str]:
    """Puts the words of these lines among those found; returns every word that stands in them or below."""
    everything: set[str] = set()
    for line, below in lines.items():
        sought, _, given = line.partition("(")
        known_by = frozenset((*sought.split(), *given.rstrip(")").split(), *_gather(kind, below or {}, found)))
        for word in sought.split():
            before = found[word].known_by if word in found else frozenset()
            found[word] = GraveWord(kind, known_by | before)
        everything |= known_by
    return frozenset(everything)

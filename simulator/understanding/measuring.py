"""How well labelled utterances are understood: the figures, by intent and by confusion."""

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.heard import Understood
from simulator.understanding.situation import Situation, Understanding

CONFIDENT = 0.6
_NONE = ("NONE", "none")
_ACK = ("ACK", "ack")


@dataclass(frozen=True)
class Row:
    """An utterance and its labels: intents, or coarse labels; NONE where it is not for the caller."""

    text: str
    labels: tuple[str, ...]

    @property
    def out_of_scope(self) -> bool:
        """Whether it is not for the caller."""
        return any(label in _NONE for label in self.labels)

    @property
    def listening(self) -> bool:
        """Whether it is a mere sign of listening."""
        return all(label in _ACK for label in self.labels)


@dataclass(frozen=True)
class Score:
    """Counts, and shares from 0 to 1."""

    in_scope: int
    out_of_scope: int
    top_one: float  # the surest intent is one of the labels
    micro_f1: float
    labels_found: float  # of the labels of utterances with several
    out_of_scope_left: float
    rejected: float  # in scope, not understood
    confidently_wrong: float
    by_label: Mapping[str, tuple[int, int, int]]  # found, missed, wrongly heard
    confusions: tuple[tuple[str, str, int], ...]


def read_rows(path: Path) -> tuple[Row, ...]:
    """The rows of a file with the columns text and labels, or intents (set apart by a space, `;` or `|`)."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        column = "intents" if "intents" in (reader.fieldnames or ()) else "labels"
        return tuple(
            Row(row["text"], tuple((row[column] or "NONE").replace(";", " ").replace("|", " ").split()))
            for row in reader
        )


class _Count:
    def __init__(self, coarse: Mapping[str, Sequence[str]]) -> None:
        self.coarse = coarse
        self.top = self.rejected = self.wrong = self.left = self.within = self.outside = 0
        self.several = self.several_found = 0
        self.found: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()
        self.extra: Counter[str] = Counter()
        self.confused: Counter[tuple[str, str]] = Counter()

    def _meant(self, label: str) -> set[str]:
        return set(self.coarse.get(label, (label,)))

    def add(self, row: Row, heard: Understood) -> None:
        if row.out_of_scope:
            self.outside += 1
            self.left += not heard.understood
            for intent in heard.intents:
                self.confused["NONE", intent.id] += 1
            return
        self.within += 1
        self.rejected += not heard.understood
        got = {intent.id for intent in heard.intents}
        if row.listening:
            self.top += heard.understood and not got
            self.extra.update(got)
            return
        labels = [label for label in row.labels if label not in _ACK]
        meant = set().union(*(self._meant(label) for label in labels))
        best = max(heard.intents, key=lambda intent: intent.confidence, default=None)
        self.top += best is not None and best.id in meant
        self.wrong += best is not None and best.id not in meant and best.confidence >= CONFIDENT
        hit = [label for label in labels if self._meant(label) & got]
        self.found.update(hit)
        self.missed.update(label for label in labels if label not in hit)
        self.extra.update(got - meant)
        if len(labels) > 1:
            self.several += len(labels)
            self.several_found += len(hit)
        for label in labels:
            if label not in hit:
                self.confused[label, best.id if best else "not understood"] += 1

    def score(self) -> Score:
        found, missed, extra = (sum(c.values()) for c in (self.found, self.missed, self.extra))
        names = sorted({*self.found, *self.missed, *self.extra})
        return Score(
            in_scope=self.within,
            out_of_scope=self.outside,
            top_one=self.top / max(1, self.within),
            micro_f1=2 * found / max(1, 2 * found + missed + extra),
            labels_found=self.several_found / max(1, self.several),
            out_of_scope_left=self.left / max(1, self.outside),
            rejected=self.rejected / max(1, self.within),
            confidently_wrong=self.wrong / max(1, self.within),
            by_label={name: (self.found[name], self.missed[name], self.extra[name]) for name in names},
            confusions=tuple((a, b, n) for (a, b), n in sorted(self.confused.items(), key=lambda c: (-c[1], c[0]))),
        )


def measure(
    rows: Sequence[Row], understanding: Understanding, coarse: Mapping[str, Sequence[str]] | None = None
) -> Score:
    """Understands every row without a scenario and counts; `coarse` says which intents satisfy a label."""
    count = _Count(coarse or {})
    for row in rows:
        heard = understanding.understand(row.text, Situation())
        count.add(row, heard)
    return count.score()

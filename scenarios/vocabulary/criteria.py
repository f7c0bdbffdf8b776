"""The assessment criteria by code: what each asks, and how far a simulation can show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import yaml

# P: a run shows it; PP: in part; K: knowledge, a run never ticks it; W: only work or a witness can show it.
Shows = Literal["P", "PP", "K", "W"]


@dataclass(frozen=True)
class Criterion:
    """One criterion: its code (03-2.6), an own paraphrase, what a run shows of it, and what else it needs.

    `question` is what an assessor may ask where knowledge is owed (handbook 4.7.5 keeps question and answer).
    """

    id: str
    text: str
    shows: Shows
    shown_by: str = ""
    also_needed: str = ""
    question: str = ""
    needs_speech: bool = False  # a run that was typed shows nothing of it

    @property
    def unit(self) -> str:
        """The unit it belongs to: L3-CM-03."""
        return f"L3-CM-{self.id[:2]}"


@cache
def criteria() -> Mapping[str, Criterion]:
    """Every criterion by its code, in the order of the units."""
    file = Path(__file__).with_name("criteria.yaml")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows = yaml.load(file.read_text(encoding="utf-8"), Loader=loader)
    return MappingProxyType({row["id"]: Criterion(**row) for row in rows})

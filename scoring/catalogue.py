"""The marking points: the vocabulary's sentence joined with tier, criticality, weight and criteria."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import yaml

from scenarios.vocabulary import vocabulary
from scenarios.vocabulary.words import Dimension
from scoring.outcome import Criticality

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FILE = Path(__file__).with_name("points.yaml")
Tier = Literal["D", "M", "U", "A"]
_CRITERION = re.compile(r"\d\d-\d{1,2}\.\d{1,2}")


class CatalogueProblem(ValueError):
    """The catalogue of points contradicts itself or the vocabulary."""


@dataclass(frozen=True)
class MarkingPoint:
    """One point. `tier` says what decides it: D deeds, M deeds and words, U words, A the assessor."""

    id: str
    dimension: Dimension
    text: str
    tier: Tier
    critical: Criticality
    weight: int
    criteria: tuple[str, ...]
    examiner: tuple[str, ...]
    detect: str


@cache
def catalogue() -> Mapping[str, MarkingPoint]:
    """All marking points by id; raises CatalogueProblem where points.yaml and the vocabulary disagree."""
    rows = {row["id"]: row for row in yaml.load(FILE.read_text(encoding="utf-8"), Loader=LOADER)}
    sentences = vocabulary().points
    if set(rows) != set(sentences):
        raise CatalogueProblem(f"points.yaml and the vocabulary differ in {sorted(set(rows) ^ set(sentences))}")
    return MappingProxyType({name: _point(row) for name, row in rows.items()})


def _point(row: Mapping[str, Any]) -> MarkingPoint:
    sentence = vocabulary().points[row["id"]]
    if row["tier"] not in "DMUA" or row["critical"] not in ("critical", "hold", "none"):
        raise CatalogueProblem(f"{row['id']}: tier {row['tier']!r} or critical {row['critical']!r} is not known")
    if row["weight"] not in (1, 2, 3):
        raise CatalogueProblem(f"{row['id']}: a weight is 1, 2 or 3, not {row['weight']!r}")
    if not row["criteria"] or not all(_CRITERION.fullmatch(code) for code in row["criteria"]):
        raise CatalogueProblem(f"{row['id']}: its criteria do not read as codes such as 03-4.7")
    return MarkingPoint(
        id=row["id"],
        dimension=sentence.dimension,
        text=sentence.text,
        tier=row["tier"],
        critical=row["critical"],
        weight=row["weight"],
        criteria=tuple(row["criteria"]),
        examiner=tuple(row["examiner"]),
        detect=" ".join(row["detect"].split()),
    )

"""Which deed earns a point: how a robot loses it, and which other points go with it. Read from omissions.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from pydantic import ValidationError

from scoring.catalogue import catalogue
from scoring.detectors.table import DETECTORS
from simulator.robot_changes import Change

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FILE = Path(__file__).with_name("omissions.yaml")


class OmissionsProblem(ValueError):
    """omissions.yaml cannot be used; the words say what to mend."""


@dataclass(frozen=True)
class Omission:
    """The ways in which a robot loses one point; `costs` are the points that depend on the same deed."""

    point: str
    ways: tuple[Change, ...]
    costs: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Character:
    """A robot with a character: how it differs from the ideal one and what that must cost it.

    `loses`: of these points the scenario's own are lost, at least one where it has any. `keeps_all`: everything that
    the ideal robot earns is earned.
    """

    name: str
    change: Change
    typed: bool = False
    loses: frozenset[str] = frozenset()
    keeps_all: bool = False


@dataclass(frozen=True)
class Table:
    """All that omissions.yaml says."""

    omissions: Mapping[str, Omission]
    characters: tuple[Character, ...]


@cache
def table() -> Table:
    """The table that ships with the program; raises OmissionsProblem where it names what does not exist."""
    rows = yaml.load(FILE.read_text(encoding="utf-8"), Loader=LOADER)
    return table_of(rows)


def table_of(rows: Mapping[str, Any]) -> Table:
    """A table from its YAML; raises OmissionsProblem."""
    points = {name: _omission(name, row) for name, row in rows["points"].items()}
    characters = tuple(_character(name, row) for name, row in rows["characters"].items())
    return Table(MappingProxyType(points), characters)


def _omission(point: str, row: Mapping[str, Any]) -> Omission:
    if point not in DETECTORS:
        raise OmissionsProblem(f"omissions.yaml: {point} is no marking point that can be marked")
    return Omission(point, tuple(_change(point, way) for way in row["ways"]), _points(point, row.get("costs", ())))


def _character(name: str, row: Mapping[str, Any]) -> Character:
    return Character(
        name=name,
        change=_change(name, row.get("change", {})),
        typed=bool(row.get("typed", False)),
        loses=_points(name, row.get("loses", ())),
        keeps_all=bool(row.get("keeps_all", False)),
    )


def _change(owner: str, row: Mapping[str, Any]) -> Change:
    try:
        return Change.model_validate(row)
    except ValidationError as wrong:
        raise OmissionsProblem(f"omissions.yaml, {owner}: {wrong}") from wrong


def _points(owner: str, names: Any) -> frozenset[str]:
    unknown = set(names) - set(catalogue())
    if unknown:
        raise OmissionsProblem(f"omissions.yaml, {owner}: {', '.join(sorted(unknown))} is no marking point")
    return frozenset(names)

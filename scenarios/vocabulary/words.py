"""Loads the vocabulary files once and finds a word by its name or by any other name it answers to."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import yaml

from scenarios.once import once

HERE = Path(__file__).parent

Kind = Literal["name", "phone", "date", "age", "postcode", "registration", "place", "time", "choice", "answer", "text"]
Desk = Literal["incident", "ticket"]
Dimension = Literal["verification", "accuracy", "confidentiality", "grading", "communication", "risk", "session"]


@dataclass(frozen=True)
class Intent:
    """One thing a handler's words may be understood as; `slots` name its finer kinds."""

    id: str
    group: str
    meaning: str
    slots: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()

    @property
    def negative(self) -> bool:
        """True for an intent that is never wanted (group N)."""
        return self.id.startswith("NEG_")

    @property
    def asks(self) -> bool:
        """True for an intent that asks the caller for something."""
        return self.id.startswith(("ASK_", "VER_ASK"))


@dataclass(frozen=True)
class Field:
    """One field of a desk: its label, group on the form, how values are compared, its choices."""

    id: str
    label: str
    group: str
    kind: Kind
    choices: tuple[str, ...] = ()
    choices_from: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Choice:
    """One choice of a list (a look-up system, an agency, a route); `desk` where it belongs to one desk."""

    id: str
    label: str
    also: tuple[str, ...] = ()
    desk: str = "both"
    consent: bool = False


@dataclass(frozen=True)
class Point:
    """A marking point's id, dimension and sentence."""

    id: str
    dimension: Dimension
    text: str


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    return name.strip().lower().replace(" ", "_").replace("-", "_").replace("/", "_")


def same_words(one: str, other: str) -> bool:
    """Whether two names are the same but for case, hyphens and spaces."""
    return _key(" ".join(one.split())) == _key(" ".join(other.split()))


@dataclass(frozen=True)
class Vocabulary:
    """All shared words. Look-ups accept an id, a label or an `also` name, in any case."""

    intents: Mapping[str, Intent]
    points: Mapping[str, Point]
    fields: Mapping[Desk, Mapping[str, Field]]
    lists: Mapping[str, Mapping[str, Choice]]
    tags: Mapping[str, str]
    levels: tuple[str, ...]
    moods: tuple[str, ...]
    number_sources: tuple[str, ...]
    message_channels: tuple[str, ...]

    def field(self, desk: Desk, name: str) -> Field | None:
        """The field of a desk that goes by this name, or None."""
        return _by_name(self.fields[desk]).get(_key(name))

    def choice(self, of: str, name: str) -> Choice | None:
        """The choice in the list `of` (for instance "systems") that goes by this name, or None."""
        wanted = _key(name)
        choices = self.lists[of]
        if wanted in choices:
            return choices[wanted]
        for choice in choices.values():
            if wanted == _key(choice.label) or wanted in map(_key, choice.also):
                return choice
        return None


@once
def _by_name(fields: Mapping[str, Field]) -> Mapping[str, Field]:
    """The fields of a desk by every name they go by: its id before all, then what else it is called."""
    found = dict(fields)
    for field in fields.values():
        for name in (*field.also, _key(field.label)):
            found.setdefault(name, field)
    return found


def _rows(file: str) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((HERE / file).read_text(encoding="utf-8"), Loader=loader)


def _tupled(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


LISTS = (
    "sections", "thrive", "systems", "agencies", "referrals", "roles", "reset_channels", "restrictions",
    "verification_items", "results",
)  # fmt: skip


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read from this folder the first time it is asked for."""
    desk = _rows("desk.yaml")
    intents = (Intent(**{k: v for k, v in _tupled(row).items() if k != "note"}) for row in _rows("intents.yaml"))
    points = (Point(**row) for row in _rows("points.yaml"))
    fields = {
        name: MappingProxyType({row["id"]: Field(**_tupled(row)) for row in rows})
        for name, rows in _rows("fields.yaml").items()
    }
    lists = {name: MappingProxyType({row["id"]: Choice(**_tupled(row)) for row in desk[name]}) for name in LISTS}
    return Vocabulary(
        intents=MappingProxyType({intent.id: intent for intent in intents}),
        points=MappingProxyType({point.id: point for point in points}),
        fields=MappingProxyType(fields),
        lists=MappingProxyType(lists),
        tags=MappingProxyType(desk["tags"]),
        levels=tuple(desk["levels"]),
        moods=tuple(desk["moods"]),
        number_sources=tuple(desk["number_sources"]),
        message_channels=tuple(desk["message_channels"]),
    )

"""What a scenario may set for a marking point, and those settings checked and filled in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

import scenarios.vocabulary
from scenarios.scenario import milliseconds

Settings = Mapping[str, Any]
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FILE = Path(scenarios.vocabulary.__file__).with_name("settings.yaml")


class SettingsProblem(ValueError):
    """A scenario sets something for a point that the point does not have, or that cannot be read."""


@dataclass(frozen=True)
class Setting:
    """One setting: what kind of value it takes, its default, what it does."""

    kind: str
    default: Any
    says: str


@cache
def all_settings() -> Mapping[str, Mapping[str, Setting]]:
    """Every point's settings, from the vocabulary."""
    rows = yaml.load(FILE.read_text(encoding="utf-8"), Loader=LOADER)
    return MappingProxyType(
        {
            point: MappingProxyType(
                {name: Setting(row["is"], _default(point, name, row), row["says"]) for name, row in of_point.items()}
            )
            for point, of_point in rows.items()
        }
    )


def settings_for(point: str, chosen: Mapping[str, Any]) -> Settings:
    """A point's settings with the scenario's choices read; raises SettingsProblem where one is not known or wrong."""
    if not chosen:
        return _defaults(point)
    known = all_settings().get(point, {})
    for name in chosen:
        if name not in known:
            takes = f"it takes {', '.join(known)}" if known else "it takes none"
            raise SettingsProblem(f"{point} has no setting called {name!r}; {takes}")
    return MappingProxyType(
        {
            name: _read(point, name, setting.kind, chosen[name]) if name in chosen else setting.default
            for name, setting in known.items()
        }
    )


@cache
def _defaults(point: str) -> Settings:
    return MappingProxyType({name: setting.default for name, setting in all_settings().get(point, {}).items()})


def _default(point: str, name: str, row: Mapping[str, Any]) -> Any:
    return _read(point, name, row["is"], row["default"]) if "default" in row else None


def _read(point: str, name: str, kind: str, value: Any) -> Any:
    try:
        return _READ[kind](value)
    except (TypeError, ValueError) as error:
        raise SettingsProblem(f"{point}: {name} is {value!r}, and should be {_WANTS[kind]}") from error


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(value)
    return value


def _share(value: Any) -> float:
    if isinstance(value, bool) or not 0 < float(value) <= 1:
        raise ValueError(value)
    return float(value)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


def _name(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(value)
    return value.strip()


def _names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise ValueError(value)
    return tuple(_name(one) for one in value)


_READ: dict[str, Callable[[Any], Any]] = {
    "duration": milliseconds,
    "count": _count,
    "share": _share,
    "flag": _flag,
    "name": _name,
    "names": _names,
}
_WANTS = {
    "duration": "a duration such as 20s",
    "count": "a whole number",
    "share": "a number above 0 and up to 1",
    "flag": "true or false",
    "name": "one word",
    "names": "a list of words",
}

"""What a scenario may set for a marking point, as data: kind of value, default, what it does."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

import yaml

from scenarios.vocabulary.words import HERE


@dataclass(frozen=True)
class SettingWords:
    """One setting: `kind` is duration, count, share, flag, name or names; `says` what it is for."""

    kind: str
    says: str
    default: Any = None


@cache
def settings() -> Mapping[str, Mapping[str, SettingWords]]:
    """The settings of every point that has any."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows = yaml.load((HERE / "settings.yaml").read_text(encoding="utf-8"), Loader=loader)
    return MappingProxyType(
        {
            point: MappingProxyType(
                {name: SettingWords(row["is"], row["says"], row.get("default")) for name, row in chosen.items()}
            )
            for point, chosen in rows.items()
        }
    )

"""The steps of a rehearsal as data: what each is called and takes, so that files can be checked below the engine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any

import yaml

from scenarios.vocabulary.words import HERE


@dataclass(frozen=True)
class StepWords:
    """One step: `main` is what a bare value stands for; `names` says what its parameters refer to."""

    id: str
    main: str | None = None
    others: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    keys: str | None = None

    @property
    def known(self) -> tuple[str, ...]:
        """Every parameter of the step."""
        return (*((self.main,) if self.main else ()), *self.others)


@cache
def steps() -> Mapping[str, StepWords]:
    """The steps by id, in the order of the file."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows = yaml.load((HERE / "steps.yaml").read_text(encoding="utf-8"), Loader=loader)
    return MappingProxyType({row["id"]: _step(row) for row in rows})


def _step(row: dict[str, Any]) -> StepWords:
    tupled: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    return StepWords(**tupled)

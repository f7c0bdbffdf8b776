"""What anybody may be asked about somebody whom the caller named: the aspects, each with its questions."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import yaml

from scenarios.vocabulary.words import HERE

_NAME = "{name}"


@dataclass(frozen=True)
class Aspect:
    """One thing to be asked of a person; `questions` have `{name}` where the person stands."""

    id: str
    label: str
    questions: tuple[str, ...]

    def asked_of(self, name: str) -> tuple[str, ...]:
        """The questions with a name, or with "your dad", in its place."""
        return tuple(question.replace(_NAME, name) for question in self.questions)


@cache
def aspects() -> Mapping[str, Aspect]:
    """The aspects by id, in the order of the file."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows = yaml.load((HERE / "about.yaml").read_text(encoding="utf-8"), Loader=loader)
    return MappingProxyType({key: Aspect(key, row["label"], tuple(row["questions"])) for key, row in rows.items()})


def topic_id(person: str, aspect: str) -> str:
    """What the topic of one aspect of a person is called: `daddy.age`."""
    return f"{person}.{aspect}"

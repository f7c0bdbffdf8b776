"""Whether somebody else is hurt, asked of a caller who only says how they are themselves. Pure."""

import re
from collections.abc import Iterable

from simulator.heard import HeardIntent

NOBODY_ELSE_HURT = ("Not that I know of.", "Nobody else, that I know of.")
_SELF = re.compile(r"\b(?:i|me|my|myself)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:he|she|they|him|her|them|his|their|we|us|our|both|everyone|everybody|everything|nobody|no one|none|"
    r"anyone|anybody|on my own|just me|mum\w*|dad\w*|mother|father|baby|child\w*|kids?|people)\b",
    re.IGNORECASE,
)
_A_NAME = re.compile(r"(?<=[a-z,] )(?!I\b)[A-Z][a-z]+")


def asks_of_other_hurt(intent: HeardIntent) -> bool:
    """Whether it asks if anybody but the caller is hurt."""
    return intent.name == "ASK_INJURY:other"


def of_others_too(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines that say more than how the caller alone is: none is no answer where it is asked of others."""
    return tuple(one for one in lines if not _of_self_alone(one))


def _of_self_alone(line: str) -> bool:
    return _SELF.search(line) is not None and not _OTHERS.search(line) and not _A_NAME.search(line)

"""The base of all frozen models, and the kinds of value they share: durations, moments, lines."""

import re
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, ValidationInfo

Milliseconds = int


class Frozen(BaseModel):
    """A value that never changes and refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


_DURATION = re.compile(r"^\s*(?:(?P<m>\d+(?:\.\d+)?)\s*m(?:in)?)?\s*(?:(?P<s>\d+(?:\.\d+)?)\s*s)?\s*$")


def milliseconds(text: object) -> object:
    """A duration such as `90s`, `2m` or `1m30s` in whole milliseconds; raises ValueError for anything else."""
    if isinstance(text, int | float) and not isinstance(text, bool):
        raise ValueError("a duration needs its unit: 20s, 2m, 1m30s")
    match = _DURATION.match(text) if isinstance(text, str) else None
    if match is None or not (match["m"] or match["s"]):
        raise ValueError("a duration reads 20s, 2m or 1m30s")
    total = round(float(match["m"] or 0) * 60_000 + float(match["s"] or 0) * 1_000)
    if total > 6 * 3_600_000:
        raise ValueError("a duration is at most six hours")
    return total


def _read_duration(value: object, info: ValidationInfo) -> object:
    written = bool(info.context and info.context.get("written"))  # by a person, who must name the unit
    whole = isinstance(value, int) and not isinstance(value, bool)
    return value if whole and not written else milliseconds(value)


def _duration_text(value: int) -> str:
    minutes, rest = divmod(value, 60_000)
    seconds = f"{rest / 1000:g}s" if rest or not minutes else ""
    return (f"{minutes}m" if minutes else "") + seconds


# In YAML a duration is text with its unit; in memory it is whole milliseconds.
Duration = Annotated[
    int,
    BeforeValidator(_read_duration, json_schema_input_type=str),
    PlainSerializer(_duration_text, return_type=str, when_used="json"),
]

# A moment is named: a fact's or a twist's id, or one of `answered`, `opening`, `graded`, `graded:<grade>`,
# `handed_over`, `requested:<agency>`, `refused` (the handler declined a request), `disclosed` (a restricted value was
# given away), `verified`, `reset`, `updated`, `press:<id>`, `question:<id>`, `said:<INTENT>` (no slot).
Moment = str
# An intent, or an intent with a slot: ASK_LOCATION, ASK_PERSON_DETAILS:name; or topic:<id>.
Asked = str
Lines = Annotated[tuple[str, ...], Field(min_length=1)]

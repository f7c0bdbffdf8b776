"""The fingerprint of what was compiled: what was meant, without comments, order of keys or ways of writing it."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel


def fingerprint(value: Any) -> str:
    """The sha256, in hexadecimal, over the canonical JSON of frozen models."""
    text = json.dumps(_canonical(value), ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _canonical(value: Any) -> Any:
    # What an author leaves out is left out here too, so that a new optional key un-approves nobody's call.
    # The order of a mapping written by the author (facts, say) is part of what was meant; that of keys is not.
    if isinstance(value, BaseModel):
        told = {
            known_as: _canonical(own)
            for known_as, name, default in _fields(type(value))
            if (own := getattr(value, name)) != default
        }
        return dict(sorted(told.items()))
    if isinstance(value, Mapping):
        return [[key, _canonical(inner)] for key, inner in value.items()]
    if isinstance(value, list | tuple):
        return [_canonical(inner) for inner in value]
    return value


_NOTHING = object()  # equal to no value: what must be there is always told


@cache
def _fields(kind: type[BaseModel]) -> tuple[tuple[str, str, Any], ...]:
    """The fields of a kind of model: what each is called in files and in the model, and its default."""
    return tuple(
        (
            info.alias or name,
            name,
            _NOTHING if info.is_required() else info.get_default(call_default_factory=True),
        )
        for name, info in kind.model_fields.items()
    )

"""Holds data against a model and says in plain words, with places, where it does not fit."""

import types
import typing
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from scenarios.problems import Fault, Where, fault, hint, value_at

Model = TypeVar("Model", bound=BaseModel)

# Tells the models that the data was written by a person: a duration without its unit is refused.
WRITTEN = {"written": True}


def shaped(model: type[Model], data: Any) -> tuple[Model | None, tuple[Fault, ...]]:
    """The data as the model, or None and every fault in its shape."""
    try:
        return model.model_validate(data, context=WRITTEN), ()
    except ValidationError as error:
        found = error.errors(include_url=False)
    return None, _without_echoes(tuple(dict.fromkeys(_faults(model, data, found))))


def _without_echoes(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """The faults without those of a key that is missing only because it stands there misspelt."""
    meant = {(one.where[:-1], dict(one.words)["hint"]) for one in faults if one.code == "M02"}
    return tuple(
        one
        for one in faults
        if one.code != "M01" or (one.where, f"Did you mean `{dict(one.words)['key']}`?") not in meant
    )


def _faults(model: type[BaseModel], data: Any, errors: list[Any]) -> Iterator[Fault]:
    placed = [(_place(data, error), error) for error in errors]
    for where, error in placed:
        if not _overshadowed(where, error, placed):
            yield _fault(model, data, where, error)


def _place(data: Any, error: Any) -> Where:
    """The error's loc without the names of union members, which are no keys of the data."""
    loc, missing = error["loc"], error["type"] == "missing"
    where: list[str | int] = []
    here = data
    for number, step in enumerate(loc):
        inside = (isinstance(here, dict) and step in here) or (
            isinstance(here, list) and isinstance(step, int) and step < len(here)
        )
        if inside:
            here = here[step]
            where.append(step)
        elif missing and number == len(loc) - 1:
            where.append(step)
    return tuple(where)


_WRONG_TYPE = {"string_type", "tuple_type", "model_type", "dict_type", "mapping_type"}


def _overshadowed(where: Where, error: Any, placed: list[tuple[Where, Any]]) -> bool:
    """True for what one member of a union says when another member says something nearer the point."""
    if error["type"] not in _WRONG_TYPE:
        return False
    for other, rival in placed:
        if rival is error:
            continue
        deeper = other[: len(where)] == where and len(other) > len(where)
        before = other == where and placed.index((other, rival)) < placed.index((where, error))
        if deeper or before:
            return True
    return False


def _fault(model: type[BaseModel], data: Any, where: Where, error: Any) -> Fault:
    kind, context = error["type"], error.get("ctx", {})
    key, value = _name(where), value_at(data, where)
    if kind == "missing":
        return fault(where[:-1], "M01", key=where[-1], owner=_owner(where[:-1]), on_key=True)
    if kind == "extra_forbidden":
        known = keys_known(model, where[:-1])
        return fault(
            where, "M02", on_key=True, key=where[-1], owner=_owner(where[:-1]), hint=hint(str(where[-1]), known)
        )
    if value is None:
        return fault(where, "M14", key=key, hint=_EMPTY.get(kind, "Write a value, or remove the key."))
    if kind == "string_type":
        return _not_text(where, key, value)
    if kind in ("greater_than_equal", "less_than_equal", "greater_than", "less_than"):
        return fault(where, "M09", key=key, value=value, hint=_range(kind, context))
    if kind in ("too_short", "string_too_short"):
        return fault(where, "M11", key=key, hint=f"Give at least {context.get('min_length', 1)}.")
    if kind == "literal_error":
        if not isinstance(value, str | list | dict) and str(value) in choices_at(model, where):
            return _not_text(where, key, value)
        return fault(where, "M08", key=key, value=value, hint=_literal_hint(model, where, value))
    return _plain(where, key, value, error)


_EMPTY = {
    "tuple_type": "Write a list, or remove the key.",
    "model_type": "Write a block of `key: value` lines below it, or remove the key.",
}
_BLOCKS = {"model_type", "dict_type", "mapping_type", "model_attributes_type"}
_NUMBERS = {"int_type", "int_parsing", "int_from_float", "int_parsing_size", "float_type", "float_parsing"}


def _plain(where: Where, key: str, value: Any, error: Any) -> Fault:
    kind, said = error["type"], str(error["msg"]).removeprefix("Value error, ").rstrip(".")
    if kind == "tuple_type":
        return fault(where, "M04", key=key)
    if kind in _BLOCKS:
        return fault(where, "M05", key=key, hint="Write its parts below it, each with a key and a colon.")
    if kind in _NUMBERS:
        return fault(where, "M06", key=key, value=value)
    if kind.startswith("bool"):
        return fault(where, "M07", key=key, value=value)
    if kind == "string_pattern_mismatch":
        return fault(where, "M10", key=key, value=value)
    if kind == "value_error" and "duration" in said:
        return fault(where, "M12", key=key, value=value, said=said)
    return fault(where, "M13", key=key, said=said)


def _not_text(where: Where, key: str, value: Any) -> Fault:
    if isinstance(value, list | dict):
        return fault(where, "M15", key=key)
    kind = "yes or no" if isinstance(value, bool) else "a number"
    return fault(where, "M03", key=key, value=str(value).lower() if isinstance(value, bool) else value, kind=kind)


def _name(where: Where) -> str:
    named = [str(step) for step in where if isinstance(step, str)]
    return named[-1] if named else "the file"


def _owner(where: Where) -> str:
    if not where:
        return "the file"
    last = where[-1]
    return f"`{last}`" if isinstance(last, str) else f"item {last + 1} of `{_name(where)}`"


def _range(kind: str, context: Mapping[str, Any]) -> str:
    if "ge" in context or "gt" in context:
        return f"The least is {context.get('ge', context.get('gt'))}."
    return f"The most is {context.get('le', context.get('lt'))}."


def _literal_hint(model: type[BaseModel], where: Where, value: Any) -> str:
    return hint(str(value), choices_at(model, where))


def choices_at(model: type[BaseModel], where: Where) -> tuple[str, ...]:
    """The words that a value at a place is chosen from; none where it is free."""
    return tuple(str(choice) for kind in _types_at(model, where) for choice in _choices(kind))


def _choices(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) is typing.Literal else ()


def keys_known(model: type[BaseModel], where: Where) -> tuple[str, ...]:
    """The keys that a block at a place may have, as authors write them."""
    return tuple(
        info.alias or name
        for kind in _types_at(model, where)
        if isinstance(kind, type) and issubclass(kind, BaseModel)
        for name, info in kind.model_fields.items()
    )


def _types_at(model: type[BaseModel], where: Where) -> tuple[Any, ...]:
    found: tuple[Any, ...] = (model,)
    for step in where:
        found = tuple(inner for kind in found for inner in _step(kind, step))
    return found


def _step(kind: Any, step: str | int) -> tuple[Any, ...]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, info in kind.model_fields.items():
            if step == (info.alias or name):
                return tuple(_members(info.annotation))
        return ()
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple and isinstance(step, int):
        return tuple(_members(arguments[0]))
    if origin in (dict, Mapping) or (isinstance(origin, type) and issubclass(origin, Mapping)):
        return tuple(_members(arguments[1]))
    return ()


def _members(annotation: Any) -> Iterator[Any]:
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _members(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for member in get_args(annotation):
            yield from _members(member)
    elif annotation is not type(None):
        yield annotation

"""Fills each variant's slots into the text of a scenario, so that every surface is checked as it will be played."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import Template
from typing import Any

from scenarios.problems import Fault, Where, fault, hint
from scenarios.source import Source

_SLOT = re.compile(r"\$(?:(?P<escaped>\$)|\{(?P<braced>[A-Za-z_]\w*)\}|(?P<named>[A-Za-z_]\w*)|(?P<broken>))")
_SLOT_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True)
class Surface:
    """One variant's name and the scenario's data with its slots filled in."""

    name: str
    data: dict[str, Any]
    block: int | None = None  # its number among `variants`, or None where there are none


def surfaces_of(source: Source) -> tuple[tuple[Surface, ...], tuple[Fault, ...]]:
    """The surfaces of a scenario's source, in the order written, and what is wrong with its variants."""
    body = {key: value for key, value in source.value.items() if key != "variants"}
    faults = list(_variant_faults(source))
    variants: list[tuple[int | None, str, dict[str, str]]] = [_slots(source, number) for number in _blocks(source)]
    given = {slot for _, _, slots in variants for slot in slots}
    faults.extend(_use_faults(body, given, source, has_variants=bool(variants)))
    if not variants:
        variants = [(None, "only", {})]
    return tuple(Surface(name, _filled(body, slots), number) for number, name, slots in variants), tuple(faults)


def slots_in(text: str) -> Iterator[str]:
    """The names of the slots that stand in a text."""
    for match in _SLOT.finditer(text):
        if name := match["braced"] or match["named"]:
            yield name


def strings_in(value: Any, where: Where = ()) -> Iterator[tuple[Where, str, bool]]:
    """Every string of some data with its place, and whether it is a key."""
    if isinstance(value, str):
        yield where, value, False
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield (*where, key), key, True
            yield from strings_in(inner, (*where, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from strings_in(inner, (*where, number))


def _blocks(source: Source) -> tuple[int, ...]:
    variants = source.value.get("variants")
    if not isinstance(variants, list):
        return ()
    return tuple(number for number, block in enumerate(variants) if isinstance(block, dict))


def _slots(source: Source, number: int) -> tuple[int | None, str, dict[str, str]]:
    block = source.value["variants"][number]
    slots: dict[str, str] = {}
    for key in block:
        written = source.written.get(("variants", number, key))
        if key != "name" and written is not None and written.text is not None:
            slots[key] = written.text
    return number, str(block.get("name", number + 1)), slots


def _variant_faults(source: Source) -> Iterator[Fault]:
    if "variants" not in source.value:
        return
    variants = source.value["variants"]
    if not isinstance(variants, list) or not variants or len(_blocks(source)) < len(variants):
        yield fault(("variants",), "S21", on_key=True)
        return
    every = list(dict.fromkeys(key for block in variants for key in block if key != "name"))
    names: set[str] = set()
    for number, block in enumerate(variants):
        yield from _block_faults(("variants", number), block, every, names)
        names.add(str(block.get("name")))


def _block_faults(where: Where, block: dict[str, Any], every: list[str], names: set[str]) -> Iterator[Fault]:
    name = block.get("name")
    if name is None or isinstance(name, list | dict):
        yield fault(where, "S22")
    elif str(name) in names:
        yield fault((*where, "name"), "S23", name=name)
    for slot in every:
        if slot not in block:
            yield fault(where, "S24", name=str(name), slot=slot)
        elif isinstance(block[slot], list | dict) or block[slot] is None:
            yield fault((*where, slot), "S28", slot=slot)
        if slot in block and not _SLOT_NAME.fullmatch(slot):
            yield fault((*where, slot), "S30", on_key=True, slot=slot)


def _use_faults(body: Any, given: set[str], source: Source, has_variants: bool) -> Iterator[Fault]:
    used: set[str] = set()
    for where, text, is_key in strings_in(body):
        if "$" not in text:
            continue
        if is_key:
            yield fault(where, "S29", on_key=True)
            continue
        names = set(slots_in(text))
        used |= names
        for slot in sorted(names - given):
            yield fault(where, "S25", slot=slot, hint=hint(slot, given) if given else "")
        if any(match["broken"] is not None for match in _SLOT.finditer(text)):
            yield fault(where, "S27")
    if has_variants:
        for slot in sorted(given - used):
            first = next(n for n in _blocks(source) if slot in source.value["variants"][n])
            yield fault(("variants", first, slot), "S26", on_key=True, slot=slot)


def _filled(value: Any, slots: dict[str, str]) -> Any:
    if isinstance(value, str):
        return Template(value).safe_substitute(slots) if "$" in value else value
    if isinstance(value, dict):
        return {key: _filled(inner, slots) for key, inner in value.items()}
    if isinstance(value, list):
        return [_filled(inner, slots) for inner in value]
    return value

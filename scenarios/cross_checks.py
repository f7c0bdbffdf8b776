"""What must agree inside one scenario beyond names: sounds lie in its folder, choices fit fields, changes records."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scenarios.names import Names
from scenarios.paths import inside
from scenarios.problems import Fault, Where, fault, hint
from scenarios.vocabulary.sounds import SOUNDS


def crossed(data: dict[str, Any], names: Names, folder: Path) -> Iterator[Fault]:
    """The faults of data whose references are in canonical form; `folder` holds the scenario's sounds."""
    yield from _sounds(data, folder)
    yield from _choices(data, names)
    yield from _updates(data)


def _blocks(data: Any, *keys: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    for number, block in enumerate(data if isinstance(data, list) else ()):
        if isinstance(block, dict):
            yield number, block


def _sounds(data: dict[str, Any], folder: Path) -> Iterator[Fault]:
    for where in (("twists",), ("sounds", "timed")):
        for number, block in _blocks(data, *where):
            name = block.get("sound")
            if isinstance(name, str):
                yield from _sound((*where, number, "sound"), name, folder)


def _sound(where: Where, name: str, folder: Path) -> Iterator[Fault]:
    if not _is_path(name):
        if name not in SOUNDS and not name.startswith("$"):
            yield fault(where, "R70", word=name, hint=hint(name, SOUNDS))
        return
    file = inside(folder / "sounds", name)
    if file is None:
        yield fault(where, "R34", word=name)
    elif not file.is_file():
        yield fault(where, "R35", word=name)
    else:
        yield fault(where, "R71", word=name)


def _is_path(name: str) -> bool:
    return any(sign in name for sign in ("/", "\\", ".", "~", "\x00")) or name[1:2] == ":"


def _choices(data: dict[str, Any], names: Names) -> Iterator[Fault]:
    facts = data.get("facts")
    for key, fact in facts.items() if isinstance(facts, dict) else ():
        if not isinstance(fact, dict) or fact.get("kind", "choice") != "choice":
            continue
        written, value = fact.get("field"), fact.get("value")
        field = names.words.field(names.desk, written) if isinstance(written, str) else None
        if field is None or not field.choices or not isinstance(value, str):
            continue
        if value.lower() not in field.choices:
            options = hint(value, field.choices)
            yield fault(("facts", key, "value"), "R36", word=value, field=field.id, hint=options)


def _updates(data: dict[str, Any]) -> Iterator[Fault]:
    records = data.get("records")
    rows = {
        row["id"]: row
        for system in (records if isinstance(records, dict) else {})
        for _, row in _blocks(records, system)
        if isinstance(row.get("id"), str)
    }
    for number, update in _blocks(data, "accepts", "updates"):
        row, field = rows.get(str(update.get("record"))), update.get("field")
        editable = row.get("editable") if row else None
        known = [name for name in editable if isinstance(name, str)] if isinstance(editable, list) else []
        if row is not None and isinstance(field, str) and field not in known:
            where = ("accepts", "updates", number, "field")
            yield fault(where, "R33", record=row["id"], word=field, hint=hint(field, known))

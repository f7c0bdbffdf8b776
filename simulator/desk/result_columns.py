"""How records are listed: their title and the cells most of them have; pure."""

from collections import Counter
from collections.abc import Sequence

from scenarios.scenario import Row
from simulator.found_by import found_by

MOST = 4  # columns beside the title
MARGIN, LEAST = 3, 5.0  # characters
TITLE, MATCHED = "Record", "Matched"


def columns_of(rows: Sequence[Row]) -> tuple[str, ...]:
    """The columns for these rows: the title, then the commonest cells in the order they first come."""
    counts = Counter(name for row in rows for name in row.cells)
    kept = {name for name, _ in counts.most_common(MOST)}
    order = dict.fromkeys(name for row in rows for name in row.cells if name in kept)
    return (TITLE, *order)


def with_reasons(rows: Sequence[Row], query: str, system: str) -> tuple[Row, ...]:
    """The rows with what each was found by as their first cell, where the list would not show it of one of them."""
    reasons = [found_by(row, query, system) for row in rows]
    if not any(reasons):
        return tuple(rows)
    return tuple(
        row.model_copy(update={"cells": {MATCHED: why, **row.cells}}) for row, why in zip(rows, reasons, strict=True)
    )


def values_of(row: Row, columns: Sequence[str]) -> list[str]:
    """A row's values under these columns; a cell that was updated shows what it is now."""
    return [row.title if name == TITLE else _value(row, name) for name in columns]


def _value(row: Row, name: str) -> str:
    changed = row.details.get(name) if name in row.editable else None
    return changed or row.cells.get(name, "")


def shares_of(rows: Sequence[Row], columns: Sequence[str], room: float) -> list[float]:
    """How many characters wide each column is in a room of so many: what is short is shown whole, the long ones
    share what is left."""
    wanted = [max([len(name), *(len(values_of(row, [name])[0]) for row in rows)]) + MARGIN for name in columns]
    left, shares = room, [0.0] * len(columns)
    order = sorted(range(len(columns)), key=lambda n: wanted[n])
    for place, n in enumerate(order):
        shares[n] = max(LEAST, min(float(wanted[n]), left / (len(order) - place)))
        left -= shares[n]
    shares[0] += max(0.0, left)
    return shares

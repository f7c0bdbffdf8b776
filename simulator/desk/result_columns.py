"""How records are listed: their title and the cells most of them have; pure."""

from collections import Counter
from collections.abc import Sequence

from scenarios.scenario import Row

MOST = 4  # columns beside the title
TITLE = "Record"


def columns_of(rows: Sequence[Row]) -> tuple[str, ...]:
    """The columns for these rows: the title, then the commonest cells in the order they first come."""
    counts = Counter(name for row in rows for name in row.cells)
    kept = {name for name, _ in counts.most_common(MOST)}
    order = dict.fromkeys(name for row in rows for name in row.cells if name in kept)
    return (TITLE, *order)


def values_of(row: Row, columns: Sequence[str]) -> list[str]:
    """A row's values under these columns; a cell that was updated shows what it is now."""
    return [row.title if name == TITLE else _value(row, name) for name in columns]


def _value(row: Row, name: str) -> str:
    changed = row.details.get(name) if name in row.editable else None
    return changed or row.cells.get(name, "")


def shares_of(rows: Sequence[Row], columns: Sequence[str]) -> list[float]:
    """How the width is shared: by the longest value of each column, within bounds."""
    longest = [max([len(name), *(len(values_of(row, [name])[0]) for row in rows)]) for name in columns]
    return [float(min(26, max(7, length))) for length in longest]

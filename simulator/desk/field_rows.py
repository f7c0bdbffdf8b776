"""How a form's fields share its rows: a twelve-column grid, six when narrow; pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from scenarios.vocabulary.words import Field

WIDTH_OF_KIND = {
    "name": 4,
    "phone": 3,
    "date": 2,
    "age": 2,
    "postcode": 2,
    "registration": 3,
    "place": 5,
    "time": 3,
    "choice": 3,
    "answer": 4,
    "text": 4,
}
WIDTH_OF_FIELD = {
    "location": 4,
    "location_confirmed": 3,
    "access": 3,
    "description": 9,
    "safe_contact": 3,
    "caller_address": 4,
    "entry": 3,
    "date_of_birth": 3,
    "language": 2,
    "suspects": 3,
    "category": 4,
    "in_progress": 5,
    "vehicle": 5,
    "subject": 3,
    "property": 3,
    "reference": 3,
    "summary": 8,
    "device": 3,
    "address": 4,
    "resolution": 12,
    "organisation": 4,
    "email": 4,
    "deadline": 3,
    "error": 5,
    "service": 4,
}
NEVER_STRETCHED = ("date", "postcode", "age")
ASKED = "Asked and answered"  # the group that is laid out as question, answer, detail on one line


@dataclass(frozen=True)
class Placed:
    """A field in a row: the column it starts at and how many columns it takes."""

    field: Field
    column: int
    span: int


@dataclass(frozen=True)
class Group:
    """A group of the form: its title and its rows."""

    title: str
    rows: tuple[tuple[Placed, ...], ...]
    inline: bool = False


def groups(fields: Iterable[Field], columns: int) -> tuple[Group, ...]:
    """The form's groups in the order of the fields, each laid out on `columns` columns."""
    by_title: dict[str, list[Field]] = {}
    for field in fields:
        by_title.setdefault(field.group, []).append(field)
    return tuple(_group(title, tuple(members), columns) for title, members in by_title.items())


def _group(title: str, fields: tuple[Field, ...], columns: int) -> Group:
    if title == ASKED:
        half = columns // 2
        pairs = [fields[i : i + 2] for i in range(0, len(fields), 2)]
        rows = tuple(tuple(Placed(f, n * half, half) for n, f in enumerate(pair)) for pair in pairs)
        return Group(title, rows, inline=True)
    return Group(title, tuple(_stretched(row, columns) for row in _flow(fields, columns)))


def wanted_span(field: Field, columns: int) -> int:
    """How many columns a field would like."""
    wanted = WIDTH_OF_FIELD.get(field.id, WIDTH_OF_KIND[field.kind])
    return wanted if columns >= 12 else min(columns, max(2, -(-wanted * columns // 9)))


def _flow(fields: tuple[Field, ...], columns: int) -> list[list[tuple[Field, int]]]:
    rows: list[list[tuple[Field, int]]] = [[]]
    for field in fields:
        span = wanted_span(field, columns)
        if sum(s for _, s in rows[-1]) + span > columns:
            rows.append([])
        rows[-1].append((field, span))
    return rows


def _stretched(row: list[tuple[Field, int]], columns: int) -> tuple[Placed, ...]:
    spans = [span for _, span in row]
    stretchy = [n for n, (field, _) in enumerate(row) if field.kind not in NEVER_STRETCHED]
    order = stretchy or list(range(len(row)))
    for turn in range(columns - sum(spans)):
        spans[order[turn % len(order)]] += 1
    starts = [sum(spans[:n]) for n in range(len(spans))]
    return tuple(Placed(field, start, span) for (field, _), start, span in zip(row, starts, spans, strict=True))

"""Everything a trainee wrote down, piece by piece: fields, log notes, THRIVE, rationale, hand-over, messages."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scenarios.vocabulary import vocabulary
from scenarios.vocabulary.words import Desk
from scoring.happenings import Happened, Happenings
from simulator.events import (
    Assessed,
    Escalated,
    FieldRecorded,
    GradeExplained,
    HandedOver,
    MessageSent,
    Noted,
    RecordUpdated,
)


@dataclass(frozen=True)
class Piece:
    """One thing written: where it stands (for people), its words, since when; `field` for a field's value; `record`
    and `column` for a value changed on a record."""

    n: int
    t_ms: int
    where: str
    text: str
    field: str | None = None
    record: str | None = None
    column: str | None = None


class Written:
    """All pieces of a run. `history` holds every value a field ever had; `standing` only what stands at the end."""

    def __init__(self, seen: Happenings, desk: Desk) -> None:
        self.history = tuple(_fields(seen, desk))
        self._began = {piece.field: piece.t_ms for piece in reversed(self.history)}
        self._of_field: dict[str | None, tuple[Piece, ...]] = {}
        for piece in self.history:
            self._of_field[piece.field] = (*self._of_field.get(piece.field, ()), piece)
        last = {piece.field: piece for piece in self.history}
        self.fields = {name: piece for name, piece in last.items() if name is not None and piece.text.strip()}
        self.notes = tuple(_notes(seen))
        self.standing: tuple[Piece, ...] = (*self.fields.values(), *self.notes)

    def values_of(self, field: str) -> tuple[Piece, ...]:
        """Every value that a field had, in order."""
        return self._of_field.get(field, ())

    def began_ms(self, piece: Piece) -> int:
        """When a piece was written, or its field first had any value."""
        return piece.t_ms if piece.field is None else self._began.get(piece.field, piece.t_ms)

    def since(self, piece: Piece) -> Piece:
        """For a field's standing value, the entry that first wrote it; else the piece itself."""
        if piece.field is None:
            return piece
        return next((old for old in self.values_of(piece.field) if old.text == piece.text), piece)


def _fields(seen: Happenings, desk: Desk) -> Iterator[Piece]:
    for happened in seen.all(FieldRecorded):
        field = vocabulary().field(desk, happened.event.field)
        name = field.id if field else happened.event.field
        where = field.label if field else happened.event.field
        value, others = _run_on(happened.event.value, desk)
        yield Piece(happened.n, happened.t_ms, where, value, name)
        yield from (Piece(happened.n, happened.t_ms, label, text, other) for other, label, text in others)


def _run_on(value: str, desk: Desk) -> tuple[str, list[tuple[str, str, str]]]:
    """A value and what was typed behind it for other fields: `Ann Lee; reference: HM12` is a name and a reference."""
    parts = _NEXT_FIELD.split(value)
    kept, others = parts[0], []
    for name, text in zip(parts[1::2], parts[2::2], strict=False):
        field = vocabulary().field(desk, name)
        if field is None:
            return value, []
        others.append((field.id, field.label, text.strip()))
    return kept, others


_NEXT_FIELD = re.compile(r"\s*[;,]\s*([a-z]+(?:_[a-z]+)*):\s*")


def _notes(seen: Happenings) -> Iterator[Piece]:
    kinds = (Noted, Assessed, GradeExplained, HandedOver, MessageSent, Escalated, RecordUpdated)
    for happened in _latest_assessments(seen.of(kinds)):
        where, text = _piece(happened)
        if text.strip():
            changed = happened.event if isinstance(happened.event, RecordUpdated) else None
            on = (None, changed.record, changed.field) if changed else (None, None, None)
            yield Piece(happened.n, happened.t_ms, where, text, *on)


def _latest_assessments(all_of_them: Iterable[Happened]) -> Iterator[Happened]:  # type: ignore[type-arg]
    found = tuple(all_of_them)
    last = {happened.event.item: happened.n for happened in found if isinstance(happened.event, Assessed)}
    for happened in found:
        if not isinstance(happened.event, Assessed) or last[happened.event.item] == happened.n or happened.event.note:
            yield happened


def _piece(happened: Happened) -> tuple[str, str]:  # type: ignore[type-arg]
    match happened.event:
        case Noted(section=section, text=text):
            known = vocabulary().choice("sections", section)
            return f"log, {known.label.lower() if known else section}", text
        case Assessed(item=item, note=note):
            known = vocabulary().choice("thrive", item)
            return f"THRIVE, {known.label.lower() if known else item}", note
        case GradeExplained(because=because):
            return "rationale", because
        case HandedOver(text=text):
            return "hand-over", text
        case MessageSent(to=to, text=text):
            return f"message to {to}", text
        case Escalated(to=to, about=about):
            return f"escalation to {to}", about
        case RecordUpdated(record=record, value=value):
            return f"record {record}", value
    return "", ""

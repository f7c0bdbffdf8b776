"""The record at the text desk, short and whole: what is filled, what is open, and how to fill it; pure."""

from collections.abc import Sequence

from reports.labels import choice_label, level_label
from scenarios.vocabulary.words import Field
from simulator import events as e
from simulator.desk.log_lines import line_of
from simulator.desk.names import Names
from simulator.desk.ports import LiveCall
from simulator.journal import Entry, clock

NOTHING_YET = "  (nothing yet)"
_HOW_TO_FILL = {
    "incident": "To fill it: /record incident address: ...; postcode: ... | /assess threat: high, note: ... | "
    "/grade to: ..., because: ... | /note ... | /send to: ..., text: ...",
    "ticket": "To fill it: /record caller name: ...; postcode: ... | /verify item: ..., result: ... | /note ... | "
    "/send to: ..., text: ...",
}
_CHOICES = "The words that a field takes: /help record FIELD, for instance /help record {field}."


def form_of(live: LiveCall) -> tuple[str, ...]:
    """The lines of the record as it stands: fields, THRIVE or identity, grade, and the log with what was sent."""
    names = Names.of(live.policy, live.desk)
    seen = [entry.event for entry in live.entries]
    assess = (*_thrive(seen, names), *_grade(seen, names)) if live.desk == "incident" else _identity(seen, names)
    chosen = next((field.label.lower() for field in names.fields() if names.field_choices(field)), "")
    return (
        *_fields(seen, names),
        *assess,
        *_log(live.entries, names),
        _HOW_TO_FILL[live.desk],
        _CHOICES.format(field=chosen),
    )


def field_of(live: LiveCall, name: str) -> Field | None:
    """A field of this desk by its id, its label or another name for it."""
    names = Names.of(live.policy, live.desk)
    return names.words.field(live.desk, name.replace("_", " ")) or names.words.field(live.desk, name)


def field_help(live: LiveCall, field: Field) -> tuple[str, ...]:
    """How one field is filled, and the words that it takes where it takes a few."""
    choices = Names.of(live.policy, live.desk).field_choices(field)
    example = choices[0] if choices else "..."
    may_be = (f"  one of: {', '.join(choices)}",) if choices else ("  any words",)
    return (f"/record {field.label.lower()}: {example}", *may_be, f"To empty it: /record {field.label.lower()}:")


def _fields(seen: Sequence[e.Event], names: Names) -> tuple[str, ...]:
    kept = {event.field: event.value for event in seen if isinstance(event, e.FieldRecorded)}
    fields = names.fields()
    filled = [field for field in fields if kept.get(field.id)]
    still_open = ", ".join(field.label for field in fields if field not in filled)
    return (
        f"Record: {len(filled)} of {len(fields)} fields filled",
        *(f"  {field.label}: {kept[field.id]}" for field in filled),
        *((f"  Open: {still_open}",) if still_open else ()),
    )


def _thrive(seen: Sequence[e.Event], names: Names) -> tuple[str, ...]:
    headings = names.choices("thrive")
    said: dict[str, str] = {}
    for event in seen:
        if isinstance(event, e.Assessed):
            level = level_label(event.level) if event.level else said.get(event.item, "").partition(":")[0]
            said[event.item] = ": ".join(part for part in (level, event.note) if part)
    still_open = ", ".join(one.label for one in headings if one.id not in said)
    return (
        "THRIVE",
        *(f"  {choice_label('thrive', item)}: {words}" for item, words in said.items()),
        *((f"  Open: {still_open}",) if still_open else ()),
    )


def _identity(seen: Sequence[e.Event], names: Names) -> tuple[str, ...]:
    results = {event.item: event.result for event in seen if isinstance(event, e.ItemVerified)}
    lines = tuple(f"  {choice_label('verification_items', item)}: {result}" for item, result in results.items())
    return ("Identity check", *(lines or (NOTHING_YET,)))


def _grade(seen: Sequence[e.Event], names: Names) -> tuple[str, ...]:
    grades = [event.grade for event in seen if isinstance(event, e.Graded)]
    if not grades:
        return ("Grade: none yet",)
    why = [event.because for event in seen if isinstance(event, e.GradeExplained) and event.grade == grades[-1]]
    return (f"Grade: {names.grade(grades[-1])}, {why[-1] if why else 'no rationale yet'}",)


def _log(entries: Sequence[Entry], names: Names) -> tuple[str, ...]:
    """Notes, and all that was sent, asked for, handed over and closed, with its time."""
    lines = [
        f"  {clock(entry.t_ms)} {words}"
        for entry in entries
        if not isinstance(entry.event, e.Graded | e.GradeExplained | e.ItemVerified)
        and (words := _logged(entry.event, names))
    ]
    return ("Log and messages", *(lines or (NOTHING_YET,)))


def _logged(event: e.Event, names: Names) -> str:
    if isinstance(event, e.Noted):
        return f"{choice_label('sections', event.section)}: {event.text}"
    return line_of(event, names) or ""

"""The journal: numbered, timed entries, and the one way they are written as JSON."""

import json
from collections.abc import Iterable, Iterator
from typing import TypeVar

from pydantic import TypeAdapter

from scenarios.scenario import Frozen
from simulator.events import Event


class Entry(Frozen):
    """One entry: its number from 1, its time in milliseconds from the first ring, what happened."""

    n: int
    t_ms: int
    event: Event


Journal = tuple[Entry, ...]
_E = TypeVar("_E", bound=Frozen)


def entry_json(entry: Entry) -> str:
    """The entry as one canonical line of JSON (sorted keys, no spaces, UTF-8 text)."""
    return json.dumps(entry.model_dump(mode="json"), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def entry_from_json(text: str) -> Entry:
    """The entry that `entry_json` wrote; raises pydantic.ValidationError for anything else."""
    return Entry.model_validate_json(text)


_JOURNAL: TypeAdapter[Journal] = TypeAdapter(Journal)


def journal_from_json(texts: Iterable[str]) -> Journal:
    """The journal whose entries `entry_json` wrote; raises pydantic.ValidationError for anything else."""
    return _JOURNAL.validate_json(f"[{','.join(texts)}]")


def to_lines(journal: Iterable[Entry]) -> str:
    """A journal as JSON lines."""
    return "".join(entry_json(entry) + "\n" for entry in journal)


def from_lines(text: str) -> Journal:
    """The journal that `to_lines` wrote."""
    # Not splitlines: what people write may hold other line ends (U+2028), which JSON leaves as they are.
    return journal_from_json(line for line in text.split("\n") if line.strip())


def clock(t_ms: int) -> str:
    """A time in a call for people: 00:53, or 1:02:03 from an hour on."""
    minutes, seconds = divmod(t_ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def of_kind(journal: Iterable[Entry], *kinds: type[_E]) -> Iterator[tuple[Entry, _E]]:
    """The entries whose event is of one of the kinds, each with its event."""
    for entry in journal:
        if isinstance(entry.event, kinds):
            yield entry, entry.event

"""Checks that the sound a call's journal names is there and unchanged, given the rows and a way to look."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from reports.recordings import State
from reports.stored import Broken
from simulator.events import RecordingKept
from simulator.journal import entry_from_json

Look = Callable[[RecordingKept], State]

_SIDES = {"handler": "the handler's side", "caller": "the caller's side"}
_WRONG = {"missing": "is missing", "changed": "was changed later"}


def sound_faults(
    call: Mapping[str, Any], entries: Iterable[Mapping[str, Any]], look: Look, removed: Collection[str]
) -> Iterator[Broken]:
    """What is wrong with a call's recordings; those that were deleted on record are not looked for."""
    for row in entries:
        kept = _kept(str(row["text"]))
        if kept is None or kept.digest in removed:
            continue
        wrong = _wrong(look, kept)
        if wrong:
            why = f"the recording of {_SIDES[kept.track]} ({kept.digest[:12]}, {kept.codec}) {wrong}"
            yield Broken(
                contact=f"{call['number']:05}", call_id=call["call_id"], what="recording", n=int(row["n"]), why=why
            )


def names_sound(text: str) -> bool:
    """Whether an entry, as it was sealed, may name a recording; reading each as a value would take long."""
    return '"recording_kept"' in text


def _wrong(look: Look, kept: RecordingKept) -> str:
    try:
        return _WRONG.get(look(kept), "")
    except OSError as refusal:
        return f"cannot be read ({refusal.strerror or refusal})"


def _kept(text: str) -> RecordingKept | None:
    if not names_sound(text):
        return None
    try:
        event = entry_from_json(text).event
    except ValidationError:
        return None  # named already: the entry does not agree with its seal
    return event if isinstance(event, RecordingKept) else None

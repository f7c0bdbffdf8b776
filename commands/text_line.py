"""A line typed at the text desk: words for the caller, deeds, or a question to the desk itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from commands.text_meant import meant
from scenarios.vocabulary import vocabulary
from scenarios.vocabulary.words import Desk
from simulator import actions
from simulator.desk.names import RECEIVES
from simulator.steps import STEP_NAMES, Step, Wait, steps_of

# The names a step's parameters may have in a line such as `/look_up system: gazetteer, query: alder rise`.
_NAMED = {
    "look_up": ("system", "query", "reason"),
    "verify": ("item", "result"),
    "update": ("record", "field", "value"),
    "grade": ("to", "because", "authority"),
    "refer": ("to", "consent"),
    "escalate": ("to", "about"),
    "send": ("to", "channel", "text"),
    "transfer": ("to", "warm"),
    "call_back": ("number", "source"),
    "hand_over": ("to", "text"),
    "close": ("category", "qualifiers", "result"),
    "note": ("section", "text"),
    "request": ("agency",),
    "open": ("record",),
    "reset": ("channel",),
    "restrict": ("level",),
    "link": ("log", "record"),
}
_OF_THE_DESK = ("form", "records", "help")
_NO_DEEDS = ("answer", "say")
_BARE = {
    "clear": "ends the call",
    "finish": "finishes wrap-up",
    "hold": "puts the caller on hold",
    "lock_screen": "locks the screen",
    "resume": "takes the caller off hold",
    "stop": "stops the run",
}
EXAMPLE_RECORD: Mapping[Desk, str] = {
    "incident": "location: 27 Alder Rise; postcode: WX4 7QD",
    "ticket": "member number: M-200417; summary: cannot sign in",
}
_A_LOG: Mapping[Desk, str] = {"incident": "HM-0033-091126", "ticket": "T-6012"}
ANSWERED = "The call is answered already: type what you say to the caller."
DEEDS = tuple(name for name in STEP_NAMES if name not in _NO_DEEDS)


@dataclass(frozen=True)
class Typed:
    """What a line means: steps to take, a question to the desk, or what is wrong with it; and which deed it names."""

    steps: tuple[Step, ...] = ()
    asked: str = ""
    wrong: str = ""
    deed: str = ""


def read_line(words: str, desk: Desk = "incident") -> Typed:
    """A line as typed at a desk; what does not begin with a slash is said to the caller."""
    words = words.strip()
    if not words.startswith("/"):
        return Typed(steps=(actions.Say(text=words),)) if words else Typed(asked="help")
    name, _, rest = words[1:].partition(" ")
    name, rest = name.strip().lower().replace("-", "_"), rest.strip()
    if name in _OF_THE_DESK:
        return Typed(asked=name)
    if name == "say":
        return read_line(rest, desk)
    if name == "answer":
        return Typed(wrong=ANSWERED)
    if name not in DEEDS:
        near = meant(name, (*DEEDS, *_OF_THE_DESK), desk)
        return Typed(wrong=f"There is no /{name}. {near or 'Type /help for the list.'}")
    if name in _BARE and rest:
        return Typed(wrong=_alone(name, rest))
    steps, faults = steps_of(name, _for_desk(name, _value(name, rest), desk), ())
    if faults:
        return Typed(wrong=f"/{name} needs {usage(name, desk)}.", deed=name)
    return Typed(steps=steps or (Wait(0),), deed=name)


def _alone(name: str, rest: str) -> str:
    """What is said when words follow a deed that takes none: nothing is done."""
    told = f"/{name} {_BARE[name]} and stands alone: nothing was done. "
    field = rest.rstrip(": ")
    if name == "clear" and _is_field(field):
        return told + f"To empty a field, record it with nothing: /record {field}:"
    return told + f"Type /{name} if you mean it."


def _for_desk(name: str, value: Any, desk: Desk) -> Any:
    """A hand-over that names nobody goes to whoever takes one over from this desk."""
    if name != "hand_over" or value is None:
        return value
    return {"to": RECEIVES[desk], **(value if isinstance(value, dict) else {"text": value})}


def usage(name: str, desk: Desk = "incident") -> str:
    """How a deed is typed at a desk, for instance `system: ..., query: ..., reason: ...`."""
    if name == "record":
        return f"field: value, for instance {EXAMPLE_RECORD[desk]}; because: ... gives the reason of a correction"
    if name == "assess":
        note = "men in the house" if desk == "incident" else "who is at risk"
        return f"a heading of THRIVE with its level, and a note: for instance threat: high, note: {note}"
    if name == "wait":
        return "a time, for instance 20s"
    if name == "verify":
        return "item: ..., result: passed or failed"
    if name == "link":
        return f"log: the number or id of the other log, as a look-up shows it, for instance log: {_A_LOG[desk]}"
    if name == "close":
        return "category: ..., qualifiers: one; another (or none), result: ..."
    if name in _BARE:
        return f"with nothing after it: it {_BARE[name]}"
    return ", ".join(f"{key}: ..." for key in _NAMED[name]) if name in _NAMED else "one value, or nothing"


def _value(name: str, rest: str) -> Any:
    if name == "link":
        rest = re.sub(r"^(?:log|record)(?:\s+|\s*$)", "", rest, flags=re.IGNORECASE)
    if not rest or (rest.lower(),) == _NAMED.get(name):
        return None  # the name of what is wanted, and not the thing itself
    if name == "assess":
        return _assessed(rest)
    if name == "record":
        return _pairs(rest, None) or rest
    found = _pairs(rest, _NAMED.get(name, ()))
    if not found:
        return rest
    if name == "link":
        return {"log": found.get("log") or found.get("record", "")}
    if "warm" in found:
        return {**found, "warm": found["warm"].lower() in ("yes", "true", "warm")}
    listed = found.get("qualifiers")
    return {**found, "qualifiers": [one.strip() for one in re.split("[;,]", listed)]} if listed else found


def _assessed(rest: str) -> dict[str, Any]:
    item, _, said = rest.partition(":")
    level, _, note = said.partition(", note:")
    return {item.strip(): {"level": level.strip() or None, "note": note.strip()}}


def _pairs(rest: str, names: tuple[str, ...] | None) -> dict[str, str]:
    """`a: x, b: y` as pairs; in a record the next field stands after a semicolon, since values hold commas."""
    if names is None:
        return _fields(rest)
    if not names:
        return {}
    found = re.split(rf"(?:^|,\s*)({'|'.join(names)})\s*:\s*", rest, flags=re.IGNORECASE)
    if found[0].strip():
        return {}
    return {key.lower(): value.strip() for key, value in zip(found[1::2], found[2::2], strict=True)}


def _fields(rest: str) -> dict[str, str]:
    """`name: Ann Marsh; location: 27 Alder Rise` as fields; what follows a semicolon and is no field is the value's.
    The reason of a correction stands after a semicolon, or after a comma as for a grade."""
    found: dict[str, str] = {}
    last = ""
    for part in _A_REASON.sub("; because:", rest).split(";"):
        key, colon, value = part.partition(":")
        if colon and (not last or _is_field(key) or key.strip().lower() == "because"):
            last = "because" if last and not _is_field(key) else key.strip()
            found[last] = value.strip()
        elif last:
            found[last] += f";{part}"
    return found


_A_REASON = re.compile(r",\s*because\s*:", re.IGNORECASE)


def _is_field(name: str) -> bool:
    words = vocabulary()
    return words.field("incident", name.strip()) is not None or words.field("ticket", name.strip()) is not None

"""Every word of a scenario that names something else: where it stands, what it must name, and its canonical form."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from scenarios.names import RESERVED, Names
from scenarios.problems import Fault, Where, fault, guess, hint
from scenarios.vocabulary.criteria import criteria

# Where triggers stand: `since`, `needs` and `unless` of each name moments.
_TRIGGERS = (
    "facts.*.told_when.when",
    "facts.*.first.when",
    "twists.*.when",
    "presses.*.when",
    "questions.*.when",
    "sounds.timed.*.when",
    "ends",
)

# Where a reference stands -> what it names. `*` is any key or item; a last `*` also takes a bare value where
# the language allows one or a list; `@` means the keys themselves.
REFERENCES: tuple[tuple[str, str], ...] = (
    ("caller.mood.starts", "mood"),
    ("caller.mood.calmed_by.*", "asked"),
    ("caller.mood.upset_by.*", "asked"),
    ("caller.manners.@", "intent"),
    ("opening_tells.*", "fact"),
    ("facts.*.field", "field"),
    ("facts.*.also_fields.*", "field"),
    ("facts.*.told_when.asked.*", "asked"),
    ("facts.*.told_when.needs.*", "moment"),
    ("facts.*.told_when.unless.*", "moment"),
    ("facts.*.first.asked.*", "asked"),
    ("facts.*.tags.*", "tag"),
    ("facts.*.known_by.*", "person"),
    ("facts.*.said_by.@", "person"),
    ("others.*.mood.starts", "mood"),
    ("others.*.mood.calmed_by.*", "asked"),
    ("others.*.mood.upset_by.*", "asked"),
    ("others.*.named_from.*", "moment"),
    ("passes.*.to", "person"),
    ("passes.*.asked.*", "asked"),
    ("passes.*.needs.*", "moment"),
    ("passes.*.unless.*", "moment"),
    ("spoken_of.*.about.@", "aspect"),
    ("spoken_of.*.elsewhere.*", "aspect"),
    ("answers.*.by.*", "person"),
    ("presses.*.by", "person"),
    ("questions.*.by", "person"),
    ("twists.*.speaker", "person"),
    ("twists.*.phone_to", "person"),
    ("answers.*.to.*", "asked"),
    ("answers.*.if.*", "moment"),
    ("answers.*.unless.*", "moment"),
    ("twists.*.reveals.*", "fact"),
    ("twists.*.mood", "mood"),
    ("presses.*.asks_for.*", "restricted"),
    ("presses.*.mood", "mood"),
    ("questions.*.answered_by.*", "asked"),
    ("records.@", "system"),
    ("verification.request", "verification"),
    ("verification.items.@", "verification_item"),
    ("verification.items.*.fact", "fact"),
    ("verification.items.*.record", "record"),
    ("accepts.grade.*", "grade"),
    ("accepts.category.*", "category"),
    ("accepts.closing.category.*", "category"),
    ("accepts.closing.qualifiers.*", "qualifier"),
    ("accepts.closing.result.*", "result"),
    ("accepts.requests.*.agency", "agency"),
    ("accepts.requests.*.since", "moment"),
    ("accepts.routes.*", "route"),
    ("accepts.signposts.*", "signpost"),
    ("accepts.referrals.*", "referral"),
    ("accepts.escalations.*", "role"),
    ("accepts.restrict.*", "restriction"),
    ("accepts.reset_channels.*", "reset_channel"),
    ("accepts.updates.*.record", "record"),
    ("accepts.updates.*.fact", "fact"),
    ("accepts.handover.*", "fact"),
    ("accepts.look_ups.*", "system"),
    ("accepts.purposes.*", "purpose"),
    ("accepts.records.*", "record"),
    ("never.ask.*", "asked"),
    ("never.outcomes.*", "outcome"),
    ("stay_on_line_until", "moment"),
    ("marking.*.point", "point"),
    *((f"{block}.{part}", "moment") for block in _TRIGGERS for part in ("since", "needs.*", "unless.*")),
)

_ID = re.compile(r"[a-z][a-z0-9_-]{0,60}")
_FREE = ("record", "marking point")  # ids of these are not the author's to shape
SPEAKERS = ("caller", "relay", "operator", "handler")  # nobody else may be called so
_MOMENTOUS = ("fact", "twist")  # these share one set of ids, since both name moments
_CRITERION = re.compile(r"\d{2}-\d{1,2}\.\d{1,2}")


def named(data: dict[str, Any], names: Names) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """The data with every reference in its canonical form, and a fault for each that names nothing."""
    copy, found = canonical(data, names, REFERENCES)
    return copy, (*found, *_criteria(data), *_id_faults(data))


def canonical(
    data: dict[str, Any], names: Names, references: Iterable[tuple[str, str]]
) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """The data with the references at these places in canonical form, and a fault for each that names nothing."""
    copy: dict[str, Any] = _copied(data)
    faults: list[Fault] = []
    for pattern, kind in references:
        for where, word, put in _found(copy, tuple(pattern.split(".")), ()):
            name = names.resolve(kind, word)
            if name.found is None:
                on_key = pattern.endswith("@")
                said = {"word": name.word, "hint": hint(name.word, name.options), "intent": name.of}
                faults.append(fault(where, name.code, on_key=on_key, **said))
                if near := guess(name.word, name.options):
                    put(name.before + near)  # what was meant, for a draft; a faulty file is never played
            elif name.found != word:
                put(name.found)
    return copy, tuple(faults)


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(inner) for key, inner in value.items()}
    return [_copied(inner) for inner in value] if isinstance(value, list) else value


Put = Callable[[str], None]


def _found(data: Any, pattern: tuple[str, ...], where: Where) -> Iterator[tuple[Where, str, Put]]:
    head, rest = pattern[0], pattern[1:]
    if head == "@":
        for key in list(data) if isinstance(data, dict) else ():
            yield (*where, key), key, _renamer(data, key)
        return
    for key in _steps(data, head):
        inner, here = data[key], (*where, key)
        if isinstance(inner, str) and rest in ((), ("*",)):
            yield here, inner, _setter(data, key)
        elif rest:
            yield from _found(inner, rest, here)


def _steps(data: Any, head: str) -> list[Any]:
    if head == "*":
        return list(data) if isinstance(data, dict) else list(range(len(data))) if isinstance(data, list) else []
    return [head] if isinstance(data, dict) and head in data else []


def _setter(data: Any, key: Any) -> Put:
    def put(word: str) -> None:
        data[key] = word

    return put


def _renamer(data: dict[str, Any], key: str) -> Put:
    def put(word: str) -> None:
        items = [(word if old == key else old, value) for old, value in data.items()]
        data.clear()
        data.update(items)

    return put


def _criteria(data: dict[str, Any]) -> Iterator[Fault]:
    for where, word, _ in _found(data, ("plan", "criteria", "*"), ()):
        if not _CRITERION.fullmatch(word):
            yield fault(where, "R28", word=word)
        elif word not in criteria():
            yield fault(where, "R56", word=word, hint=hint(word, criteria()))


def _id_faults(data: dict[str, Any]) -> Iterator[Fault]:
    seen: set[tuple[str, str]] = set()
    for kind, where, word, on_key in _ids_given(data):
        if kind not in _FREE and not _ID.fullmatch(word):
            yield fault(where, "R32", on_key=on_key, word=word)
        elif word in (RESERVED if kind in _MOMENTOUS else SPEAKERS if kind == "person" else ()):
            yield fault(where, "R30", on_key=on_key, word=word)
        mark = ("moment" if kind in _MOMENTOUS else kind, word)
        if mark in seen:
            yield fault(where, "R29", on_key=on_key, kind=kind, word=word)
        seen.add(mark)


def _ids_given(data: dict[str, Any]) -> Iterator[tuple[str, Where, str, bool]]:
    facts = data.get("facts")
    for key in facts if isinstance(facts, dict) else ():
        yield "fact", ("facts", key), key, True
    others = data.get("others")
    for key in others if isinstance(others, dict) else ():
        yield "person", ("others", key), key, True
    for part, kind in (("twists", "twist"), ("presses", "press"), ("questions", "question"),
                       ("restricted", "restricted value")):  # fmt: skip
        for where, word, _ in _found(data, (part, "*", "id"), ()):
            yield kind, where, word, False
    for where, word, _ in _found(data, ("records", "*", "*", "id"), ()):
        yield "record", where, word, False
    for where, word, _ in _found(data, ("marking", "*", "point"), ()):
        yield "marking point", where, word, False

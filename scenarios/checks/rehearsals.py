"""Whether a rehearsal file fits its scenario: steps, their parameters, the names in them, the marks expected."""

from collections.abc import Iterable, Iterator
from typing import Any

from scenarios.limits import LONGEST_TEXT
from scenarios.names import Names
from scenarios.problems import Fault, Where, fault, hint
from scenarios.scenario import CompiledScenario, milliseconds
from scenarios.vocabulary import vocabulary
from scenarios.vocabulary.steps import StepWords, steps

KEYS = ("scenario", "seed", "policy", "mode", "pace", "do", "expect", "about")
VERDICTS = ("met", "partly", "not_met", "waived", "not_applicable", "for_assessor")
OUTCOMES = ("met", "not_met", "referred", "interrupted", "stopped")


def rehearsal_faults(data: dict[str, Any], names: Names, scenario: CompiledScenario | None) -> Iterator[Fault]:
    """What is wrong with a rehearsal's data; `names` and `scenario` are those of the call it plays."""
    yield from _head_faults(data)
    do = data.get("do")
    if do is None:
        yield fault((), "M01", key="do", owner="the rehearsal")
    elif not isinstance(do, list):
        yield fault(("do",), "M04", key="do")
    else:
        for number, item in enumerate(do):
            yield from _step_faults(item, ("do", number), names)
    yield from _expect_faults(data.get("expect"), scenario)


def _unknown(where: Where, code: str, word: str, known: Iterable[str], on_key: bool = False) -> Iterator[Fault]:
    options = tuple(known)
    if word not in options:
        yield fault(where, code, on_key=on_key, word=word, hint=hint(word, options))


def _head_faults(data: dict[str, Any]) -> Iterator[Fault]:
    for key in data:
        if key not in KEYS:
            yield fault((key,), "M02", on_key=True, key=key, owner="the rehearsal", hint=hint(key, KEYS))
    if "scenario" not in data:
        yield fault((), "M01", key="scenario", owner="the rehearsal")
    seed = data.get("seed", 1)
    if not isinstance(seed, int) or isinstance(seed, bool) or seed < 1:
        yield fault(("seed",), "R51", word=seed)
    for key, known in (("mode", ("practice", "assessment")), ("pace", ("spoken", "typed"))):
        value = data.get(key, known[0])
        if value not in known:
            yield fault((key,), "M08", key=key, value=value, hint=hint(str(value), known))


def _step_faults(item: Any, where: Where, names: Names) -> Iterator[Fault]:
    if isinstance(item, str):
        name, value, at = item, None, where
    elif isinstance(item, dict) and len(item) == 1:
        ((name, value),) = item.items()
        at = (*where, name)
    else:
        yield fault(where, "R46")
        return
    yield from _length_faults(value, at)
    step = steps().get(name)
    if step is None:
        yield fault(at, "R37", on_key=isinstance(item, dict), word=name, hint=hint(name, steps()))
    elif step.keys is not None:
        yield from _keyed_faults(step, value, at, names)
    elif name == "wait":
        yield from _wait_faults(value, at)
    else:
        yield from _parameter_faults(step, value, at, names)


def _length_faults(value: Any, where: Where) -> Iterator[Fault]:
    """Texts that the engine would cut."""
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        yield fault(where, "R57", many=f"{len(value):,}", most=f"{LONGEST_TEXT:,}")
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _length_faults(part, (*where, key))


def _wait_faults(value: Any, where: Where) -> Iterator[Fault]:
    try:
        milliseconds(value)
    except ValueError as error:
        yield fault(where, "M12", key="wait", value=value, said=error)


def _keyed_faults(step: StepWords, value: Any, where: Where, names: Names) -> Iterator[Fault]:
    if not isinstance(value, dict) or not value:
        yield fault(where, "M05", key=step.id, hint=f"Write `{step.id}: {{...}}` with at least one.")
        return
    for key, given in value.items():
        if key in step.others:
            continue
        if step.keys == "thrive":
            yield from _thrive_faults(key, given, (*where, key), names)
            continue
        name = names.resolve("field", key)
        if name.found is None:
            yield fault((*where, key), name.code, on_key=True, word=key, hint=hint(key, name.options))


def _thrive_faults(key: str, given: Any, where: Where, names: Names) -> Iterator[Fault]:
    headings = names.words.lists["thrive"]
    if names.words.choice("thrive", key) is None:
        yield fault(where, "R50", on_key=True, word=key, hint=hint(key, headings))
    level = given.get("level") if isinstance(given, dict) else given
    if isinstance(level, str):
        at = (*where, "level") if isinstance(given, dict) else where
        yield from _unknown(at, "R48", level, names.words.levels)


def _parameter_faults(step: StepWords, value: Any, where: Where, names: Names) -> Iterator[Fault]:
    given = value if isinstance(value, dict) else {} if value is None else {step.main or "": value}
    for key in given:
        if key not in step.known:
            word = key or str(value)
            yield fault(
                (*where, key) if isinstance(value, dict) else where,
                "R44", on_key=isinstance(value, dict), step=step.id, word=word, hint=hint(word, step.known),
            )  # fmt: skip
    for key in step.needed:
        if given.get(key) is None:
            yield fault(where, "R45", on_key=True, step=step.id, word=key)
    for key, kind in step.names.items():
        at = (*where, key) if isinstance(value, dict) else where
        for place, word in _words(given.get(key), at):
            yield from _name_faults(kind, word, place, names)


def _words(value: Any, where: Where) -> Iterator[tuple[Where, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, list):
        for number, word in enumerate(value):
            if isinstance(word, str):
                yield (*where, number), word
    elif value is not None and not isinstance(value, dict):
        yield where, str(value)  # a bare figure is a name as well, and seldom a known one


def _name_faults(kind: str, word: str, where: Where, names: Names) -> Iterator[Fault]:
    if kind == "section":
        known = names.words.lists["sections"]
        if names.words.choice("sections", word) is None:
            yield fault(where, "R49", word=word, hint=hint(word, known))
        return
    name = names.resolve(kind, word)
    if name.found is None:
        yield fault(where, name.code, word=word, hint=hint(word, name.options))


def _expect_faults(expect: Any, scenario: CompiledScenario | None) -> Iterator[Fault]:
    if expect is None:
        return
    if not isinstance(expect, dict):
        yield fault(("expect",), "M05", key="expect", hint="Write `expect: {outcome: met, V01: met}`.")
        return
    used = {choice.point for choice in scenario.surfaces[0].marking} if scenario else None
    for key, verdict in expect.items():
        where: Where = ("expect", key)
        if key == "outcome":
            yield from _unknown(where, "R39", str(verdict), OUTCOMES)
        elif key not in vocabulary().points:
            yield fault(where, "R12", on_key=True, word=key, hint=hint(key, vocabulary().points))
        else:
            if used is not None and key not in used:
                yield fault(where, "R47", on_key=True, word=key)
            yield from _unknown(where, "R38", str(verdict), VERDICTS)

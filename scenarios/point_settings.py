"""Whether what a scenario sets for its marking points is something they have, and of the right kind."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from scenarios.problems import Fault, Where, fault, hint
from scenarios.scenario import milliseconds
from scenarios.vocabulary.settings import SettingWords, settings


def setting_faults(data: dict[str, Any]) -> Iterator[Fault]:
    """The settings under `marking:` that no point has, or that have the wrong kind of value."""
    marking = data.get("marking")
    for number, choice in enumerate(marking if isinstance(marking, list) else ()):
        point, chosen = (choice.get("point"), choice.get("with")) if isinstance(choice, dict) else (None, None)
        if not isinstance(point, str) or not isinstance(chosen, dict):
            continue
        known = settings().get(point, {})
        for name, value in chosen.items():
            yield from _faults(("marking", number, "with", name), point, name, value, known)


def _faults(where: Where, point: str, name: str, value: Any, known: Mapping[str, SettingWords]) -> Iterator[Fault]:
    if name not in known:
        yield fault(where, "R52", on_key=True, point=point, word=name, hint=hint(name, known))
        return
    fits, wanted = _KINDS[known[name].kind]
    if not fits(value):
        yield fault(where, "R53", point=point, word=name, wanted=wanted, says=known[name].says)


def _is_duration(value: Any) -> bool:
    try:
        milliseconds(value)
    except ValueError:
        return False
    return True


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


_KINDS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "duration": (_is_duration, "a duration such as 20s"),
    "count": (lambda value: _is_number(value) and isinstance(value, int) and value >= 0, "a whole number"),
    "share": (lambda value: _is_number(value) and 0 < value <= 1, "a number above 0 and up to 1"),
    "flag": (lambda value: isinstance(value, bool), "true or false"),
    "name": (_is_name, "one word"),
    "names": (lambda value: isinstance(value, list) and all(map(_is_name, value)), "a list of words"),
}

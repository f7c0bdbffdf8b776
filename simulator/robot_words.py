"""What a scenario lends a robot that does wrong: a decoy, a secret, a wrong grade, advice that must not be given."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from scenarios.scenario import Scenario
from scenarios.vocabulary import vocabulary

_MARK = re.compile(r"\{([a-z_]+)\}")


class Unfit(Exception):
    """A change needs something that this scenario does not have; the words say what."""


def filled(written: Any, scenario: Scenario) -> Any:
    """A written step with every `{name}` filled in from the scenario; raises Unfit where it has no such thing."""
    if isinstance(written, Mapping):
        return {key: filled(value, scenario) for key, value in written.items()}
    if isinstance(written, list | tuple):
        return [filled(value, scenario) for value in written]
    if not isinstance(written, str):
        return written
    return _MARK.sub(lambda mark: _thing(mark.group(1), scenario), written)


def _thing(name: str, scenario: Scenario) -> str:
    if name not in _THINGS:
        raise Unfit(f"nothing is called {{{name}}}")
    found = _THINGS[name](scenario)
    if not found:
        raise Unfit(f"{scenario.id} has no {name.replace('_', ' ')}")
    return found


def _decoy(scenario: Scenario) -> str:
    return next((row.id for rows in scenario.records.values() for row in rows if row.decoy), "")


def _right_record(scenario: Scenario) -> str:
    return next(iter(scenario.accepts.records), "")


def _secret(scenario: Scenario) -> str:
    return next((one.value for one in scenario.restricted), "")


def _admission(scenario: Scenario) -> str:
    return next((words for one in scenario.restricted for words in one.confirms), "")


def _wrong_grade(scenario: Scenario) -> str:
    grades = ("priority", "scheduled", "immediate")
    return next((grade for grade in grades if grade not in scenario.accepts.grade), "")


def _outcome_never(scenario: Scenario) -> str:
    return next(reversed(scenario.never.outcomes), "")


def _needless_question(scenario: Scenario) -> str:
    intents = vocabulary().intents
    asked = (name.partition(":")[0] for name in scenario.never.ask)
    return next((intents[name].examples[0] for name in asked if intents[name].examples), "")


def _unsafe_advice(scenario: Scenario) -> str:
    return next(iter(scenario.never.advice), "")


def _promise(scenario: Scenario) -> str:
    return next(iter(scenario.never.promises), "")


def _held(scenario: Scenario) -> str:
    items = scenario.verification.items if scenario.verification else {}
    born = items.get("date_of_birth")
    return born.held if born else next((item.held for item in items.values()), "")


def _name(scenario: Scenario) -> str:
    return scenario.caller.name


_THINGS: Mapping[str, Callable[[Scenario], str]] = {
    "decoy": _decoy,
    "right_record": _right_record,
    "secret": _secret,
    "admission": _admission,
    "wrong_grade": _wrong_grade,
    "outcome_never": _outcome_never,
    "needless_question": _needless_question,
    "unsafe_advice": _unsafe_advice,
    "promise": _promise,
    "held": _held,
    "caller": _name,
}

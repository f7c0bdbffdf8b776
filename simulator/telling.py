"""Which fact a question brings out, and in what words."""

from collections.abc import Iterable
from dataclasses import dataclass

from scenarios.scenario import Fact, Place, Scenario
from simulator.heard import HeardIntent
from simulator.mind import Mind
from simulator.moments import Moments


@dataclass(frozen=True)
class Brought:
    """What a question brings out: a fact told, told again, or withheld; `key` names the wording."""

    fact: str
    lines: tuple[str, ...]
    key: str
    first_time: bool = False
    exact: bool = False  # the question's slot names this fact


def value_told(fact: Fact) -> str:
    """The value as the caller gives it (which may not be the truth)."""
    if fact.told_as is not None:
        return fact.told_as
    return place_text(fact.value) if isinstance(fact.value, Place) else fact.value


def place_text(place: Place) -> str:
    """A place on one line."""
    return ", ".join(part for part in (place.line, place.town, place.postcode) if part)


def brought_out(scenario: Scenario, mind: Mind, moments: Moments, intent: HeardIntent) -> Brought | None:
    """The fact that an intent brings out, or None where it asks for none. One fact a question."""
    asked_for, exact = _asked_for(scenario, intent)
    untold = [name for name in asked_for if name not in mind.told]
    for name in untold:
        if _willing(scenario.facts[name], mind, moments):
            return Brought(name, scenario.facts[name].says, f"says:{name}", first_time=True, exact=exact)
    for name in untold:
        if scenario.facts[name].withheld:
            return Brought(name, scenario.facts[name].withheld, f"withheld:{name}", exact=exact)
    # Asked again, the first in the file is the nearest to the question; what is no longer so is not repeated.
    told = [name for name in asked_for if name in mind.told]
    still = [name for name in told if _willing(scenario.facts[name], mind, moments)] or told
    if still:
        fact = scenario.facts[still[0]]
        return Brought(still[0], fact.again or fact.says, f"again:{still[0]}", exact=exact)
    return None


def _asked_for(scenario: Scenario, intent: HeardIntent) -> tuple[list[str], bool]:
    exact: list[str] = []
    bare: list[str] = []
    for name, fact in scenario.facts.items():
        fitting = [asked for asked in fact.told_when.asked if intent.answers_to(asked)]
        if fitting:
            (exact if any(":" in asked for asked in fitting) else bare).append(name)
    # A slot that some fact names exactly is not a question for the others.
    return exact or bare, bool(exact)


def _willing(fact: Fact, mind: Mind, moments: Moments) -> bool:
    told = fact.told_when
    if any(map(moments.happened, told.unless)):
        return False
    return (told.trust is None or mind.trust >= told.trust) and all(map(moments.happened, told.needs))


def volunteered(scenario: Scenario, mind: Mind, moments: Moments) -> Iterable[tuple[int, str]]:
    """The facts with a moment of their own that are ready and untold, each with its time."""
    for name, fact in scenario.facts.items():
        when = fact.told_when.when
        if when is None or name in mind.told or not _willing(fact, mind, moments):
            continue
        ready = moments.ready_at(when)
        if ready is not None:
            yield ready, name

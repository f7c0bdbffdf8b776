"""Which fact a question brings out, and in what words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from scenarios.once import once
from scenarios.scenario import Fact, Place, Scenario
from simulator.heard import HeardIntent
from simulator.mind import Mind
from simulator.moments import NEVER, Moments

Whole = Literal["full", "partial", "mistaken"]  # how much of the truth a telling is


@dataclass(frozen=True)
class Brought:
    """What a question brings out: a fact told, told again, or withheld; `key` names the wording."""

    fact: str
    lines: tuple[str, ...]
    key: str
    first_time: bool = False
    exact: bool = False  # the question's slot names this fact
    puts_right: bool = False  # told before in part or mistaken, and now in full


def value_told(fact: Fact) -> str:
    """The value as the caller gives it (which may not be the truth)."""
    if fact.told_as is not None:
        return fact.told_as
    return place_text(fact.value) if isinstance(fact.value, Place) else fact.value


def value_so_far(fact: Fact, mind: Mind, name: str) -> str:
    """The value as it has been told so far: of what came out in part or mistaken, that; otherwise as they tell it."""
    if fact.first is None or name not in mind.unsettled:
        return value_told(fact)
    return first_value(fact)


def first_value(fact: Fact) -> str:
    """The value of a first telling that was not the whole truth; the truth where there is none."""
    if fact.first is None:
        return value_told(fact)
    value = fact.first.value
    return place_text(value) if isinstance(value, Place) else value


def other_forms(fact: Fact) -> tuple[str, ...]:
    """Other ways of writing the value that are right."""
    return fact.value.forms if isinstance(fact.value, Place) else ()


def place_text(place: Place) -> str:
    """A place on one line."""
    return ", ".join(part for part in (place.line, place.town, place.postcode) if part)


def brought_out(scenario: Scenario, mind: Mind, moments: Moments, intent: HeardIntent) -> Brought | None:
    """The fact that an intent brings out, or None where it asks for none. One fact a question."""
    asked_for, exact = _asked_for(scenario, intent)
    untold = [name for name in asked_for if name not in mind.told]
    for name in untold:
        fact = scenario.facts[name]
        if willing(fact, mind, moments):
            lines, key = (fact.first.says, f"first:{name}") if fact.first else (fact.says, f"says:{name}")
            return Brought(name, lines, key, first_time=True, exact=exact)
    for name in _to_put_right(scenario, mind, intent):
        first = scenario.facts[name].first
        if first is not None:
            return Brought(name, first.put_right, f"right:{name}", first_time=True, exact=exact, puts_right=True)
    told = [name for name in asked_for if name in mind.told]
    for name in untold:
        # What only somebody else here knows is not refused where they have told what was asked themselves.
        if scenario.facts[name].withheld and not (told and NEVER in scenario.facts[name].told_when.needs):
            return Brought(name, scenario.facts[name].withheld, f"withheld:{name}", exact=exact)
    # Asked again, the first in the file is the nearest to the question; what is no longer so is not repeated.
    told = [now for name in told if (now := _as_it_stands(scenario, mind, moments, name))]
    still = [name for name in told if willing(scenario.facts[name], mind, moments)] or told
    if still:
        fact = scenario.facts[still[0]]
        return Brought(still[0], fact.again or fact.says, f"again:{still[0]}", exact=exact)
    return None


def _as_it_stands(scenario: Scenario, mind: Mind, moments: Moments, name: str) -> str:
    """A told fact, or the one told since that says otherwise of the same thing; nothing where its moment is over."""
    fact = scenario.facts[name]
    later = mind.told[mind.told.index(name) + 1 :]
    # Only a yes or a no rules the other out: two people, or two markers, may both stand in one field.
    of_same = [other for other in later if fact.field is not None and scenario.facts[other].field == fact.field]
    otherwise = [other for other in of_same if value_told(scenario.facts[other]) != value_told(fact)]
    if otherwise and scenario.fact_kind(name) == "answer":
        return otherwise[-1]
    return "" if any(map(moments.happened, fact.told_when.unless)) else name


def _to_put_right(scenario: Scenario, mind: Mind, intent: HeardIntent) -> Iterable[str]:
    """What was told in part or mistaken and comes right when it is asked for once more."""
    for name in mind.unsettled:
        fact = scenario.facts[name]
        asked = (*fact.told_when.asked, *(fact.first.asked if fact.first else ()))
        if any(map(intent.answers_to, asked)):
            yield name


def _asked_for(scenario: Scenario, intent: HeardIntent) -> tuple[tuple[str, ...], bool]:
    facts = _by_question(scenario)
    exact = facts.get(f"{intent.id}:{intent.slot}", ()) if intent.slot else ()
    # A slot that some fact names exactly is not a question for the others.
    return exact or facts.get(intent.id, ()), bool(exact)


@once
def _by_question(scenario: Scenario) -> Mapping[str, tuple[str, ...]]:
    """The facts that each question brings out, by INTENT or INTENT:slot, in the scenario's order."""
    found: dict[str, list[str]] = {}
    for name, fact in scenario.facts.items():
        for asked in dict.fromkeys(fact.told_when.asked):
            found.setdefault(asked, []).append(name)
    return MappingProxyType({asked: tuple(names) for asked, names in found.items()})


def willing(fact: Fact, mind: Mind, moments: Moments) -> bool:
    """Whether they would tell it now: trusted enough, with what it needs, and before its moment is over."""
    told = fact.told_when
    if any(map(moments.happened, told.unless)):
        return False
    return (told.trust is None or mind.trust >= told.trust) and all(map(moments.happened, told.needs))


def volunteered(scenario: Scenario, mind: Mind, moments: Moments) -> Iterable[tuple[int, str]]:
    """The facts with a moment of their own that are ready, each with its time: untold, or to be put right."""
    for name, fact in _with_moments(scenario):
        if name not in mind.told:
            when = fact.told_when.when
            when = when if when is not None and willing(fact, mind, moments) else None
        else:
            when = fact.first.when if fact.first is not None and name in mind.unsettled else None
        ready = moments.ready_at(when) if when is not None else None
        if ready is not None:
            yield ready, name


@once
def _with_moments(scenario: Scenario) -> tuple[tuple[str, Fact], ...]:
    """The facts that come out, or come right, at a moment of their own; most wait until they are asked for."""
    return tuple(
        (name, fact)
        for name, fact in scenario.facts.items()
        if fact.told_when.when is not None or (fact.first is not None and fact.first.when is not None)
    )


def unasked(fact: Fact, mind: Mind, name: str) -> tuple[tuple[str, ...], str]:
    """The lines in which a fact comes out by itself, and their key."""
    if fact.first is None:
        return fact.says, f"says:{name}"
    return (fact.first.put_right, f"right:{name}") if name in mind.unsettled else (fact.first.says, f"first:{name}")

"""The situation in which the handler's words are understood: what the caller knows, has told, may not hear."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from scenarios.once import once
from scenarios.scenario import Fact, Scenario
from simulator.mind import Mind
from simulator.telling import other_forms, value_so_far, value_told
from simulator.understanding.situation import KnownFact, Secret, Situation

MANY_EARLIER = 6


def situation(scenario: Scenario, mind: Mind, earlier: tuple[str, ...]) -> Situation:
    """The scenario's side of understanding, as things stand."""
    scene = _scene(scenario)
    return Situation(
        facts=tuple(_known(scenario, name, mind) for name in scenario.facts),
        secrets=scene.secrets,
        safe_advice=scenario.accepts.advice,
        unsafe_advice=scenario.never.advice,
        promises=scenario.never.promises,
        topics=scene.topics,
        expected=_expected(scenario, mind),
        asked=scene.asked,
        last_caller_line=mind.last_line,
        earlier=earlier[-MANY_EARLIER:],
    )


@dataclass(frozen=True, eq=False)
class _Scene:
    """What is the same at every line of every call of a scenario."""

    secrets: tuple[Secret, ...]
    topics: tuple[tuple[str, tuple[str, ...]], ...]
    asked: frozenset[str]
    untold: Mapping[str, KnownFact]
    told: Mapping[str, KnownFact]
    asks: tuple[tuple[str, tuple[str, ...]], ...]  # each fact and the intents that bring it out


@once
def _scene(scenario: Scenario) -> _Scene:
    untold = {name: _fact(scenario, name) for name in scenario.facts}
    return _Scene(
        secrets=tuple(Secret(s.id, s.value, s.phrases, s.confirms) for s in scenario.restricted),
        topics=tuple((name, topic.examples) for name, topic in scenario.topics.items()),
        asked=_asked(scenario),
        untold=MappingProxyType(untold),
        told=MappingProxyType({name: replace(fact, told=True) for name, fact in untold.items()}),
        asks=tuple((name, _intents(fact)) for name, fact in scenario.facts.items()),
    )


def _fact(scenario: Scenario, name: str) -> KnownFact:
    fact = scenario.facts[name]
    return KnownFact(name, scenario.fact_kind(name), value_told(fact), other_forms(fact), field=fact.field)


def _intents(fact: Fact) -> tuple[str, ...]:
    return tuple(name.partition(":")[0] for name in fact.told_when.asked if not name.startswith("topic:"))


def _known(scenario: Scenario, name: str, mind: Mind) -> KnownFact:
    if name not in mind.unsettled:
        return (_scene(scenario).told if name in mind.told else _scene(scenario).untold)[name]
    fact = scenario.facts[name]
    # While they have it wrong or in part, the truth is right as well: who names it has found them out.
    forms = (value_told(fact), *other_forms(fact))
    return KnownFact(
        id=name,
        kind=scenario.fact_kind(name),
        value=value_so_far(fact, mind, name),
        forms=forms,
        told=name in mind.told,
        field=fact.field,
    )


def _asked(scenario: Scenario) -> frozenset[str]:
    names = {name for fact in scenario.facts.values() for name in fact.told_when.asked}
    return frozenset(name for name in names if not name.startswith("topic:"))


def _expected(scenario: Scenario, mind: Mind) -> tuple[str, ...]:
    asked = (name for fact, names in _scene(scenario).asks if fact not in mind.told for name in names)
    return tuple(dict.fromkeys(asked))

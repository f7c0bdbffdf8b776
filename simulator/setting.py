"""The situation in which the handler's words are understood: what the caller knows, has told, may not hear."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from scenarios.once import once
from scenarios.scenario import Fact, Scenario
from simulator.answers.telling import first_value, other_forms, value_told
from simulator.mind import Mind
from simulator.secrets import secrets
from simulator.understanding.lasting import Lasting
from simulator.understanding.situation import KnownFact, Named, Secret, Situation

MANY_EARLIER = 6


def situation(scenario: Scenario, mind: Mind, earlier: tuple[str, ...]) -> Situation:
    """The scenario's side of understanding, as things stand."""
    scene = _scene(scenario)
    facts, expected = _so_far(scene, frozenset(mind.told), frozenset(mind.unsettled))
    return Situation(
        facts=facts,
        secrets=scene.secrets,
        safe_advice=scenario.accepts.advice,
        unsafe_advice=scenario.never.advice,
        promises=scenario.never.promises,
        topics=scene.topics,
        people=scene.people,
        expected=expected,
        asked=scene.asked,
        last_caller_line=mind.last_line,
        earlier=earlier[-MANY_EARLIER:],
    )


@dataclass(frozen=True, eq=False)
class _Scene:
    """What is the same at every line of every call of a scenario."""

    scenario: Scenario
    secrets: tuple[Secret, ...]
    topics: tuple[tuple[str, tuple[str, ...]], ...]
    people: tuple[Named, ...]
    asked: frozenset[str]
    untold: Mapping[str, KnownFact]
    told: Mapping[str, KnownFact]
    asks: tuple[tuple[str, tuple[str, ...]], ...]  # each fact and the intents that bring it out


@once
def _scene(scenario: Scenario) -> _Scene:
    untold = {name: _fact(scenario, name) for name in scenario.facts}
    return _Scene(
        scenario=scenario,
        secrets=secrets(scenario),
        topics=Lasting((name, topic.examples) for name, topic in scenario.topics.items()),
        people=tuple(Named(name, one.called, one.pronoun) for name, one in scenario.spoken_of.items()),
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


@lru_cache(maxsize=4096)  # asked at every utterance, and calls of a scenario come by the same
def _so_far(
    scene: _Scene, told: frozenset[str], unsettled: frozenset[str]
) -> tuple[tuple[KnownFact, ...], tuple[str, ...]]:
    """The facts as they have been told by now, and the intents that bring out those that have not."""
    facts = tuple(_known(scene, name, told, unsettled) for name in scene.untold)
    asked = (name for fact, names in scene.asks if fact not in told for name in names)
    return facts, tuple(dict.fromkeys(asked))


def _known(scene: _Scene, name: str, told: frozenset[str], unsettled: frozenset[str]) -> KnownFact:
    if name not in unsettled:
        return (scene.told if name in told else scene.untold)[name]
    # While they have it wrong or in part, the truth is right as well: who names it has found them out.
    fact, whole = scene.scenario.facts[name], scene.untold[name]
    return replace(whole, value=first_value(fact), forms=(whole.value, *whole.forms), told=name in told)


def _asked(scenario: Scenario) -> frozenset[str]:
    names = {name for fact in scenario.facts.values() for name in fact.told_when.asked}
    return frozenset(name for name in names if not name.startswith("topic:"))

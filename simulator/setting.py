"""The situation in which the handler's words are understood: what the caller knows, has told, may not hear."""

from scenarios.scenario import Scenario
from simulator.mind import Mind
from simulator.telling import other_forms, value_so_far, value_told
from simulator.understanding.situation import KnownFact, Secret, Situation

MANY_EARLIER = 6


def situation(scenario: Scenario, mind: Mind, earlier: tuple[str, ...]) -> Situation:
    """The scenario's side of understanding, as things stand."""
    return Situation(
        facts=tuple(_known(scenario, name, mind) for name in scenario.facts),
        secrets=tuple(Secret(s.id, s.value, s.phrases, s.confirms) for s in scenario.restricted),
        safe_advice=scenario.accepts.advice,
        unsafe_advice=scenario.never.advice,
        promises=scenario.never.promises,
        topics=tuple((name, topic.examples) for name, topic in scenario.topics.items()),
        expected=_expected(scenario, mind),
        asked=_asked(scenario),
        last_caller_line=mind.last_line,
        earlier=earlier[-MANY_EARLIER:],
    )


def _known(scenario: Scenario, name: str, mind: Mind) -> KnownFact:
    fact = scenario.facts[name]
    unsettled = name in mind.unsettled
    # While they have it wrong or in part, the truth is right as well: who names it has found them out.
    forms = (value_told(fact), *other_forms(fact)) if unsettled else other_forms(fact)
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
    asked = [
        name.partition(":")[0]
        for fact_id, fact in scenario.facts.items()
        if fact_id not in mind.told
        for name in fact.told_when.asked
        if not name.startswith("topic:")
    ]
    return tuple(dict.fromkeys(asked))

"""What marking needs of a scenario's facts in every call, worked out once: kinds, fields, truths, and who asks what."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from scenarios.once import once
from scenarios.scenario import Fact, Place, Scenario
from scenarios.vocabulary import vocabulary
from scoring.matching import content_words
from scoring.wording import label, place_text

BARE = ("yes", "no", "y", "n", "none", "nil", "now")
Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, eq=False)
class FactSheet:
    """A fact as marking looks for it: how it is compared, its truth on one line, its other right forms and its label;
    `own` are the fields of this desk that it may stand in, `names` the names that no other fact has."""

    fact: Fact
    kind: str
    truth: str
    forms: tuple[str, ...]
    label: str
    own: tuple[str, ...]
    without_bare: Groups
    names: frozenset[str]


@once
def fact_sheets(scenario: Scenario) -> Mapping[str, FactSheet]:
    """The sheets of a scenario's facts, by their names."""
    return MappingProxyType({name: _sheet(scenario, name) for name in scenario.facts})


def _sheet(scenario: Scenario, name: str) -> FactSheet:
    fact = scenario.facts[name]
    truth = place_text(fact.value)
    of_desk = (vocabulary().field(scenario.channel.desk, field) for field in (fact.field, *fact.also_fields) if field)
    return FactSheet(
        fact=fact,
        kind=scenario.fact_kind(name),
        truth=truth,
        forms=fact.value.forms if isinstance(fact.value, Place) else (),
        label=label(scenario, name),
        own=tuple(field.id for field in of_desk if field is not None),
        without_bare=tuple(tuple(word for word in group if word.lower() not in BARE) for group in fact.recorded_by),
        names=_own_names(scenario, name, truth),
    )


def _own_names(scenario: Scenario, name: str, truth: str) -> frozenset[str]:
    names = content_words(" ".join(re.findall(r"(?<=[a-z] )[A-Z][a-z]{3,}", truth)))
    others = (place_text(fact.value) for other, fact in scenario.facts.items() if other != name)
    return names - content_words(" ".join(others)) if names else names


class FactIndex:
    """A scenario's facts by tag, field and question. Many points of every call ask the same, so it is kept."""

    def __init__(self, scenario: Scenario) -> None:
        self._facts = scenario.facts
        self._tagged: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._in_fields: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._answering: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._by_question: dict[str, list[tuple[str, str]]] = {}
        for name, fact in self._facts.items():
            for asked in fact.told_when.asked:
                intent, _, slot = asked.partition(":")
                self._by_question.setdefault(intent, []).append((slot, name))

    def tagged(self, tags: tuple[str, ...]) -> tuple[str, ...]:
        """The facts that carry any of these tags."""
        if tags not in self._tagged:
            wanted = set(tags)
            self._tagged[tags] = tuple(name for name, fact in self._facts.items() if wanted & set(fact.tags))
        return self._tagged[tags]

    def in_fields(self, fields: tuple[str, ...]) -> tuple[str, ...]:
        """The facts that belong in any of these fields."""
        if fields not in self._in_fields:
            self._in_fields[fields] = tuple(name for name, fact in self._facts.items() if fact.field in fields)
        return self._in_fields[fields]

    def answering(self, intents: tuple[str, ...]) -> tuple[str, ...]:
        """The facts that any of these questions would bring out."""
        if intents not in self._answering:
            wanted = set(intents)
            self._answering[intents] = tuple(
                name
                for name, fact in self._facts.items()
                if any(asked in wanted or asked.partition(":")[0] in wanted for asked in fact.told_when.asked)
            )
        return self._answering[intents]

    def brought_out_by(self, intent: str, slot: str | None) -> tuple[str, ...]:
        """The facts that a question, as finely as it was heard, would bring out."""
        return tuple(name for of, name in self._by_question.get(intent, ()) if not of or of == slot)


fact_index = once(FactIndex)

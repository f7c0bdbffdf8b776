"""A robot writes down only what it heard: the clauses of facts that nobody has told yet are left out."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from scenarios.scenario import Fact, Scenario
from scenarios.vocabulary import vocabulary
from simulator import actions, events
from simulator.answers.telling import first_value, value_told
from simulator.journal import Entry
from simulator.steps import Step

_CLAUSE = re.compile(r"[^.,;:]+[.,;:]*\s*")


@dataclass
class Ears:
    """What a robot has heard so far. It does not take in facts with a tag, field or id of `deaf_to`."""

    scenario: Scenario
    deaf_to: tuple[str, ...] = ()
    told: set[str] = field(default_factory=set)  # in full
    half: set[str] = field(default_factory=set)  # in part or mistaken, as far as it was heard
    words: str = " "

    def forked(self) -> "Ears":
        """The same ears once more: what one hears from here on the other does not."""
        return replace(self, told={*self.told}, half={*self.half})

    def hear(self, entries: tuple[Entry, ...]) -> None:
        """Takes in what happened since."""
        for entry in entries:
            if isinstance(entry.event, events.FactTold):
                (self.told if entry.event.standing == "full" else self.half).add(entry.event.fact)
            elif isinstance(entry.event, events.CallerSaid | events.OperatorSaid):
                self.words += _plain(entry.event.text)

    def as_heard(self, step: Step) -> Step | None:
        """The step as somebody does it who goes by what they heard; None where nothing of it is left."""
        facts = self.scenario.facts
        unheard = {name: fact for name, fact in facts.items() if not self._heard(name, fact)}
        if not unheard:
            return step
        known = tuple(fact for name, fact in facts.items() if name not in unheard)
        deaf = tuple(fact for name, fact in unheard.items() if self._is_deaf_to(name, fact))

        def clauses(text: str) -> str:
            return _clauses(text, tuple(unheard.values()), known, deaf)

        match step:
            case actions.Record():
                kept = {name: self._field(name, value, tuple(unheard), clauses) for name, value in step.values.items()}
                values = {name: value for name, value in kept.items() if value}
                return step.model_copy(update={"values": values}) if values else None
            case actions.Note() | actions.HandOver() | actions.Send():
                text = clauses(step.text)
                return step.model_copy(update={"text": text}) if text else None
            case actions.Assess():
                return step.model_copy(update={"note": clauses(step.note)})
            case actions.Escalate():
                return step.model_copy(update={"about": clauses(step.about)})
            case actions.ExplainGrade():
                because = clauses(step.because)
                return step.model_copy(update={"because": because}) if because else None
            case actions.Update():
                wanted = [one.fact for one in self.scenario.accepts.updates if one.field == step.field]
                return None if wanted and all(name in unheard for name in wanted) else step
            case _:
                return step

    def _heard(self, name: str, fact: Fact) -> bool:
        if self._is_deaf_to(name, fact):
            return False
        if name in self.told:
            return True
        return bool(name not in self.half and fact.recorded_by and _says(self.words, fact))

    def _is_deaf_to(self, name: str, fact: Fact) -> bool:
        return bool({name, fact.field, *fact.also_fields, *fact.tags} & set(self.deaf_to))

    def _field(self, name: str, value: str, unheard: tuple[str, ...], clauses: Callable[[str], str]) -> str:
        known = vocabulary().field(self.scenario.channel.desk, name)
        if known is None or known.kind == "choice":
            return value  # what a handler judges rather than hears
        facts = self.scenario.facts
        about = [key for key, fact in facts.items() if known.id in (fact.field, *fact.also_fields)]
        if about and all(key in unheard for key in about):
            # Who never asked again writes down what they were told first.
            first = next((key for key in about if key in self.half and not self._is_deaf_to(key, facts[key])), None)
            return first_value(facts[first]) if first else ""
        return clauses(value) if any(key in unheard for key in about) else value


def _clauses(text: str, unheard: tuple[Fact, ...], known: tuple[Fact, ...], deaf: tuple[Fact, ...]) -> str:
    """The clauses of a text that say nothing unheard, or say something known as well and nothing it is deaf to."""
    clauses = _CLAUSE.findall(text)
    kept = [
        clause
        for clause in clauses
        if not _about(clause, deaf) and (not _about(clause, unheard) or _about(clause, known))
    ]
    return text if len(kept) == len(clauses) else "".join(kept).strip().rstrip(",;:")


def _about(clause: str, facts: tuple[Fact, ...]) -> bool:
    return any(_says(_plain(clause), fact) for fact in facts)


def _says(words: str, fact: Fact) -> bool:
    if fact.recorded_by:
        return all(any(_plain(one) in words for one in group) for group in fact.recorded_by)
    value = _plain(value_told(fact).split(",")[0])
    return len(value) > 4 and value in words


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    return f" {' '.join(re.sub(r'[^a-z0-9]+', ' ', text.lower()).split())} "

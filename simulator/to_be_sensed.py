"""Everything of a call that words are compared with in sense, so that it can be worked out before the phone rings."""

from collections.abc import Iterator

from scenarios.scenario import CompiledScenario, Scenario
from simulator.answers.truth import questions_of_the_line


def to_be_sensed(call: CompiledScenario) -> tuple[str, ...]:
    """The examples of all its surfaces, and the questions that every caller answers, each once."""
    of_surfaces = (text for surface in call.surfaces for text in _of(surface))
    return tuple(dict.fromkeys((*of_surfaces, *questions_of_the_line())))


def _of(scenario: Scenario) -> Iterator[str]:
    for topic in scenario.topics.values():
        yield from topic.examples
    for fact in scenario.facts.values():
        yield from (*fact.yes_to, *fact.no_to)

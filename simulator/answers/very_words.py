"""The topics of a call whose author thought of the very words: these are surely asked by them. Pure."""

from collections.abc import Mapping
from types import MappingProxyType

from scenarios.once import once
from scenarios.scenario import Scenario
from simulator.understanding.normalise import plain


def asks_in_very_words(scenario: Scenario, words: str, topic: str | None = None) -> bool:
    """Whether the words stand among the examples of a topic, or of that topic."""
    topics = _topics_of(scenario).get(plain(words), frozenset())
    return bool(topics) if topic is None else topic in topics


@once
def _topics_of(scenario: Scenario) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, topic in scenario.topics.items():
        for example in topic.examples:
            found.setdefault(plain(example), set()).add(name)
    return MappingProxyType({words: frozenset(names) for words, names in found.items()})

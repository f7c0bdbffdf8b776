"""Whether anything seen before a word is said tells what is coming (handbook 4.7.6, principle 2)."""

import re
from collections.abc import Iterator

from scenarios.problems import Fault, Where, fault
from scenarios.scenario import Scenario

_WORD = re.compile(r"[a-z]{4,}")
# Words of a title that say nothing about the call.
_SMALL = (
    "after about again another before being call called caller calls during from have into left member night number"
    " over past street their then there these they this through upon what when where with without person people"
)
_EMPTY = frozenset(_SMALL.split())


def giveaway_doubts(scenario: Scenario) -> Iterator[Fault]:
    """The author's words for the call (id, title, family, twists) that stand in what is seen or heard at the ring."""
    telling = _telling_words(scenario)
    for where, text in _seen_first(scenario):
        for word in dict.fromkeys(_WORD.findall(text.lower())):
            if word in telling:
                yield fault(where, "L05", word=word, source=telling[word])
    whole = scenario.title.lower()
    for system, rows in scenario.records.items():
        for number, row in enumerate(rows):
            if whole in row.title.lower():
                yield fault(("records", system, number, "title"), "L05", word=scenario.title, source="the title")


def _telling_words(scenario: Scenario) -> dict[str, str]:
    sources = [
        *((twist.id, f"the twist {twist.id}") for twist in scenario.twists),
        (scenario.family, "the family"),
        (scenario.title, "the title"),
        (scenario.id, "the id"),
    ]
    return {word: source for text, source in sources for word in _WORD.findall(text.lower()) if word not in _EMPTY}


def _seen_first(scenario: Scenario) -> Iterator[tuple[Where, str]]:
    channel = scenario.channel
    if channel.subscriber:
        yield ("channel", "subscriber"), channel.subscriber
    if channel.located is not None and channel.located.text:
        yield ("channel", "located", "text"), channel.located.text
    for number, line in enumerate(scenario.channel.relay.introduces if scenario.channel.relay else ()):
        yield ("channel", "relay", "introduces", number), line
    for number, line in enumerate(scenario.operator_says):
        yield ("operator_says", number), line

"""The very words that an author wrote for a topic: they ask that topic, whatever else they are like. Pure."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from simulator.heard import HeardIntent
from simulator.understanding.normalise import plain
from simulator.understanding.topics import Topics

SURE = 0.97  # as a topic's own example is heard
FEW = 2  # words; so short a question is told from a sign of listening by its mark alone: "Okay?"
_LEADS_ON = re.compile(r"^(?:(?:and|but|also|plus) )+| (?:and|or|but)$")
_SLIGHT = "NEG_RUDE"
_BIDS = ("ADV_", "NEG_DANGEROUS")


def as_written(
    intents: tuple[HeardIntent, ...], text: str, clauses: Iterable[str], topics: Topics
) -> tuple[HeardIntent, ...]:
    """The intents, with the topic for whose question the whole utterance stands, or each clause of it, word for word.

    Then those words ask no other topic and are no slight; what they ask in general stands beside it. A clause that
    bids something is advice first, and where a clause of a longer line asks that topic already, so may the others ask
    what they ask.
    """
    if not topics:
        return intents
    whole = _written_for(text, topics)
    if whole:
        return intents if _asked(whole, intents) else _as_that(intents, whole, text, intents)
    for span in clauses:
        topic = _written_for(span, topics)
        of_it = tuple(one for one in intents if one.span == span)
        if topic and not _asked(topic, of_it) and not any(one.id.startswith(_BIDS) for one in of_it):
            intents = _as_that(intents, topic, span, of_it)
    return intents


def _asked(topic: str, intents: Iterable[HeardIntent]) -> bool:
    return any(one.id == "topic" and one.slot == topic for one in intents)


def _as_that(
    intents: tuple[HeardIntent, ...], topic: str, span: str, of_it: tuple[HeardIntent, ...]
) -> tuple[HeardIntent, ...]:
    own = HeardIntent(id="topic", confidence=SURE, slot=topic, span=span)
    kept = [
        one.model_copy(update={"beside": True}) if one.asks else one
        for one in of_it
        if one.id != "topic" and not one.id.startswith(_SLIGHT)
    ]
    place = next((at for at, one in enumerate(intents) if one in of_it), len(intents))
    others = [one for one in intents if one not in of_it]
    before = sum(one not in of_it for one in intents[:place])
    return (*others[:before], own, *kept, *others[before:])


def _written_for(text: str, topics: Topics) -> str:
    """The one topic that has these words among its examples, or nothing, whatever leads on to them or from them."""
    words, known = plain(text), _by_words(topics)
    bare = _LEADS_ON.sub("", words)
    topic, asks = known.get(words) or known.get(bare if len(bare.split()) > FEW else words, ("", False))
    short = len(words.split()) <= FEW
    return "" if short and asks != text.rstrip().endswith("?") else topic


@lru_cache(maxsize=64)
def _by_words(topics: Topics) -> Mapping[str, tuple[str, bool]]:
    """Each example's plain words, with its topic and whether it is a question; those of two topics with none."""
    found: dict[str, tuple[str, bool]] = {}
    for name, examples in topics:
        for example in examples:
            words = plain(example)
            another = words in found and found[words][0] != name
            found[words] = ("" if another else name, example.rstrip().endswith("?"))
    return found

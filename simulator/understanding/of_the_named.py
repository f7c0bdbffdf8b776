"""What is asked of somebody by name is no topic that is all about somebody else, nor of one who is not meant at all."""

import re
from functools import lru_cache

from simulator.understanding.lasting import Lasting
from simulator.understanding.situation import Named
from simulator.understanding.topics import Topics

MOSTLY = 0.5  # share of a topic's examples that name the other
_PRONOUNS = {"she": "she", "her": "she", "hers": "she", "he": "he", "him": "he", "his": "he"}
_PRONOUN = re.compile(rf"\b(?:{'|'.join(_PRONOUNS)})\b", re.IGNORECASE)


People = tuple[Named, ...]


def of_who_is_meant(words: str, topics: Topics, people: People) -> Topics:
    """The topics, without those that are about another where the words name one person and nobody else.

    What an aspect of a person became is asked only by words that name them, or say "she" where nobody else of theirs
    comes first.
    """
    if not people:
        return topics
    named = _named_in(words, people)
    return _kept(topics, people, named, frozenset() if named else _by_pronoun(words, people))


@lru_cache(maxsize=512)
def _kept(topics: Topics, people: People, named: frozenset[str], meant: frozenset[str]) -> Topics:
    asked = next(iter(named)) if len(named) == 1 else ""
    ids = frozenset(one.id for one in people)
    return Lasting(
        topic
        for topic in topics
        if (_whose(topic[0]) not in ids or _whose(topic[0]) in named | meant)
        and not (asked and _is_of_another(topic[1], people, asked))
    )


def _whose(topic: str) -> str:
    return topic.partition(".")[0] if "." in topic else ""


def _is_of_another(examples: tuple[str, ...], people: People, asked: str) -> bool:
    named = [_named_in(one, people) for one in examples]
    others = sum(bool(one - {asked}) for one in named)
    return others >= MOSTLY * max(1, len(examples)) and not any(asked in one for one in named)


def _named_in(words: str, people: People) -> frozenset[str]:
    """The ids of those who are named; "Joanna's mother" is one person, and not Joanna."""
    pattern, ids = _naming(people)
    return frozenset(ids[found.group().lower()] for found in pattern.finditer(words))


def _by_pronoun(words: str, people: People) -> frozenset[str]:
    said = {_PRONOUNS[found.group().lower()] for found in _PRONOUN.finditer(words)}
    first = (next((one.id for one in people if one.pronoun == pronoun), "") for pronoun in said)
    return frozenset(filter(None, first))


@lru_cache(maxsize=64)
def _naming(people: People) -> tuple[re.Pattern[str], dict[str, str]]:
    ids = {name.lower(): one.id for one in people for name in one.called}
    longest_first = sorted(ids, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE), ids

"""Topics that a scenario adds: found by likeness to their examples, not by training."""

import itertools
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from simulator.understanding.sense import Alike, by_words

ENOUGH = 0.58  # below this no topic is heard...
FAINTLY = 0.46  # ...unless the words ask, mean nothing else, and are nearer to one topic than to the others
_APART = 0.06
CLEARLY = 0.75  # from here a topic wins over a general intent
VERY_CLEARLY = 0.8  # from here even over one that is sure and that a fact of the scenario answers

ALL_BUT_SAID = 0.93  # and from here over one that is all but certain


@dataclass(frozen=True)
class HeardTopic:
    """The topic most like the words, and how alike its nearest example is."""

    id: str
    alike: float


Topics = tuple[tuple[str, tuple[str, ...]], ...]  # (topic id, examples)


def nearest(text: str, topics: Topics, alike: Alike = by_words) -> HeardTopic | None:
    """The topic whose nearest example is most like the text, if it is like enough."""
    best = _ranked(text, topics, alike)
    return best[0] if best and best[0].alike >= ENOUGH else None


def faintly(text: str, topics: Topics, alike: Alike = by_words) -> HeardTopic | None:
    """The topic that a question which means nothing else is somewhat like, if no other is nearly as like."""
    best = _ranked(text, topics, alike)
    if not best or best[0].alike < FAINTLY:
        return None
    return best[0] if len(best) < 2 or best[0].alike - best[1].alike >= _APART else None


@lru_cache(maxsize=256)
def only_asked(topics: Topics) -> frozenset[str]:
    """The topics whose every example is a question."""
    return frozenset(name for name, examples in topics if all(one.rstrip().endswith("?") for one in examples))


@lru_cache(maxsize=4096)  # robots ask the same of the same scenario thousands of times
def _ranked(text: str, topics: Topics, alike: Alike) -> list[HeardTopic]:
    """The two topics most like the text, the likest first; of equals the one that comes first."""
    ids, examples, begins = _flat(topics)
    if not ids:
        return []
    best = alike.of_groups(text, examples, begins)
    return [HeardTopic(ids[place], float(best[place])) for place in np.argsort(-best, kind="stable")[:2]]


@lru_cache(maxsize=256)
def _flat(topics: Topics) -> tuple[tuple[str, ...], tuple[str, ...], list[int]]:
    """The topics that have examples, all their examples in a row, and where each topic's begin."""
    named = tuple((name, examples) for name, examples in topics if examples)
    begins = [0, *itertools.accumulate(len(examples) for _, examples in named)][: len(named)]
    return tuple(name for name, _ in named), tuple(itertools.chain.from_iterable(e for _, e in named)), begins

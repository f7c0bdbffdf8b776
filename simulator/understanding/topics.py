"""Topics that a scenario adds: found by likeness to their examples, not by training."""

import itertools
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from simulator.understanding.lasting import Lasting
from simulator.understanding.sense import Alike, by_words

ENOUGH = 0.58  # below this no topic is near


@dataclass(frozen=True)
class HeardTopic:
    """The topic most like the words, and how alike its nearest example is."""

    id: str
    alike: float


Topics = tuple[tuple[str, tuple[str, ...]], ...]  # (topic id, examples)


def nearest(text: str, topics: Topics, alike: Alike = by_words) -> HeardTopic | None:
    """The topic whose nearest example is most like the text, if it is like enough."""
    best = likest(text, topics, alike)
    return best[0] if best and best[0].alike >= ENOUGH else None


@lru_cache(maxsize=256)
def only_asked(topics: Topics) -> frozenset[str]:
    """The topics whose every example is a question."""
    return frozenset(name for name, examples in topics if all(one.rstrip().endswith("?") for one in examples))


@lru_cache(maxsize=4096)  # robots ask the same of the same scenario thousands of times
def likest(text: str, topics: Topics, alike: Alike) -> tuple[HeardTopic, ...]:
    """The two topics most like the text, the likest first; of equals the one that comes first."""
    ids, examples, begins = _flat(topics)
    if not ids:
        return ()
    best = alike.of_groups(text, examples, begins)
    return tuple(HeardTopic(ids[place], float(best[place])) for place in np.argsort(-best, kind="stable")[:2])


@lru_cache(maxsize=256)
def _flat(topics: Topics) -> tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...]]:
    """The topics that have examples, all their examples in a row, and where each topic's begin."""
    named = tuple((name, examples) for name, examples in topics if examples)
    begins = [0, *itertools.accumulate(len(examples) for _, examples in named)][: len(named)]
    examples = Lasting(itertools.chain.from_iterable(e for _, e in named))
    return tuple(name for name, _ in named), examples, Lasting(begins)

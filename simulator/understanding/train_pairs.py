"""Pairs of sentences that ask one caller the same thing, for the encoder's lessons."""

import random
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from simulator.understanding.features import masked
from simulator.understanding.model import Floats
from simulator.understanding.train_network import Pairs
from simulator.understanding.wordpiece import Pieces

OF_ONE_CALL = 48  # pairs a batch
_LENGTHS = (12, 16, 24)  # pieces; each length is compiled once
_NOISY = 0.5
Call = Sequence[Sequence[str]]  # of each thing that can be asked, its wordings


def pairs(
    calls: Sequence[Call], pieces: Pieces, meaning: Floats, worse: Callable[[str, random.Random], str], seed: int
) -> Iterator[Pairs]:
    """Without end: of one call by chance, of many things that can be asked there two wordings each.

    `worse` is the noise that half of the sentences get. Raises ValueError where no call has two things to ask with two
    wordings each.
    """
    chance = random.Random(seed)
    taught = [[group for group in call if len(group) > 1] for call in calls]
    taught = [call for call in taught if len(call) > 1]
    if not taught:
        raise ValueError("no call has two things to ask with two wordings each")
    while True:
        call = chance.choice(taught)
        groups = chance.sample(call, OF_ONE_CALL) if len(call) >= OF_ONE_CALL else chance.choices(call, k=OF_ONE_CALL)
        chosen = [chance.sample(list(group), 2) for group in groups]
        said = [one for one, _ in chosen] + [other for _, other in chosen]
        yield _batch([worse(text, chance) if chance.random() < _NOISY else text for text in said], pieces, meaning)


def _batch(texts: list[str], pieces: Pieces, meaning: Floats) -> Pairs:
    found = [pieces.of(masked(text).split(), _LENGTHS[-1]) for text in texts]
    length = next(n for n in _LENGTHS if n >= max(map(len, found)))
    places = np.zeros((len(found), length), dtype=np.intp)
    counts = np.zeros((len(found), length), dtype=np.float32)
    for row, one in enumerate(found):
        places[row, : len(one)] = one
        counts[row, : len(one)] = 1
    return Pairs(meaning[places], counts)

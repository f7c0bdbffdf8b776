"""A turn of the encoder's space in which ways of asking the same thing lie close together."""

from collections.abc import Iterable

import numpy as np

from simulator.understanding.model import Floats

SPARED = 0.1  # of their mean strength, given to every direction, so that one in which hardly anything differs stays


def turn_of(groups: Iterable[Floats]) -> Floats:
    """The matrix by which vectors are turned, from groups of vectors that mean the same each, a row each.

    What the vectors of one group differ in counts less, and so what tells the groups apart counts more: Fisher's
    linear discriminant, by the covariance within groups. Raises ValueError where no group has two vectors.
    """
    within, rows = None, 0
    for group in groups:
        if len(group) < 2:
            continue
        apart = np.asarray(group, dtype=np.float64) - group.mean(0)
        spread = apart.T @ apart * (len(group) / (len(group) - 1))
        within = spread if within is None else within + spread
        rows += len(group)
    if within is None:
        raise ValueError("no group has two vectors")
    within /= rows
    spared = within + SPARED * np.trace(within) / len(within) * np.eye(len(within))
    return np.asarray(np.linalg.inv(np.linalg.cholesky(spared)).T, dtype=np.float32)


def turned(vectors: Floats, turn: Floats) -> Floats:
    """The vectors in the turned space, of length one each."""
    found = vectors @ turn
    return np.asarray(found / np.maximum(np.linalg.norm(found, axis=-1, keepdims=True), 1e-9), dtype=np.float32)

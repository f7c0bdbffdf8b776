"""The author's step for cuts: sentences of the bank put end to end teach where one ends and the next begins."""

import random
import re
from collections import Counter
from typing import Any

import numpy as np

from simulator.understanding.cutting.learnt_cuts import signs_at
from simulator.understanding.normalise import plain

PAIRS = 16_000
SENTENCES = 9_000  # whose inner places are none
_STRENGTH = 1.0
_BETWEEN = ((), (), (), ("and",), ("okay",), ("so",), ("right",), ("and", "also"), ("now",), ("then",), ("yes",))
_STOPS = re.compile(r"[,.;:!?]+\s|\s-\s")


def _inner(sentence: str) -> list[list[str]]:
    """The signs at places where one sentence goes on, without those that its punctuation marks."""
    pieces = [plain(piece).split() for piece in _STOPS.split(sentence)]
    listed = [word for piece in pieces for word in piece]
    marked, upto = set(), 0
    for piece in pieces:
        upto += len(piece)
        marked.add(upto)
    return [signs_at(listed, at) for at in range(1, len(listed)) if at not in marked]


def _between(made: list[tuple[str, str, str]], chance: random.Random) -> list[list[str]]:
    found: list[list[str]] = []
    while len(found) < PAIRS:
        (one, label, _), (other, second, _) = chance.sample(made, 2)
        left, right = plain(one).split(), plain(other).split()
        if label != second and left and right:
            found.append(signs_at([*left, *chance.choice(_BETWEEN), *right], len(left)))
    return found


def fit_cuts(made: list[tuple[str, str, str]]) -> dict[str, Any]:
    """Trains on the examples (sentence, label, template); the arrays that the model file keeps for cuts."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    chance = random.Random("cuts")
    said = [one for one in made if one[1] != "NONE"]
    chance.shuffle(said)
    inner = [signs for text, label, _ in said[:SENTENCES] if label != "ACK" for signs in _inner(text)]
    rows = inner + _between(said, chance)
    seen = Counter(sign for row in rows for sign in row)
    vectors = DictVectorizer(dtype=np.float32)
    matrix = vectors.fit_transform([dict.fromkeys((sign for sign in row if seen[sign] > 1), 1) for row in rows])
    learner = LogisticRegression(C=_STRENGTH, max_iter=300)
    learner.fit(matrix, [0] * len(inner) + [1] * (len(rows) - len(inner)))
    kept = [
        (str(n), w) for n, w in zip(vectors.get_feature_names_out(), learner.coef_[0], strict=True) if abs(w) > 0.05
    ]
    return {
        "cut_signs": [name for name, _ in kept],
        "cut_weights": np.array([learner.intercept_[0], *(weight for _, weight in kept)]),
    }

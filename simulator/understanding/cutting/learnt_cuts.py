"""Where one thing ends and the next begins in words without punctuation: learnt from sentences put end to end."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

from simulator.understanding.kin import kinds

_FEWEST = 4  # words; what is shorter is one thing


@dataclass(frozen=True)
class Cuts:
    """How much each sign speaks for a cut; `base` is where none does."""

    weights: Mapping[str, float]
    base: float

    def likelihood(self, listed: list[str], at: int) -> float:
        """How likely, 0 to 1, a new thing begins with word `at` of the plain words."""
        signs = self.base + sum(self.weights.get(sign, 0.0) for sign in signs_at(listed, at))
        return 1 / (1 + exp(-max(-30.0, min(30.0, signs))))

    def places(self, listed: list[str], least: float) -> list[tuple[float, int]]:
        """The places at least so likely, the likeliest first."""
        if len(listed) < _FEWEST:
            return []
        found = [(self.likelihood(listed, at), at) for at in range(1, len(listed))]
        return sorted((one for one in found if one[0] >= least), key=lambda one: (-one[0], one[1]))


def _kind(word: str) -> str:
    return (kinds().get(word) or (word,))[0]


def signs_at(listed: list[str], at: int) -> list[str]:
    """What the words on both sides of a place say about a cut there."""
    padded = ["^^", "^", *listed, "$", "$$"]
    here = at + 2
    before2, before, after, after2, after3 = padded[here - 2 : here + 3]
    return [
        f"b {before}",
        f"a {after}",
        f"bb {before2} {before}",
        f"aa {after} {after2}",
        f"aaa {after} {after2} {after3}",
        f"ba {before} {after}",
        f"baa {before} {after} {after2}",
        f"bba {before2} {before} {after}",
        f"kind {_kind(before)} {after}",
        f"first {listed[0]} {after}",
        f"so far {min(at, 4)}",
        f"left {min(len(listed) - at, 4)}",
        f"ending {before[-2:]} {after}",
    ]

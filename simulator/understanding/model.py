"""The small model at run time: a clause in, how likely each label is out; numpy only."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from simulator.understanding.cutting import Cuts
from simulator.understanding.features import features

MODEL = Path(__file__).parent / "model.npz"
Floats = npt.NDArray[np.float32]


class ModelMissing(Exception):
    """There is no usable model file; says how one is made."""


@dataclass(frozen=True)
class Model:
    """Weights by feature and label. `likelihoods` is the same for the same words, always."""

    labels: tuple[str, ...]
    index: dict[str, int]
    idf: Floats
    weights: Floats  # feature by label
    bias: Floats
    cuts: Cuts

    def row(self, text: str) -> tuple[npt.NDArray[np.intp], Floats]:
        """The known features of the clause and their weight, each of the three blocks of length one."""
        places: list[int] = []
        amounts: list[Floats] = []
        for block in features(text):
            known = sorted((self.index[f], n) for f, n in block.items() if f in self.index)
            if not known:
                continue
            at = np.array([k for k, _ in known])
            counts = np.array([n for _, n in known], dtype=np.float32)
            amount = (1 + np.log(counts)) * self.idf[at]
            places.extend(int(place) for place in at)
            amounts.append((amount / np.sqrt(np.sum(amount * amount))).astype(np.float32))
        joined = np.concatenate(amounts) if amounts else np.zeros(0, dtype=np.float32)
        return np.array(places, dtype=np.intp), joined

    def likelihoods(self, text: str) -> Floats:
        """How likely each of `labels` is, adding up to one; read only."""
        return self._remembered(text)

    def weigh(self, clauses: tuple[str, ...]) -> tuple[Floats, ...]:
        """The likelihoods of each clause of an utterance."""
        return tuple(self.likelihoods(clause) for clause in clauses)

    @cached_property
    def _remembered(self) -> Callable[[str], Floats]:
        # One utterance is looked at in several pieces and joined again; robots say the same words thousands of times.
        return lru_cache(maxsize=8192)(self._worked_out)

    def _worked_out(self, text: str) -> Floats:
        places, amounts = self.row(text)
        scores = amounts @ self.weights[places] + self.bias
        odds = np.exp(scores - scores.max())
        likely = np.asarray(odds / odds.sum(), dtype=np.float32)
        likely.flags.writeable = False
        return likely


def _cuts(kept: Mapping[str, npt.NDArray[np.generic]]) -> Cuts:
    if "cut_signs" not in kept:
        return Cuts({}, -30.0)
    signs = bytes(kept["cut_signs"]).decode("utf-8").split("\n")
    weights = kept["cut_weights"].astype(np.float32).tolist()
    return Cuts(dict(zip(signs, weights[1:], strict=True)), weights[0])


def load_model(path: Path = MODEL) -> Model:
    """The model of the file; raises ModelMissing, with what to do, where it is absent or broken."""
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as kept:
            names = bytes(kept["features"]).decode("utf-8").split("\n")
            labels = tuple(bytes(kept["labels"]).decode("utf-8").split("\n"))
            return Model(
                labels=labels,
                index={name: n for n, name in enumerate(names)},
                idf=kept["idf"].astype(np.float32),
                weights=kept["weights"].astype(np.float32),
                bias=kept["bias"].astype(np.float32),
                cuts=_cuts(kept),
            )
    except (OSError, ValueError, KeyError, UnicodeDecodeError, zipfile.BadZipFile) as fault:
        raise ModelMissing(
            f"{path} cannot be read ({fault}). Make it: uv run --group train python -m simulator.understanding.train"
        ) from fault

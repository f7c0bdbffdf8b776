"""The small model at run time: a clause in, how likely each label is out; numpy only."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from simulator.understanding.cutting.learnt_cuts import Cuts
from simulator.understanding.features import features

MODEL = Path(__file__).parent / "model.npz"
_SURER = 0.7  # from here two of three against it are no doubt
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

    def blocks(self, text: str) -> Iterator[tuple[npt.NDArray[np.intp], Floats]]:
        """The known features of the clause and their weight: words, pieces, sounds, kinds; each of length one."""
        for block in features(text):
            known = sorted((self.index[f], n) for f, n in block.items() if f in self.index)
            at = np.array([k for k, _ in known], dtype=np.intp)
            counts = np.array([n for _, n in known], dtype=np.float32)
            amount = (1 + np.log(counts)) * self.idf[at]
            length = np.sqrt(np.sum(amount * amount)) if known else 1
            yield at, (amount / length).astype(np.float32)

    def likelihoods(self, text: str) -> Floats:
        """How likely each of `labels` is, adding up to one; read only."""
        return self._remembered(text)[0]

    def doubts(self, clauses: tuple[str, ...]) -> tuple[bool, ...]:
        """Whether words, pieces and sounds of a clause would each choose another label than all do together, or two
        of them where all together are not sure either; on sentences kept back .6 of such choices were right."""
        return tuple(self._remembered(clause)[1] for clause in clauses)

    def weigh(self, clauses: tuple[str, ...]) -> tuple[Floats, ...]:
        """The likelihoods of each clause of an utterance."""
        return tuple(self.likelihoods(clause) for clause in clauses)

    @cached_property
    def _remembered(self) -> Callable[[str], tuple[Floats, bool]]:
        # One utterance is looked at in several pieces and joined again; robots say the same words thousands of times.
        return lru_cache(maxsize=8192)(self._worked_out)

    def _worked_out(self, text: str) -> tuple[Floats, bool]:
        blocks = list(self.blocks(text))
        weights = self.weights[np.concatenate([at for at, _ in blocks])]
        scores = np.concatenate([amount for _, amount in blocks]) @ weights + self.bias
        odds = np.exp(scores - scores.max())
        likely = np.asarray(odds / odds.sum(), dtype=np.float32)
        likely.flags.writeable = False
        best = int(likely.argmax())
        ends = np.cumsum([len(at) for at, _ in blocks])
        alone = [amount @ weights[end - len(at) : end] for (at, amount), end in zip(blocks[:3], ends[:3], strict=True)]
        against = sum(float(score.max()) > float(score[best]) for score in alone)
        return likely, against == len(alone) or (against > 1 and float(likely[best]) < _SURER)


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

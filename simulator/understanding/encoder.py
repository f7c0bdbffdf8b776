"""The small encoder at run time: clauses in, how likely each label is out; six layers in plain numpy."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from simulator.understanding.features import masked
from simulator.understanding.model import Floats, ModelMissing
from simulator.understanding.wordpiece import Pieces

ENCODER = Path(__file__).parent / "encoder.npz"
MOST_PIECES = 64  # of one clause
_TINY = 1e-12


@dataclass(frozen=True)
class Layer:
    """One layer's weights, each input by output, and its two norms."""

    attend: Floats  # queries, keys and values side by side
    attend_bias: Floats
    mix: Floats
    mix_bias: Floats
    widen: Floats
    widen_bias: Floats
    narrow: Floats
    narrow_bias: Floats
    norms: Floats  # scale and shift after attention, scale and shift at the end


@dataclass(frozen=True)
class Encoder:
    """The weights. The same texts together always give the same likelihoods."""

    bank: str  # the fingerprint of the phrase bank it was made from
    labels: tuple[str, ...]
    pieces: Pieces
    meaning: npt.NDArray[np.int8]  # of each piece
    meaning_scale: Floats
    places: Floats
    first_norm: Floats
    layers: tuple[Layer, ...]
    heads: int
    decide: Floats
    decide_bias: Floats
    turn: Floats  # by which vectors are turned so that ways of asking the same lie close (`turn.py`)

    def likelihoods(self, texts: Sequence[str]) -> list[Floats]:
        """How likely each label is for each text, adding up to one; all texts in one pass, since that is quicker."""
        return self.decided(self.means(texts))

    def decided(self, means: Sequence[Floats]) -> list[Floats]:
        """How likely each label is for each mean of a text."""
        return list(_softmax(np.stack(means) @ self.decide + self.decide_bias)) if means else []

    def means(self, texts: Sequence[str]) -> list[Floats]:
        """The mean of each text's pieces after the last layer: texts that ask the same point the same way."""
        if not texts:
            return []
        found = [self.pieces.of(masked(text).split(), MOST_PIECES) for text in texts]
        ends = np.cumsum([len(places) for places in found])
        spans = [slice(int(end) - len(places), int(end)) for places, end in zip(found, ends, strict=True)]
        rows = self._embedded(found)
        for layer in self.layers:
            rows = self._through(layer, rows, spans)
        return [np.asarray(rows[span].mean(axis=0), dtype=np.float32) for span in spans]

    def _embedded(self, found: list[list[int]]) -> Floats:
        at = np.array([place for places in found for place in places], dtype=np.intp)
        order = np.array([n for places in found for n in range(len(places))], dtype=np.intp)
        meant = self.meaning[at].astype(np.float32) * self.meaning_scale[at, None]
        return _normed(meant + self.places[order], self.first_norm[0], self.first_norm[1])

    def _attended(self, asked: Floats) -> Floats:
        """What each piece of one text makes of the others."""
        length, each = len(asked), asked.shape[1] // 3 // self.heads
        query, key, value = asked.reshape(length, 3, self.heads, each).transpose(1, 2, 0, 3)
        weights = _softmax(query @ key.transpose(0, 2, 1) * np.float32(each**-0.5))
        return (weights @ value).transpose(1, 0, 2).reshape(length, -1)

    def _through(self, layer: Layer, rows: Floats, spans: list[slice]) -> Floats:
        asked = rows @ layer.attend + layer.attend_bias
        seen = np.concatenate([self._attended(asked[span]) for span in spans])
        rows = _normed(rows + (seen @ layer.mix + layer.mix_bias), layer.norms[0], layer.norms[1])
        wide = _gelu(rows @ layer.widen + layer.widen_bias)
        return _normed(rows + (wide @ layer.narrow + layer.narrow_bias), layer.norms[2], layer.norms[3])


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), dtype=np.float32)


def _normed(row: Floats, scale: Floats, shift: Floats) -> Floats:
    centred = row - row.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + np.float32(_TINY))
    return np.asarray(centred / spread * scale + shift, dtype=np.float32)


def _gelu(x: Floats) -> Floats:
    bent = np.tanh(np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x))
    return np.asarray(np.float32(0.5) * x * (1 + bent), dtype=np.float32)


def _whole(kept: Mapping[str, npt.NDArray[np.generic]], name: str) -> Floats:
    """A matrix kept as bytes with a scale by output; turned to input by output."""
    scaled = kept[name].astype(np.float32) * kept[name + "_scale"].astype(np.float32)[:, None]
    return np.ascontiguousarray(scaled.T)


def _layer(kept: Mapping[str, npt.NDArray[np.generic]], at: int) -> Layer:
    names = ("attend", "mix", "widen", "narrow")
    whole = {name: _whole(kept, f"{at}_{name}") for name in names}
    biases = {f"{name}_bias": kept[f"{at}_{name}_bias"].astype(np.float32) for name in names}
    return Layer(**whole, **biases, norms=kept[f"{at}_norms"].astype(np.float32))


def load_encoder(path: Path = ENCODER) -> Encoder:
    """The encoder of the file; raises ModelMissing, with what to do, where it is absent or broken."""
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as kept:
            return Encoder(
                bank=bytes(kept["bank"]).decode(),
                labels=tuple(bytes(kept["labels"]).decode("utf-8").split("\n")),
                pieces=Pieces(tuple(bytes(kept["pieces"]).decode("utf-8").split("\n"))),
                meaning=kept["meaning"],
                meaning_scale=kept["meaning_scale"].astype(np.float32),
                places=kept["places"].astype(np.float32),
                first_norm=kept["first_norm"].astype(np.float32),
                layers=tuple(_layer(kept, at) for at in range(int(kept["depth"].item()))),
                heads=int(kept["heads"].item()),
                decide=kept["decide"].astype(np.float32),
                decide_bias=kept["decide_bias"].astype(np.float32),
                turn=kept["turn"].astype(np.float32),
            )
    except (OSError, ValueError, KeyError, UnicodeDecodeError, zipfile.BadZipFile) as fault:
        raise ModelMissing(
            f"{path} cannot be read ({fault}). Make it: "
            "uv run --group train python -m simulator.understanding.train_encoder WEIGHTS"
        ) from fault

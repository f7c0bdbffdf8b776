"""Where the encoder points for the examples of the shipped calls, kept beside it, so that a call begins at once."""

import hashlib
import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from simulator.understanding.encoder import ENCODER
from simulator.understanding.model import Floats

KEPT = Path(__file__).parent / "senses.npz"
_STEPS = 127.0


def in_steps(unit: Floats) -> npt.NDArray[np.int8]:
    """A vector of length one in 255 steps from its least to its greatest; kept and fresh ones are treated alike."""
    return np.asarray(np.rint(unit / max(float(np.abs(unit).max()), 1e-9) * _STEPS), dtype=np.int8)


def from_steps(steps: npt.NDArray[np.int8]) -> Floats:
    """The vector again, of length one."""
    whole = steps.astype(np.float32)
    unit = np.asarray(whole / max(float(np.linalg.norm(whole)), 1e-9), dtype=np.float32)
    unit.flags.writeable = False
    return unit


@dataclass(frozen=True)
class KeptSenses:
    """Texts and their vectors in steps; none where the file is absent, broken or of another encoder."""

    at: Mapping[str, int]
    steps: npt.NDArray[np.int8]

    def get(self, text: str) -> Floats | None:
        """The vector of a text, or None where it is not kept."""
        place = self.at.get(text)
        return None if place is None else from_steps(self.steps[place])


@cache
def encoder_digest(path: Path = ENCODER) -> str:
    """The encoder's fingerprint: vectors of another encoder mean nothing to it."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def load_senses(path: Path = KEPT) -> KeptSenses:
    """What the file keeps; nothing, without complaint, where it cannot be used: vectors are then worked out anew."""
    nothing = KeptSenses({}, np.zeros((0, 1), dtype=np.int8))
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as kept:
            if bytes(kept["encoder"]).decode() != encoder_digest():
                return nothing
            texts = bytes(kept["texts"]).decode("utf-8").split("\n")
            return KeptSenses(
                {text: place for place, text in enumerate(texts)}, np.asarray(kept["steps"], dtype=np.int8)
            )
    except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile):
        return nothing


def save_senses(vectors: Mapping[str, Floats], path: Path = KEPT) -> None:
    """Writes the vectors of the texts, in the order of the alphabet."""
    texts = sorted(vectors)
    np.savez_compressed(
        path,
        encoder=np.frombuffer(encoder_digest().encode(), dtype=np.uint8),
        texts=np.frombuffer("\n".join(texts).encode("utf-8"), dtype=np.uint8),
        steps=np.stack([in_steps(vectors[text]) for text in texts]),
    )


def one_line(texts: Iterable[str]) -> tuple[str, ...]:
    """Those of the texts that the file can keep: of one line, each once."""
    return tuple(dict.fromkeys(text for text in texts if "\n" not in text))

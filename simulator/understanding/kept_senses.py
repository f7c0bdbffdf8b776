"""Where the encoder points for examples, kept in a folder on this machine, so that a call begins at once the next time.

A file for each set of examples, named by the encoder and by the set: whoever works out the same writes the same file.
Whatever is wrong with the folder or a file is no fault: what is not found there is worked out.
"""

import contextlib
import hashlib
import io
import json
import logging
import os
import threading
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from simulator.understanding.encoder import ENCODER
from simulator.understanding.model import Floats

LOG = logging.getLogger(__name__)
SETTING = "FIRST_CONTACT_SENSES"
FORM = 1  # to be raised when the same encoder's file gives other vectors: by its sums, or by what `masked` leaves
MOST_BYTES = 32_000_000  # of the folder; the nine shipped calls take 8 MB
_STEPS = 127.0
Steps = npt.NDArray[np.int8]


def in_steps(unit: Floats) -> Steps:
    """A vector of length one in 255 steps from its least to its greatest; kept and fresh ones are treated alike."""
    return np.asarray(np.rint(unit / max(float(np.abs(unit).max()), 1e-9) * _STEPS), dtype=np.int8)


def from_steps(steps: Steps) -> Floats:
    """The vector again, of length one; or many, a row each, which are the same to the last figure: their squares are
    whole numbers that add up to the same in any order."""
    whole = steps.astype(np.float32)
    length = np.sqrt((whole * whole).sum(axis=-1, keepdims=True))
    unit = np.asarray(whole / np.maximum(length, np.float32(1e-9)), dtype=np.float32)
    unit.flags.writeable = False
    return unit


def folder_named() -> Path | None:
    """The folder that the environment names; None where it names none, and then nothing is kept."""
    named = os.environ.get(SETTING, "").strip()
    return Path(named) if named else None


def encoder_digest(path: Path = ENCODER) -> str:
    """The encoder's fingerprint: vectors of another encoder mean nothing to it."""
    return hashlib.sha256(b"%d " % FORM + path.read_bytes()).hexdigest()


@dataclass(frozen=True)
class SenseFolder:
    """The vectors of one encoder in a folder, which need not be there yet."""

    folder: Path
    encoder: str  # its fingerprint

    def kept(self, texts: Iterable[str]) -> dict[str, Steps]:
        """The vectors of those texts that are kept: of this very set, or here and there among others."""
        wanted = set(texts)
        this = self._file(wanted)
        found: dict[str, Steps] = {}
        for path in (this, *(other for other in self._files() if other != this)):
            if len(found) == len(wanted):
                break
            taken = {text: steps for text, steps in self._read(path).items() if text in wanted and text not in found}
            if taken:
                found |= taken
                with contextlib.suppress(OSError):
                    os.utime(path)  # what is used is not the oldest
        return found

    def keep(self, vectors: Mapping[str, Steps]) -> None:
        """Keeps the vectors of a set, whole or not at all, and drops what was longest not used where that is much."""
        path, texts = self._file(vectors), sorted(vectors)
        part = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}.part")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                with part.open("wb") as file:
                    np.savez(
                        file,
                        encoder=_as_bytes(self.encoder),
                        texts=_as_bytes(json.dumps(texts)),
                        steps=np.stack([vectors[text] for text in texts]),
                    )
                part.replace(path)
            finally:
                part.unlink(missing_ok=True)
        except OSError as refusal:
            LOG.warning("what was worked out cannot be kept in %s: %s", self.folder, refusal)
        self._prune()

    def _file(self, texts: Iterable[str]) -> Path:
        of_texts = hashlib.sha256(json.dumps(sorted(texts)).encode()).hexdigest()
        return self.folder / f"{self.encoder[:16]}-{of_texts[:32]}.npz"

    def _files(self) -> Iterator[Path]:
        yield from (path for path, _ in self._by_use() if path.match(f"{self.encoder[:16]}-*.npz"))

    def _by_use(self) -> list[tuple[Path, int]]:
        """Every file with its size, the one used last first; files of other encoders and what was torn too."""
        found = []
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir():
                if path.match("*.npz") or path.match("*.npz.*.part"):
                    with contextlib.suppress(OSError):
                        about = path.stat()
                        found.append((about.st_mtime_ns, path, about.st_size))
        return [(path, size) for _, path, size in sorted(found, reverse=True)]

    def _prune(self) -> None:
        room = MOST_BYTES
        for path, size in self._by_use():
            room -= size
            if room < 0:
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)

    def _read(self, path: Path) -> dict[str, Steps]:
        try:
            with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as kept:
                texts, steps = json.loads(bytes(kept["texts"])), kept["steps"]
                if bytes(kept["encoder"]).decode() != self.encoder or steps.dtype != np.int8:
                    return {}
                return dict(zip(texts, steps, strict=True))
        except FileNotFoundError:
            return {}
        except (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as fault:
            LOG.info("%s cannot be used: %s", path, fault)
            return {}


def _as_bytes(text: str) -> npt.NDArray[np.uint8]:
    return np.frombuffer(text.encode(), dtype=np.uint8)

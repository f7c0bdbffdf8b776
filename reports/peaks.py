"""How loud a kept track is along its length, for drawing; read once, then remembered."""

import importlib
import wave
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

Peaks = tuple[float, ...]


@lru_cache(maxsize=64)
def peaks_of(path: Path, count: int) -> Peaks | None:
    """The loudest sample (0.0 to 1.0) of each of `count` equal parts; None where the file cannot be read here.

    A file is named by its content, so what was read once stays true.
    """
    try:
        return _of_wav(path, count) if path.suffix == ".wav" else _of_other(path, count)
    except (OSError, EOFError, RuntimeError, ImportError, wave.Error):
        return None


def _of_wav(path: Path, count: int) -> Peaks:
    with wave.open(str(path), "rb") as file:
        frames, width = file.getnframes(), file.getsampwidth() * file.getnchannels()
        if width != 2:
            raise wave.Error("not 16 bits and mono")
        return tuple(_loudest(file.readframes(part)) for part in _parts(frames, count))


def _of_other(path: Path, count: int) -> Peaks:
    library: Any = importlib.import_module("soundfile")  # the extra `speech` brings it; without it there is no drawing
    with library.SoundFile(str(path)) as file:
        parts = _parts(file.frames, count)
        return tuple(_loudest(file.read(part, dtype="int16", always_2d=True)[:, 0].tobytes()) for part in parts)


def _parts(frames: int, count: int) -> Iterator[int]:
    for number in range(count):
        yield frames * (number + 1) // count - frames * number // count


def _loudest(data: bytes) -> float:
    samples = np.frombuffer(data, dtype="<i2")
    return float(np.abs(samples.astype(np.int32)).max(initial=0)) / 32_768

"""One track of a tape in a WAV file that is whole after every write, so that a kill loses nothing written before."""

import struct
from pathlib import Path

import numpy as np

from audio.sound import Samples, Sound

_HEADER = struct.Struct("<4sI4s4sIHHIIHH4sI")
_BYTES = 2  # a sample: 16 bits
_MOST = 2**32 - 100  # what a WAV file can say of its own length


class TrackFile:
    """Mono, 16 bits. Samples may be put anywhere; what lies between is silence. Every method raises OSError."""

    def __init__(self, path: Path, rate: int) -> None:
        """Make the file, in place of one that is there."""
        self.path, self.rate = path, rate
        self._file = path.open("wb")
        self._count = 0
        self._tell_length()

    @property
    def count(self) -> int:
        """How many samples long the track is now."""
        return self._count

    def put(self, at: int, samples: Samples) -> None:
        """Write samples (-1.0 to 1.0) from position `at`; they reach the operating system before this returns."""
        data = Sound(samples, self.rate).pcm()
        if _HEADER.size + _BYTES * at + len(data) > _MOST:
            raise OSError("the sound file is as long as it can be")
        self._file.seek(_HEADER.size + _BYTES * at)
        self._file.write(data)
        self._grow(at + len(data) // _BYTES)

    def reach(self, count: int) -> None:
        """Make the track at least so many samples long, with silence."""
        if count > self._count:
            self.put(count - 1, np.zeros(1, dtype=np.float32))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _grow(self, count: int) -> None:
        self._count = max(self._count, count)
        self._tell_length()

    def _tell_length(self) -> None:
        held = _BYTES * self._count
        self._file.seek(0)
        self._file.write(
            _HEADER.pack(b"RIFF", held + 36, b"WAVE", b"fmt ", 16, 1, 1, self.rate, _BYTES * self.rate, _BYTES, 16,
                         b"data", held)
        )  # fmt: skip
        self._file.flush()

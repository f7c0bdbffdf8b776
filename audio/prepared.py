"""Lines that were rendered ahead and are kept: compressed, each checked by its own checksum whenever it is read."""

import contextlib
import hashlib
import io
import os
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import platformdirs

from audio.sound import RATE_HZ, Sound

_NAME = re.compile(r"^(?P<key>[0-9a-f]{64})-(?P<sum>[0-9a-f]{16})\.ogg$")
_BLOCK = 16_384  # the encoder is given no more at a time: it keeps what it is given on a small stack


def usual_folder() -> Path:
    """The folder for prepared lines on this machine."""
    return platformdirs.user_cache_path("first-contact", appauthor=False) / "prepared"


class PreparedLines:
    """A folder of OGG files whose names hold the line's key and the file's checksum. Needs soundfile to read or write.

    No index: what is in the folder is what there is, so that an interrupted run loses nothing but its last line.
    """

    def __init__(
        self,
        folder: Path | None = None,
        encode: Callable[[Sound], bytes] | None = None,
        decode: Callable[[bytes], Sound] | None = None,
    ) -> None:
        """Look at a folder (default: the usual one), which need not be there yet."""
        self.folder = folder or usual_folder()
        self._encode, self._decode = encode or _encoded, decode or _decoded
        self._files: dict[str, str] = {}
        self.look()

    def look(self) -> None:
        """See what is in the folder now: another program may have prepared more."""
        try:
            names = [path.name for path in self.folder.iterdir()]
        except OSError:
            names = []
        self._files = {found["key"]: name for name in names if (found := _NAME.match(name))}

    def __len__(self) -> int:
        return len(self._files)

    def bytes_kept(self) -> int:
        """How much room all of them take, in bytes."""
        total = 0
        for name in self._files.values():
            with contextlib.suppress(OSError):
                total += (self.folder / name).stat().st_size
        return total

    def has(self, key: str) -> bool:
        """Whether the line is there; whether it is sound is seen when it is read."""
        return key in self._files

    def get(self, key: str) -> Sound | None:
        """The line of a key; None when it is not there, or was damaged and so thrown away."""
        name = self._files.get(key)
        if name is None:
            return None
        try:
            data = (self.folder / name).read_bytes()
            if _checksum(data) == name[65:81]:
                return self._decode(data)
        except ImportError:
            return None  # it cannot be read here, which is no fault of the file's
        except (OSError, RuntimeError, ValueError):
            pass  # damaged in one way or another: rendered again
        self.forget(key)
        return None

    def put(self, key: str, sound: Sound) -> Path:
        """Keep a line: all of it or nothing. Raises OSError, such as for a full disk."""
        data = self._encode(sound)
        name = f"{key}-{_checksum(data)}.ogg"
        path = self.folder / name
        part = self.folder / f"{name}.{os.getpid()}.part"
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("wb") as file:
                file.write(data)
            part.replace(path)
        finally:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
        self._files[key] = name
        return path

    def forget(self, key: str) -> None:
        """Drop a line that proved bad."""
        name = self._files.pop(key, None)
        if name is not None:
            with contextlib.suppress(OSError):
                (self.folder / name).unlink(missing_ok=True)

    def clear(self) -> int:
        """Remove every line, and what interrupted runs left; how many lines there were."""
        count = len(self._files)
        for key in list(self._files):
            self.forget(key)
        for part in self.folder.glob("*.part"):
            with contextlib.suppress(OSError):
                part.unlink()
        return count


def _checksum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def _encoded(sound: Sound) -> bytes:
    import soundfile

    into = io.BytesIO()
    with soundfile.SoundFile(into, "w", RATE_HZ, 1, format="OGG", subtype="VORBIS") as file:
        for start in range(0, len(sound.samples), _BLOCK):
            file.write(sound.samples[start : start + _BLOCK])
    return into.getvalue()


def _decoded(data: bytes) -> Sound:
    import soundfile

    samples, rate = soundfile.read(io.BytesIO(data), dtype="float32")
    if not len(samples) or rate != RATE_HZ:
        raise ValueError("not a line of ours")
    return Sound(np.asarray(samples, dtype=np.float32).reshape(len(samples), -1)[:, 0], RATE_HZ)

"""Where the sound of calls is kept beside the results file: each track under the sha256 of its bytes."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from simulator.events import RecordingKept
from simulator.journal import Journal, of_kind

Codec = Literal["flac", "opus", "wav"]
State = Literal["whole", "missing", "changed"]

_HEADER_BYTES = 44  # of a spooled WAV file; what is no longer holds no sound
_BLOCK = 1 << 20


@dataclass(frozen=True)
class LeftOver:
    """A track that a call's program left in the spool when it died: whose it is, and where it begins (ms)."""

    track: Literal["handler", "caller"]
    path: Path
    began_ms: int


class Recordings:
    """The folder of kept tracks, and the spool that calls in progress write to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def spool(self) -> Path:
        """Where a call in progress writes its tracks."""
        return self.folder / "spool"

    def path(self, digest: str, codec: Codec) -> Path:
        """Where the track with this digest is, or would be."""
        return self.folder / digest[:2] / f"{digest[2:]}.{codec}"

    def take(self, file: Path, codec: Codec) -> str:
        """Move a finished file in under the sha256 of its bytes, and give that. Raises OSError; the file then stays."""
        digest = digest_of(file)
        target = self.path(digest, codec)
        target.parent.mkdir(parents=True, exist_ok=True)
        _on_disk(file)
        file.replace(target)
        return digest

    def check(self, kept: RecordingKept) -> State:
        """Whether a track is there and its bytes are those the journal names. Raises OSError when it cannot be read."""
        path = self.path(kept.digest, kept.codec)
        if not path.is_file():
            return "missing"
        return "whole" if digest_of(path) == kept.digest else "changed"

    def remove(self, kept: RecordingKept) -> None:
        """Delete a track's file; one that is not there is no fault. Raises OSError."""
        self.path(kept.digest, kept.codec).unlink(missing_ok=True)

    def left_over(self, call_id: str) -> tuple[LeftOver, ...]:
        """What a call left in the spool, oldest track first."""
        return tuple(sorted(self._left_over(call_id), key=lambda one: (one.began_ms, one.track)))

    def _left_over(self, call_id: str) -> Iterator[LeftOver]:
        for path in self.spool.glob(f"{call_id}.*.wav"):
            _, track, began, *_ = path.name.split(".")
            if began.isdigit() and path.stat().st_size > _HEADER_BYTES:
                if track == "caller":
                    yield LeftOver("caller", path, int(began))
                elif track == "handler":
                    yield LeftOver("handler", path, int(began))


def digest_of(path: Path) -> str:
    """The sha256 of a file's bytes as 64 hexadecimal figures. Raises OSError."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            found.update(block)
    return found.hexdigest()


def kept_tracks(journal: Journal) -> tuple[RecordingKept, ...]:
    """The tracks that a journal says were kept."""
    return tuple(kept for _, kept in of_kind(journal, RecordingKept))


def without_journal(recordings: Recordings, named: Iterable[str]) -> tuple[Path, ...]:
    """Kept files that no journal names, by digest; nothing is done about them."""
    known = set(named)
    files = (path for path in recordings.folder.glob("??/*") if path.suffix in (".flac", ".opus", ".wav"))
    return tuple(sorted(path for path in files if path.parent.name + path.stem not in known))


def _on_disk(file: Path) -> None:
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())

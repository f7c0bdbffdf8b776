"""Where rendered lines are kept, so that a line is rendered once; with a temporary place when that one fails."""

import contextlib
import hashlib
import json
import tempfile
from pathlib import Path

import platformdirs

from audio.sound import Sound, UnreadableSound, read_wav

KEPT_BYTES = 300_000_000  # about two hours of speech; the oldest go first


def key_of(engine: str, version: str, voice: str, settings: tuple[int, ...], text: str) -> str:
    """The name of a rendered line: the same for the same text, voice, settings and engine, else another."""
    parts = json.dumps([engine, version, voice, *settings, text], ensure_ascii=True)
    return hashlib.sha256(parts.encode("ascii")).hexdigest()


def usual_folder() -> Path:
    """The folder for rendered lines on this machine."""
    return platformdirs.user_cache_path("first-contact", appauthor=False) / "voice"


class RenderCache:
    """A folder of WAV files named by key. What is damaged is thrown away and rendered again."""

    def __init__(self, folder: Path | None = None, kept_bytes: int = KEPT_BYTES) -> None:
        """Use a folder (default: the usual one) or, where it cannot be written, a temporary one.

        Raises OSError when neither can be written.
        """
        wanted = folder or usual_folder()
        self.notice = ""
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        try:
            _prove_writable(wanted)
            self.folder = wanted
            _prune(wanted, kept_bytes)
        except OSError as error:
            self._temporary = tempfile.TemporaryDirectory(prefix="first-contact-", ignore_cleanup_errors=True)
            self.folder = Path(self._temporary.name)
            _prove_writable(self.folder)
            self.notice = f"Spoken lines cannot be kept in {wanted} ({error.strerror or error}); they are made anew."

    def path(self, key: str) -> Path:
        """Where the line of a key is or will be."""
        return self.folder / f"{key}.wav"

    def has(self, key: str) -> bool:
        """Whether the line is there."""
        return self.path(key).is_file()

    def make_room(self) -> None:
        """Make the folder again if somebody removed it; raises OSError."""
        self.folder.mkdir(parents=True, exist_ok=True)

    def get(self, key: str) -> Sound | None:
        """The line of a key; None when it is not there or was damaged."""
        path = self.path(key)
        if not path.is_file():
            return None
        try:
            return read_wav(path)
        except UnreadableSound:
            self.forget(key)
            return None

    def forget(self, key: str) -> None:
        """Drop a line that proved bad."""
        with contextlib.suppress(OSError):  # else it will be written over
            self.path(key).unlink(missing_ok=True)

    def close(self) -> None:
        """Remove the temporary folder, if there is one."""
        if self._temporary is not None:
            self._temporary.cleanup()


def _prove_writable(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder) as probe:
        probe.write(b"proof")


def _prune(folder: Path, kept_bytes: int) -> None:
    """Keep the newest files up to so many bytes; drop what an interrupted render left behind."""
    for part in folder.glob("*.part"):
        part.unlink(missing_ok=True)
    total = 0
    for stat, path in sorted(((p.stat(), p) for p in folder.glob("*.wav")), key=lambda pair: -pair[0].st_mtime):
        total += stat.st_size
        if total > kept_bytes:
            path.unlink(missing_ok=True)

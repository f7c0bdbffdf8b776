"""Where the neural voices' lines are made and kept: one line at a time, slowly, ahead of the call."""

import contextlib
import hashlib
import json
import re
import tempfile
from collections.abc import Callable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from audio.acting import acted
from audio.espeak_setup import NEURAL
from audio.fitting import fitted
from audio.neural_cast import Part, part_of
from audio.neural_model import SHA256
from audio.prepared import PreparedLines
from audio.sound import Sound, UnreadableSound, joined, read_wav, silence, trimmed
from audio.speaker import Speaker, SpeakerDied, SpeakerRefused
from audio.styles import Manner
from audio.voice import SpokenLine, VoiceFailed
from audio.wording import natural_seconds, speakable

_RECIPE = 1  # raised when the same words should be made anew because they are made better
_TRIES = 2
_BETWEEN_S = 0.22  # between sentences that were kept one by one
_ENDS = re.compile(r"(?<=[.?!,])\s+")
_LEAST_SHARE = 0.3  # of the time its words should take: a line shorter than this was cut


def key_of_part(part: Part, text: str) -> str:
    """The name of a line as this voice plays it: another text, voice, state, model or pronunciation has another."""
    parts = [NEURAL, SHA256[:16], _pronunciation(), _RECIPE, part.voice, part.asked_rate, vars(part.acting), text]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True, sort_keys=True).encode("ascii")).hexdigest()


@cache
def _pronunciation() -> str:
    try:
        return version("espeakng-loader")
    except PackageNotFoundError:
        return ""


class Studio:
    """Makes lines with the neural voices and keeps them. Not for several threads at once."""

    def __init__(self, prepared: PreparedLines, open_speaker: Callable[[], Speaker] = lambda: Speaker(NEURAL)) -> None:
        self.prepared = prepared
        self._open_speaker = open_speaker
        self._speaker: Speaker | None = None
        self._shut = False

    def has(self, line: SpokenLine) -> bool:
        """Whether the line can be had without making it."""
        return self._covering(line) is not None

    def kept(self, line: SpokenLine) -> Sound | None:
        """The line, if it is kept (whole, or sentence by sentence), in the time it should take; else None."""
        covering = self._covering(line)
        if covering is None:
            return None
        sounds: list[Sound] = []
        for key in covering:
            sound = self.prepared.get(key)
            if sound is None:
                return None
            sounds += [silence(_BETWEEN_S), sound] if sounds else [sound]
        whole = joined(*sounds)
        return whole if line.lasts_ms is None else fitted(whole, line.lasts_ms / 1000)

    def make(self, line: SpokenLine) -> Sound:
        """Make the line and keep it; raises VoiceFailed, and OSError when it was made but could not be kept."""
        text = speakable(line.text)
        if not text:
            raise VoiceFailed("there is nothing in it to be spoken")
        part = part_of(line.kind, line.style)
        sound = acted(trimmed(self._rendered(text, part)), part.acting)
        self.prepared.put(key_of_part(part, text), sound)
        return sound

    def start(self) -> None:
        """Load the model now; raises VoiceFailed."""
        try:
            self._living()
        except SpeakerDied as error:
            raise VoiceFailed(str(error)) from error

    @property
    def speaker_pid(self) -> int | None:
        """The number of the process that makes lines; None while there is none."""
        return self._speaker.pid if self._speaker is not None else None

    def shut(self) -> None:
        """Make nothing more, not even what is being made; may be called from any thread."""
        self._shut = True
        self.close()

    def close(self) -> None:
        """End the process that makes lines, until another is to be made; safe to call twice."""
        speaker, self._speaker = self._speaker, None
        if speaker is not None:
            speaker.close()

    def _covering(self, line: SpokenLine) -> tuple[str, ...] | None:
        """The keys of kept lines that together are this line, in order; None where words are missing."""
        if not len(self.prepared) or not speakable(line.text):
            return None
        part = part_of(line.kind, line.style)
        pieces = _ENDS.split(line.text.strip())
        found: list[str] = []
        at = 0
        while at < len(pieces):
            for end in range(len(pieces), at, -1):
                key = key_of_part(part, speakable(" ".join(pieces[at:end])))
                if self.prepared.has(key):
                    found.append(key)
                    at = end
                    break
            else:
                return None
        return tuple(found)

    def _living(self) -> Speaker:
        if self._shut:
            raise SpeakerDied("the voice was closed")
        if self._speaker is None:
            self._speaker = self._open_speaker()
        return self._speaker

    def _rendered(self, text: str, part: Part) -> Sound:
        why = ""
        with tempfile.TemporaryDirectory(prefix="first-contact-", ignore_cleanup_errors=True) as folder:
            for _ in range(_TRIES):
                path = Path(folder) / "line.wav"
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)
                try:
                    self._living().render(text, part.voice, Manner(rate=part.asked_rate), path)
                    sound = read_wav(path)
                except (SpeakerDied, UnreadableSound) as error:
                    why = str(error)
                    self.close()
                    continue
                except (SpeakerRefused, OSError) as error:
                    raise VoiceFailed(str(error)) from error
                if sound.seconds >= _LEAST_SHARE * natural_seconds(text, part.asked_rate):
                    return sound
                why = "the line came out cut"
        raise VoiceFailed(why)

"""A call's sound put together without time passing: the line as it would be heard, and the handler's own side."""

import numpy as np

from audio import beds, tones
from audio.effects import effect
from audio.line import CLEAR, POOR, QUALITIES, LineQuality, carried, line_noise
from audio.music import hold_music
from audio.player import Track
from audio.sound import RATE_HZ, Samples, Sound
from audio.tape_mix import Mixdown

_DUCKED, _EFFECT_DUCKED, _OPEN = 0.35, 0.6, 1.0
_AUDIBLE = 0.02  # of a line's loudest sample; what is softer is not its beginning
_EDGE_S = 0.004


def begun(sound: Sound) -> Sound:
    """The sound from where it is first heard: a line that begins at a moment is heard at that moment."""
    loud = np.flatnonzero(np.abs(sound.samples) > _AUDIBLE * np.abs(sound.samples).max(initial=0.0))
    first = max(0, int(loud[0]) - round(_EDGE_S * sound.rate)) if loud.size else 0
    return Sound(sound.samples[first:], sound.rate)


def _on_the_line(spoken: Sound, quality: LineQuality) -> Sound:
    """As heard in the headset, without the moment of mere line before it."""
    own = begun(spoken)
    heard = carried(own, quality)
    before = round(max(0.0, heard.seconds - own.seconds) / 2 * heard.rate)
    return Sound(heard.samples[before:], heard.rate)


class HeardCall:
    """Both sides of a call from `began_ms` of its time on. All times are the call's, in ms, and only move on."""

    def __init__(self, began_ms: int, background: str = "none", quality: str = "clear") -> None:
        """The call is answered: the line opens."""
        self.began_ms = began_ms
        self._line, self._handler = Mixdown(), Mixdown()
        self._background = background
        self._quality = self._answered_as = QUALITIES.get(quality, CLEAR)
        for track in Track:
            self._line.level(track, _OPEN, 0)
        self._line.play(Track.TONE, tones.click(), 0)
        self._open(began_ms)

    @property
    def quality(self) -> LineQuality:
        """How good the line is now."""
        return self._quality

    def says(self, spoken: Sound, at_ms: int) -> int:
        """Somebody at the far end says this, at its own level; gives when it ends."""
        heard = _on_the_line(spoken, self._quality)
        ends = at_ms + round(heard.seconds * 1000)
        self._line.play(Track.VOICE, heard, self._at(at_ms))
        self._duck(_DUCKED, _EFFECT_DUCKED, at_ms)
        self._duck(_OPEN, _OPEN, ends)
        return ends

    def handler_says(self, spoken: Sound, at_ms: int) -> int:
        """The handler says this, close to their own microphone; gives when it ends."""
        own = begun(spoken)
        self._handler.play(0, own, self._at(at_ms))
        return at_ms + round(own.seconds * 1000)

    def hears(self, name: str, at_ms: int) -> None:
        """A sound at the caller's end."""
        made = effect(name)
        if made is not None:
            self._line.play(Track.EFFECT, _on_the_line(made, self._quality), self._at(at_ms))

    def line_goes(self, to: str, at_ms: int) -> None:
        """The line drops, falls silent, turns poor, or comes back as it was."""
        if to == "dropped":
            self.clear(at_ms, by_caller=True)
        elif to == "silent":
            self._line.stop(Track.VOICE, self._at(at_ms))
        else:
            self._quality = POOR if to == "poor" else self._answered_as
            self._open(at_ms)

    def hold(self, at_ms: int) -> None:
        """The caller is put on hold: its music is heard softly."""
        self._line.stop(None, self._at(at_ms))
        self._line.play(Track.TONE, hold_music(), self._at(at_ms), repeat=True)

    def resume(self, at_ms: int) -> None:
        """The line opens again."""
        self._line.stop(Track.TONE, self._at(at_ms))
        self._open(at_ms)

    def clear(self, at_ms: int, by_caller: bool = False) -> None:
        """The line closes."""
        self._line.stop(None, self._at(at_ms))
        self._line.play(Track.TONE, tones.cleared() if by_caller else tones.click(), self._at(at_ms))

    def sides(self, until_ms: int) -> tuple[Sound, Sound]:
        """The line and the handler's side, equally long, up to a moment. To be asked once, at the end."""
        count = self._at(until_ms)
        return Sound(self._line.block(0, count)), Sound(self._handler.block(0, count))

    def _open(self, at_ms: int) -> None:
        at = self._at(at_ms)
        self._line.play(Track.LINE, line_noise(level_db=self._quality.noise_db + 2), at, repeat=True)
        behind = beds.bed(self._background)
        if behind is not None:
            self._line.play(Track.BACKGROUND, behind, at, repeat=True)

    def _duck(self, background: float, effects: float, at_ms: int) -> None:
        self._line.level(Track.BACKGROUND, background, self._at(at_ms))
        self._line.level(Track.EFFECT, effects, self._at(at_ms))

    def _at(self, ms: int) -> int:
        return max(0, round((ms - self.began_ms) * RATE_HZ / 1000))


def mixed(*sides: Sound) -> Sound:
    """Sides of the same length heard at once; where that is too loud all of it is made softer."""
    together: Samples = np.sum([side.samples for side in sides], axis=0, dtype=np.float32)
    loudest = float(np.abs(together).max(initial=0.0))
    return Sound(together / loudest * np.float32(0.98) if loudest > 0.98 else together, sides[0].rate)

"""Plays sounds through pygame's mixer; and the twin for machines without a sound device."""

import contextlib
import os
from collections.abc import Iterator
from enum import IntEnum
from typing import Protocol

from audio.sound import RATE_HZ, Sound

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")


class Track(IntEnum):
    """What plays at the same time without cutting each other off."""

    VOICE = 0
    TONE = 1
    LINE = 2
    BACKGROUND = 3
    EFFECT = 4


class Player(Protocol):
    """Something that plays. No method raises: a call goes on without sound."""

    def play(self, sound: Sound, track: Track, repeat: bool = False) -> bool:
        """Begin at once, in place of what the track played; whether it is heard."""

    def stop(self, track: Track | None = None) -> None:
        """End one track, or all."""

    def busy(self, track: Track) -> bool:
        """Whether the track still plays."""

    def set_level(self, track: Track, level: float) -> None:
        """How loud a track is, 0.0 to 1.0."""

    @property
    def trouble(self) -> str:
        """Why nothing is heard, in one sentence; empty while all is well."""

    def describe(self) -> str:
        """One sentence for people."""

    def close(self) -> None:
        """Let go of the device; safe to call twice."""


class NoSound:
    """Plays nothing, and says why."""

    def __init__(self, why: str) -> None:
        self.why = why

    def play(self, sound: Sound, track: Track, repeat: bool = False) -> bool:
        """Nothing is heard."""
        return False

    def stop(self, track: Track | None = None) -> None:
        """There is nothing to stop."""

    def busy(self, track: Track) -> bool:
        """Never."""
        return False

    def set_level(self, track: Track, level: float) -> None:
        """There is nothing to make louder."""

    @property
    def trouble(self) -> str:
        """That there is no sound, and why."""
        return f"No sound: {self.why}. Captions show what is said."

    def describe(self) -> str:
        """That there is no sound, and why."""
        return self.trouble

    def close(self) -> None:
        """There is nothing to close."""


class PygameMixer:
    """Plays through the machine's sound device, mono, 16 bits, RATE_HZ. Use `open_player`."""

    def __init__(self) -> None:
        """Open the device; raises OSError when there is none. Only pygame's mixer is started."""
        import pygame

        self._mixer = pygame.mixer
        self._error = pygame.error
        self._failed = ""
        self._levels = dict.fromkeys(Track, 1.0)
        try:
            if self._mixer.get_init() not in (None, (RATE_HZ, -16, 1)):
                self._mixer.quit()
            # allowedchanges=0: the device is given our format, whatever it likes better, so nothing is converted here.
            with _libraries_muted():
                self._mixer.init(RATE_HZ, -16, 1, buffer=512, allowedchanges=0)
            self._mixer.set_num_channels(max(8, len(Track)))
            self._mixer.set_reserved(len(Track))
        except (pygame.error, NotImplementedError) as error:
            raise OSError(str(error)) from error

    def play(self, sound: Sound, track: Track, repeat: bool = False) -> bool:
        """Begin at once; False when the device is gone."""
        try:
            made = self._mixer.Sound(buffer=sound.pcm())
            channel = self._mixer.Channel(track)
            channel.play(made, loops=-1 if repeat else 0)
            channel.set_volume(self._levels[track])  # each play begins at full loudness
        except (self._error, ValueError) as error:
            self._failed = str(error)
            return False
        return True

    def stop(self, track: Track | None = None) -> None:
        """End one track, or all of ours."""
        for one in Track if track is None else (track,):
            try:
                self._mixer.Channel(one).stop()
            except self._error as error:
                self._failed = str(error)

    def busy(self, track: Track) -> bool:
        """Whether the track still plays."""
        try:
            return bool(self._mixer.Channel(track).get_busy())
        except self._error:
            return False

    def set_level(self, track: Track, level: float) -> None:
        """How loud a track is; lasts until it is set again."""
        self._levels[track] = min(1.0, max(0.0, level))
        try:
            self._mixer.Channel(track).set_volume(self._levels[track])
        except self._error as error:
            self._failed = str(error)

    @property
    def trouble(self) -> str:
        """That the device went away; empty while it works."""
        if not self._failed:
            return ""
        return f"The sound device stopped working: {self._failed}. Captions show what is said."

    def describe(self) -> str:
        """That there is sound, or that the device went away."""
        return self.trouble or "Sound: on."

    def close(self) -> None:
        """Let go of the device."""
        self._mixer.quit()


@contextlib.contextmanager
def _libraries_muted() -> Iterator[None]:
    """ALSA writes pages to stderr when there is no device; we say it in one line instead."""
    try:
        kept = os.dup(2)
    except OSError:  # a program without a console has no stderr
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def open_player() -> Player:
    """The sound device, or a twin that says why there is none."""
    try:
        return PygameMixer()
    except ImportError as error:
        return NoSound(f"pygame cannot be loaded ({error})")
    except OSError:
        return NoSound("no sound device was found")

"""Mixes what several tracks of a telephone play at once, block by block: pure arithmetic on samples."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from audio.sound import RATE_HZ, Samples, Sound, resampled


@dataclass
class _Playing:
    """A sound on a track from sample `start` on, until `end` where it was stopped."""

    track: int
    start: int
    samples: Samples
    repeat: bool
    end: int | None = None

    def over_at(self) -> int | None:
        """The sample after its last; None while it repeats without end."""
        own = None if self.repeat else self.start + len(self.samples)
        ends = [end for end in (own, self.end) if end is not None]
        return min(ends) if ends else None

    def part(self, begin: int, end: int) -> tuple[int, Samples]:
        """What of it sounds from sample `begin` to before `end`, and where that begins."""
        over = self.over_at()
        first, last = max(begin, self.start), end if over is None else min(end, over)
        if last <= first or not len(self.samples):
            return begin, self.samples[:0]
        if self.repeat:
            wanted = np.arange(first - self.start, last - self.start) % len(self.samples)
            return first, self.samples[wanted]
        return first, self.samples[first - self.start : last - self.start]


class Mixdown:
    """Sounds by track and time, mixed at RATE_HZ. Places are samples from the beginning; blocks only move on.

    A level counts in relation to the loudest track, so that a headset's volume changes nothing and ducking does.
    """

    def __init__(self) -> None:
        self._playing: list[_Playing] = []
        self._levels: dict[int, float] = {}
        self._changes: list[tuple[int, int, float]] = []

    def play(self, track: int, sound: Sound, at: int, repeat: bool = False) -> None:
        """A sound begins, in place of what the track played."""
        self.stop(track, at)
        self._playing.append(_Playing(track, at, resampled(sound, RATE_HZ).samples, repeat))

    def stop(self, track: int | None, at: int) -> None:
        """A track falls silent, or all of them."""
        for one in self._playing:
            if track in (None, one.track) and (one.end is None or one.end > at):
                one.end = at

    def level(self, track: int, level: float, at: int) -> None:
        """A track is as loud as this from now on, 0.0 to 1.0."""
        self._changes.append((at, track, level))

    def block(self, begin: int, end: int) -> Samples:
        """The mix from sample `begin` to before `end`; what ended by then is forgotten."""
        mixed = np.zeros(max(0, end - begin), dtype=np.float32)
        for first, last in self._stretches(begin, end):
            for one in self._playing:
                start, part = one.part(first, last)
                mixed[start - begin : start - begin + len(part)] += part * np.float32(self._gain(one.track))
        self._playing = [one for one in self._playing if (over := one.over_at()) is None or over > end]
        return mixed

    def _stretches(self, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """The block cut where a level changes; the changes take effect on the way."""
        now = begin
        for change in sorted(self._changes, key=lambda change: change[0]):
            at, track, level = change
            if at >= end:
                break
            if at > now:
                yield now, at
                now = at
            self._levels[track] = level
            self._changes.remove(change)
        if end > now:
            yield now, end

    def _gain(self, track: int) -> float:
        loudest = max((*self._levels.values(), 0.0))
        return self._levels.get(track, loudest or 1.0) / loudest if loudest else 1.0

"""Where a stretch of speech begins and ends: by a held key, or by the voice itself. Pure: blocks in, stretches out."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from audio.recogniser import LONGEST_S, RATE_HZ

BEFORE_S = 0.25  # kept from before the key: many begin to speak as they press
AFTER_S = 0.2  # and let go with the last word
SURE, UNSURE = 0.5, 0.35  # likelihoods of a voice at which speech begins and goes on
BEGINS_AFTER_S = 0.16  # of one voice without a break: a cough or a click begins nothing
ENDS_AFTER_S = 0.7
SHORTEST_S = 0.25


@dataclass(frozen=True, eq=False)
class Block:
    """Some samples and when the first was heard (seconds on any clock); `voice` is how likely they are speech."""

    samples: NDArray[np.int16]
    at_s: float
    voice: float = 0.0

    @property
    def end_s(self) -> float:
        """When its last sample had been heard."""
        return self.at_s + len(self.samples) / RATE_HZ


@dataclass(frozen=True, eq=False)
class Stretch:
    """A whole stretch of speech, and when its first sample was heard."""

    samples: NDArray[np.int16]
    at_s: float

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.samples) / RATE_HZ


@dataclass(frozen=True, eq=False)
class Began:
    """A stretch began, at this time; `sound` is what has been heard of it, and what was kept from before it."""

    at_s: float
    sound: Stretch


@dataclass(frozen=True)
class TooShort:
    """What began was too short to be words."""


Gated = Began | Stretch | TooShort


class Gate(Protocol):
    """Cuts what a microphone hears into stretches of speech."""

    open: bool  # whether a stretch is being heard now

    def take(self, block: Block) -> list[Gated]:
        """What this block begins or ends."""

    def drop(self) -> None:
        """Forget the stretch that is being heard."""


class _Collected:
    """The blocks of the present stretch, and some from before it."""

    def __init__(self, before_s: float) -> None:
        self._before_s = before_s
        self._kept: list[Block] = []

    def remember(self, block: Block) -> None:
        """Keep it in case a stretch begins soon."""
        self._kept.append(block)
        while self._kept and self._kept[0].end_s < block.end_s - self._before_s:
            self._kept.pop(0)

    def add(self, block: Block) -> None:
        """Keep it for the present stretch."""
        self._kept.append(block)

    @property
    def seconds(self) -> float:
        """How long all of it is."""
        return sum(len(block.samples) for block in self._kept) / RATE_HZ

    def so_far(self) -> Stretch:
        """All of it as one stretch."""
        return Stretch(np.concatenate([block.samples for block in self._kept]), self._kept[0].at_s)

    def taken(self) -> Stretch:
        """All of it as one stretch; nothing is kept after."""
        stretch = self.so_far()
        self._kept = []
        return stretch

    def forget(self) -> None:
        """Keep nothing."""
        self._kept = []


class HeldGate:
    """Hears from the press of a key to its release. Press and release tell their times on the blocks' own clock."""

    def __init__(self) -> None:
        self._collected = _Collected(BEFORE_S)
        self._pressed: float | None = None
        self._released: float | None = None
        self.open = False

    def press(self, at_s: float) -> None:
        """The key went down."""
        if not self.open:
            self._pressed, self._released = at_s, None

    def release(self, at_s: float) -> None:
        """The key came up."""
        if self._pressed is not None and self._released is None:
            self._released = at_s

    def take(self, block: Block) -> list[Gated]:
        """Begins at the press, ends shortly after the release, or after a minute."""
        if self._pressed is None or block.end_s <= self._pressed:
            self._collected.remember(block)
            return []
        found: list[Gated] = []
        self._collected.add(block)
        if not self.open:
            self.open = True
            found.append(Began(self._pressed, self._collected.so_far()))
        over = self._released is not None and block.end_s >= self._released + AFTER_S
        if over or self._collected.seconds >= LONGEST_S:
            found.append(self._finished())
        return found

    def drop(self) -> None:
        """Forget it."""
        self._pressed = self._released = None
        self.open = False
        self._collected.forget()

    def _finished(self) -> Gated:
        pressed, released = self._pressed, self._released
        stretch = self._collected.taken()
        self.drop()
        short = pressed is not None and released is not None and released - pressed < SHORTEST_S
        return TooShort() if short else stretch


class OpenGate:
    """Hears whenever somebody speaks: from the first sure sound until it has been quiet for a while."""

    def __init__(self) -> None:
        self._collected = _Collected(BEFORE_S + BEGINS_AFTER_S)
        self._sure_since: float | None = None
        self._last_voice_s = 0.0
        self.open = False

    def take(self, block: Block) -> list[Gated]:
        """Begins with a voice, ends with quiet, or after a minute."""
        if not self.open:
            return self._waiting(block)
        self._collected.add(block)
        if block.voice >= UNSURE:
            self._last_voice_s = block.end_s
        quiet = block.end_s - self._last_voice_s >= ENDS_AFTER_S
        return [self._finished()] if quiet or self._collected.seconds >= LONGEST_S else []

    def drop(self) -> None:
        """Forget it."""
        self.open = False
        self._sure_since = None
        self._collected.forget()

    def _waiting(self, block: Block) -> list[Gated]:
        self._collected.remember(block)
        if block.voice < (SURE if self._sure_since is None else UNSURE):
            self._sure_since = None
            return []
        if self._sure_since is None:
            self._sure_since = block.at_s
        if block.end_s - self._sure_since < BEGINS_AFTER_S:
            return []
        self.open, self._last_voice_s = True, block.end_s
        return [Began(self._sure_since, self._collected.so_far())]

    def _finished(self) -> Gated:
        stretch = self._collected.taken()
        self.drop()
        return stretch

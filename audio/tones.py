"""The signals of a British telephone line, made by code: ringing, cleared line, click. No recordings."""

from functools import cache

import numpy as np

from audio.sound import RATE_HZ, Sound, amplitude, joined, silence

_LEVEL_DB = -20.0
_EDGE_S = 0.006  # a tone that starts at full strength clicks


def tone(frequencies_hz: tuple[float, ...], seconds: float, level_db: float = _LEVEL_DB) -> Sound:
    """A steady tone of equal parts of the frequencies, with soft edges; `level_db` is its peak below full scale."""
    at = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    wave = sum((np.sin(2 * np.pi * hertz * at) for hertz in frequencies_hz), np.zeros(len(at)))
    edge = np.minimum(1.0, np.minimum(at, seconds - at) / _EDGE_S).clip(0.0)
    scale = amplitude(level_db) / max(1, len(frequencies_hz))
    return Sound((wave * edge * scale).astype(np.float32))


@cache
def ring() -> Sound:
    """One round of British ringing: 400 and 450 Hz, 0.4 s on, 0.2 s off, 0.4 s on, 2.0 s off. Repeat it."""
    burst = tone((400.0, 450.0), 0.4)
    return joined(burst, silence(0.2), burst, silence(2.0))


def cleared() -> Sound:
    """The other side has rung off: a click, then 400 Hz, 0.375 s on and off, three times."""
    beep = joined(tone((400.0,), 0.375, -24.0), silence(0.375))
    return joined(click(), silence(0.3), beep, beep, beep)


def click() -> Sound:
    """A line is seized or let go."""
    at = np.arange(round(0.02 * RATE_HZ)) / RATE_HZ
    wave = np.sin(2 * np.pi * 900 * at) * np.exp(-at * 400) * amplitude(-18.0)
    return Sound(wave.astype(np.float32))

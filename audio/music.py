"""Music while one is on hold: eight plain bars, written for this and made by code, that repeat without a seam."""

from functools import cache

import numpy as np

from audio.shaping import at_level, placed
from audio.sound import RATE_HZ, Samples, Sound

_BEAT_S = 0.6
_LEVEL_DB = -26.0
# One chord a bar as four broken notes, and a tune of two notes a bar above; in half-tones from the A of 440 Hz.
_CHORDS = ((-9, -5, -2, 3), (-12, -9, -5, 0), (-16, -9, -4, 0), (-14, -10, -2, 2)) * 2
_TUNE = ((7, 10), (7, 3), (8, 7), (5, 2), (7, 10), (12, 10), (8, 5), (2, 3))


@cache
def hold_music() -> Sound:
    """About 19 s; repeat it."""
    bar = 4 * _BEAT_S
    seconds = bar * len(_CHORDS)
    notes = []
    for number, (chord, tune) in enumerate(zip(_CHORDS, _TUNE, strict=True)):
        start = number * bar
        notes += [(start + beat * _BEAT_S, _note(half_tones, 1.4) * 0.5) for beat, half_tones in enumerate(chord)]
        notes += [(start + beat * 2 * _BEAT_S, _note(half_tones, 1.8)) for beat, half_tones in enumerate(tune)]
    # What rings on over the end is heard at the beginning of the next round.
    long = placed(seconds + 2.0, *notes)
    whole = round(seconds * RATE_HZ)
    round_ = long[:whole].copy()
    round_[: len(long) - whole] += long[whole:]
    return at_level(round_, _LEVEL_DB)


def _note(half_tones: int, seconds: float) -> Samples:
    at = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    hertz = 440.0 * 2 ** (half_tones / 12)
    wave = np.sin(2 * np.pi * hertz * at) + 0.35 * np.sin(4 * np.pi * hertz * at) + 0.1 * np.sin(6 * np.pi * hertz * at)
    return (wave * np.exp(-at * 3.2) * np.minimum(1.0, at / 0.012)).astype(np.float32)

"""What may be heard behind a caller: room, street, office, car. Made by code from noise; nothing is recorded."""

from functools import cache

import numpy as np

from audio.line import band_limited
from audio.sound import RATE_HZ, Samples, Sound, amplitude

_SECONDS = 12.0
_COUNT = round(_SECONDS * RATE_HZ)
_AT = np.arange(_COUNT) / RATE_HZ


@cache
def bed(name: str) -> Sound | None:
    """A background to be repeated without a seam, as it comes over the line; None for `none` or an unknown name."""
    chance = np.random.default_rng(7)
    match name:
        case "room":
            return _finished(_coloured(chance, 600) + 0.3 * _hum(350.0), -50.0)
        case "street":
            return _finished(_coloured(chance, 900) * _swells((1, 2, 5)) ** 2, -40.0)
        case "office":
            return _finished(_coloured(chance, 1_400) * _swells((9, 23, 37)) + 0.5 * _keys(chance), -44.0)
        case "car":
            return _finished(_coloured(chance, 500) + 0.4 * _hum(340.0) * _swells((3, 7)), -40.0)
    return None


def _coloured(chance: np.random.Generator, corner_hz: float) -> Samples:
    """Noise that falls off above a corner; of unit strength. Its end flows into its start."""
    spectrum = np.fft.rfft(chance.standard_normal(_COUNT))
    hertz = np.fft.rfftfreq(_COUNT, 1 / RATE_HZ)
    noise = np.fft.irfft(spectrum / (1 + (hertz / corner_hz) ** 2), _COUNT)
    return np.asarray(noise / np.sqrt(np.mean(noise**2)), dtype=np.float32)


def _hum(hertz: float) -> Samples:
    """A steady hum; whole turns in the bed's length."""
    return np.sin(2 * np.pi * hertz * _AT).astype(np.float32)


def _swells(turns: tuple[int, ...]) -> Samples:
    """Loudness that comes and goes: whole turns in the bed's length, so that it repeats without a seam."""
    waves = sum((np.sin(2 * np.pi * turn * _AT / _SECONDS + turn) for turn in turns), np.zeros(_COUNT))
    return (0.55 + 0.45 * waves / len(turns)).astype(np.float32)


def _keys(chance: np.random.Generator) -> Samples:
    """Somebody types in the distance."""
    result = np.zeros(_COUNT, dtype=np.float32)
    tick = np.exp(-np.arange(RATE_HZ // 50) / 60) * chance.standard_normal(RATE_HZ // 50)
    for start in chance.integers(0, _COUNT - len(tick), 40):
        result[start : start + len(tick)] += tick.astype(np.float32) * float(chance.uniform(0.5, 1.5))
    return result


def _finished(samples: Samples, level_db: float) -> Sound:
    narrow = band_limited(Sound(samples.astype(np.float32))).samples
    strength = float(np.sqrt(np.mean(narrow**2)))
    return Sound((narrow / strength * amplitude(level_db)).astype(np.float32))

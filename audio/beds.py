"""What may be heard behind a caller: room, street, rain, a crowd. Made by code from noise; nothing is recorded."""

from functools import cache

import numpy as np

from audio.line import band_limited
from audio.sound import RATE_HZ, Samples, Sound, amplitude
from audio.throats import murmur

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
        case "rain":
            return _finished(_coloured(chance, 2_500) * _swells((2, 3, 7)) + 0.7 * _drops(chance), -42.0)
        case "crowd":
            return _finished(_voices(chance) * _swells((4, 5, 9)), -39.0)
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


def _drops(chance: np.random.Generator) -> Samples:
    """Rain on a window near by."""
    result = np.zeros(_COUNT, dtype=np.float32)
    for start in chance.integers(0, _COUNT - 200, 500):
        size = float(chance.uniform(0.5, 3.0))
        result[start : start + 200] += (np.exp(-np.arange(200) / 18) * chance.standard_normal(200) * size).astype(
            np.float32
        )
    return result


def _voices(chance: np.random.Generator) -> Samples:
    """Many people at once, none of them to be made out."""
    total = 0.2 * _coloured(chance, 900)
    for pitch in (112.0, 215.0):
        said = np.tile(murmur(_SECONDS / 3, pitch, round(pitch)), 3)  # made in a third of the time
        said /= float(np.sqrt(np.mean(said**2)))
        for size in (1.0, 0.8, 0.6):
            total += np.roll(said, int(chance.integers(_COUNT))) * size
    return total.astype(np.float32)


def _finished(samples: Samples, level_db: float) -> Sound:
    narrow = band_limited(Sound(samples.astype(np.float32))).samples
    strength = float(np.sqrt(np.mean(narrow**2)))
    return Sound((narrow / strength * amplitude(level_db)).astype(np.float32))

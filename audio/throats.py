"""Voices without words, and a dog: made by code from a buzzing throat and the resonances of a mouth."""

import numpy as np

from audio.shaping import buzz, fading, noise, placed, resonant, seconds_of, swell
from audio.sound import RATE_HZ, Samples

_AH = ((750.0, 130.0, 1.0), (1_250.0, 180.0, 0.6), (2_600.0, 260.0, 0.2))
_EH = ((550.0, 120.0, 1.0), (1_800.0, 220.0, 0.5), (2_500.0, 260.0, 0.25))
_OH = ((450.0, 120.0, 1.0), (850.0, 160.0, 0.5), (2_400.0, 260.0, 0.1))


def _vowel(
    seconds: float, pitch: tuple[tuple[float, float], ...], mouth: tuple[tuple[float, float, float], ...]
) -> Samples:
    count = round(seconds * RATE_HZ)
    return resonant(buzz(swell(count, pitch), 30), mouth, 0.01)


def dog() -> Samples:
    """Three barks, and two more."""
    times = (0.0, 0.42, 0.85, 1.7, 2.1)
    return placed(2.6, *((at, _bark(n)) for n, at in enumerate(times)))


def _bark(number: int) -> Samples:
    seconds = 0.19
    throat = _vowel(seconds, ((0, 320), (0.25, 520 + 15 * number), (1, 260)), _AH)
    rough = resonant(noise(seconds, 130 + number), _AH, 0.05)
    count = len(throat)
    barked = throat + 0.5 * rough[:count]
    return barked * swell(count, ((0, 0.0), (0.12, 1.0), (0.5, 0.6), (1, 0.0)))


def breath() -> Samples:
    """In and out, three times, close to the phone."""
    airs = []
    for number in range(3):
        for at, seconds, mouth in ((0.0, 0.6, 1_500.0), (0.85, 0.75, 900.0)):
            air = resonant(noise(seconds, 140 + number), ((mouth, 900.0, 1.0), (2_500.0, 700.0, 0.4)))
            airs.append((number * 2.0 + at, air * swell(len(air), ((0, 0.0), (0.4, 1.0), (1, 0.0)))))
    return placed(6.0, *airs)


def cough() -> Samples:
    """Two coughs."""
    return placed(1.0, (0.0, _cough(150)), (0.45, _cough(151) * 0.8))


def _cough(seed: int) -> Samples:
    burst = fading(resonant(noise(0.32, seed), _AH, 0.15), 0.06)
    voiced = fading(_vowel(0.32, ((0, 190), (1, 120)), _OH), 0.07)
    return burst + 0.25 * voiced


def sob() -> Samples:
    """Somebody cries without words."""
    jerks = []
    for number, at in enumerate((0.0, 0.22, 0.42, 1.1, 1.32, 1.5, 2.3)):
        cry = _vowel(0.16, ((0, 330 + 12 * (number % 3)), (1, 270)), _EH)
        air = resonant(noise(0.16, 160 + number), ((1_800.0, 1_200.0, 1.0),))
        jerks.append((at, (0.5 * cry + air[: len(cry)]) * swell(len(cry), ((0, 0.0), (0.3, 1.0), (1, 0.0)))))
    return placed(2.8, *jerks)


def child_cries() -> Samples:
    """Three long cries with breath between them, a little way off."""
    cries = []
    for number, at in enumerate((0.0, 1.5, 3.0)):
        cry = _vowel(1.1, ((0, 380), (0.2, 520 + 20 * number), (0.7, 480), (1, 360)), _AH)
        at_s = seconds_of(1.1)
        shaken = cry * (1 + 0.25 * np.sin(2 * np.pi * 6.5 * at_s))[: len(cry)]
        cries.append((at, shaken * swell(len(cry), ((0, 0.0), (0.15, 1.0), (0.8, 0.8), (1, 0.0)))))
    return placed(4.4, *cries)


def scream() -> Samples:
    """Somebody cries out once."""
    cry = _vowel(0.9, ((0, 420), (0.2, 760), (0.7, 700), (1, 420)), _AH)
    rough = cry * (1 + 0.3 * np.sin(2 * np.pi * 70 * seconds_of(0.9)))[: len(cry)]
    return np.asarray(rough * swell(len(cry), ((0, 0.0), (0.1, 1.0), (0.7, 0.7), (1, 0.0))), dtype=np.float32)


def voice_far() -> Samples:
    """Somebody says a sentence behind a wall."""
    return _muffled(murmur(2.6, 118.0, 170))


def voices_raised() -> Samples:
    """Two people at once, loud, behind a wall."""
    first, second = murmur(4.2, 175.0, 180), murmur(4.2, 235.0, 190)
    return _muffled(first + np.roll(second, RATE_HZ // 3) * 0.8)


def murmur(seconds: float, pitch_hz: float, seed: int) -> Samples:
    """Syllables without words: vowels of changing mouth and pitch, with the gaps that speech has."""
    chance = np.random.default_rng(seed)
    parts, at = [], 0.0
    while at < seconds - 0.2:
        length = float(chance.uniform(0.10, 0.24))
        level = pitch_hz * float(chance.uniform(0.85, 1.25))
        mouth = (_AH, _EH, _OH)[int(chance.integers(3))]
        vowel = _vowel(length, ((0, level * 1.05), (1, level * 0.92)), mouth)
        parts.append((at, vowel * swell(len(vowel), ((0, 0.0), (0.25, 1.0), (0.75, 0.8), (1, 0.1)))))
        at += length + (float(chance.uniform(0.2, 0.4)) if chance.random() < 0.15 else 0.03)
    return placed(seconds, *parts)


def _muffled(samples: Samples) -> Samples:
    return resonant(samples, ((400.0, 420.0, 1.0),), 0.02)

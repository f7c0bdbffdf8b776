"""Sounds in the distance or at the phone, made by code: nothing is recorded, so nothing needs a licence.

Each is plain, and believable on a telephone line, not beyond it. What their ids mean in words stands in
scenarios/vocabulary/sounds.py.
"""

from collections.abc import Callable
from functools import cache

import numpy as np

from audio import throats
from audio.engines import car_passes, sirens_near, van_arrives, van_away
from audio.music import hold_music
from audio.shaping import at_level, fading, noise, placed, resonant, seconds_of, swell
from audio.sound import Samples, Sound, silence
from audio.tones import ring, tone

_WOOD = ((320.0, 160.0, 1.0), (640.0, 240.0, 0.5), (1_300.0, 500.0, 0.2))


def _hit(seconds: float, half_life_s: float, seed: int, body: tuple[tuple[float, float, float], ...]) -> Samples:
    return fading(resonant(fading(noise(seconds, seed), half_life_s), body, 0.02), half_life_s)


def _tap() -> Samples:
    """A fingernail on the phone, close to the microphone."""
    return _hit(0.09, 0.006, 11, ((900.0, 300.0, 0.6), (1_900.0, 500.0, 1.0), (2_900.0, 600.0, 0.7)))


def _knocks(times: tuple[float, ...], length: float) -> Samples:
    hits = [(at, _hit(0.3, 0.022, 20 + number, _WOOD)) for number, at in enumerate(times)]
    return placed(length, *hits)


def _door() -> Samples:
    latch = _hit(0.06, 0.006, 31, ((1_700.0, 500.0, 1.0), (2_800.0, 600.0, 0.6)))
    shut = _hit(0.6, 0.05, 32, ((310.0, 120.0, 1.0), (520.0, 200.0, 0.6)))
    return placed(1.0, (0.0, latch * 0.25), (0.11, shut), (0.16, latch * 0.35))


def _steps() -> Samples:
    soft = [_hit(0.2, 0.018, 40 + number, ((350.0, 150.0, 1.0), (900.0, 400.0, 0.25))) for number in range(7)]
    return placed(4.6, *((0.1 + 0.62 * n + 0.03 * (n % 2), step * (0.6 + 0.07 * n)) for n, step in enumerate(soft)))


def _glass() -> Samples:
    chance = np.random.default_rng(51)
    crack = _hit(0.4, 0.02, 52, ((2_400.0, 1_400.0, 1.0),))
    shards = [
        (float(at), fading(np.sin(2 * np.pi * float(hertz) * seconds_of(0.35)), float(life)) * float(size))
        for at, hertz, life, size in zip(
            chance.gamma(2.0, 0.13, 60) + 0.02, chance.uniform(1_500, 3_350, 60), chance.uniform(0.01, 0.06, 60),
            chance.uniform(0.05, 0.3, 60), strict=True,
        )
    ]  # fmt: skip
    return placed(1.8, (0.0, crack), *shards)


def _clatter() -> Samples:
    chance = np.random.default_rng(61)
    body = ((700.0, 200.0, 0.7), (1_500.0, 300.0, 1.0), (2_600.0, 400.0, 0.6))
    falls = np.cumsum(chance.uniform(0.04, 0.16, 9))
    return placed(1.6, *((float(at), _hit(0.25, 0.02, 62 + n, body) * (1 - 0.08 * n)) for n, at in enumerate(falls)))


def _bang() -> Samples:
    return _hit(0.9, 0.06, 71, ((330.0, 200.0, 1.0), (700.0, 500.0, 0.5), (1_800.0, 1_200.0, 0.15)))


def _crackle() -> Samples:
    chance = np.random.default_rng(81)
    whole = noise(1.4, 82) * swell(round(1.4 * 22_050), ((0, 0.05), (0.3, 0.5), (0.6, 0.15), (1, 0.05)))
    for at in chance.integers(0, len(whole) - 300, 70):
        whole[at : at + 220] += fading(noise(0.01, int(at)), 0.0015)[:220] * float(chance.uniform(0.5, 3.0))
    return whole


def _alarm() -> Samples:
    at = seconds_of(4.0)
    clapper = np.abs(np.sin(2 * np.pi * 11 * at)) ** 0.3
    bell = sum(
        np.sin(2 * np.pi * hertz * at) * size for hertz, size in ((1_870.0, 1.0), (2_410.0, 0.7), (3_130.0, 0.5))
    )
    return np.asarray(bell * clapper, dtype=np.float32)


def _beeps() -> Samples:
    beep = tone((1_050.0,), 0.14, -6.0).samples
    return placed(0.62, (0.0, beep), (0.32, beep))


# Each: how it is made, and the level of its loudest part in dB below full scale: speech lies about -21.
_MADE: dict[str, tuple[Callable[[], Samples], float]] = {
    "alarm": (_alarm, -26.0),
    "bang": (_bang, -10.0),
    "beeps": (_beeps, -24.0),
    "breath": (throats.breath, -26.0),
    "car_passes": (car_passes, -26.0),
    "child_cries": (throats.child_cries, -20.0),
    "clatter": (_clatter, -17.0),
    "cough": (throats.cough, -16.0),
    "crackle": (_crackle, -18.0),
    "dog": (throats.dog, -15.0),
    "door": (_door, -15.0),
    "glass": (_glass, -13.0),
    "knock": (lambda: _knocks((0.05, 0.31, 0.58), 1.1), -14.0),
    "rings_elsewhere": (lambda: ring().samples, -27.0),
    "scream": (throats.scream, -14.0),
    "sirens_near": (sirens_near, -16.0),
    "sob": (throats.sob, -20.0),
    "steps": (_steps, -20.0),
    "tap": (_tap, -11.0),
    "two_taps": (lambda: placed(0.6, (0.0, _tap()), (0.38, _tap() * 0.9)), -11.0),
    "van_away": (van_away, -18.0),
    "van_arrives": (van_arrives, -18.0),
    "voice_far": (throats.voice_far, -24.0),
    "voices_raised": (throats.voices_raised, -18.0),
}


@cache
def effect(name: str) -> Sound | None:
    """A sound by its id, as it comes over the line; None for a name that is not known."""
    if name == "quiet":
        return silence(1.2)
    if name == "music":
        return hold_music()
    made = _MADE.get(name)
    return None if made is None else at_level(made[0](), made[1])

"""Engines and sirens, made by code."""

import numpy as np

from audio.shaping import buzz, noise, placed, resonant, swell, swept
from audio.sound import RATE_HZ, Samples

_BODY = ((330.0, 140.0, 1.0), (520.0, 220.0, 0.7), (1_100.0, 700.0, 0.25))


def _engine(turns: tuple[tuple[float, float], ...], seconds: float, seed: int) -> Samples:
    """A diesel at so many firings a second along its time, with the rattle that goes with them."""
    count = round(seconds * RATE_HZ)
    uneven = 1 + 0.01 * np.repeat(noise(seconds / 1_000 + 0.01, seed), 1_000)[:count]
    firing = (swell(count, turns) * uneven).astype(np.float32)
    rattle = noise(seconds, seed + 1) * np.abs(swept((firing / 2).astype(np.float32))) ** 6
    return resonant(buzz(firing, 30) + 0.9 * rattle, _BODY, 0.05)


def van_away() -> Samples:
    """The starter turns, the engine catches, revs, and goes away."""
    starter = resonant(
        noise(0.9, 101) * np.abs(np.sin(np.linspace(0, np.pi * 9, round(0.9 * RATE_HZ)))) ** 2, _BODY, 0.1
    )
    engine = _engine(((0, 24), (0.12, 42), (0.2, 28), (0.35, 60), (0.5, 48), (0.75, 78), (1, 70)), 7.0, 102)
    engine *= swell(len(engine), ((0, 0.8), (0.3, 1.0), (0.55, 0.6), (0.8, 0.2), (1, 0.0)))
    return placed(8.0, (0.0, starter * 0.7), (0.85, engine))


def van_arrives() -> Samples:
    """An engine comes nearer, idles, and is turned off."""
    engine = _engine(((0, 70), (0.35, 55), (0.55, 30), (0.93, 24), (1, 6)), 6.0, 111)
    return engine * swell(len(engine), ((0, 0.0), (0.4, 0.6), (0.6, 1.0), (0.93, 0.9), (1, 0.0)))


def car_passes() -> Samples:
    """Tyres and an engine, from one side to the other."""
    tyres = resonant(noise(4.5, 121), ((700.0, 900.0, 1.0), (1_500.0, 1_200.0, 0.4)), 0.05)
    engine = _engine(((0, 62), (0.45, 62), (0.55, 55), (1, 55)), 4.5, 122)
    near = swell(len(tyres), ((0, 0.02), (0.3, 0.2), (0.5, 1.0), (0.7, 0.2), (1, 0.02)))
    return ((tyres + 0.6 * engine[: len(tyres)]) * near).astype(np.float32)


def sirens_near() -> Samples:
    """Two sirens that wail and come nearer."""
    first, second = _wail(10.0, 0.22, 640, 1_420), _wail(10.0, 3.1, 720, 1_500)
    count = len(first)
    coming = swell(count, ((0, 0.04), (0.5, 0.25), (0.85, 1.0), (1, 0.8)))
    later = swell(count, ((0, 0.0), (0.45, 0.05), (1, 0.5)))
    return (first * coming + second * later).astype(np.float32)


def _wail(seconds: float, turns_a_second: float, low_hz: float, high_hz: float) -> Samples:
    at = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    middle, swing = (low_hz + high_hz) / 2, (high_hz - low_hz) / 2
    hertz = (middle + swing * np.sin(2 * np.pi * turns_a_second * at)).astype(np.float32)
    return resonant(buzz(hertz, 5), ((1_000.0, 1_400.0, 1.0),), 0.1)

"""The few tools that made sounds are made with: noise, resonance, swells, level. Pure; chance always from a seed."""

import numpy as np

from audio.line import band_limited
from audio.sound import RATE_HZ, Samples, Sound, amplitude


def seconds_of(seconds: float) -> Samples:
    """The times of the samples of so many seconds."""
    return (np.arange(round(seconds * RATE_HZ)) / RATE_HZ).astype(np.float32)


def noise(seconds: float, seed: int) -> Samples:
    """White noise of unit strength; the same for the same seed."""
    return np.random.default_rng(seed).standard_normal(round(seconds * RATE_HZ)).astype(np.float32)


def resonant(samples: Samples, peaks: tuple[tuple[float, float, float], ...], floor: float = 0.0) -> Samples:
    """What a body does to a sound: each peak is hertz, width in hertz, gain; all else is kept at `floor`."""
    count = len(samples)
    padded = count + RATE_HZ // 4
    spectrum = np.fft.rfft(samples, padded)
    hertz = np.fft.rfftfreq(padded, 1 / RATE_HZ)
    gains = np.full(len(hertz), floor)
    for centre, width, gain in peaks:
        gains += gain / (1 + ((hertz - centre) / (width / 2)) ** 2)
    return np.asarray(np.fft.irfft(spectrum * gains, padded)[:count], dtype=np.float32)


def swept(hertz: Samples) -> Samples:
    """A sine whose frequency goes as given, sample by sample."""
    return np.sin(2 * np.pi * np.cumsum(hertz) / RATE_HZ).astype(np.float32)


def buzz(hertz: Samples, parts: int = 24) -> Samples:
    """A sound rich in overtones, as an engine or a throat makes it, along a frequency."""
    phase = 2 * np.pi * np.cumsum(hertz) / RATE_HZ
    total = np.zeros(len(hertz))
    for part in range(1, parts + 1):
        total += np.where(hertz * part < 3_800, np.sin(phase * part + part * part) / part, 0.0)
    return total.astype(np.float32)


def swell(count: int, points: tuple[tuple[float, float], ...]) -> Samples:
    """Loudness along a sound: straight lines between points of (share of its length, loudness)."""
    shares, levels = zip(*points, strict=True)
    return np.asarray(np.interp(np.linspace(0, 1, count), shares, levels), dtype=np.float32)


def fading(samples: Samples, half_life_s: float) -> Samples:
    """The samples, half as loud every so many seconds."""
    return (samples * 0.5 ** (np.arange(len(samples)) / RATE_HZ / half_life_s)).astype(np.float32)


def placed(seconds: float, *parts: tuple[float, Samples]) -> Samples:
    """Sounds laid into so many seconds, each from its time; what hangs over the end is cut."""
    whole = np.zeros(round(seconds * RATE_HZ), dtype=np.float32)
    for at, samples in parts:
        start = round(at * RATE_HZ)
        room = max(0, len(whole) - start)
        whole[start : start + len(samples[:room])] += samples[:room]
    return whole


def at_level(samples: Samples, level_db: float) -> Sound:
    """As it comes over a line: only the telephone's band, its loudest part so many dB below full scale, ends soft."""
    edge = round(0.004 * RATE_HZ)
    soft = samples.astype(np.float32).copy()
    if len(soft) > 2 * edge:
        soft[:edge] *= np.linspace(0, 1, edge, dtype=np.float32)
        soft[-edge:] *= np.linspace(1, 0, edge, dtype=np.float32)
    narrow = band_limited(Sound(np.pad(soft, (edge, edge)))).samples
    peak = float(np.abs(narrow).max(initial=0.0)) or 1.0
    return Sound((narrow / peak * amplitude(level_db)).astype(np.float32))

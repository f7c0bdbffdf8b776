"""Makes a whisper of a voice, for speech engines that have none of their own."""

import numpy as np

from audio.sound import Sound

_FRAME, _STEP = 512, 128
_SMOOTH_BINS = 9  # wider than the distance between two harmonics, narrower than a vowel's resonance


def whispered(sound: Sound) -> Sound:
    """The same words without pitch: the spectrum's shape is kept, its fine structure replaced by noise."""
    count = len(sound.samples)
    if count < _FRAME:
        return sound
    chance = np.random.default_rng(1)
    window = np.hanning(_FRAME)
    kernel = np.ones(_SMOOTH_BINS) / _SMOOTH_BINS
    result = np.zeros(count + _FRAME)
    for start in range(0, count - _FRAME, _STEP):
        size = np.abs(np.fft.rfft(sound.samples[start : start + _FRAME] * window))
        shape = np.sqrt(np.convolve(size**2, kernel, mode="same"))
        turned = shape * np.exp(2j * np.pi * chance.random(len(shape)))
        result[start : start + _FRAME] += np.fft.irfft(turned, _FRAME) * window
    return Sound(result[:count].astype(np.float32), sound.rate)

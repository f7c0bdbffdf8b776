"""What a telephone line does to a voice: a narrow band, coarse steps, some noise, a level that carries."""

import hashlib
import math
from dataclasses import dataclass
from functools import cache

import numpy as np

from audio.sound import RATE_HZ, Samples, Sound, amplitude, resampled, speech_level_db
from audio.styles import Manner

LOW_HZ, HIGH_HZ = 300.0, 3_400.0
LINE_RATE_HZ = 8_000
_MU = 255.0
_PAD_S = 0.03
_FRAME_S = 0.02  # 441 samples at RATE_HZ, 160 on the line


@dataclass(frozen=True)
class LineQuality:
    """How good a line is: noise in dB below full scale, drop-outs a minute of speech, and how long they last."""

    noise_db: float = -56.0
    dropouts_a_minute: float = 0.0
    dropout_s: tuple[float, float] = (0.06, 0.2)


CLEAR = LineQuality()
FAIR = LineQuality(noise_db=-46.0)
POOR = LineQuality(noise_db=-38.0, dropouts_a_minute=12.0)
BREAKING = LineQuality(noise_db=-36.0, dropouts_a_minute=45.0, dropout_s=(0.1, 0.4))
QUALITIES = {"clear": CLEAR, "fair": FAIR, "poor": POOR, "breaking": BREAKING}  # by `channel.quality` of a scenario


def over_the_line(voice: Sound, manner: Manner, quality: LineQuality = CLEAR) -> Sound:
    """A clean voice as it is heard in the headset, at RATE_HZ. The same input gives the same output."""
    return carried(levelled(voice, manner.level_db), quality)


def carried(spoken: Sound, quality: LineQuality = CLEAR) -> Sound:
    """What is said or heard at the far end, at its own level, as it is heard in the headset."""
    # Chance is drawn from the sound itself, so that a line sounds the same whenever it is played.
    chance = np.random.default_rng(int.from_bytes(hashlib.sha256(spoken.pcm()).digest()[:8], "big"))
    narrow = band_limited(resampled(_padded(spoken), LINE_RATE_HZ))
    heard_for = _PAD_S * 2 + spoken.seconds
    noise = chance.standard_normal(len(narrow.samples)) * amplitude(quality.noise_db)
    mixed = Sound((narrow.samples + noise).astype(np.float32), LINE_RATE_HZ)
    holed = _with_dropouts(mixed, quality, chance)
    heard = resampled(band_limited(mu_law(holed)), RATE_HZ)
    return Sound(heard.samples[: round(heard_for * RATE_HZ)], RATE_HZ)


def levelled(sound: Sound, level_db: float) -> Sound:
    """The sound with its speech at `level_db` below full scale; peaks are rounded, never cut.

    Only what a line carries is kept and counts: most of a deep voice's strength lies below it, and a man levelled by
    all of it would arrive at half a woman's loudness.
    """
    before = round(_PAD_S * sound.rate)
    narrow = band_limited(_padded(sound)).samples[before : before + len(sound.samples)]
    now = speech_level_db(Sound(narrow, sound.rate))
    if now <= -150:
        return sound
    return Sound(_rounded_peaks(narrow * amplitude(level_db - now)), sound.rate)


def _rounded_peaks(samples: Samples) -> Samples:
    """Below 0.7 untouched; above it bends towards 0.98."""
    size = np.abs(samples)
    bent = 0.7 + 0.28 * np.tanh((size - 0.7) / 0.28)
    return np.where(size > 0.7, np.sign(samples) * bent, samples).astype(np.float32)


def band_limited(sound: Sound, low_hz: float = LOW_HZ, high_hz: float = HIGH_HZ) -> Sound:
    """Only what lies between the two frequencies, with edges 60 Hz wide."""
    if not len(sound.samples):
        return sound
    spectrum = np.fft.rfft(sound.samples)
    hertz = np.fft.rfftfreq(len(sound.samples), 1 / sound.rate)
    gate = np.clip((hertz - low_hz) / 60, 0, 1) * np.clip((high_hz - hertz) / 60, 0, 1)
    return Sound(np.fft.irfft(spectrum * gate, len(sound.samples)).astype(np.float32), sound.rate)


def mu_law(sound: Sound) -> Sound:
    """Through the 256 steps of the telephone network and back."""
    samples = np.clip(sound.samples, -1.0, 1.0)
    squeezed = np.sign(samples) * np.log1p(_MU * np.abs(samples)) / np.log1p(_MU)
    steps = np.round(squeezed * 127) / 127
    back = np.sign(steps) * np.expm1(np.abs(steps) * np.log1p(_MU)) / _MU
    return Sound(back.astype(np.float32), sound.rate)


def _padded(sound: Sound) -> Sound:
    """Silence at both ends, so that what a filter smears does not wrap round.

    The whole becomes a number of 20 ms frames whose only factors are 2, 3 and 5: a Fourier transform of any other
    length can take ten times as long, and the trainee would hear the wait.
    """
    before = round(_PAD_S * sound.rate)
    frames = _smooth(math.ceil((sound.seconds + 2 * _PAD_S) / _FRAME_S))
    after = max(0, round(frames * _FRAME_S * sound.rate) - before - len(sound.samples))
    return Sound(np.pad(sound.samples, (before, after)), sound.rate)


def _smooth(number: int) -> int:
    """The next number that has no other factors than 2, 3 and 5."""
    while True:
        rest = number
        for factor in (2, 3, 5):
            while rest % factor == 0:
                rest //= factor
        if rest == 1:
            return number
        number += 1


def _with_dropouts(sound: Sound, quality: LineQuality, chance: np.random.Generator) -> Sound:
    count = int(chance.poisson(quality.dropouts_a_minute * sound.seconds / 60))
    samples = sound.samples.copy()
    for _ in range(count):
        start = int(chance.integers(0, max(1, len(samples))))
        samples[start : start + round(float(chance.uniform(*quality.dropout_s)) * sound.rate)] = 0.0
    return Sound(samples, sound.rate)


@cache
def line_noise(seconds: float = 6.0, level_db: float = -52.0) -> Sound:
    """The faint hiss of an open line, to be repeated without a seam."""
    count = round(seconds * RATE_HZ)
    hiss = np.random.default_rng(1).standard_normal(count).astype(np.float32)
    # The filter works on the whole as a circle, so the end flows into the start.
    narrow = band_limited(Sound(hiss)).samples
    return Sound((narrow / float(np.sqrt(np.mean(narrow**2))) * amplitude(level_db)).astype(np.float32))

"""A sound in memory: mono samples and their rate, with the few things one does to any sound."""

import math
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 22_050  # what the speech engines write and what the player opens: no conversion on the way
Samples = NDArray[np.float32]


class UnreadableSound(Exception):
    """A sound file that is missing, empty, damaged or of a kind we do not read."""


@dataclass(frozen=True, eq=False)
class Sound:
    """Mono samples between -1.0 and 1.0 at `rate` samples a second."""

    samples: Samples
    rate: int = RATE_HZ

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / self.rate

    def pcm(self) -> bytes:
        """The samples as little-endian 16-bit whole numbers; what is too loud is clipped."""
        return (np.clip(self.samples, -1.0, 1.0) * 32_767).astype("<i2").tobytes()


def silence(seconds: float, rate: int = RATE_HZ) -> Sound:
    """Nothing, for so long."""
    return Sound(np.zeros(round(seconds * rate), dtype=np.float32), rate)


def joined(*sounds: Sound) -> Sound:
    """One sound after the other; all must have the same rate."""
    rates = {sound.rate for sound in sounds}
    if len(rates) != 1:
        raise ValueError(f"sounds of different rates cannot be joined: {sorted(rates)}")
    return Sound(np.concatenate([sound.samples for sound in sounds]), rates.pop())


def decibels(ratio: float) -> float:
    """A ratio of amplitudes in dB; -200 for nothing."""
    return 20 * math.log10(ratio) if ratio > 1e-10 else -200.0


def amplitude(level_db: float) -> float:
    """The amplitude that a level in dB below full scale means."""
    return float(10 ** (level_db / 20))


def speech_level_db(sound: Sound) -> float:
    """Loudness of the parts where something is said: RMS of the 20 ms frames within 30 dB of the loudest."""
    frame = max(1, sound.rate // 50)
    whole = len(sound.samples) // frame * frame
    if not whole:
        return -200.0
    power = np.square(sound.samples[:whole].astype(np.float64)).reshape(-1, frame).mean(axis=1)
    active = power[power > power.max() / 1000]
    return decibels(float(np.sqrt(active.mean()))) if active.size else -200.0


def resampled(sound: Sound, rate: int) -> Sound:
    """The same sound at another rate, by Fourier transform: no aliasing, nothing to install."""
    count = len(sound.samples)
    if sound.rate == rate or not count:
        return Sound(sound.samples, rate)
    wanted = round(count * rate / sound.rate)
    spectrum = np.fft.rfft(sound.samples)
    bins = np.zeros(wanted // 2 + 1, dtype=complex)
    kept = min(len(spectrum), len(bins))
    bins[:kept] = spectrum[:kept]
    return Sound((np.fft.irfft(bins, wanted) * (wanted / count)).astype(np.float32), rate)


def trimmed(sound: Sound) -> Sound:
    """At RATE_HZ, without the silence around the words: the caller answers sooner and lines end when they end."""
    sound = resampled(sound, RATE_HZ)
    loud = np.flatnonzero(np.abs(sound.samples) > 0.004)
    if not loud.size:
        return sound
    return Sound(sound.samples[max(0, int(loud[0]) - RATE_HZ // 100) : int(loud[-1]) + RATE_HZ // 8], RATE_HZ)


def read_wav(path: Path) -> Sound:
    """A 16-bit WAV file as a sound, its channels mixed; raises UnreadableSound, saying what is wrong."""
    try:
        with wave.open(str(path), "rb") as file:
            width, channels, rate = file.getsampwidth(), file.getnchannels(), file.getframerate()
            data = file.readframes(file.getnframes())
    except (OSError, EOFError, wave.Error) as error:
        raise UnreadableSound(f"{path.name} cannot be read as WAV: {error}") from error
    if width != 2:
        raise UnreadableSound(f"{path.name} has {width * 8} bits a sample, not 16")
    samples = np.frombuffer(data[: len(data) // (2 * channels) * 2 * channels], dtype="<i2")
    if not samples.size:
        raise UnreadableSound(f"{path.name} holds no sound")
    mono = samples.reshape(-1, channels).mean(axis=1) / 32_768
    return Sound(mono.astype(np.float32), rate)


def write_wav(sound: Sound, path: Path) -> None:
    """Write a sound as a 16-bit mono WAV file; raises OSError."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(sound.rate)
        file.writeframes(sound.pcm())

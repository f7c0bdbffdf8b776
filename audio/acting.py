"""What a state does to a voice, as signal: tremble, press, sob, slur, shift. Pure; the same in gives the same out."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from audio.sound import Samples, Sound, amplitude, resampled
from audio.whisper import whispered

_GAP_S = 0.16  # a pause in speech as long as this is one a sob fits into
_FRAME_S = 0.02


@dataclass(frozen=True)
class Acting:
    """How a clean voice is changed, in the order of the fields. The defaults change nothing.

    `pitch` is a factor of pitch and resonance together; `slur` how far the pace wanders, 0 to 1; `vibrato_cents` and
    `tremor` how far pitch and loudness shake, `shake_hz` how fast; `drive` presses as shouting does; `sobs` breathes
    in jerks in the pauses; `dull_hz` takes away what lies above; `whisper` takes the pitch away.
    """

    pitch: float = 1.0
    slur: float = 0.0
    shake_hz: float = 0.0
    vibrato_cents: float = 0.0
    tremor: float = 0.0
    drive: float = 1.0
    sobs: bool = False
    dull_hz: float = 0.0
    whisper: bool = False


def acted(voice: Sound, acting: Acting) -> Sound:
    """The voice in its state. Only `pitch`, `slur` and `sobs` change how long it lasts."""
    if not len(voice.samples):
        return voice
    sound = pitched(voice, acting.pitch)
    if acting.slur:
        sound = _wandering(sound, acting.slur)
    if acting.shake_hz and acting.vibrato_cents:
        sound = _vibrato(sound, acting.shake_hz, acting.vibrato_cents)
    if acting.shake_hz and acting.tremor:
        sound = trembling(sound, acting.shake_hz, acting.tremor)
    if acting.drive > 1.0:
        sound = pressed(sound, acting.drive)
    if acting.sobs:
        sound = _sobbing(sound)
    if acting.dull_hz:
        sound = _dulled(sound, acting.dull_hz)
    return whispered(sound) if acting.whisper else sound


def pitched(sound: Sound, factor: float) -> Sound:
    """Higher (over 1) and shorter, or lower and longer, like a tape at another speed."""
    if factor == 1.0:
        return sound
    return resampled(Sound(sound.samples, round(sound.rate * factor)), sound.rate)


def trembling(sound: Sound, hertz: float, depth: float) -> Sound:
    """Its loudness shakes: at two speeds that do not meet, since a shake that repeats exactly sounds like a machine."""
    at = np.arange(len(sound.samples)) / sound.rate
    shake = (np.sin(2 * np.pi * hertz * at) + 0.6 * np.sin(2 * np.pi * hertz * 1.37 * at)) / 1.6
    return Sound((sound.samples * (1 - depth * (1 + shake) / 2)).astype(np.float32), sound.rate)


def pressed(sound: Sound, drive: float) -> Sound:
    """As a voice is that shouts: peaks pressed together, brighter."""
    peak = float(np.abs(sound.samples).max(initial=0.0)) or 1.0
    bright = sound.samples + 0.6 * np.diff(sound.samples, prepend=sound.samples[:1])
    return Sound((np.tanh(bright / peak * drive) * 0.8).astype(np.float32), sound.rate)


def _wandering(sound: Sound, amount: float) -> Sound:
    """The pace comes and goes, and most of it is slow."""
    count = len(sound.samples)
    seconds = np.arange(count) / sound.rate
    pace = 1 + 0.35 * amount * np.sin(2 * np.pi * 0.45 * seconds + 0.8) * np.sin(2 * np.pi * 0.23 * seconds)
    places = np.cumsum(pace)
    places *= (count - 1) / places[-1]
    return _at_places(sound, places)


def _vibrato(sound: Sound, hertz: float, cents: float) -> Sound:
    at = np.arange(len(sound.samples)) / sound.rate
    swing = (2 ** (cents / 1200) - 1) / (2 * np.pi * hertz) * sound.rate  # samples to either side
    places = np.arange(len(sound.samples)) + swing * np.sin(2 * np.pi * hertz * at)
    return _at_places(sound, places.clip(0, len(sound.samples) - 1))


def _at_places(sound: Sound, places: np.ndarray) -> Sound:
    heard = np.interp(places, np.arange(len(sound.samples)), sound.samples)
    return Sound(heard.astype(np.float32), sound.rate)


def _dulled(sound: Sound, above_hz: float) -> Sound:
    spectrum = np.fft.rfft(sound.samples)
    hertz = np.fft.rfftfreq(len(sound.samples), 1 / sound.rate)
    duller = np.fft.irfft(spectrum / (1 + (hertz / above_hz) ** 4), len(sound.samples))
    return Sound(duller.astype(np.float32), sound.rate)


def _sobbing(sound: Sound) -> Sound:
    """A jerky breath before the words and in each longer pause, somewhat quieter than the words."""
    strength = float(np.sqrt(np.mean(np.square(sound.samples)))) * 1.4
    pieces, done = [_sob(sound.rate, 0) * strength], 0
    for number, (start, end) in enumerate(pauses(sound), 1):
        middle = (start + end) // 2
        pieces += [sound.samples[done:middle], _sob(sound.rate, number) * strength]
        done = middle
    return Sound(np.concatenate([*pieces, sound.samples[done:]]).astype(np.float32), sound.rate)


def pauses(sound: Sound) -> list[tuple[int, int]]:
    """Where nothing is said for `_GAP_S` or longer, between the first word and the last: samples from, to."""
    frame = round(_FRAME_S * sound.rate)
    whole = len(sound.samples) // frame * frame
    if not whole:
        return []
    loud = np.abs(sound.samples[:whole]).reshape(-1, frame).max(axis=1)
    at = np.flatnonzero(loud > loud.max() * amplitude(-30))
    return [
        ((int(one) + 1) * frame, int(other) * frame)
        for one, other in pairwise(at)
        if (other - one - 1) * _FRAME_S >= _GAP_S
    ]


def _sob(rate: int, number: int) -> Samples:
    """Three jerks of breath with a little voice in them, about 0.6 s."""
    chance = np.random.default_rng(40 + number)
    parts = []
    for jerk in range(3):
        seconds = float(chance.uniform(0.10, 0.16))
        at = np.arange(round(seconds * rate)) / rate
        breath = chance.standard_normal(len(at))
        breath = np.convolve(breath, np.ones(5) / 5, mode="same")
        voice = np.sin(2 * np.pi * (310 + 40 * jerk) * at * (1 + 0.4 * at)) * 0.5
        swell = np.sin(np.pi * np.minimum(1, at / seconds)) ** 2
        parts += [(breath * 1.2 + voice) * swell * (0.9 - 0.2 * jerk), np.zeros(round(0.05 * rate))]
    return np.concatenate([*parts, np.zeros(round(0.12 * rate))]).astype(np.float32)

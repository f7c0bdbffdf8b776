"""Turns a spooled track into the file that is kept: FLAC or Opus where soundfile is installed, else WAV as it is."""

import importlib
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import numpy as np

from audio.sound import Samples, Sound, UnreadableSound, read_wav, resampled

Codec = Literal["flac", "opus", "wav"]
OPUS_HZ = 24_000
_BLOCK = 24_000  # samples handed over at once: whole tracks at once have brought the library down


class NotEncoded(Exception):
    """A track could not be written in the form asked for; the words say why. Its WAV file is still there."""


def codecs() -> tuple[Codec, ...]:
    """The forms that this machine can write, best first."""
    library = _library()
    if library is None:
        return ("wav",)
    opus: tuple[Codec, ...] = ("opus",) if "OPUS" in library.available_subtypes("OGG") else ()
    return ("flac", *opus, "wav")


def codec_for(wanted: Codec) -> Codec:
    """The form wanted, or the next best that this machine can write: FLAC for Opus, WAV for FLAC."""
    able = codecs()
    return wanted if wanted in able else able[0]


def encoded(wav: Path, codec: Codec) -> Path:
    """A WAV file in another form, beside it; for WAV the file itself. Raises NotEncoded, and nothing is left behind."""
    if codec == "wav":
        return wav
    target = wav.with_suffix(f".{codec}")
    try:
        sound = read_wav(wav)
        write_sound(sound, target, codec)
    except (OSError, UnreadableSound, RuntimeError, ValueError) as refusal:
        target.unlink(missing_ok=True)
        raise NotEncoded(f"{target.name} could not be written: {refusal}") from refusal
    return target


def write_sound(sound: Sound, path: Path, codec: Codec) -> None:
    """Write a sound to a file. Raises OSError, or RuntimeError where soundfile refuses or is missing."""
    library = _library()
    if library is None:
        raise RuntimeError("the soundfile library is not installed")
    form, part, rate = ("OGG", "OPUS", OPUS_HZ) if codec == "opus" else (codec.upper(), "PCM_16", sound.rate)
    whole = resampled(sound, rate)
    with library.SoundFile(str(path), "w", rate, 1, subtype=part, format=form) as file:
        for block in _blocks(whole.samples):
            file.write(block)


def read_sound(path: Path) -> Sound:
    """A kept track as a sound. Raises UnreadableSound, saying what is missing or wrong."""
    if path.suffix == ".wav":
        return read_wav(path)
    library = _library()
    if library is None:
        raise UnreadableSound(f"{path.name} cannot be read here: the soundfile library is not installed")
    try:
        samples, rate = library.read(str(path), dtype="float32", always_2d=True)
    except (OSError, RuntimeError) as refusal:
        raise UnreadableSound(f"{path.name} cannot be read: {refusal}") from refusal
    return Sound(np.ascontiguousarray(samples.mean(axis=1)), int(rate))


def _blocks(samples: Samples) -> Iterator[Samples]:
    for start in itertools.count(0, _BLOCK):
        block = samples[start : start + _BLOCK]
        if not len(block):
            return
        yield np.clip(block, -1.0, 1.0)


def _library() -> Any:
    """The soundfile library, which the extra `speech` brings, or None."""
    try:
        return importlib.import_module("soundfile")
    except (ImportError, OSError):  # OSError: its own libsndfile is not to be found
        return None

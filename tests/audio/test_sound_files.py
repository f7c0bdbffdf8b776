"""Sounds go to files and come back; what is not a sound is refused in words."""

import wave
from pathlib import Path

import numpy as np
import pytest

from audio.sound import Sound, UnreadableSound, joined, read_wav, silence, write_wav
from tests.audio.listening import hum


def test_a_sound_comes_back_as_it_was_written(tmp_path: Path) -> None:
    write_wav(hum(0.2), tmp_path / "hum.wav")
    back = read_wav(tmp_path / "hum.wav")
    assert np.abs(back.samples - hum(0.2).samples).max() < 1e-4


@pytest.mark.parametrize("data", [b"", b"RIFF", b"not a sound at all" * 9])
def test_what_is_no_wav_file_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "odd.wav").write_bytes(data)
    with pytest.raises(UnreadableSound, match=r"odd\.wav"):
        read_wav(tmp_path / "odd.wav")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSound, match="cannot be read"):
        read_wav(tmp_path / "nowhere.wav")


def test_a_file_without_frames_is_refused(tmp_path: Path) -> None:
    write_wav(silence(0), tmp_path / "empty.wav")
    with pytest.raises(UnreadableSound, match="holds no sound"):
        read_wav(tmp_path / "empty.wav")


def test_a_file_of_eight_bits_is_refused(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "eight.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8_000)
        file.writeframes(b"\x80" * 100)
    with pytest.raises(UnreadableSound, match="8 bits"):
        read_wav(tmp_path / "eight.wav")


def test_what_is_too_loud_is_clipped_and_not_wrapped_round() -> None:
    assert Sound(np.array([2.0, -2.0], dtype=np.float32)).pcm() == b"\xff\x7f\x01\x80"


def test_sounds_of_different_rates_are_not_joined() -> None:
    with pytest.raises(ValueError, match="rates"):
        joined(silence(1), silence(1, rate=8_000))

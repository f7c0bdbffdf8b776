"""Tracks in the form they are kept in: FLAC loses nothing, Opus little, and without the library WAV is kept."""

from pathlib import Path

import numpy as np
import pytest

from audio import recording
from audio.recording import NotEncoded, codec_for, codecs, encoded, read_sound
from audio.sound import RATE_HZ, Sound, UnreadableSound, write_wav
from tests.audio.listening import hum

ALIGNED_MS = 50


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the extra `speech`."""
    monkeypatch.setattr(recording, "_library", lambda: None)


@pytest.fixture
def track(tmp_path: Path) -> Path:
    """Forty seconds of a hissing line with a hum at each tenth."""
    samples = np.random.default_rng(1).uniform(-0.01, 0.01, 40 * RATE_HZ).astype(np.float32)
    for second in (10, 20, 30):
        samples[second * RATE_HZ : second * RATE_HZ + RATE_HZ // 4] = hum(0.25, strength=0.5).samples[: RATE_HZ // 4]
    write_wav(Sound(samples), tmp_path / "call.caller.0.wav")
    return tmp_path / "call.caller.0.wav"


@pytest.mark.usefixtures("bare")
def test_without_the_library_a_track_is_kept_as_it_was_spooled(track: Path) -> None:
    assert codecs() == ("wav",)
    assert codec_for("flac") == codec_for("opus") == "wav"
    assert encoded(track, "wav") == track
    assert read_sound(track).seconds == 40


@pytest.mark.usefixtures("bare")
def test_without_the_library_a_flac_file_says_what_is_missing(tmp_path: Path, track: Path) -> None:
    with pytest.raises(NotEncoded, match="soundfile library is not installed"):
        encoded(track, "flac")
    assert [path.name for path in tmp_path.iterdir()] == [track.name]
    with pytest.raises(UnreadableSound, match="soundfile library is not installed"):
        read_sound(tmp_path / "x.flac")


def test_a_damaged_track_is_not_put_into_another_form(tmp_path: Path) -> None:
    (tmp_path / "t.wav").write_bytes(b"RIFF and no more")
    with pytest.raises(NotEncoded, match="cannot be read as WAV"):
        encoded(tmp_path / "t.wav", "flac")


@pytest.mark.speech
def test_flac_gives_back_the_same_samples_in_less_room(track: Path) -> None:
    pytest.importorskip("soundfile", reason="needs the extra `speech`")
    file = encoded(track, "flac")
    assert file.stat().st_size < track.stat().st_size * 0.8
    assert np.array_equal(read_sound(file).samples, read_sound(track).samples)


@pytest.mark.speech
def test_opus_is_smaller_still_and_stays_in_step(track: Path) -> None:
    pytest.importorskip("soundfile", reason="needs the extra `speech`")
    if codec_for("opus") != "opus":
        pytest.skip("this libsndfile writes no Opus")
    file = encoded(track, "opus")
    assert file.stat().st_size < encoded(track, "flac").stat().st_size
    heard = read_sound(file)
    loud = np.flatnonzero(np.abs(heard.samples) > 0.2) / heard.rate
    begins = [float(loud[loud > second - 5].min()) for second in (10, 20, 30)]
    assert begins == pytest.approx([10, 20, 30], abs=ALIGNED_MS / 1000)
    assert heard.seconds == pytest.approx(40, abs=0.1)


@pytest.mark.speech
def test_a_full_disk_leaves_the_wav_file_and_no_half_of_another(track: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    soundfile = pytest.importorskip("soundfile", reason="needs the extra `speech`")

    class Full(soundfile.SoundFile):  # type: ignore[name-defined, misc]
        def write(self, data: object) -> None:
            raise RuntimeError("No space left on device")

    monkeypatch.setattr(soundfile, "SoundFile", Full)
    with pytest.raises(NotEncoded, match="No space left"):
        encoded(track, "flac")
    assert [path.name for path in track.parent.iterdir()] == [track.name]

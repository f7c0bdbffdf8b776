"""The neural voices: the real model through pyttsx3 where the extra is installed; and a model that is false."""

import importlib.util
import sys
from pathlib import Path

import numpy as np
import pytest

from audio import neural_model
from audio.neural_cast import PARTS
from audio.neural_model import NoModel, british_voices, missing, model_bytes
from audio.neural_studio import Studio
from audio.prepared import PreparedLines
from audio.sound import read_wav, speech_level_db, trimmed
from audio.speaker import Speaker, SpeakerRefused
from audio.styles import Manner
from audio.voice import SpokenLine
from audio.wording import natural_seconds

NEEDS_EXTRA = pytest.mark.skipif(bool(missing()), reason=f"the neural voices are {missing() or 'installed'}")
LINE = "Twenty-seven Alder Rise. Please hurry."


def test_every_part_is_played_by_a_voice_that_is_there() -> None:
    voices = british_voices()
    assert {part.voice for part in PARTS.values()} <= set(voices)
    assert all(pack.shape == (510, 256) and np.isfinite(pack).all() for pack in voices.values())


def _parts(folder: Path, monkeypatch: pytest.MonkeyPatch, *contents: bytes) -> None:
    names = tuple(f"made_up_voice_part_{number}" for number in range(len(contents)))
    for name, content in zip(names, contents, strict=True):
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text("", encoding="utf-8")
        (folder / name / "part.bin").write_bytes(content)
    monkeypatch.syspath_prepend(str(folder))
    importlib.invalidate_caches()
    monkeypatch.setattr(neural_model, "PARTS", names)


def test_a_model_that_is_not_the_published_one_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _parts(tmp_path, monkeypatch, b"not", b"the model")
    with pytest.raises(NoModel, match="not those that were published"):
        model_bytes()


def test_a_part_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _parts(tmp_path, monkeypatch, b"one")
    (tmp_path / "made_up_voice_part_0" / "part.bin").unlink()
    with pytest.raises(NoModel, match="made-up-voice-part-0 cannot be read"):
        model_bytes()
    monkeypatch.setattr(neural_model, "PARTS", ("made_up_voice_part_9",))
    with pytest.raises(NoModel, match="made-up-voice-part-9 is not installed"):
        model_bytes()
    assert "made-up-voice-part-9" in missing()


def test_the_parts_are_joined_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _parts(tmp_path, monkeypatch, b"ab", b"cd", b"e")
    monkeypatch.setattr(neural_model, "SHA256", "36bbe50ed96841d10443bcb670d6554f0a34b761be67ec9c4a8ad2c0c44ca42c")
    assert model_bytes() == b"abcde"


@pytest.mark.speech
@NEEDS_EXTRA
def test_the_neural_driver_speaks_through_pyttsx3_in_every_british_voice(tmp_path: Path) -> None:
    speaker = Speaker("neural", threads=2)
    try:
        assert {voice.id for voice in speaker.facts.voices} == set(british_voices())
        assert [voice.male for voice in speaker.facts.voices] == [False] * 4 + [True] * 4
        for voice in speaker.facts.voices:
            path = tmp_path / f"{voice.id}.wav"
            speaker.render(LINE, voice.id, Manner(), path)
            sound = trimmed(read_wav(path))
            assert 0.6 < sound.seconds / natural_seconds(LINE, 165) < 2.0, voice.id
            assert speech_level_db(sound) > -35, voice.id
        with pytest.raises(SpeakerRefused, match="no voice"):
            speaker.render(LINE, "bf_nobody", Manner(), tmp_path / "x.wav")
        with pytest.raises(SpeakerRefused):
            speaker.render(LINE, "bf_emma", Manner(), tmp_path / "nowhere" / "x.wav")
        speaker.render("And on it goes.", "bf_emma", Manner(), tmp_path / "x.wav")
    finally:
        speaker.close()


@pytest.mark.speech
@NEEDS_EXTRA
def test_a_made_line_is_kept_and_sounds_the_same_in_every_program(tmp_path: Path) -> None:
    studio = Studio(PreparedLines(tmp_path), lambda: Speaker("neural", threads=2))
    line = SpokenLine("No. He has gone.", "man", "panic")
    made = studio.make(line)
    studio.close()
    kept = Studio(PreparedLines(tmp_path)).kept(line)
    assert kept is not None
    assert kept.seconds == pytest.approx(made.seconds, abs=0.01)
    assert speech_level_db(kept) == pytest.approx(speech_level_db(made), abs=1.0)
    assert "kokoro" not in " ".join(sys.modules), "the model stays in its own process"

"""doctor tells each part of the machine, and how to mend it on the system it runs on."""

import json
from typing import Any

import pytest

from commands.finding import mend_here


@pytest.fixture
def no_speech(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the extra `speech` and without any sound device."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "nonsense")
    monkeypatch.setattr("audio.recogniser_choice._installed", lambda name: False)
    monkeypatch.setattr("commands.doctor_sound.VOICE_WAIT_S", 0.0)
    import audio.microphone

    def none() -> Any:
        raise audio.microphone.MicrophoneFailed("The extra `speech` is not installed (README).")

    monkeypatch.setattr("audio.microphone._sounddevice", none)


@pytest.mark.usefixtures("no_speech")
def test_every_part_is_told_with_its_state_and_what_to_do(run: Any, tmp_path: Any) -> None:
    """Issue 4: display, sound out, microphone, voices, recogniser, fonts, disk."""
    done = run("doctor", "--json", "--store", tmp_path / "results.sqlite")
    found = {one["part"]: one for one in json.loads(done.out[done.out.index("[") :])}
    for part in ("Display", "Sound out", "Voice", "Microphone", "Recogniser", "Fonts", "Disk"):
        assert found[part]["state"] in ("works", "limited", "broken") and found[part]["words"]
        assert found[part]["mend"] or found[part]["state"] == "works"
    assert "uv sync --extra speech" in found["Recogniser"]["mend"] and done.status == 0


@pytest.mark.usefixtures("no_speech")
def test_listening_without_a_microphone_says_so_without_a_traceback(run: Any) -> None:
    done = run("doctor", "--listen")
    assert done.status == 1 and "extra 'speech'" in done.said


@pytest.mark.usefixtures("no_speech")
def test_saying_without_a_sound_device_says_so(run: Any) -> None:
    done = run("doctor", "--say")
    assert done.status == 1 and "No sound" in done.said


@pytest.mark.parametrize(
    ("system", "words"), [("Windows", "w"), ("Darwin", "m"), ("Linux", "l"), ("FreeBSD", "l"), ("", "l")]
)
def test_what_mends_it_is_that_of_the_system(monkeypatch: pytest.MonkeyPatch, system: str, words: str) -> None:
    monkeypatch.setattr("platform.system", lambda: system)
    assert mend_here("w", "m", "l") == words

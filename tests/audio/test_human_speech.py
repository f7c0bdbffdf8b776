"""Real people's speech through a real microphone stream, the real gates and the real recogniser; no hardware needed.

Needs the extra `speech`, PulseAudio, libportaudio2, libasound2-plugins and Debian's pocketsphinx-testdata.
"""

import importlib.util
import json
import subprocess
import sys
import wave
from pathlib import Path

import pytest
from virtual_microphone import SAID, VirtualMicrophone, clip, missing_parts, virtual_microphone
from word_errors import word_errors

from audio.recogniser_child import ChildRecogniser
from audio.recogniser_choice import PROCESS, choose_recogniser

SCRIPT = Path(__file__).resolve().parents[1] / "support" / "hear_clips.py"
LACKING = missing_parts()

pytestmark = [pytest.mark.speech, pytest.mark.skipif(bool(LACKING), reason=LACKING or "all is there")]


def heard_by(microphone: VirtualMicrophone, way: str) -> list[dict[str, object]]:
    """What was heard of each clip, then what came of the microphone going away."""
    words = [sys.executable, str(SCRIPT), way, *SAID]
    program = subprocess.Popen(words, env=microphone.environment, stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    told: list[dict[str, object]] = []
    try:
        for line in program.stdout:
            told.append(json.loads(line))
            if "done" in told[-1]:
                microphone.stop()
        program.wait(timeout=30)
    finally:
        program.kill()
        program.wait()
    return told


@pytest.mark.parametrize("way", ["hold", "open"])
def test_people_are_understood_through_the_microphone_and_its_loss_is_told(way: str) -> None:
    """Issue 4: tested for real, a PulseAudio null sink as a microphone, real human speech."""
    with virtual_microphone() as microphone:
        first, *heard, _, lost = heard_by(microphone, way)
    assert first["why_not"] == "" and first["microphones"]
    errors = [word_errors(said, str(one["heard"])) for said, one in zip(SAID.values(), heard, strict=True)]
    assert sum(wrong for wrong, _ in errors) / sum(words for _, words in errors) < 0.2
    for name, one in zip(SAID, heard, strict=True):
        assert 0.5 < float(str(one["confidence"])) <= 1 and one["words"]
        assert abs(float(str(one["lasted_ms"])) / 1_000 - seconds(clip(name))) < 1.0
        assert one["listening"] is (way == "hold")
    assert lost == {"because": "The microphone went away.", "lost": True}


def seconds(path: Path) -> float:
    with wave.open(str(path)) as file:
        return file.getnframes() / file.getframerate()


def pcm(path: Path) -> bytes:
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getsampwidth(), file.getnchannels()) == (16_000, 2, 1)
        return file.readframes(file.getnframes())


def test_silence_and_hiss_have_no_words() -> None:
    recogniser = choose_recogniser({})
    assert recogniser.recognise(bytes(2 * 16_000 * 2)).text == ""
    recogniser.close()


def test_the_same_sound_is_heard_as_the_same_words() -> None:
    recogniser = choose_recogniser({})
    once, again = (recogniser.recognise(pcm(clip("0930"))) for _ in range(2))
    assert once == again and word_errors(SAID["0930"], once.text)[0] <= 1
    recogniser.close()


@pytest.mark.skipif(importlib.util.find_spec("pocketsphinx") is None, reason="needs pocketsphinx (extra speech-small)")
def test_pocketsphinx_hears_something_and_is_marked_as_little_reliable() -> None:
    recogniser = ChildRecogniser(["-m", PROCESS, "sphinx", "", "", ""], "pocketsphinx")
    heard = recogniser.recognise(pcm(clip("0880")))
    assert heard.low_reliability and heard.words and "young man" in heard.text
    recogniser.close()

"""The voice over a process that fails: it is started again, bad lines are rendered again, and reasons are given."""

import threading
from collections.abc import Callable

import pytest

from audio.pyttsx3_voice import Pyttsx3Voice, voice_for
from audio.render_cache import RenderCache
from audio.speaker import EngineFacts, EngineVoice, Speaker, SpeakerDied
from audio.styles import manner_of
from audio.voice import SpokenLine, VoiceFailed
from tests.audio.listening import PaperSpeaker

LINE = SpokenLine("There is somebody in the kitchen.", "woman")


class Opened:
    """Opens paper speakers; those after the first follow the same script, begun after the proof of the first."""

    def __init__(self, *script: str, broken: tuple[str, ...] = ()) -> None:
        self.script = ["well", *script]
        self.broken = broken
        self.speakers: list[PaperSpeaker] = []

    def __call__(self, engine: str) -> Speaker:
        if engine in self.broken:
            raise SpeakerDied("this engine is not here")
        self.speakers.append(PaperSpeaker(engine, self.script))
        return self.speakers[-1]  # type: ignore[return-value]


@pytest.fixture
def voice_over(cache: RenderCache) -> Callable[..., Pyttsx3Voice]:
    def make(opened: Opened, engines: tuple[str, ...] = ("packaged",)) -> Pyttsx3Voice:
        return Pyttsx3Voice(engines, cache, opened)

    return make


def test_a_process_that_dies_is_started_again(voice_over: Callable[..., Pyttsx3Voice]) -> None:
    opened = Opened("die")
    voice = voice_over(opened)
    assert voice.render(LINE).seconds > 1
    assert [speaker.closed for speaker in opened.speakers] == [True, False]
    voice.close()


@pytest.mark.parametrize("fault", ["cut", "damage", "empty"])
def test_a_line_that_comes_out_wrong_is_rendered_again(voice_over: Callable[..., Pyttsx3Voice], fault: str) -> None:
    opened = Opened(fault)
    voice = voice_over(opened)
    assert voice.render(LINE).seconds > 1
    voice.close()


def test_a_line_that_always_fails_gives_its_reason_and_the_next_is_said(
    voice_over: Callable[..., Pyttsx3Voice],
) -> None:
    voice = voice_over(Opened("die", "die", "die"))
    with pytest.raises(VoiceFailed, match="the speaking process ended"):
        voice.render(LINE)
    assert voice.render(LINE).seconds > 1
    voice.close()


def test_a_line_that_the_engine_always_refuses_gives_the_engines_reason(
    voice_over: Callable[..., Pyttsx3Voice],
) -> None:
    voice = voice_over(Opened("empty", "empty", "empty"))
    with pytest.raises(VoiceFailed, match="the engine wrote an empty file"):
        voice.render(LINE)
    voice.close()


def test_a_line_is_rendered_once(voice_over: Callable[..., Pyttsx3Voice]) -> None:
    opened = Opened()
    voice = voice_over(opened)
    first, second = voice.render(LINE), voice.render(LINE)
    assert first.pcm() == second.pcm()
    assert [text for text, _, _ in opened.speakers[0].rendered] == ["Hello.", LINE.text]
    voice.close()


def test_a_prepared_line_is_ready(voice_over: Callable[..., Pyttsx3Voice]) -> None:
    voice = voice_over(Opened())
    assert voice.wait_until_open()
    assert not voice.ready(LINE)
    voice.prepare(LINE)
    for _ in range(1_000):
        if voice.ready(LINE):
            break
        threading.Event().wait(0.01)
    assert voice.ready(LINE)
    voice.close()


def test_a_line_that_would_outlast_its_time_is_spoken_faster(voice_over: Callable[..., Pyttsx3Voice]) -> None:
    opened = Opened()
    voice = voice_over(opened)
    natural = voice.render(LINE).seconds
    hurried = voice.render(SpokenLine(LINE.text, LINE.kind, lasts_ms=round(natural * 1000 / 1.2)))
    assert hurried.seconds == pytest.approx(natural / 1.2, rel=0.03)
    slow = voice.render(SpokenLine(LINE.text, LINE.kind, lasts_ms=60_000))
    assert slow.seconds == pytest.approx(natural)
    voice.close()


def test_the_next_engine_speaks_where_the_first_does_not(voice_over: Callable[..., Pyttsx3Voice]) -> None:
    voice = voice_over(Opened(broken=("sapi5",)), ("sapi5", "system", "packaged"))
    assert voice.wait_until_open()
    assert voice.describe() == "Voice: espeak-ng as installed, 1.0."
    assert voice.trouble == ""
    voice.close()


def test_where_no_engine_speaks_it_says_why_of_each(voice_over: Callable[..., Pyttsx3Voice]) -> None:
    voice = voice_over(Opened(broken=("system", "packaged")), ("system", "packaged"))
    assert not voice.wait_until_open()
    assert "system: this engine is not here; packaged: this engine is not here" in voice.trouble
    with pytest.raises(VoiceFailed, match="not here"):
        voice.render(LINE)
    voice.close()


@pytest.mark.parametrize("nothing", ["", "🙂", "\x00"])
def test_a_line_without_words_is_refused_in_words(voice_over: Callable[..., Pyttsx3Voice], nothing: str) -> None:
    voice = voice_over(Opened())
    with pytest.raises(VoiceFailed, match="nothing in it to be spoken"):
        voice.render(SpokenLine(nothing))
    voice.prepare(SpokenLine(nothing))
    assert voice.render(LINE).seconds > 1
    voice.close()


def test_a_closed_voice_says_so(voice_over: Callable[..., Pyttsx3Voice]) -> None:
    voice = voice_over(Opened())
    voice.close()
    voice.close()
    with pytest.raises(VoiceFailed, match="closed"):
        voice.render(LINE)


def test_only_voices_that_the_engine_has_are_asked_for() -> None:
    manner = manner_of("older-woman", "whisper")
    full = EngineFacts("system", "1", (EngineVoice("gmw/en-gb-x-rp", ""),), frozenset({"whisperf"}))
    poor = EngineFacts("system", "1", (EngineVoice("gmw/en", ""),))
    bare = EngineFacts("system", "1")
    assert [voice_for(manner, facts) for facts in (full, poor, bare)] == ["en-gb-x-rp+whisperf", "en", ""]


def test_an_engine_of_the_systems_own_is_asked_for_a_british_voice_of_the_right_sex() -> None:
    voices = (
        EngineVoice("ZIRA", "Zira", ("en-US",), male=False),
        EngineVoice("GEORGE", "George", ("en-GB",), male=True),
        EngineVoice("HORTENSE", "Hortense", ("fr-FR",), male=False),
    )
    facts = EngineFacts("sapi5", "", voices)
    assert voice_for(manner_of("man", "neutral"), facts) == "GEORGE"
    assert voice_for(manner_of("woman", "neutral"), facts) == "ZIRA"
    assert voice_for(manner_of("woman", "neutral"), EngineFacts("sapi5", "", voices[2:])) == ""

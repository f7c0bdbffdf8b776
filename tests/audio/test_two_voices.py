"""Which voice speaks in a call, and that lines are made once, kept, and joined from what is kept."""

import threading
from pathlib import Path

import pytest

from audio.neural_studio import Studio
from audio.neural_voice import NeuralVoice
from audio.sound import Sound
from audio.speaker import Speaker, SpeakerDied
from audio.two_voices import TwoVoices
from audio.voice import SpokenLine, VoiceFailed
from tests.audio.listening import HummingVoice, PaperSpeaker
from tests.audio.test_prepared import prepared_in

OPENING = SpokenLine("Please. There's someone in my house.", "older-woman", "neutral")
LINES = (OPENING, *(SpokenLine(f"This is the line of number {name}.", "older-woman") for name in "abcdefghijklmnopqrs"))
NEW = SpokenLine("Nobody has written down these words before.", "older-woman")


class Room:
    """A studio over paper speakers, counting how often one was opened."""

    def __init__(self, folder: Path, *script: str) -> None:
        self.script = list(script)
        self.speakers: list[PaperSpeaker] = []
        self.studio = Studio(prepared_in(folder), self._open)

    def _open(self) -> Speaker:
        if self.script[:1] == ["none"]:
            raise SpeakerDied("onnxruntime is not here")
        self.speakers.append(PaperSpeaker("neural", self.script))
        self.speakers[-1].pid = len(self.speakers)
        return self.speakers[-1]  # type: ignore[return-value]

    @property
    def rendered(self) -> int:
        return sum(len(speaker.rendered) for speaker in self.speakers)


def test_a_line_is_made_once_and_kept(tmp_path: Path) -> None:
    room = Room(tmp_path)
    made = room.studio.make(OPENING)
    assert room.studio.has(OPENING)
    kept = room.studio.kept(OPENING)
    assert kept is not None
    assert kept.seconds == pytest.approx(made.seconds, abs=0.01)
    assert Room(tmp_path).studio.has(OPENING)


@pytest.mark.parametrize("fault", ["die", "cut", "damage"])
def test_a_line_that_comes_out_wrong_is_made_again(tmp_path: Path, fault: str) -> None:
    room = Room(tmp_path, fault)
    assert room.studio.make(OPENING).seconds > 1
    assert room.rendered == 2


def test_a_line_that_always_fails_says_why_and_keeps_nothing(tmp_path: Path) -> None:
    room = Room(tmp_path, "die", "die")
    with pytest.raises(VoiceFailed, match="ended"):
        room.studio.make(OPENING)
    assert not room.studio.has(OPENING)


def test_another_person_state_or_word_is_another_line(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.studio.make(OPENING)
    for other in (
        SpokenLine(OPENING.text, "man"),
        SpokenLine(OPENING.text, OPENING.kind, "whisper"),
        SpokenLine("Please.", OPENING.kind),
    ):
        assert not room.studio.has(other)


def test_sentences_that_are_kept_make_the_lines_they_are_in(tmp_path: Path) -> None:
    """A filler before a line, or two answers in one, need not be made anew."""
    room = Room(tmp_path)
    for text in ("Well,", "Twenty-seven Alder Rise.", "Please hurry. I can hear them."):
        room.studio.make(SpokenLine(text))
    assert room.studio.has(SpokenLine("Well, Twenty-seven Alder Rise. Please hurry. I can hear them."))
    assert not room.studio.has(SpokenLine("Well, I can hear them."))
    whole = room.studio.kept(SpokenLine("Well, Twenty-seven Alder Rise."))
    parts = [room.studio.kept(SpokenLine(text)) for text in ("Well,", "Twenty-seven Alder Rise.")]
    assert whole is not None
    assert whole.seconds == pytest.approx(sum(part.seconds for part in parts if part) + 0.22, abs=0.01)


def test_a_kept_line_is_hurried_to_fit_its_time(tmp_path: Path) -> None:
    room = Room(tmp_path)
    natural = room.studio.make(OPENING).seconds
    fit = room.studio.kept(SpokenLine(OPENING.text, OPENING.kind, lasts_ms=round(natural * 800)))
    assert fit is not None
    assert fit.seconds == pytest.approx(natural * 0.8, rel=0.03)


def _prepared_room(folder: Path, count: int) -> Room:
    room = Room(folder)
    for line in LINES[:count]:
        room.studio.make(line)
    return room


def _two(room: Room) -> tuple[TwoVoices, HummingVoice, NeuralVoice]:
    quick, better = HummingVoice(seconds=0.05), NeuralVoice(room.studio)
    return TwoVoices(quick, better), quick, better


def _is_hum(sound: Sound) -> bool:
    return sound.seconds < 0.06


def test_a_prepared_call_is_spoken_by_the_neural_voice(tmp_path: Path) -> None:
    two, quick, _ = _two(_prepared_room(tmp_path, len(LINES)))
    two.begin(LINES)
    assert not _is_hum(two.render(OPENING))
    assert quick.prepared == []
    two.close()
    assert quick.closed


def test_a_call_that_is_not_prepared_keeps_one_voice_though_some_lines_are(tmp_path: Path) -> None:
    """A caller who changes voice sounds like another person taking the phone."""
    room = _prepared_room(tmp_path, 10)
    two, quick, better = _two(room)
    two.begin(LINES)
    assert _is_hum(two.render(OPENING))
    assert quick.prepared == list(LINES)
    _until(lambda: all(better.ready(line) for line in LINES))
    assert _is_hum(two.render(LINES[-1]))
    two.begin(LINES)
    assert not _is_hum(two.render(LINES[-1])), "the next time the call is prepared"
    two.close()


def test_an_opening_that_is_missing_is_reason_enough_for_the_other_voice(tmp_path: Path) -> None:
    room = Room(tmp_path)
    for line in LINES[1:]:
        room.studio.make(line)
    two, _, _ = _two(room)
    two.begin(LINES)
    assert _is_hum(two.render(LINES[5]))
    two.close()


def test_only_a_line_that_would_come_late_is_lent_by_the_other_voice(tmp_path: Path) -> None:
    room = _prepared_room(tmp_path, len(LINES))
    two, _, better = _two(room)
    two.begin(LINES)
    assert better.takes_s(NEW) > 1.2
    assert _is_hum(two.render(NEW))
    assert "1 lines of this call came from the other voice" in two.describe()
    assert not _is_hum(two.render(OPENING))
    two.close()


def test_without_the_model_every_call_is_spoken_by_the_other_voice_and_it_is_asked_once(tmp_path: Path) -> None:
    room = Room(tmp_path, "none")
    two, _, better = _two(room)
    two.begin(LINES)
    _until(lambda: bool(better.trouble))
    assert "onnxruntime is not here" in two.describe()
    assert two.trouble == ""
    two.begin(LINES)
    assert _is_hum(two.render(OPENING))
    with pytest.raises(VoiceFailed, match="onnxruntime"):
        better.render(NEW)
    two.close()


def test_a_line_wanted_now_is_made_before_those_only_prepared(tmp_path: Path) -> None:
    room = Room(tmp_path)
    voice = NeuralVoice(room.studio)
    voice.begin(LINES)
    assert voice.render(NEW).seconds > 1
    voice.forget_waiting()
    voice.close()
    with pytest.raises(VoiceFailed):
        voice.render(SpokenLine("And these words neither."))


def test_closing_gives_up_what_is_being_made_and_starts_nothing_again(tmp_path: Path) -> None:
    room = Room(tmp_path)
    begun, closed = threading.Event(), threading.Event()

    class Slow(PaperSpeaker):
        def render(self, text, voice, manner, path):  # type: ignore[no-untyped-def]
            begun.set()
            assert closed.wait(10)
            raise SpeakerDied("killed")

        def close(self) -> None:
            closed.set()

    opened: list[Slow] = []

    def open_slow() -> Speaker:
        opened.append(Slow("neural"))
        opened[-1].pid = 1
        return opened[-1]  # type: ignore[return-value]

    voice = NeuralVoice(Studio(room.studio.prepared, open_slow))
    voice.prepare(NEW)
    assert begun.wait(10)
    voice.close()
    voice.close()
    assert len(opened) == 1


def test_a_process_that_has_nothing_to_make_is_ended_and_comes_back_when_it_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audio.neural_voice._IDLE_S", 0.05)
    room = Room(tmp_path)
    voice = NeuralVoice(room.studio)
    assert voice.render(OPENING).seconds > 1
    _until(lambda: voice.speaker_pid is None)
    assert voice.render(NEW).seconds > 1
    assert len(room.speakers) == 2
    voice.close()


def _until(true) -> None:  # type: ignore[no-untyped-def]
    for _ in range(1_000):
        if true():
            return
        threading.Event().wait(0.01)
    raise AssertionError("it did not come true")

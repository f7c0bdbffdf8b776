"""The telephone on the desk: order, talking over, hold, clearing; nothing of it waits and nothing raises."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from audio.player import NoSound, Track
from audio.telephone import Phone, SilentTelephone, Telephone, open_telephone, open_voice
from audio.voice import SilentVoice, SpokenLine, VoiceFailed
from tests.audio.listening import HummingVoice, WritingPlayer

SOON = 10.0


class Ended:
    """Collects what `on_done` was told."""

    def __init__(self) -> None:
        self.heard: list[bool] = []
        self._one_more = threading.Semaphore(0)

    def __call__(self, heard: bool) -> None:
        self.heard.append(heard)
        self._one_more.release()

    def wait(self, count: int = 1) -> list[bool]:
        for _ in range(count):
            assert self._one_more.acquire(timeout=SOON)
        return self.heard


@pytest.fixture
def player() -> WritingPlayer:
    return WritingPlayer()


@pytest.fixture
def telephone(player: WritingPlayer) -> Iterator[Telephone]:
    phone = Telephone(HummingVoice(cannot=("unsayable",)), player)
    yield phone
    phone.close()


@pytest.fixture
def endless(player: WritingPlayer) -> Iterator[Telephone]:
    """A telephone whose lines take so long that only stopping ends them."""
    phone = Telephone(HummingVoice(seconds=12), player)
    yield phone
    phone.close()


def _settled(telephone: Telephone) -> None:
    """Wait until all that was asked before has been done: a last line is over."""
    ended = Ended()
    telephone.caller_says(SpokenLine("Yes."), ended)
    ended.wait()


def test_it_rings_until_it_is_answered(telephone: Telephone, player: WritingPlayer) -> None:
    telephone.ring()
    assert player.told == [("repeat", Track.TONE)]
    telephone.answer("street")
    _settled(telephone)
    assert player.told[1:4] == [("play", Track.TONE), ("repeat", Track.LINE), ("repeat", Track.BACKGROUND)]


def test_lines_are_said_one_after_another(telephone: Telephone, player: WritingPlayer) -> None:
    ended = Ended()
    for text in ("One.", "Two.", "Three."):
        telephone.caller_says(SpokenLine(text), ended)
    assert ended.wait(3) == [True, True, True]
    assert player.told.count(("play", Track.VOICE)) == 3
    assert not telephone.speaking


def test_talking_over_stops_the_line_and_drops_those_that_wait(endless: Telephone, player: WritingPlayer) -> None:
    first, second = Ended(), Ended()
    endless.caller_says(SpokenLine("A long story."), first)
    endless.caller_says(SpokenLine("And more of it."), second)
    assert player.voice_began.wait(SOON)
    endless.stop()
    assert (first.wait(), second.wait()) == ([False], [False])
    assert ("stop", Track.VOICE) in player.told
    assert player.told.count(("play", Track.VOICE)) == 1


def test_after_talking_over_the_caller_can_speak_again(endless: Telephone, player: WritingPlayer) -> None:
    endless.caller_says(SpokenLine("A long story."))
    assert player.voice_began.wait(SOON)
    endless.stop()
    player.voice_began.clear()
    endless.caller_says(SpokenLine("As I was saying."))
    assert player.voice_began.wait(SOON)
    assert endless.speaking


def test_nothing_is_said_on_hold(telephone: Telephone, player: WritingPlayer) -> None:
    telephone.answer()
    telephone.hold()
    assert player.told[-1] == ("repeat", Track.TONE)
    ended = Ended()
    telephone.caller_says(SpokenLine("Hello?"), ended)
    assert ended.wait() == [False]
    telephone.resume()
    telephone.caller_says(SpokenLine("There you are."), ended)
    assert ended.wait() == [False, True]


def test_a_line_that_is_cleared_at_once_does_not_open(telephone: Telephone, player: WritingPlayer) -> None:
    opened = threading.Event()
    telephone.caller_says(SpokenLine("Busy."), lambda _heard: opened.wait(SOON))
    telephone.answer("street")
    telephone.silence()
    opened.set()
    _settled(telephone)
    assert ("repeat", Track.LINE) not in player.told


def test_a_caller_who_rings_off_is_heard_to_do_so(telephone: Telephone, player: WritingPlayer) -> None:
    telephone.clear()
    telephone.clear(by_caller=True)
    click, cleared = player.sounds
    assert cleared.seconds > 1 > click.seconds


def test_a_line_that_cannot_be_spoken_is_told_and_the_next_one_is_said(telephone: Telephone) -> None:
    ended = Ended()
    telephone.caller_says(SpokenLine("unsayable"), ended)
    assert ended.wait() == [False]
    assert "cannot say unsayable" in telephone.trouble
    telephone.caller_says(SpokenLine("Fine."), ended)
    assert ended.wait() == [False, True]
    assert telephone.trouble == ""


def test_a_listener_that_breaks_does_not_silence_the_telephone(telephone: Telephone) -> None:
    def broken(heard: bool) -> None:
        raise RuntimeError("the desk is gone")

    ended = Ended()
    telephone.caller_says(SpokenLine("One."), broken)
    telephone.caller_says(SpokenLine("Two."), ended)
    assert ended.wait() == [True]


def test_what_is_behind_the_caller_gives_way_while_they_speak(endless: Telephone, player: WritingPlayer) -> None:
    endless.answer("street")
    endless.set_volume(0.5)
    ended = Ended()
    ducked = threading.Event()
    was = player.set_level

    def set_level(track: Track, level: float) -> None:
        was(track, level)
        if track is Track.BACKGROUND and level < 0.5:
            ducked.set()

    player.set_level = set_level  # type: ignore[method-assign]
    endless.caller_says(SpokenLine("A long story."), ended)
    assert ducked.wait(SOON)
    endless.stop()
    ended.wait()
    assert player.levels[Track.BACKGROUND] == pytest.approx(0.5)


def test_the_operator_speaks_in_the_operators_voice(player: WritingPlayer) -> None:
    said: list[SpokenLine] = []

    class Listening(HummingVoice):
        def render(self, line: SpokenLine):  # type: ignore[no-untyped-def]
            said.append(line)
            return super().render(line)

    phone = Telephone(Listening(), player)
    ended = Ended()
    phone.operator_says("Connecting you now.", ended)
    ended.wait()
    phone.close()
    assert [line.kind for line in said] == ["operator"]


def test_closing_twice_and_closing_in_mid_sentence_are_fine(endless: Telephone, player: WritingPlayer) -> None:
    endless.caller_says(SpokenLine("A long story."))
    assert player.voice_began.wait(SOON)
    endless.close()
    endless.close()
    assert player.told[-1] == ("close", None)


def test_a_telephone_without_sound_is_done_at_once_and_says_why() -> None:
    phone: Phone = SilentTelephone("the cable is out")
    ended = Ended()
    phone.prepare(SpokenLine("Hello."))
    phone.ring()
    phone.answer("street")
    phone.caller_says(SpokenLine("Hello."), ended)
    phone.operator_says("Hello.", ended)
    phone.hold()
    phone.resume()
    phone.stop()
    phone.clear(by_caller=True)
    phone.silence()
    phone.set_volume(0.5)
    phone.close()
    assert ended.heard == [False, False]
    assert not phone.speaking
    assert phone.trouble == phone.describe() == "No sound: the cable is out. Captions show what is said."


def test_sound_switched_off_is_a_silent_telephone() -> None:
    assert isinstance(open_telephone(sound=False), SilentTelephone)


def test_no_device_gives_a_silent_telephone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audio.telephone.open_player", lambda: NoSound("no sound device opened"))
    phone = open_telephone()
    assert "no sound device opened" in phone.trouble


def test_no_voice_still_rings_and_says_so(player: WritingPlayer) -> None:
    phone = Telephone(SilentVoice("no speech engine was found"), player)
    ended = Ended()
    phone.ring()
    phone.caller_says(SpokenLine("Hello."), ended)
    assert ended.wait() == [False]
    assert phone.trouble == "No voice: no speech engine was found. Captions show what is said."
    assert ("repeat", Track.TONE) in player.told
    phone.close()


def test_a_wrong_choice_of_engine_is_told_and_silent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FIRST_CONTACT_SPEECH", "festival")
    voice = open_voice(tmp_path)
    assert isinstance(voice, SilentVoice)
    assert "FIRST_CONTACT_SPEECH is 'festival'; it may be sapi5, nsss, system, packaged or none" in voice.trouble


def test_the_silent_voice_knows_how_long_a_line_takes() -> None:
    short, long = SpokenLine("Help."), SpokenLine("There is somebody in the kitchen and I am upstairs.")
    assert 0 < short.seconds < long.seconds < 10
    assert SpokenLine("Help.", lasts_ms=2_500).seconds == 2.5
    with pytest.raises(VoiceFailed):
        SilentVoice().render(short)

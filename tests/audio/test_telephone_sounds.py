"""What the telephone carries besides voices: sounds, brackets, and a line that turns bad, drops and comes back."""

import threading
from collections.abc import Iterator

import numpy as np
import pytest

from audio.effects import effect
from audio.line import QUALITIES
from audio.player import Track
from audio.sound import Sound, speech_level_db
from audio.telephone import SilentTelephone, Telephone
from audio.voice import SpokenLine
from scenarios.scenario import Channel
from tests.audio.listening import HummingVoice, WritingPlayer

SOON = 10.0


@pytest.fixture
def player() -> WritingPlayer:
    return WritingPlayer()


@pytest.fixture
def telephone(player: WritingPlayer) -> Iterator[Telephone]:
    phone = Telephone(HummingVoice(seconds=0.3), player)
    yield phone
    phone.close()


def _say(telephone: Telephone, text: str) -> bool:
    done, heard = threading.Event(), []

    def ended(was_heard: bool) -> None:
        heard.append(was_heard)
        done.set()

    telephone.caller_says(SpokenLine(text), ended)
    assert done.wait(SOON)
    return heard[0]


def _played(player: WritingPlayer, track: Track) -> Sound:
    """The last sound on a track, once there is one."""
    for _ in range(1_000):
        plays = [told for told in player.told if told[0] in ("play", "repeat")]
        found = [sound for told, sound in zip(plays, player.sounds, strict=False) if told[1] is track]
        if found:
            return found[-1]
        threading.Event().wait(0.01)
    raise AssertionError(f"nothing was played on {track.name}")


def test_a_sound_is_heard_beside_the_voice_and_over_the_line(telephone: Telephone, player: WritingPlayer) -> None:
    telephone.answer()
    _say(telephone, "Yes.")
    telephone.hear("dog")
    heard, made = _played(player, Track.EFFECT), effect("dog")
    assert made is not None
    assert heard.seconds == pytest.approx(made.seconds + 0.06, abs=0.01)
    assert heard.samples.any()


def test_an_unknown_sound_is_not_heard_and_breaks_nothing(telephone: Telephone, player: WritingPlayer) -> None:
    telephone.answer()
    telephone.hear("no_such_sound")
    telephone.hear("tap")
    _played(player, Track.EFFECT)
    assert [told for told in player.told if told[1] is Track.EFFECT] == [("play", Track.EFFECT)]


def test_a_sound_on_a_line_that_is_shut_is_not_heard(telephone: Telephone, player: WritingPlayer) -> None:
    telephone.answer()
    telephone.clear()
    telephone.hear("tap")
    _say(telephone, "Yes.")
    assert ("play", Track.EFFECT) not in player.told


def test_a_tap_is_a_tap_and_not_the_word(telephone: Telephone, player: WritingPlayer) -> None:
    assert _say(telephone, "(two taps)")
    taps = effect("two_taps")
    assert taps is not None
    assert _played(player, Track.VOICE).seconds == pytest.approx(taps.seconds + 0.06, abs=0.01)


def test_a_line_of_silence_is_quiet_but_takes_its_time(telephone: Telephone, player: WritingPlayer) -> None:
    assert _say(telephone, "(silence)")
    heard = _played(player, Track.VOICE)
    assert heard.seconds > 1
    assert speech_level_db(heard) < -45


def test_words_and_sounds_of_one_line_come_in_their_order(telephone: Telephone, player: WritingPlayer) -> None:
    assert _say(telephone, "I'm here. (door shuts) Wait.")
    door = effect("door")
    assert door is not None
    assert _played(player, Track.VOICE).seconds == pytest.approx(0.3 + door.seconds + 0.3 + 0.06, abs=0.02)


def test_every_quality_a_scenario_may_name_is_known_and_each_is_worse_than_the_one_before() -> None:
    wanted = Channel.model_fields["quality"].annotation.__args__  # type: ignore[union-attr]
    assert tuple(QUALITIES) == wanted
    noise = [quality.noise_db for quality in QUALITIES.values()]
    assert noise == sorted(noise)


def test_the_quality_of_the_line_is_heard(player: WritingPlayer) -> None:
    levels = {}
    for quality in QUALITIES:
        phone, own = Telephone(HummingVoice(seconds=0.3), WritingPlayer()), WritingPlayer()
        phone._player.player = own
        phone.answer(quality=quality)
        _say(phone, "(silence)")
        levels[quality] = speech_level_db(_played(own, Track.VOICE))
        phone.close()
    assert levels["clear"] < levels["fair"] < levels["poor"]
    assert levels["poor"] == pytest.approx(levels["breaking"], abs=6)


def test_a_line_that_drops_is_dead_and_one_that_comes_back_is_open(telephone: Telephone, player: WritingPlayer) -> None:
    telephone.answer()
    _say(telephone, "Yes.")
    telephone.line_goes("dropped")
    assert player.told[-2:] == [("stop", None), ("play", Track.TONE)]
    telephone.line_goes("back")
    _say(telephone, "Hello? We were cut off.")
    assert player.told.count(("repeat", Track.LINE)) == 2


def test_ringing_back_a_dropped_line_is_heard_until_somebody_answers_or_nobody_does(
    telephone: Telephone, player: WritingPlayer
) -> None:
    telephone.answer()
    _say(telephone, "Yes.")
    telephone.rings_out()
    assert ("repeat", Track.TONE) not in player.told, "only a line that dropped is rung back"
    telephone.line_goes("dropped")
    telephone.rings_out()
    assert player.told[-1] == ("repeat", Track.TONE)
    telephone.line_goes("unanswered")
    assert player.told[-1] == ("stop", Track.TONE)
    telephone.rings_out()
    telephone.line_goes("back")
    _say(telephone, "Hello?")
    tones_played = [told for told in player.told if told[1] is Track.TONE]
    assert tones_played[-1] == ("play", Track.TONE)


def test_a_line_that_turns_poor_has_more_hiss(telephone: Telephone, player: WritingPlayer) -> None:
    telephone.answer()
    _say(telephone, "Yes.")
    before = _played(player, Track.LINE)
    telephone.line_goes("poor")
    _say(telephone, "Yes.")
    after = _played(player, Track.LINE)
    assert float(np.abs(after.samples).mean()) > 3 * float(np.abs(before.samples).mean())


def test_the_silent_telephone_takes_all_of_it() -> None:
    phone = SilentTelephone()
    phone.answer("room", "poor")
    phone.hear("tap")
    phone.line_goes("dropped")
    assert not phone.speaking

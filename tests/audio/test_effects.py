"""Made sounds: all there are in the vocabulary, in the telephone's band, at a level that carries and does not hurt."""

import numpy as np
import pytest

from audio.bracketed import Part, parts_of
from audio.effects import effect
from audio.music import hold_music
from audio.sound import RATE_HZ, Sound
from scenarios.vocabulary.sounds import SOUNDS

HEARD = tuple(name for name in SOUNDS if name != "quiet")


def _peak(sound: Sound) -> float:
    return float(np.abs(sound.samples).max())


@pytest.mark.parametrize("name", HEARD)
def test_every_sound_of_the_vocabulary_is_heard_and_hurts_nobody(name: str) -> None:
    sound = effect(name)
    assert sound is not None
    assert 0.03 < _peak(sound) < 0.4
    assert 0.05 < sound.seconds < 20


@pytest.mark.parametrize("name", HEARD)
def test_every_sound_lies_in_the_telephones_band_and_begins_and_ends_in_quiet(name: str) -> None:
    sound = effect(name)
    assert sound is not None
    energy = np.abs(np.fft.rfft(sound.samples)) ** 2
    hertz = np.fft.rfftfreq(len(sound.samples), 1 / RATE_HZ)
    assert energy[(hertz > 290) & (hertz < 3_450)].sum() > 0.99 * energy.sum()
    if name != "music":  # it repeats
        assert max(abs(float(sound.samples[0])), abs(float(sound.samples[-1]))) < 0.1 * _peak(sound)


def test_a_sound_is_the_same_whenever_it_is_made() -> None:
    once = effect("glass")
    effect.cache_clear()
    again = effect("glass")
    assert once is not None and again is not None
    assert once.pcm() == again.pcm()


def test_what_drives_off_gets_quieter_and_what_comes_gets_louder() -> None:
    def halves(name: str) -> tuple[float, float]:
        sound = effect(name)
        assert sound is not None
        parts = np.array_split(sound.samples, 4)
        return float(np.sqrt(np.mean(parts[0] ** 2))), float(np.sqrt(np.mean(parts[3] ** 2)))

    first, last = halves("van_away")
    assert first > 3 * last
    for name in ("sirens_near", "van_arrives"):
        first, last = halves(name)
        assert last > 2 * first, name


def test_two_taps_are_two_and_one_is_one() -> None:
    def count(name: str) -> int:
        sound = effect(name)
        assert sound is not None
        loud = np.abs(sound.samples) > 0.4 * _peak(sound)
        at = np.flatnonzero(loud)
        return 1 + int((np.diff(at) > RATE_HZ // 10).sum())

    assert (count("tap"), count("two_taps"), count("knock")) == (1, 2, 3)


def test_an_unknown_name_is_no_sound_and_quiet_is_quiet() -> None:
    assert effect("explosion_of_the_plot") is None
    quiet = effect("quiet")
    assert quiet is not None
    assert not quiet.samples.any()


def test_the_music_repeats_without_a_seam() -> None:
    music = hold_music()
    seam = abs(float(music.samples[0] - music.samples[-1]))
    assert seam <= float(np.abs(np.diff(music.samples)).max()) * 1.05


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Please hurry.", (Part("Please hurry."),)),
        ("(tap)", (Part(sound="tap"),)),
        ("(two taps)", (Part(sound="two_taps"),)),
        ("(silence)", (Part(sound="quiet"),)),
        ("(line noise)", (Part(sound="crackle"),)),
        ("(crying) I can't. (a door slams)", (Part(sound="sob"), Part("I can't."), Part(sound="door"))),
        ("(nods)", (Part(sound="quiet"),)),
        ("It's (the", (Part("It's (the"),)),
        ("", ()),
    ],
)
def test_words_in_brackets_are_heard_and_not_spoken(text: str, parts: tuple[Part, ...]) -> None:
    assert parts_of(text) == parts


def test_every_sound_a_bracket_brings_is_there() -> None:
    for said in ("tap", "knock", "bang", "footsteps", "barking dog", "child crying", "raised voices", "breathing"):
        (part,) = parts_of(f"({said})")
        assert effect(part.sound) is not None, said

"""What a state does to a voice, measured on made sounds."""

import numpy as np
import pytest

from audio.acting import Acting, acted, pauses, pitched
from audio.fitting import MOST, fitted
from audio.neural_cast import PARTS, part_of
from audio.sound import RATE_HZ, Sound, joined, silence
from audio.styles import KINDS, STYLES
from tests.audio.listening import hum

SPOKEN = joined(hum(0.5, 180), silence(0.3), hum(0.6, 180))


def _loudest_hz(sound: Sound) -> float:
    spectrum = np.abs(np.fft.rfft(sound.samples * np.hanning(len(sound.samples))))
    return float(np.fft.rfftfreq(len(sound.samples), 1 / sound.rate)[spectrum.argmax()])


def test_nothing_asked_for_changes_nothing() -> None:
    assert acted(SPOKEN, Acting()).pcm() == SPOKEN.pcm()


def test_a_higher_voice_is_shorter_and_higher() -> None:
    higher = pitched(hum(1.0, 200), 1.25)
    assert higher.seconds == pytest.approx(0.8, abs=0.001)
    assert _loudest_hz(higher) == pytest.approx(250, abs=3)


def test_a_tremor_makes_loudness_come_and_go() -> None:
    steady, shaken = hum(2.0), acted(hum(2.0), Acting(shake_hz=5.0, tremor=0.5))

    def swing(sound: Sound) -> float:
        frames = sound.samples[: len(sound.samples) // 1_000 * 1_000].reshape(-1, 1_000)
        levels = np.sqrt(np.mean(frames**2, axis=1))
        return float(levels.max() / levels.min())

    assert swing(steady) < 1.05
    assert swing(shaken) > 1.5


def test_crying_puts_breath_into_the_pauses() -> None:
    sobbed = acted(SPOKEN, Acting(sobs=True))
    assert len(pauses(SPOKEN)) == 1
    assert sobbed.seconds > SPOKEN.seconds + 0.8


def test_a_drunk_voice_loses_its_edges() -> None:
    noise = Sound(np.random.default_rng(2).standard_normal(RATE_HZ).astype(np.float32) * 0.1)
    heard = np.abs(np.fft.rfft(acted(noise, Acting(dull_hz=2_000)).samples))
    hertz = np.fft.rfftfreq(RATE_HZ, 1 / RATE_HZ)
    assert heard[hertz > 4_000].mean() < 0.1 * heard[hertz < 1_000].mean()


@pytest.mark.parametrize("kind", PARTS)
@pytest.mark.parametrize("style", STYLES)
def test_every_part_gives_sound_that_is_whole_and_the_same_again(kind: str, style: str) -> None:
    acting = part_of(kind, style).acting
    once, again = acted(SPOKEN, acting), acted(SPOKEN, acting)
    assert once.pcm() == again.pcm()
    assert np.isfinite(once.samples).all()
    assert float(np.abs(once.samples).max()) > 0.05


@pytest.mark.parametrize("count", [0, 1, 2, 50])
@pytest.mark.parametrize("style", STYLES)
def test_a_sound_of_hardly_any_length_passes(style: str, count: int) -> None:
    tiny = Sound(np.full(count, 0.1, dtype=np.float32))
    assert np.isfinite(acted(tiny, part_of("woman", style).acting).samples).all()


def test_every_kind_has_a_neural_part_and_no_two_states_of_one_are_alike() -> None:
    assert set(PARTS) == set(KINDS)
    for kind in PARTS:
        assert len({part_of(kind, style) for style in STYLES}) == len(STYLES)


def test_a_shifted_voice_is_asked_for_a_pace_that_leaves_the_wanted_one() -> None:
    child = part_of("child", "neutral")
    assert child.asked_rate * child.acting.pitch == pytest.approx(child.rate, rel=0.01)


@pytest.mark.parametrize("share", [0.95, 0.8, 0.72])
def test_a_line_is_fitted_into_its_time_at_its_own_pitch(share: float) -> None:
    quick = fitted(hum(2.0, 220), 2.0 * share)
    assert quick.seconds == pytest.approx(2.0 * share, rel=0.03)
    assert _loudest_hz(quick) == pytest.approx(220, abs=4)


def test_a_line_that_fits_is_left_alone_and_none_is_hurried_beyond_sense() -> None:
    line = hum(2.0)
    assert fitted(line, 2.5) is line
    assert fitted(line, 0.0) is line
    assert fitted(line, 0.2).seconds == pytest.approx(2.0 / MOST, rel=0.01)
    assert fitted(hum(0.02), 0.001).seconds > 0

"""What the line does to a voice, measured: band, level, steps, and the same result every time."""

import numpy as np
import pytest

from audio.line import CLEAR, POOR, band_limited, levelled, line_noise, mu_law, over_the_line
from audio.sound import RATE_HZ, Sound, resampled, speech_level_db
from audio.styles import KINDS, STYLES, manner_of
from audio.whisper import whispered


def _noise(seconds: float = 1.0, strength: float = 0.1) -> Sound:
    chance = np.random.default_rng(3)
    return Sound((chance.standard_normal(round(seconds * RATE_HZ)) * strength).astype(np.float32))


def _tone(hertz: float, seconds: float = 1.0, rate: int = RATE_HZ) -> Sound:
    at = np.arange(round(seconds * rate)) / rate
    return Sound((0.3 * np.sin(2 * np.pi * hertz * at)).astype(np.float32), rate)


def _share_of_energy(sound: Sound, low_hz: float, high_hz: float) -> float:
    energy = np.abs(np.fft.rfft(sound.samples)) ** 2
    hertz = np.fft.rfftfreq(len(sound.samples), 1 / sound.rate)
    return float(energy[(hertz >= low_hz) & (hertz < high_hz)].sum() / energy.sum())


def test_only_the_telephone_band_comes_over_the_line() -> None:
    heard = over_the_line(_noise(), manner_of("woman", "neutral"))
    assert heard.rate == RATE_HZ
    assert _share_of_energy(heard, 0, 290) < 0.001
    assert _share_of_energy(heard, 3_450, RATE_HZ) < 0.001
    assert _share_of_energy(heard, 300, 3_400) > 0.99


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("style", STYLES)
def test_every_style_arrives_at_a_level_that_can_be_heard(kind: str, style: str) -> None:
    """A whisper must not drown: it is at most 10 dB below a shout, and well above the line's noise."""
    heard = speech_level_db(over_the_line(_noise(strength=0.01), manner_of(kind, style)))
    assert -30 < heard < -12
    assert heard - speech_level_db(line_noise(level_db=CLEAR.noise_db)) > 20


def test_the_same_voice_sounds_the_same_whenever_it_is_heard() -> None:
    manner = manner_of("man", "crying")
    once, again = (over_the_line(_noise(), manner, POOR) for _ in range(2))
    assert once.pcm() == again.pcm()


def test_a_poor_line_drops_parts_of_the_voice_and_a_clear_one_none() -> None:
    voice, manner = _noise(seconds=20), manner_of("man", "neutral")

    def holes(sound: Sound) -> int:
        frames = np.abs(sound.samples[: len(sound.samples) // 220 * 220]).reshape(-1, 220).max(axis=1)
        return int((frames[10:-10] < 0.002).sum())

    assert holes(over_the_line(voice, manner, POOR)) > 5
    assert holes(over_the_line(voice, manner, CLEAR)) == 0


def test_a_deep_voice_arrives_as_loud_as_a_high_one() -> None:
    at = np.arange(2 * RATE_HZ) / RATE_HZ

    def voice(pitch: float) -> Sound:
        parts = range(1, int(3_000 / pitch))
        wave = sum((np.sin(2 * np.pi * pitch * part * at) / part**1.5 for part in parts), np.zeros(len(at)))
        return Sound((0.2 * wave).astype(np.float32))

    deep, high = (speech_level_db(over_the_line(voice(pitch), manner_of("man", "neutral"))) for pitch in (95, 240))
    assert deep == pytest.approx(high, abs=1.0)


def test_levelling_never_cuts_a_peak_off() -> None:
    spiky = _noise(strength=0.02).samples.copy()
    spiky[1_000::5_000] = 0.9
    loud = levelled(Sound(spiky), -6.0)
    assert float(np.abs(loud.samples).max()) < 0.99


def test_silence_stays_silence_when_it_is_levelled() -> None:
    assert not levelled(Sound(np.zeros(1_000, dtype=np.float32)), -20.0).samples.any()


def test_the_steps_of_the_network_are_coarse_but_true() -> None:
    voice = _tone(1_000, rate=8_000)
    stepped = mu_law(voice)
    assert len(np.unique(stepped.samples)) <= 255
    error = speech_level_db(Sound(stepped.samples - voice.samples, 8_000))
    assert -55 < error - speech_level_db(voice) < -25


def test_another_rate_keeps_pitch_and_length() -> None:
    there = resampled(_tone(1_000), 8_000)
    assert there.seconds == pytest.approx(1.0, abs=0.001)
    assert _share_of_energy(there, 990, 1_010) > 0.99
    back = resampled(there, RATE_HZ)
    assert np.abs(back.samples - _tone(1_000).samples)[500:-500].max() < 0.02


@pytest.mark.parametrize("count", [0, 1, 2, 100])
def test_a_sound_of_hardly_any_length_passes(count: int) -> None:
    tiny = Sound(np.zeros(count, dtype=np.float32))
    assert band_limited(tiny).samples.size == count
    assert np.isfinite(over_the_line(tiny, manner_of("man", "shout")).samples).all()


def test_a_made_whisper_has_no_pitch_left() -> None:
    at = np.arange(2 * RATE_HZ) / RATE_HZ
    buzz = sum(np.sin(2 * np.pi * 150 * part * at) / part for part in range(1, 20)) * 0.1
    quiet = whispered(Sound(buzz.astype(np.float32)))

    def periodicity(samples: np.ndarray) -> float:
        lag = RATE_HZ // 150
        return float(np.corrcoef(samples[5_000:-5_000], samples[5_000 - lag : -5_000 - lag])[0, 1])

    assert periodicity(buzz) > 0.95
    assert abs(periodicity(quiet.samples)) < 0.3

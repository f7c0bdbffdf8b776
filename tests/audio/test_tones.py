"""The signals of the line have the frequencies and times of a British telephone."""

from typing import get_args

import numpy as np
import pytest

from audio import tones
from audio.beds import bed
from audio.sound import RATE_HZ, Sound
from scenarios.scenario import Sound as Heard


def _loudest_hz(sound: Sound, count: int) -> list[float]:
    """The strongest separate frequencies, rising, each at least 20 Hz from the others."""
    spectrum = np.abs(np.fft.rfft(sound.samples * np.hanning(len(sound.samples))))
    hertz = np.fft.rfftfreq(len(sound.samples), 1 / sound.rate)
    found: list[float] = []
    for at in np.argsort(spectrum)[::-1]:
        if all(abs(hertz[at] - other) > 20 for other in found):
            found.append(float(hertz[at]))
        if len(found) == count:
            break
    return sorted(found)


def _part(sound: Sound, start_s: float, end_s: float) -> Sound:
    return Sound(sound.samples[round(start_s * RATE_HZ) : round(end_s * RATE_HZ)], sound.rate)


def _strength(sound: Sound) -> float:
    return float(np.sqrt(np.mean(np.square(sound.samples))))


def test_ringing_is_400_and_450_hz_in_the_british_cadence() -> None:
    ring = tones.ring()
    assert ring.seconds == pytest.approx(3.0, abs=0.01)
    assert _loudest_hz(_part(ring, 0.05, 0.35), 2) == pytest.approx([400, 450], abs=5)
    on = [_strength(_part(ring, start, end)) for start, end in ((0.05, 0.35), (0.65, 0.95))]
    off = [_strength(_part(ring, start, end)) for start, end in ((0.42, 0.58), (1.02, 2.98))]
    assert min(on) > 0.03
    assert max(off) == 0.0


def test_a_cleared_line_beeps_at_400_hz() -> None:
    assert _loudest_hz(tones.cleared(), 1) == pytest.approx([400], abs=3)


@pytest.mark.parametrize("signal", [tones.ring, tones.cleared, tones.click])
def test_no_signal_is_loud_enough_to_hurt(signal) -> None:  # type: ignore[no-untyped-def]
    assert 0.01 < float(np.abs(signal().samples).max()) < 0.25


@pytest.mark.parametrize("name", [name for name in get_args(Heard.model_fields["bed"].annotation) if name != "none"])
def test_what_is_behind_a_caller_is_there_but_stays_behind(name: str) -> None:
    behind = bed(name)
    assert behind is not None
    assert 0.002 < _strength(behind) < 0.02
    # It repeats: a jump at the seam would tick once a round.
    seam = abs(float(behind.samples[0] - behind.samples[-1]))
    assert seam <= float(np.abs(np.diff(behind.samples)).max()) * 1.05


@pytest.mark.parametrize("name", ["none", "gunfire", ""])
def test_no_bed_is_made_for_a_name_that_means_none(name: str) -> None:
    assert bed(name) is None

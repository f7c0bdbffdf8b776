"""How loud speech is, for the meter, and whether there is any sound at all."""

import math

import numpy as np
from numpy.typing import NDArray

QUIETEST_DB, LOUDEST_DB = -55.0, -12.0  # the two ends of the meter
NO_SOUND_DB = -75.0  # below the noise of any microphone that is switched on
FULL_SCALE = 32_768


def level_db(samples: NDArray[np.int16]) -> float:
    """Loudness of 16-bit samples in dB below full scale; -200 for nothing."""
    if not len(samples):
        return -200.0
    rms = math.sqrt(float(np.mean(np.square(samples, dtype=np.float64)))) / FULL_SCALE
    return 20 * math.log10(rms) if rms > 1e-10 else -200.0


def on_the_meter(db: float) -> float:
    """A loudness as a share of the meter, 0 to 1."""
    return min(1.0, max(0.0, (db - QUIETEST_DB) / (LOUDEST_DB - QUIETEST_DB)))

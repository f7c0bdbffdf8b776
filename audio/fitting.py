"""Makes a spoken line somewhat shorter without changing its pitch, so that it ends when the call says it ends."""

import numpy as np

from audio.sound import Sound

MOST = 1.4  # beyond this words run together
_WINDOW_S, _SEARCH_S = 0.03, 0.008


def fitted(sound: Sound, seconds: float) -> Sound:
    """The sound in so many seconds where that is shorter, at most `MOST` times as fast; else as it is."""
    if seconds <= 0 or sound.seconds <= seconds * 1.03:
        return sound
    return faster(sound, min(MOST, sound.seconds / seconds))


def faster(sound: Sound, factor: float) -> Sound:
    """As fast as the factor says, by overlapping pieces that match (WSOLA: Verhelst and Roelands, 1993)."""
    half = round(_WINDOW_S * sound.rate / 2)
    reach = round(_SEARCH_S * sound.rate)
    source = np.pad(sound.samples, (reach, 2 * half + 2 * reach))
    wanted = round(len(sound.samples) / factor)
    window = np.hanning(2 * half + 1)[:-1].astype(np.float32)
    result = np.zeros(wanted + 2 * half, dtype=np.float32)
    at = reach
    for out in range(0, wanted, half):
        ideal = reach + round(out * factor)
        if ideal + 2 * half + reach > len(source):
            break
        if out:
            follows = source[at + half : at + 2 * half]
            around = source[ideal - reach : ideal + reach + half]
            at = ideal - reach + int(np.argmax(np.correlate(around, follows, mode="valid")))
        result[out : out + 2 * half] += source[at : at + 2 * half] * window
    return Sound(result[half : half + wanted] if wanted > half else result[:wanted], sound.rate)

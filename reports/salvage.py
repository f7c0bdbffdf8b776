"""Keeps the sound that a program which died had spooled, so that the journal can name it before it ends."""

import wave

from reports.recordings import LeftOver, Recordings
from simulator.events import RecordingKept, RecordingLost


def salvaged(recordings: Recordings, call_id: str) -> tuple[RecordingKept | RecordingLost, ...]:
    """What became of each track that a call left in the spool: kept as WAV, or lost and why. Never raises OSError."""
    try:
        left = recordings.left_over(call_id)
    except OSError as refusal:
        return (RecordingLost(track="both", because=_in_words(refusal)),)
    return tuple(_salvaged(recordings, one) for one in left)


def _salvaged(recordings: Recordings, left: LeftOver) -> RecordingKept | RecordingLost:
    try:
        with wave.open(str(left.path), "rb") as file:
            lasts_ms = round(file.getnframes() * 1000 / file.getframerate())
        digest = recordings.take(left.path, "wav")
    except (OSError, EOFError, wave.Error) as refusal:
        return RecordingLost(track=left.track, because=_in_words(refusal))
    return RecordingKept(track=left.track, digest=digest, codec="wav", began_ms=left.began_ms, lasts_ms=lasts_ms)


def _in_words(refusal: Exception) -> str:
    return f"what was recorded before the program ended cannot be kept: {refusal}"

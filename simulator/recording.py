"""What the journal says of a call's sound: kept, or lost; true at any time of the run, whatever the line does."""

from simulator import actions, events


def recording_event(
    action: actions.KeepRecording | actions.LoseRecording,
) -> events.RecordingKept | events.RecordingLost:
    """The event that tells what became of a track."""
    if isinstance(action, actions.LoseRecording):
        return events.RecordingLost(track=action.track, because=action.because)
    return events.RecordingKept(
        track=action.track,
        digest=action.digest,
        codec=action.codec,
        began_ms=action.began_ms,
        lasts_ms=action.lasts_ms,
    )

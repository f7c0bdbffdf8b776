"""Records one call of the desk: where its tape spools to, in which form it is kept, what the journal is told."""

from audio.recording import Codec, NotEncoded, codec_for, encoded
from audio.tape import NowMs, Spooled, Tape
from reports.recordings import Recordings
from scenarios.policy import Policy
from simulator import actions as a
from simulator.events import Mode


def is_recorded(policy: Policy, mode: Mode, chosen: bool) -> bool:
    """Whether a run's sound is recorded: the policy says so, or leaves it to the trainee, who chose it."""
    rule = policy.recording.assessment if mode == "assessment" else policy.recording.practice
    return rule == "always" or (rule == "choice" and chosen)


class CallRecorder:
    """Records one call beside the results file."""

    def __init__(self, recordings: Recordings, call_id: str, wanted: Codec) -> None:
        self._recordings, self._call_id, self._wanted = recordings, call_id, wanted
        self._tape: Tape | None = None

    def open_tape(self, now_ms: NowMs) -> Tape:
        """Begin to record."""
        self._tape = Tape(self._recordings.spool, self._call_id, now_ms)
        return self._tape

    def keep(self, tape: Tape) -> tuple[a.KeepRecording | a.LoseRecording, ...]:
        """End the tape and keep its tracks; gives what the journal is told. May take some seconds; any thread."""
        spooled = tape.close()
        lost = [a.LoseRecording(track=one.side, because=one.because) for one in tape.losses()]
        return (*lost, *(self._kept(one) for one in spooled))

    def close(self) -> None:
        """Let go of the spool files, so that what was not kept can be kept by whoever opens the results next."""
        if self._tape is not None:
            self._tape.close()

    def _kept(self, track: Spooled) -> a.KeepRecording | a.LoseRecording:
        codec = codec_for(self._wanted)
        try:
            file = encoded(track.path, codec)
        except NotEncoded:  # most likely the disk is full: as it lies it needs no more room
            codec, file = "wav", track.path
        try:
            digest = self._recordings.take(file, codec)
            track.path.unlink(missing_ok=True)
        except OSError as refusal:
            return a.LoseRecording(track=track.side, because=refusal.strerror or str(refusal))
        return a.KeepRecording(
            track=track.side, digest=digest, codec=codec, began_ms=track.began_ms, lasts_ms=track.lasts_ms
        )

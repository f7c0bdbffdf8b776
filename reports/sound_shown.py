"""What an assessor is told of a call's sound: which tracks there are, which can be played, and why others cannot."""

from collections.abc import Iterable, Mapping
from typing import Literal

from reports.deletion import Deletion
from reports.recordings import Recordings
from reports.wall import for_people
from scenarios.scenario import Frozen
from simulator.events import HandlerSaid, RecordingKept, RecordingLost
from simulator.journal import Journal, clock, of_kind

Side = Literal["handler", "caller"]

SIDES: dict[Side, str] = {"caller": "Caller's side", "handler": "Trainee's side"}
_LOST_OF = {"caller": "The caller's side", "handler": "The trainee's side", "both": "The sound"}


class Track(Frozen):
    """One track: its side, its file's name in the console, where it lies in the call's time (ms), how it stands."""

    side: Side
    digest: str
    codec: Literal["flac", "opus", "wav"]
    began_ms: int
    lasts_ms: int
    stands: Literal["kept", "missing", "deleted"] = "kept"
    deletion: Deletion | None = None

    @property
    def name(self) -> str:
        """Its file's name."""
        return f"{self.digest}.{self.codec}"

    @property
    def label(self) -> str:
        """Its side in words."""
        return SIDES[self.side]

    @property
    def until_ms(self) -> int:
        """Where it ends in the call's time."""
        return self.began_ms + self.lasts_ms

    @property
    def words(self) -> str:
        """What pins it, for print."""
        lies = f"{clock(self.began_ms)} to {clock(self.until_ms)}, {self.codec.upper()}, sha256 {self.digest}"
        if self.deletion is not None:
            return f"{lies}; deleted {for_people(self.deletion.at)} by {self.deletion.author}: {self.deletion.reason}"
        return lies if self.stands == "kept" else f"{lies} ({self.stands})"


class SoundShown(Frozen):
    """A call's sound. `notes` say, in plain sentences, what is not there and why."""

    tracks: tuple[Track, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def playable(self) -> tuple[Track, ...]:
        """The tracks whose files are there; the caller's first."""
        return tuple(track for track in self.tracks if track.stands == "kept")

    def track(self, name: str) -> Track | None:
        """The playable track with this file name, or None."""
        return next((track for track in self.playable if track.name == name), None)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The tracks as pairs of label and what pins them."""
        return tuple((f"Recording, {track.label.lower()}", track.words) for track in self.tracks)


def sound_of(journal: Journal, recordings: Recordings, deletions: Iterable[Deletion] = ()) -> SoundShown:
    """What is said of a call's sound; files are looked for, not read."""
    gone = {one.digest: one for one in deletions}
    tracks = sorted((_track(kept, recordings, gone) for _, kept in of_kind(journal, RecordingKept)), key=_order)
    return SoundShown(tracks=tuple(tracks), notes=tuple(_notes(journal, tracks)))


def _order(track: Track) -> tuple[bool, int]:
    return track.side == "handler", track.began_ms


def _track(kept: RecordingKept, recordings: Recordings, gone: Mapping[str, Deletion]) -> Track:
    stands: Literal["kept", "missing", "deleted"] = "kept"
    if kept.digest in gone:
        stands = "deleted"
    elif not recordings.path(kept.digest, kept.codec).is_file():
        stands = "missing"
    return Track(
        side=kept.track,
        digest=kept.digest,
        codec=kept.codec,
        began_ms=kept.began_ms,
        lasts_ms=kept.lasts_ms,
        stands=stands,
        deletion=gone.get(kept.digest),
    )


def _notes(journal: Journal, tracks: list[Track]) -> Iterable[str]:
    if not tracks:
        yield "No sound of this contact was recorded."
    for track in tracks:
        if track.deletion is not None:
            by = f"{for_people(track.deletion.at)} by {track.deletion.author}"
            yield f"{track.label} was deleted on {by}: {track.deletion.reason.rstrip('.')}. Its journal is unchanged."
        elif track.stands == "missing":
            yield f"{track.label} is not in the recordings folder beside the results file."
    for entry, lost in of_kind(journal, RecordingLost):
        yield f"{_LOST_OF[lost.track]} was not recorded from {clock(entry.t_ms)} on: {lost.because.rstrip('.')}."
    spoke = [said for _, said in of_kind(journal, HandlerSaid)]
    if tracks and spoke and all(track.side == "caller" for track in tracks):
        if all(said.source == "typed" for said in spoke):
            yield "The trainee typed what they said, so there is no track of their voice."
        else:
            yield "The trainee's voice is on no track."

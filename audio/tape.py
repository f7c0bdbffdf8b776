"""Records both sides of a call on tracks of their own while it runs; whatever fails, the call goes on."""

import logging
import math
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from audio.sound import RATE_HZ, Samples, Sound, resampled
from audio.tape_drift import Placing
from audio.tape_file import TrackFile
from audio.tape_mix import Mixdown

Side = Literal["handler", "caller"]
NowMs = Callable[[], float]

LOG = logging.getLogger(__name__)

WRITE_EVERY_S = 0.2
LAG_MS = 250.0  # what is told this late still finds its place on the caller's track


@dataclass(frozen=True)
class Spooled:
    """A track as it lies in its spool file: 16-bit WAV; sample 0 was at `began_ms` of the call's time."""

    side: Side
    path: Path
    began_ms: int
    lasts_ms: int


@dataclass(frozen=True)
class Lost:
    """A side that could not be recorded any more, and why, in words for people."""

    side: Side
    because: str


def spool_name(stem: str, side: Side, began_ms: int) -> str:
    """The name of a spool file, from which a later program knows whose sound it is and when it began."""
    return f"{stem}.{side}.{began_ms}.wav"


class Tape:
    """One call's tape. Every method may be called from any thread, returns at once (but `close`) and never raises.

    The caller's side is what the trainee's telephone plays, before volume (`play`, `stop`, `level`; times are the
    tape's own clock). The handler's side is what the microphone hands over (`hear`). Both begin at `began_ms`.
    """

    def __init__(self, folder: Path, stem: str, now_ms: NowMs) -> None:
        """Begin to record into spool files in a folder. `now_ms` tells the call's time."""
        self._folder, self._stem, self._now = folder, stem, now_ms
        self.began_ms = max(0, math.floor(now_ms()))
        self._lock = threading.Lock()
        self._mix = Mixdown()
        self._written = 0  # of the caller's track, in samples
        self._heard: queue.SimpleQueue[tuple[Samples, int, float, bool]] = queue.SimpleQueue()
        self._placing: Placing | None = None
        self._files: dict[Side, TrackFile] = {}
        self._wanted: set[Side] = set()  # sides that anything was heard of
        self._lost: list[Lost] = []
        self._away: set[Side] = set()  # sides whose device is away
        self._gone: set[Side] = set()  # sides that cannot be written any more
        self._ends = threading.Event()
        self._closed: tuple[Spooled, ...] | None = None
        self._thread = threading.Thread(target=self._work, name="tape", daemon=True)
        self._thread.start()

    # the caller's side

    def play(self, track: int, sound: Sound, repeat: bool = False) -> None:
        """The telephone begins to play a sound."""
        with self._lock:
            self._mix.play(track, sound, self._here(), repeat)
            self._wanted.add("caller")
            self._away.discard("caller")

    def stop(self, track: int | None) -> None:
        """The telephone silences a track, or all."""
        with self._lock:
            self._mix.stop(track, self._here())

    def level(self, track: int, level: float) -> None:
        """The telephone makes a track louder or softer."""
        with self._lock:
            self._mix.level(track, level, self._here())

    # the handler's side

    def hear(self, samples: Samples, rate: int, at_ms: float, fresh: bool = False) -> None:
        """The microphone heard this: mono, -1.0 to 1.0, the first sample at `at_ms` of the call's time.

        `fresh` says that these samples do not follow those before them (the key was let go in between).
        """
        self._away.discard("handler")
        self._heard.put((samples, rate, at_ms, fresh))

    def lost(self, side: Side, because: str) -> None:
        """A side's device went away. What was recorded before is kept; should it come back, recording goes on."""
        with self._lock:
            if side not in self._gone | self._away:
                self._away.add(side)
                self._lost.append(Lost(side, because))

    # the end

    def losses(self) -> tuple[Lost, ...]:
        """The sides lost since this was asked last; each loss is told once."""
        with self._lock:
            told, self._lost = tuple(self._lost), []
        return told

    def close(self) -> tuple[Spooled, ...]:
        """End the recording now; gives the tracks that hold sound. May take a moment; again gives the same."""
        if self._closed is None:
            self._ends.set()
            self._thread.join()
            self._closed = self._finished()
        return self._closed

    # the tape's own thread

    def _work(self) -> None:
        while not self._ends.wait(WRITE_EVERY_S):
            self._write(LAG_MS)
        self._write(0.0)

    def _write(self, lag_ms: float) -> None:
        try:
            self._write_caller(self._sample(self._now() - lag_ms))
            self._write_handler()
        except Exception as problem:  # sound must never end a call, nor end without a word
            LOG.exception("the call's sound could not be written")
            for side in sorted(self._wanted):
                self._give_up(side, OSError(f"{type(problem).__name__}: {problem}"))

    def _write_caller(self, until: int) -> None:
        with self._lock:
            if until <= self._written:
                return
            begin, self._written = self._written, until
            block = self._mix.block(begin, until)
            wanted = "caller" in self._wanted and "caller" not in self._gone
        if wanted:
            self._put("caller", RATE_HZ, begin, block)

    def _write_handler(self) -> None:
        while not self._heard.empty():
            samples, rate, at_ms, fresh = self._heard.get()
            self._wanted.add("handler")
            file = self._file("handler", rate)
            if file is None:
                continue
            if self._placing is None:
                self._placing = Placing(file.rate)
            own = resampled(Sound(samples, rate), file.rate).samples
            place = self._placing.place(at_ms - self.began_ms, len(own), fresh)
            if place.left_out < len(own):
                self._put("handler", file.rate, place.at, own[place.left_out :])

    def _file(self, side: Side, rate: int) -> TrackFile | None:
        if side not in self._files and side not in self._gone:
            path = self._folder / spool_name(self._stem, side, self.began_ms)
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._files[side] = TrackFile(path, rate)
            except OSError as refusal:
                self._give_up(side, refusal)
        return None if side in self._gone else self._files.get(side)

    def _put(self, side: Side, rate: int, at: int, samples: Samples) -> None:
        file = self._file(side, rate)
        if file is None:
            return
        try:
            file.put(at, samples)
        except OSError as refusal:
            self._give_up(side, refusal)

    def _finished(self) -> tuple[Spooled, ...]:
        """Both tracks are given the same length, so that they play in step."""
        longest = max((file.count / file.rate for file in self._files.values()), default=0.0)
        done = []
        for side, file in sorted(self._files.items()):
            try:
                file.reach(round(longest * file.rate))
                file.close()
            except OSError as refusal:
                self._give_up(side, refusal)
            if file.count:
                done.append(Spooled(side, file.path, self.began_ms, round(file.count * 1000 / file.rate)))
        return tuple(done)

    def _here(self) -> int:
        """Now, as a sample of the caller's track; what was written already is not changed."""
        return max(self._written, self._sample(self._now()))

    def _sample(self, at_ms: float) -> int:
        return max(0, round((at_ms - self.began_ms) * RATE_HZ / 1000))

    def _give_up(self, side: Side, refusal: OSError) -> None:
        with self._lock:
            if side not in self._gone:
                self._gone.add(side)
                self._lost.append(Lost(side, refusal.strerror or str(refusal) or type(refusal).__name__))

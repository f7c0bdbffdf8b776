"""Lets a contact's sound be recorded from answering to clearing, and tells the journal what became of it."""

import logging
import queue
import threading
from collections.abc import Callable
from contextlib import suppress

from audio.tape import NowMs, Tape
from audio.telephone import Phone
from simulator import actions as a
from simulator import events as e
from simulator.desk.ports import Recorder

SoundTold = a.KeepRecording | a.LoseRecording

LOG = logging.getLogger(__name__)
LONGEST_WAIT_S = 60.0  # for a track to be put into its last form before the run is closed


class Taping:
    """One contact's recording. Without a recorder nothing is recorded."""

    def __init__(self, recorder: Recorder | None, telephone: Phone, now_ms: NowMs) -> None:
        self.recorded = recorder is not None
        self._recorder, self._telephone, self._now = recorder, telephone, now_ms
        self._tape: Tape | None = None
        self._told: queue.SimpleQueue[SoundTold] = queue.SimpleQueue()
        self._keeping: threading.Thread | None = None

    @property
    def tape(self) -> Tape | None:
        """The tape, while the line is recorded."""
        return self._tape if self._keeping is None else None

    def follow(self, event: e.Event) -> None:
        """Begin when the call is answered, end when the line closes or the run is over."""
        match event:
            case e.CallAnswered():
                self._begin()
            case e.CallEnded() | e.Stopped():
                self.end()
            case e.Interrupted():
                self._leave()

    def _begin(self) -> None:
        if self._recorder is not None and self._tape is None:
            self._tape = self._recorder.open_tape(self._now)
            self._telephone.record(self._tape)

    def end(self) -> None:
        """Stop recording; the tracks are put into their last form meanwhile."""
        if self._tape is not None and self._keeping is None and self._recorder is not None:
            self._telephone.record(None)
            self._keeping = threading.Thread(target=self._keep, args=(self._tape, self._recorder.keep), daemon=True)
            self._keeping.start()

    def _leave(self) -> None:
        """The journal takes nothing more, so what was recorded stays in the spool."""
        if self._tape is not None and self._keeping is None:
            self._telephone.record(None)
            self._keeping = threading.Thread(target=self._tape.close, daemon=True)
            self._keeping.start()

    def _keep(self, tape: Tape, keep: Callable[[Tape], tuple[SoundTold, ...]]) -> None:
        try:
            told = keep(tape)
        except Exception as problem:  # the call's end must not wait for what will never come
            LOG.exception("the recording could not be kept")
            told = (a.LoseRecording(because=f"{type(problem).__name__}: {problem}"),)
        for one in told:
            self._told.put(one)

    def told(self) -> tuple[SoundTold, ...]:
        """What the journal must be told since this was asked last."""
        lost = () if self._tape is None else self._tape.losses()
        told: list[SoundTold] = [a.LoseRecording(track=one.side, because=one.because) for one in lost]
        with suppress(queue.Empty):
            while True:
                told.append(self._told.get_nowait())
        return tuple(told)

    def settled(self) -> tuple[SoundTold, ...]:
        """Stop recording, wait until the tracks are kept, and give what the journal must be told."""
        self.end()
        if self._keeping is not None:
            self._keeping.join(LONGEST_WAIT_S)
        return self.told()

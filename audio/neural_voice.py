"""The neural voices as a voice of the telephone: kept lines at once, others made in the background."""

import itertools
import queue
import threading
import time
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TookTooLong

from audio.neural_studio import Studio
from audio.sound import Sound
from audio.voice import SpokenLine, VoiceFailed

_NOW, _AHEAD, _END = 0, 1, 2
_SECONDS_A_WORD = 0.45  # until it has been measured here
_STARTING_S = 8.0
_WAIT_S = 60.0
_IDLE_S = 30.0


class NeuralVoice:
    """Speaks kept lines at once and makes others in a thread of its own, which starts when it is first needed."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._jobs: queue.PriorityQueue[tuple[int, int, SpokenLine | None, Future[Sound] | None]]
        self._jobs = queue.PriorityQueue()
        self._numbers = itertools.count()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._making = threading.Event()
        self._pace = _SECONDS_A_WORD
        self._why_not = ""
        self._closed = False

    def begin(self, lines: tuple[SpokenLine, ...]) -> None:
        """Make those lines that are not kept, in their order."""
        for line in lines:
            self.prepare(line)

    def prepare(self, line: SpokenLine) -> None:
        """Make a line soon, unless it is kept."""
        if not self._closed and not self._why_not and not self._studio.has(line):
            self._put(_AHEAD, line, None)

    def forget_waiting(self) -> None:
        """Make none of the lines that wait to be made: their call is over."""
        while True:
            try:
                priority, number, line, future = self._jobs.get_nowait()
            except queue.Empty:
                return
            if priority != _AHEAD:
                self._jobs.put((priority, number, line, future))
                return

    def ready(self, line: SpokenLine) -> bool:
        """Whether the line is kept."""
        return self._studio.has(line)

    def takes_s(self, line: SpokenLine) -> float:
        """About how long until the line could be heard, in seconds; 0 for a kept one."""
        if self.ready(line):
            return 0.0
        if self._studio.speaker_pid is None:
            return _STARTING_S
        wait = 2.0 if self._making.is_set() else 0.0  # the line that is being made is finished first
        return wait + self._pace * len(line.text.split())

    def render(self, line: SpokenLine, wait_s: float = _WAIT_S) -> Sound:
        """The line: kept, or made now; raises VoiceFailed, also when it is not there within `wait_s`."""
        kept = self._studio.kept(line)
        if kept is not None:
            return kept
        if self._closed or self._why_not:
            raise VoiceFailed(self._why_not or "the voice was closed")
        future: Future[Sound] = Future()
        self._put(_NOW, line, future)
        try:
            return future.result(timeout=wait_s)
        except TookTooLong:
            raise VoiceFailed(f"the neural voice gave no sound within {wait_s:.1f} s") from None

    @property
    def trouble(self) -> str:
        """Why it cannot make lines; empty while it can."""
        return f"The neural voices cannot be used: {self._why_not}." if self._why_not else ""

    @property
    def speaker_pid(self) -> int | None:
        """The number of the process that makes lines; None while there is none."""
        return self._studio.speaker_pid

    def describe(self) -> str:
        """That it speaks, and how many lines it keeps; or why it does not."""
        return self.trouble or f"Neural British voices, {len(self._studio.prepared)} lines prepared."

    def close(self) -> None:
        """Stop making lines; safe to call twice. A line that is being made is given up."""
        self._closed = True
        self.forget_waiting()
        with self._lock:
            thread = self._thread
        if thread is not None:
            self._jobs.put((_NOW, -1, None, None))
            self._studio.shut()  # the thread waits for its process: without it, it comes to the end at once
            thread.join(timeout=5)

    def _put(self, priority: int, line: SpokenLine, future: "Future[Sound] | None") -> None:
        with self._lock:
            self._jobs.put((priority, next(self._numbers), line, future))
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="neural-voice", daemon=True)
                self._thread.start()

    def _work(self) -> None:
        while True:
            try:
                _, _, line, future = self._jobs.get(timeout=_IDLE_S)
            except queue.Empty:
                self._studio.close()  # a process that makes nothing need not keep its memory
                continue
            if line is None or self._closed:
                break
            self._making.set()
            try:
                self._one(line, future)
            finally:
                self._making.clear()
        self._studio.close()
        self._fail_the_rest()

    def _one(self, line: SpokenLine, future: "Future[Sound] | None") -> None:
        try:
            sound = self._studio.kept(line) or self._made(line)
        except Exception as error:  # whoever waits gets the reason; whoever does not meets it when the line is wanted
            why = str(error) if isinstance(error, VoiceFailed | OSError) else f"{type(error).__name__}: {error}"
            if self._studio.speaker_pid is None and not self._closed:
                self._why_not = why  # the model cannot be had: it is not asked again and again
            if future is not None:
                future.set_exception(VoiceFailed(why))
            return
        if future is not None:
            future.set_result(sound)

    def _made(self, line: SpokenLine) -> Sound:
        self._studio.start()
        begun = time.monotonic()
        sound = self._studio.make(line)
        spent = (time.monotonic() - begun) / max(1, len(line.text.split()))
        self._pace += 0.3 * (spent - self._pace)
        return sound

    def _fail_the_rest(self) -> None:
        while not self._jobs.empty():
            future = self._jobs.get()[3]
            if future is not None:
                future.set_exception(VoiceFailed("the voice was closed"))

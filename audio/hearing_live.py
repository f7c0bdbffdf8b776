"""Hears the trainee: one thread listens to the microphone, another has the words worked out."""

import queue
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from audio.hearing import (
    HearingEvent,
    Listener,
    MicrophoneLost,
    NothingHeard,
    Offer,
    SpeechBegan,
    SpeechEnded,
    Way,
    WordsHeard,
)
from audio.hearing_gate import Began, Block, Gate, Gated, HeldGate, OpenGate, Stretch
from audio.hearing_level import NO_SOUND_DB, level_db, on_the_meter
from audio.hearing_voice import NoDetector, VoiceDetector
from audio.recogniser import BLOCK, RATE_HZ, Heard, Recogniser, RecogniserFailed

FALLS_BY = 0.85  # the meter's needle falls slower than it rises
TOO_SHORT = "That was too short. Hold the key for as long as you speak."
NO_WORDS = "No words were heard. Say it again, or type it."
NO_SOUND = "The microphone gives no sound. Is it muted? You can type what you say."


class Source(Protocol):
    """What is needed of a SpeechRecognition AudioSource that is open."""

    stream: Any
    latency_s: float


@dataclass(frozen=True)
class Parts:
    """What a LiveHearing is made of; each is made when it is first needed, away from the desk's own thread."""

    microphone: Callable[[str], AbstractContextManager[Source]]
    detector: Callable[[], VoiceDetector]
    recogniser: Recogniser
    look: Callable[[], Offer]
    now_s: Callable[[], float] = time.monotonic


@dataclass
class _Ear:
    """One time of listening: from `open` to `shut`."""

    way: Way
    device: str
    gate: Gate
    stop: threading.Event


class LiveHearing:
    """Hears through a microphone. See `Hearing` for what each method is for."""

    def __init__(self, parts: Parts) -> None:
        self.tape: Listener | None = None
        self._parts = parts
        self._offer = Offer()
        self._events: queue.SimpleQueue[tuple[int, Callable[[float], HearingEvent]]] = queue.SimpleQueue()
        self._work: queue.SimpleQueue[tuple[int, Stretch] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._ear: _Ear | None = None
        self._turn = 0  # raised by every drop: what belongs to an earlier turn is forgotten
        self._level = 0.0
        self._worker: threading.Thread | None = None
        self._closed = False

    @property
    def offer(self) -> Offer:
        """What works here."""
        return self._offer

    def look(self) -> None:
        """Look in the background; not while the microphone is open."""
        if self._ear is None:
            threading.Thread(target=self._look, name="speech-look", daemon=True).start()

    def prepare(self) -> None:
        """The recogniser loads in the background."""
        if self._worker is None:
            self._worker = threading.Thread(target=self._recognise_all, name="recogniser", daemon=True)
            self._worker.start()

    def open(self, way: Way, device: str = "") -> None:
        """The microphone opens in the background; the recogniser loads where it has not."""
        self.shut()
        self.prepare()
        self._begin(way, device)

    def shut(self) -> None:
        """The microphone closes."""
        with self._lock:
            ear, self._ear = self._ear, None
            self._level = 0.0
        if ear is not None:
            ear.stop.set()
        self.drop()

    def press(self) -> None:
        """The talk key went down; a microphone that went away is tried again."""
        with self._lock:
            ear = self._ear
            if ear is not None and not ear.stop.is_set() and isinstance(ear.gate, HeldGate):
                ear.gate.press(self._parts.now_s())
                return
        if ear is not None and ear.stop.is_set():
            self._begin(ear.way, ear.device)
            self.press()

    def release(self) -> None:
        """The talk key came up."""
        with self._lock:
            if self._ear is not None and isinstance(self._ear.gate, HeldGate):
                self._ear.gate.release(self._parts.now_s())

    def drop(self) -> None:
        """Forget what is being said and worked out."""
        with self._lock:
            self._turn += 1
            if self._ear is not None:
                self._ear.gate.drop()

    @property
    def listening(self) -> bool:
        """Whether speech is being heard."""
        ear = self._ear
        return ear is not None and ear.gate.open

    @property
    def level(self) -> float:
        """How loud it is."""
        return self._level

    def poll(self) -> tuple[HearingEvent, ...]:
        """What has happened."""
        found: list[HearingEvent] = []
        while True:
            try:
                turn, made = self._events.get_nowait()
            except queue.Empty:
                return tuple(found)
            if turn == self._turn:
                found.append(made(self._parts.now_s()))

    def describe(self) -> str:
        """What works, or why nothing does."""
        offer = self._offer
        if not offer.looked:
            return "Looking for a microphone."
        if offer.why_not:
            return f"You cannot speak to the caller here. {offer.why_not} Type what you say."
        return f"You can speak to the caller: {offer.recogniser}"

    def close(self) -> None:
        """The microphone closes, the recogniser's process ends."""
        if self._closed:
            return
        self._closed = True
        self.shut()
        self._work.put(None)
        self._parts.recogniser.close()

    def _look(self) -> None:
        try:
            self._offer = self._parts.look()
        except Exception as error:  # whatever a sound driver does, typing is there
            self._offer = Offer(True, f"The microphone could not be looked for ({error}).")

    def _begin(self, way: Way, device: str) -> None:
        ear = _Ear(way, device, OpenGate() if way == "open" else HeldGate(), threading.Event())
        with self._lock:
            self._ear = ear
        threading.Thread(target=self._listen, args=(ear,), name="microphone", daemon=True).start()

    # the microphone's thread

    def _listen(self, ear: _Ear) -> None:
        because = ""
        try:
            detector = self._parts.detector() if ear.way == "open" else None
            with self._parts.microphone(ear.device) as source:
                while not ear.stop.is_set():
                    self._hear(ear, source, detector)
        except (NoDetector, OSError) as error:
            because = str(error)
        except Exception as error:  # sound must never end a call
            because = f"The microphone cannot be used ({type(error).__name__}: {error})."
        with self._lock:
            mine = self._ear is ear and not ear.stop.is_set()
            ear.gate.drop()
            ear.stop.set()
            turn = self._turn
        if mine:
            self._level = 0.0
            self._tell(turn, lambda now: MicrophoneLost(because))

    def _hear(self, ear: _Ear, source: Source, detector: VoiceDetector | None) -> None:
        samples = np.frombuffer(source.stream.read(BLOCK), dtype="<i2")
        at_s = self._parts.now_s() - len(samples) / RATE_HZ - source.latency_s
        block = Block(samples, at_s, detector.voice(samples) if detector is not None else 0.0)
        with self._lock:
            if self._ear is not ear:
                return
            self._level = max(on_the_meter(level_db(samples)), self._level * FALLS_BY)
            gated = ear.gate.take(block)
            turn, going_on = self._turn, ear.gate.open
        self._record(block, gated, going_on)
        for one in gated:
            self._gated(turn, one)

    def _gated(self, turn: int, gated: Gated) -> None:
        match gated:
            case Began():
                self._tell(turn, lambda now: SpeechBegan(_ms(now - gated.at_s)))
            case Stretch():
                self._tell(turn, lambda now: SpeechEnded())
                self._work.put((turn, gated))
            case _:
                self._tell(turn, lambda now: NothingHeard(TOO_SHORT))

    def _record(self, block: Block, gated: list[Gated], going_on: bool) -> None:
        """Hand over what belongs to a stretch of speech, as it comes: a program that is killed has kept it."""
        tape = self.tape
        began = next((one for one in gated if isinstance(one, Began)), None)
        if tape is None or not (going_on or gated):
            return
        heard = began.sound if began is not None else block
        samples = heard.samples.astype(np.float32) / np.float32(32_768)
        tape(samples, RATE_HZ, self._parts.now_s() - heard.at_s, began is not None)

    # the recogniser's thread

    def _recognise_all(self) -> None:
        try:
            self._parts.recogniser.prepare()
        except RecogniserFailed as failed:
            self._tell(self._turn, lambda now, why=str(failed): NothingHeard(why))  # type: ignore[misc]
        while (work := self._work.get()) is not None:
            turn, stretch = work
            if turn == self._turn and not self._closed:
                self._tell(turn, self._worked_out(stretch))

    def _worked_out(self, stretch: Stretch) -> Callable[[float], HearingEvent]:
        if level_db(stretch.samples) < NO_SOUND_DB:
            return lambda now: NothingHeard(NO_SOUND)
        try:
            heard = self._parts.recogniser.recognise(stretch.samples.tobytes())
        except RecogniserFailed as failed:
            why = f"{failed} Type what you say."
            return lambda now: NothingHeard(why)
        if not heard.text:
            return lambda now: NothingHeard(NO_WORDS)
        began_s, lasted_s = when_said(heard, stretch.seconds)
        return lambda now: WordsHeard(heard, _ms(now - stretch.at_s - began_s), _ms(lasted_s))

    def _tell(self, turn: int, made: Callable[[float], HearingEvent]) -> None:
        self._events.put((turn, made))


def when_said(heard: Heard, seconds: float) -> tuple[float, float]:
    """When the first word began and how long the words lasted, both in seconds, within a sound of this length."""
    if not heard.words:
        return 0.0, seconds
    began = min(max(0.0, heard.words[0].began_s), seconds)
    ended = min(max(began, heard.words[-1].ended_s), seconds)
    return (began, ended - began) if ended > began else (0.0, seconds)


def _ms(seconds: float) -> int:
    return max(0, round(seconds * 1_000))

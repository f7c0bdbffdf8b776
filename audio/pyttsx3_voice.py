"""The voice that speaks on every machine: pyttsx3 in its own process, lines rendered ahead and kept."""

import itertools
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace

from audio.acting import Acting, acted
from audio.espeak_setup import candidates, driver_of
from audio.render_cache import RenderCache, key_of
from audio.sound import Sound, trimmed
from audio.speaker import EngineFacts, Speaker, SpeakerDied, SpeakerRefused
from audio.styles import Manner, manner_of
from audio.voice import SpokenLine, VoiceFailed
from audio.wording import natural_seconds, speakable

_NOW, _AHEAD, _END = 0, 1, 2
_TRIES = 3
_WAIT_S = 60.0
_FASTEST = 1.4  # how much faster than its manner a line may be spoken to fit its time


@dataclass(frozen=True)
class _Take:
    """One way of rendering one text."""

    text: str
    voice: str
    manner: Manner
    key: str


class Pyttsx3Voice:
    """Speaks through the first engine that works. One thread of its own owns the engine; callers only ask it."""

    def __init__(
        self,
        engines: tuple[str, ...] | None = None,
        cache: RenderCache | None = None,
        open_speaker: Callable[[str], Speaker] = Speaker,
    ) -> None:
        """Begin to start up; returns at once. Engines default to this machine's candidates, best first.

        Raises OSError when no folder at all can be written, ValueError for a wrong choice of engine.
        """
        self._engines = candidates() if engines is None else engines
        self._cache = RenderCache() if cache is None else cache
        self._open_speaker = open_speaker
        self._speaker: Speaker | None = None
        self._facts: EngineFacts | None = None
        self._why_not = ""
        self._jobs: queue.PriorityQueue[tuple[int, int, SpokenLine | None, Future[Sound] | None]]
        self._jobs = queue.PriorityQueue()
        self._numbers = itertools.count()
        self._opened = threading.Event()
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="voice", daemon=True)
        self._thread.start()

    # What anyone may ask

    def begin(self, lines: tuple[SpokenLine, ...]) -> None:
        """Render the lines of a call ahead."""
        for line in lines:
            self.prepare(line)

    def prepare(self, line: SpokenLine) -> None:
        """Render a line soon, after whatever is wanted at once."""
        if not self._closed:
            self._jobs.put((_AHEAD, next(self._numbers), line, None))

    def ready(self, line: SpokenLine) -> bool:
        """Whether the line is rendered already."""
        return self._facts is not None and any(self._cache.has(take.key) for take in self._takes(line))

    def render(self, line: SpokenLine) -> Sound:
        """The line at RATE_HZ, before any that are only being prepared; raises VoiceFailed."""
        if self._closed:
            raise VoiceFailed("the voice was closed")
        future: Future[Sound] = Future()
        self._jobs.put((_NOW, next(self._numbers), line, future))
        try:
            return future.result(timeout=_WAIT_S)
        except TimeoutError:
            raise VoiceFailed(f"the voice gave no sound within {_WAIT_S:.0f} s") from None

    def wait_until_open(self, timeout_s: float = 20.0) -> bool:
        """Wait for an engine to be found or given up; whether one speaks."""
        return self._opened.wait(timeout_s) and self._facts is not None

    @property
    def trouble(self) -> str:
        """That no engine speaks, and why; empty while it starts or when one does."""
        if not self._opened.is_set() or self._facts is not None:
            return ""
        return f"No voice: {self._why_not}. Captions show what is said."

    def describe(self) -> str:
        """Which engine speaks, or why none does, and where its lines cannot be kept."""
        if not self._opened.is_set():
            return "The voice is starting."
        if self._facts is None:
            return self.trouble
        return " ".join(filter(None, (f"Voice: {_engine_name(self._facts)}.", self._cache.notice)))

    @property
    def speaker_pid(self) -> int | None:
        """The number of the process that speaks; None while there is none."""
        speaker = self._speaker
        return speaker.pid if speaker is not None else None

    def close(self) -> None:
        """Stop: lines still waiting fail, the process ends, a temporary folder goes."""
        if not self._closed:
            self._closed = True
            self._jobs.put((_NOW, -1, None, None))
        self._thread.join(timeout=5)

    # The thread that owns the engine

    def _work(self) -> None:
        self._open()
        self._opened.set()
        while True:
            _, _, line, future = self._jobs.get()
            if line is None:
                break
            if future is None:
                self._ahead(line)
            else:
                self._now(line, future)
        self._fail_the_rest()
        if self._speaker is not None:
            self._speaker.close()
            self._speaker = None
        self._cache.close()

    def _now(self, line: SpokenLine, future: "Future[Sound]") -> None:
        try:
            future.set_result(self._rendered(line))
        except VoiceFailed as error:
            future.set_exception(error)
        except Exception as error:  # an unforeseen fault must reach the one who waits, not end this thread
            future.set_exception(VoiceFailed(f"{type(error).__name__}: {error}"))

    def _ahead(self, line: SpokenLine) -> None:
        try:
            self._rendered(line)
        except Exception:
            return  # whoever says the line gets the reason

    def _fail_the_rest(self) -> None:
        while not self._jobs.empty():
            future = self._jobs.get()[3]
            if future is not None:
                future.set_exception(VoiceFailed("the voice was closed"))

    def _open(self) -> None:
        reasons = []
        for engine in self._engines:
            try:
                self._speaker = self._open_speaker(engine)
                self._facts = self._speaker.facts
                self._prove()
            except (SpeakerDied, VoiceFailed) as error:
                reasons.append(f"{engine}: {error}")
                self._drop_speaker()
                self._facts = None
            else:
                self._why_not = ""
                return
        self._why_not = "; ".join(reasons) or "speech is switched off"

    def _prove(self) -> None:
        """An engine that starts may still be unable to write what we can read."""
        take = self._take("Hello.", manner_of("woman", "neutral"))
        self._cache.forget(take.key)
        self._fresh(take)

    def _rendered(self, line: SpokenLine) -> Sound:
        if self._facts is None:
            raise VoiceFailed(self._why_not)
        text = speakable(line.text)
        if not text:
            raise VoiceFailed("there is nothing in it to be spoken")
        manner = manner_of(line.kind, line.style)
        sound = self._kept_or_fresh(self._take(text, manner))
        wanted = line.lasts_ms
        if wanted is not None and sound.seconds * 1000 > wanted * 1.03:
            pace = min(sound.seconds * 1000 / max(wanted, 1), _FASTEST)
            sound = self._kept_or_fresh(self._take(text, manner.at_pace(pace)))
        return acted(sound, _acting_of(manner, whispers=driver_of(self._facts.engine) == "espeak"))

    def _takes(self, line: SpokenLine) -> tuple[_Take, ...]:
        text = speakable(line.text)
        return (self._take(text, manner_of(line.kind, line.style)),) if text else ()

    def _take(self, text: str, manner: Manner) -> _Take:
        assert self._facts is not None
        voice = voice_for(manner, self._facts)
        settings = (manner.rate, manner.pitch, manner.range_)
        key = key_of(self._facts.engine, self._facts.version, voice, settings, text)
        return _Take(text, voice, manner, key)

    def _kept_or_fresh(self, take: _Take) -> Sound:
        kept = self._cache.get(take.key)
        return trimmed(kept if kept is not None else self._fresh(take))

    def _fresh(self, take: _Take) -> Sound:
        """Rendered and looked at; again in a new process if it came out cut or empty, or the process died."""
        why = ""
        for _ in range(_TRIES):
            try:
                self._cache.make_room()
                speaker = self._living_speaker()
                speaker.render(take.text, take.voice, take.manner, self._cache.path(take.key))
            except (SpeakerDied, SpeakerRefused) as error:
                why = str(error)  # an engine under load may write an empty file once, and the whole line the next time
                self._drop_speaker()
                continue
            except OSError as error:
                raise VoiceFailed(str(error)) from error
            sound = self._cache.get(take.key)
            if sound is not None and not is_cut(sound, take.text, take.manner):
                return sound
            why = "the engine cut the line short"
            self._cache.forget(take.key)
            self._drop_speaker()
        raise VoiceFailed(why)

    def _living_speaker(self) -> Speaker:
        if self._speaker is None:
            assert self._facts is not None
            self._speaker = self._open_speaker(self._facts.engine)
        return self._speaker

    def _drop_speaker(self) -> None:
        if self._speaker is not None:
            self._speaker.close()
            self._speaker = None


def _acting_of(manner: Manner, whispers: bool) -> Acting:
    """What is left to be done to the voice, when the engine itself `whispers` or does not."""
    return Acting(shake_hz=manner.tremor_hz, tremor=0.39, drive=manner.drive, whisper=manner.whispered and not whispers)


def is_cut(sound: Sound, text: str, manner: Manner) -> bool:
    """Whether a rendered line is far too short for its words."""
    return sound.seconds < 0.4 * natural_seconds(text, manner.rate)


def voice_for(manner: Manner, facts: EngineFacts) -> str:
    """The engine's voice for a manner, only ever one that it has; "" for the engine's own."""
    if driver_of(facts.engine) == "espeak":
        ids = {voice.id.rpartition("/")[2] for voice in facts.voices}
        base = next((name for name in (manner.base, "en-gb", "en") if name in ids), "")
        variant = manner.variant if manner.variant in facts.variants else ""
        return replace(manner, base=base, variant=variant).voice if base else ""
    english = [voice for voice in facts.voices if _speaks(voice.languages, "en")]
    british = [voice for voice in english if _speaks(voice.languages, "en-gb")]
    for voices in (british, english):
        fitting = [voice for voice in voices if voice.male is manner.male]
        if fitting:
            return fitting[0].id
    return english[0].id if english else ""


def _speaks(languages: tuple[str, ...], prefix: str) -> bool:
    return any(language.casefold().replace("_", "-").startswith(prefix) for language in languages)


def _engine_name(facts: EngineFacts) -> str:
    name = {
        "sapi5": "Windows speech (SAPI 5)",
        "nsss": "macOS speech",
        "system": "espeak-ng as installed",
        "packaged": "espeak-ng as packaged",
    }[facts.engine]
    return f"{name}, {facts.version}" if facts.version else name

"""Gives a rehearsal its sound: the caller's lines in the call's voices, the handler's in a plainly synthetic one."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from audio.heard_call import HeardCall
from audio.pyttsx3_voice import Pyttsx3Voice
from audio.render_cache import RenderCache
from audio.repertoire import voice_of
from audio.saying import said
from audio.sound import Sound
from audio.telephone import open_voice
from audio.voice import SpokenLine, Voice, VoiceFailed
from scenarios.scenario import Scenario
from simulator import events as e
from simulator.journal import Entry, Journal

WAIT_S = 20.0
TAIL_MS = 1_500  # after the line has closed, so that this is heard
ENDS = (e.CallEnded, e.Stopped, e.Interrupted)


class NoVoices(Exception):
    """Nothing can be said aloud on this machine; the words say why."""


class Voices:
    """Who speaks: the caller's voice as in a call, and the handler's, which is nobody's."""

    def __init__(self, cache: Path | None = None) -> None:
        """Start both; raises NoVoices."""
        self.caller: Voice = open_voice(cache)
        try:
            self.handler = Pyttsx3Voice(cache=RenderCache(cache))
        except (OSError, ValueError) as trouble:
            self.caller.close()
            raise NoVoices(f"No voice speaks here: {trouble}.") from trouble
        if not self.handler.wait_until_open(WAIT_S):
            why = self.handler.trouble or "the voice did not start."
            self.close()
            raise NoVoices(why)

    def close(self) -> None:
        """Let go of both."""
        self.caller.close()
        self.handler.close()


@dataclass(frozen=True)
class Placed:
    """An entry that is heard: which side, and from when to when (ms of the call)."""

    side: str
    at_ms: int
    until_ms: int


@dataclass(frozen=True)
class RehearsedSound:
    """Both sides, equally long, from `began_ms` of the call; where entries are heard; what could not be said."""

    began_ms: int
    caller: Sound
    handler: Sound
    placed: dict[int, Placed]
    unsaid: tuple[str, ...]


def is_heard(entry: Entry) -> bool:
    """Whether somebody speaks in this entry."""
    return isinstance(entry.event, e.CallerSaid | e.OperatorSaid | e.HandlerSaid)


def sound_of_rehearsal(
    scenario: Scenario, journal: Journal, voices: Voices, said_one: Callable[[], object] = lambda: None
) -> RehearsedSound | None:
    """The sound of a journal, or None where the call was never answered. `said_one` is called for each utterance."""
    answered = next((entry for entry in journal if isinstance(entry.event, e.CallAnswered)), None)
    if answered is None:
        return None
    recital = _Recital(scenario, HeardCall(answered.t_ms, scenario.sounds.bed, scenario.channel.quality), voices)
    voices.caller.begin(recital.lines(journal))
    for entry in journal[answered.n :]:
        recital.take(entry)
        if is_heard(entry):
            said_one()
    closed = next((one.t_ms for one in journal if isinstance(one.event, ENDS)), journal[-1].t_ms)
    until = max([closed, *(one.until_ms for one in recital.placed.values())]) + TAIL_MS
    caller, handler = recital.call.sides(until)
    return RehearsedSound(answered.t_ms, caller, handler, recital.placed, tuple(recital.unsaid))


class _Recital:
    """Says a journal entry by entry."""

    def __init__(self, scenario: Scenario, call: HeardCall, voices: Voices) -> None:
        self.scenario, self.call, self.voices = scenario, call, voices
        self.placed: dict[int, Placed] = {}
        self.unsaid: list[str] = []
        male = "man" in voice_of(scenario, "caller")[0].split("-")
        self._handler = "woman" if male else "man"

    def lines(self, journal: Journal) -> tuple[SpokenLine, ...]:
        """What the caller's voice must say."""
        return tuple(line for entry in journal if (line := self._line(entry.event)) is not None)

    def take(self, entry: Entry) -> None:
        """Let an entry be heard."""
        t_ms, event = entry.t_ms, entry.event
        match event:
            case e.CallerSaid() | e.OperatorSaid():
                line = self._line(event)
                if line is not None and (spoken := self._said(self.voices.caller, line)) is not None:
                    self.placed[entry.n] = Placed("caller", t_ms, self.call.says(spoken, t_ms))
            case e.HandlerSaid():
                # What was typed at length is said in the time that saying it takes, so that it ends with its entry.
                begins = t_ms - event.spoken_ms
                line = SpokenLine(event.text, self._handler, lasts_ms=event.spoken_ms)
                if (spoken := self._said(self.voices.handler, line)) is not None:
                    self.placed[entry.n] = Placed("handler", begins, self.call.handler_says(spoken, begins))
            case e.SoundHeard():
                self.call.hears(event.sound, t_ms)
            case e.LineWent():
                self.call.line_goes(event.to, t_ms)
            case e.CallHeld():
                self.call.hold(t_ms)
            case e.CallResumed():
                self.call.resume(t_ms)
            case e.CallEnded():
                self.call.clear(t_ms, by_caller=event.by in ("caller", "network"))

    def _line(self, event: e.Event) -> SpokenLine | None:
        if isinstance(event, e.OperatorSaid):
            return SpokenLine(event.text, kind="operator", lasts_ms=event.lasts_ms)
        if isinstance(event, e.CallerSaid):
            return SpokenLine(event.text, voice_of(self.scenario, event.speaker)[0], event.style, event.lasts_ms)
        return None

    def _said(self, voice: Voice, line: SpokenLine) -> Sound | None:
        try:
            return said(voice, line)
        except VoiceFailed as why:
            self.unsaid.append(f"{line.text!r}: {why}")
            return None

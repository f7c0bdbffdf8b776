"""The telephone that is heard: rings, carries voices and sounds, holds, clears."""

import os
import queue
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from audio import beds, tones
from audio.effects import effect
from audio.espeak_setup import CHOICE
from audio.line import CLEAR, POOR, QUALITIES, LineQuality, carried, line_noise
from audio.music import hold_music
from audio.neural_model import missing
from audio.neural_studio import Studio
from audio.neural_voice import NeuralVoice
from audio.phone import Done, Phone, SilentTelephone
from audio.player import NoSound, Player, Track, open_player
from audio.prepared import PreparedLines
from audio.pyttsx3_voice import Pyttsx3Voice
from audio.render_cache import RenderCache
from audio.saying import said
from audio.sound import Sound
from audio.tape import Tape
from audio.tape_tap import TappedPlayer
from audio.two_voices import TwoVoices
from audio.voice import SilentVoice, SpokenLine, Voice, VoiceFailed

_DUCKED, _EFFECT_DUCKED, _OPEN = 0.35, 0.6, 1.0

__all__ = ["Phone", "SilentTelephone", "Telephone", "open_telephone", "open_voice"]


class Telephone:
    """A telephone that is heard. One thread of its own says the lines, one after another."""

    def __init__(self, voice: Voice, player: Player, quality: LineQuality = CLEAR) -> None:
        self._voice = voice
        self._player = TappedPlayer(player)
        self._quality = self._answered_as = quality
        self._volume = 1.0
        self._jobs: queue.Queue[Callable[[], None] | None] = queue.Queue()
        self._lock = threading.Lock()
        self._turn = 0  # raised by every stop: lines of an earlier turn are not said
        self._waiting = 0
        self._cut_short = threading.Event()
        self._on_hold = False
        self._line_open = False
        self._dropped = False
        self._background = "none"
        self._notice = ""
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="telephone", daemon=True)
        self._thread.start()

    def prepare(self, *lines: SpokenLine) -> None:
        """Have lines rendered ahead."""
        self._voice.begin(lines)

    def ring(self, background: str = "none", quality: str = "clear") -> None:
        """British ringing, until answered or cleared; what is heard then is made meanwhile."""
        self._player.play(tones.ring(), Track.TONE, repeat=True)
        warm = partial(_line_and_behind, QUALITIES.get(quality, CLEAR), background)
        threading.Thread(target=warm, name="warming-the-line", daemon=True).start()

    def answer(self, background: str = "none", quality: str = "clear") -> None:
        """Ringing ends with a click; the open line is heard."""
        self._background = background
        self._quality = self._answered_as = QUALITIES.get(quality, CLEAR)
        self._player.play(tones.click(), Track.TONE)
        self._line_open = True
        self._jobs.put(self._open_line)

    def caller_says(self, line: SpokenLine, on_done: Done | None = None) -> None:
        """Speak a line when those before it are done."""
        with self._lock:
            self._waiting += 1
            self._jobs.put(partial(self._say_line, self._turn, line, on_done))

    def operator_says(self, text: str, on_done: Done | None = None, lasts_ms: int | None = None) -> None:
        """Speak an operator's line."""
        self.caller_says(SpokenLine(text, kind="operator", lasts_ms=lasts_ms), on_done)

    def hear(self, sound: str) -> None:
        """Play a sound beside the voice; it is made in a thread of its own, since some take half a second to make."""
        threading.Thread(target=self._hear, args=(sound,), name="effect", daemon=True).start()

    def line_goes(self, to: str) -> None:
        """Drop, fall silent, turn poor, or come back as it was."""
        match to:
            case "dropped":
                self._shut_line()
                self.stop()
                self._player.stop()
                self._player.play(tones.cleared(), Track.TONE)
                self._dropped = True
            case "silent":
                self.stop()
            case "unanswered":
                self._player.stop(Track.TONE)
            case "poor" | "back":
                if self._dropped:
                    self._player.play(tones.click(), Track.TONE)
                self._dropped = False
                self._quality = POOR if to == "poor" else self._answered_as
                self._line_open = True
                self._jobs.put(self._open_line)

    def rings_out(self) -> None:
        """The number of a line that dropped is rung back."""
        if self._dropped:
            self._player.play(tones.ring(), Track.TONE, repeat=True)

    def stop(self) -> None:
        """Silence the voice and drop the lines that wait."""
        with self._lock:
            self._turn += 1
            self._cut_short.set()
        self._player.stop(Track.VOICE)

    def hold(self) -> None:
        """Voices and line stop; the music that the caller hears is heard softly."""
        self._on_hold = True
        self._shut_line()
        self.stop()
        self._player.stop(Track.LINE)
        self._player.stop(Track.BACKGROUND)
        self._player.stop(Track.EFFECT)
        self._player.play(hold_music(), Track.TONE, repeat=True)

    def resume(self) -> None:
        """The line opens again."""
        if self._on_hold:
            self._on_hold = False
            self._player.stop(Track.TONE)
            self._line_open = True
            self._jobs.put(self._open_line)

    def clear(self, by_caller: bool = False) -> None:
        """Everything stops with a click, or with the cleared line's tone when the caller rang off."""
        self._on_hold = self._dropped = False
        self._shut_line()
        self.stop()
        self._player.stop()
        self._player.play(tones.cleared() if by_caller else tones.click(), Track.TONE)

    def silence(self) -> None:
        """All sound ends at once."""
        self._on_hold = self._dropped = False
        self._shut_line()
        self.stop()
        self._player.stop()

    @property
    def speaking(self) -> bool:
        """Whether a line is being spoken or waits."""
        return self._waiting > 0

    @property
    def trouble(self) -> str:
        """What is not heard: the device's trouble, the voice's, or that of the last line."""
        return self._player.trouble or self._voice.trouble or self._notice

    def set_volume(self, level: float) -> None:
        """How loud all of it is."""
        self._volume = min(1.0, max(0.0, level))
        for track in Track:
            self._player.set_level(track, self._volume)

    def record(self, tape: Tape | None) -> None:
        """Let a tape hear what is played, before the headset's volume."""
        self._player.tape = tape

    def describe(self) -> str:
        """What sounds, what does not, and the last line that could not be spoken."""
        return " ".join(filter(None, (self._player.describe(), self._voice.describe(), self._notice)))

    def close(self) -> None:
        """Hang up for good."""
        if self._closed:
            return
        self._closed = True
        self._shut_line()
        self.stop()
        self._jobs.put(None)
        self._thread.join(timeout=5)
        self._player.stop()
        self._voice.close()
        self._player.close()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()

    def _shut_line(self) -> None:
        with self._lock:  # a line that is just being opened must not sound after this
            self._line_open = False

    def _open_line(self) -> None:
        """Made here, not where the desk paints: a background takes some frames to make."""
        hiss, behind = _line_and_behind(self._quality, self._background)
        with self._lock:
            if not self._line_open:
                return
            self._player.play(hiss, Track.LINE, repeat=True)
            if behind is not None:
                self._player.play(behind, Track.BACKGROUND, repeat=True)

    def _hear(self, name: str) -> None:
        sound = effect(name)
        if sound is None:
            return
        heard = carried(sound, self._quality)
        with self._lock:
            if self._line_open:
                self._player.play(heard, Track.EFFECT)

    def _say_line(self, turn: int, line: SpokenLine, on_done: Done | None) -> None:
        heard = False
        try:
            heard = self._say(turn, line)
        except VoiceFailed as error:
            self._notice = f"A line was not spoken: {error}."
        except Exception as error:  # sound must never end a call
            self._notice = f"A line was not spoken ({type(error).__name__}: {error})."
        with self._lock:
            self._waiting -= 1
        if on_done is not None:
            self._tell(on_done, heard)

    def _tell(self, on_done: Done, heard: bool) -> None:
        try:
            on_done(heard)
        except Exception as error:
            self._notice = f"After a line: {type(error).__name__}: {error}."

    def _say(self, turn: int, line: SpokenLine) -> bool:
        """Render, play and wait for the end; whether all of it was heard."""
        if turn != self._turn or self._on_hold:
            return False
        sound = carried(said(self._voice, line), self._quality)
        with self._lock:
            if turn != self._turn or self._on_hold:
                return False
            self._cut_short.clear()
            if not self._player.play(sound, Track.VOICE):
                return False
        self._notice = ""
        self._duck(_DUCKED, _EFFECT_DUCKED)
        whole = self._wait_for_end(sound)
        self._duck(_OPEN, _OPEN)
        return whole

    def _duck(self, background: float, effects: float) -> None:
        self._player.set_level(Track.BACKGROUND, self._volume * background)
        self._player.set_level(Track.EFFECT, self._volume * effects)

    def _wait_for_end(self, sound: Sound) -> bool:
        if self._cut_short.wait(sound.seconds):
            return False
        # The device runs a little behind; a device that never ends must not hold up the call.
        for _ in range(50):
            if not self._player.busy(Track.VOICE):
                break
            if self._cut_short.wait(0.02):
                return False
        return True


def _line_and_behind(quality: LineQuality, background: str) -> tuple[Sound, Sound | None]:
    """The hiss of an open line, and what is behind the caller; made once."""
    return line_noise(level_db=quality.noise_db + 2), beds.bed(background)


def open_telephone(sound: bool = True, cache: Path | None = None, quality: LineQuality = CLEAR) -> Phone:
    """The telephone of this machine: heard where it can be, silent where it cannot, and it says which. Never raises."""
    if not sound:
        return SilentTelephone()
    player = open_player()
    if isinstance(player, NoSound):
        return SilentTelephone(player.why)
    return Telephone(open_voice(cache), player, quality)


def open_voice(cache: Path | None = None) -> Voice:
    """The voices of this machine, or the silent one with its reason. Never raises."""
    try:
        quick = Pyttsx3Voice(cache=RenderCache(cache))
    except (OSError, ValueError) as error:
        return SilentVoice(str(error))
    if os.environ.get(CHOICE) or missing():
        return quick  # somebody wants one engine and no other, or the extra `voices` is not installed
    return TwoVoices(quick, NeuralVoice(Studio(PreparedLines())))

"""The trainee's own voice during a contact: from the key to words said. Paints nothing; `tick` is called often."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from audio.hearing import (
    Hearing,
    HearingEvent,
    MicrophoneLost,
    NothingHeard,
    Offer,
    SpeechBegan,
    SpeechEnded,
    Way,
    WordsHeard,
)
from simulator import actions as a
from simulator.desk.control import Control
from simulator.desk.ports import DeskSettings
from simulator.desk.spoken import Spoken, how_sure, recognised_of
from simulator.desk.talk_keys import USUAL, key_label
from simulator.desk.view import DeskView

State = Literal["away", "ready", "listening", "working", "checking", "lost"]
OVERLAP_WORTH_TELLING_MS = 300
KEYS_AGAIN_MS = 1_000
TAPS_APART_MS = 450
GONE = "Nobody was on the line any more. Your words were not said."
READY: dict[Way, str] = {
    "hold": "Hold {key} while you speak.",
    "switch": "Press {key}, speak, press it again.",
    "open": "The line is open: just speak.",
}


@dataclass(frozen=True)
class TalkWishes:
    """How one person speaks: by which way and key, through which microphone, and whether they check their words."""

    way: Way = "hold"
    device: str = ""
    key: str = USUAL
    check: bool = True


def talk_wishes(settings: DeskSettings, offer: Offer) -> TalkWishes | None:
    """How the trainee speaks; None where they type, or where this machine cannot hear them."""
    way: Way
    match settings.speech:
        case "hold" | "switch" | "open":
            way = settings.speech
        case _:
            return None
    if offer.why_not or (way == "open" and offer.why_no_open_line):
        return None
    return TalkWishes(way, settings.microphone, settings.talk_key, settings.check_words)


class Speaking:
    """Turns what is heard into what is said. In practice words may be checked first; in assessment they go as heard."""

    def __init__(self, hearing: Hearing, control: Control, wishes: TalkWishes, changed: Callable[[], object]) -> None:
        """`changed` is called when anything that is shown has changed."""
        self.hearing = hearing
        self.wishes = wishes
        self.draft: Spoken | None = None  # heard, not yet said
        self.muted = False
        self._control = control
        self._changed = changed
        self._view = DeskView()
        self._open = False
        self._down = False  # the key is down
        self._talking_since: int | None = None
        self._working = 0  # stretches that are being worked out
        self._lost = ""
        self._note = ""
        self._told_ms = 0
        self._tapped_ms: int | None = None
        hearing.prepare()

    # what is shown

    @property
    def state(self) -> State:
        """What the trainee's side of the line is doing."""
        if not self._open:
            return "away"
        if self._talking_since is not None:
            return "listening"
        if self._working:
            return "working"
        if self.draft is not None:
            return "checking"
        return "lost" if self._lost else "ready"

    @property
    def words(self) -> str:
        """One sentence for the trainee."""
        match self.state:
            case "listening":
                return "Listening"
            case "working":
                return "Working out what you said"
            case "checking" if self.draft is not None:
                return f"{how_sure(self.draft.recognised).capitalize()}. Enter says it, Esc drops it."
            case "lost":
                return f"{self._lost} Type what you say. {key_label(self.wishes.key)} tries again."
            case "away":
                return "The microphone is off." if self._view.line.state != "wrap_up" else ""
        if self.muted:
            return "The microphone is off."
        return self._note or READY[self.wishes.way].format(key=key_label(self.wishes.key))

    @property
    def level(self) -> float:
        """How loud it is, 0 to 1, while listening."""
        return self.hearing.level if self._talking_since is not None else 0.0

    @property
    def checks(self) -> bool:
        """Whether words are shown before they are said."""
        return self.wishes.check and self._view.mode == "practice"

    # what the trainee does

    def press(self) -> None:
        """The talk key or button went down. A key that is held repeats; only its first time counts."""
        if self._down:
            return
        self._down = True
        if self.wishes.way == "open":
            self._switch_off_or_on()
        elif self.wishes.way == "switch" and self._talking_since is not None:
            self._stop_talking()
        else:
            self._begin_talking()

    def release(self) -> None:
        """It came up."""
        was, self._down = self._down, False
        if was and self.wishes.way == "hold":
            self._stop_talking()

    def tap(self) -> None:
        """The talk button was pressed by a key that tells nothing of its coming up: once to begin, again to end."""
        now, before = self._control.now_ms(), self._tapped_ms
        self._tapped_ms = now
        if before is not None and now - before < TAPS_APART_MS:
            return  # a key that is held repeats
        if self._talking_since is not None and self.wishes.way == "hold":
            self._down = False
            self._stop_talking()
            return
        self.press()
        self._down = False

    def edited(self) -> None:
        """What was heard is being put right: the caller waits."""
        self._caller_waits()

    def send(self, text: str) -> bool:
        """Say what was heard, as it reads now; False where nobody is on the line."""
        draft = self.draft
        if draft is None or not text.strip():
            self.discard()
            return False
        self.draft = None
        said = self._say(draft, text.strip())
        self._changed()
        return said

    def discard(self) -> None:
        """What was heard is not said."""
        self.draft = None
        self._note = ""
        self._nothing_comes()
        self._changed()

    # what comes in

    def follow(self, view: DeskView) -> None:
        """The contact moved on: the microphone opens with the line and closes with it."""
        before, self._view = self._view.line, view
        line = view.line
        if line.state == "connected" and not line.paused:
            if not self._open:
                self._open, self._lost, self._note = True, "", ""
                self.hearing.tape = self._control.voice_taped
                if not self.muted:
                    self.hearing.open(self.wishes.way, self.wishes.device)
                self._changed()
            return
        if self._open and not view.live:
            self._close()
        elif self._open and (line.state != before.state or line.paused != before.paused):
            self._forget()

    def tick(self) -> None:
        """Take in what was heard since the last time."""
        for event in self.hearing.poll():
            self._take(event)
        if self._talking_since is not None or self._working:
            self._caller_waits()

    def close(self) -> None:
        """The desk closes."""
        if self._open:
            self._close()

    def _take(self, event: HearingEvent) -> None:
        match event:
            case SpeechBegan():
                if self.wishes.way == "open":
                    self._begin_open(event.ago_ms)
            case SpeechEnded():
                self._talking_since = None
                self._working += 1
            case WordsHeard():
                self._working = max(0, self._working - 1)
                self._heard(event)
            case NothingHeard():
                self._working = max(0, self._working - 1)
                self._talking_since = None
                self._note = event.because
                self._nothing_comes()
            case MicrophoneLost():
                self._talking_since, self._lost = None, event.because
                self._control.voice_lost(event.because)
                self._nothing_comes()
        self._changed()

    def _heard(self, event: WordsHeard) -> None:
        began = max(0, self._control.now_ms() - event.began_ago_ms)
        spoken = Spoken(began, event.lasted_ms, recognised_of(event.heard))
        self._lost = self._note = ""
        self._talked_over(spoken)
        if self.checks:
            self.draft = spoken if self.draft is None else self.draft.followed_by(spoken)
        elif self._say(spoken, spoken.recognised.heard):
            self._note = f"Heard, {how_sure(spoken.recognised)}."

    def _say(self, spoken: Spoken, text: str) -> bool:
        if self._control.say_spoken(text, spoken):
            return True
        self._note = GONE
        return False

    # talking

    def _begin_talking(self) -> None:
        if self._view.line.state != "connected" or self._view.line.paused:
            return
        self._lost = self._note = ""
        self.hearing.press()
        self._voice_begins(0)
        self._changed()

    def _stop_talking(self) -> None:
        self.hearing.release()
        self._changed()

    def _begin_open(self, ago_ms: int) -> None:
        if self._view.line.state != "connected" or self._view.line.paused:
            self.hearing.drop()
            return
        self._lost = self._note = ""
        self._voice_begins(ago_ms)

    def _voice_begins(self, ago_ms: int) -> None:
        self._talking_since = max(0, self._control.now_ms() - ago_ms)
        self._told_ms = self._control.now_ms()
        self._control.voice_begins()

    def _talked_over(self, spoken: Spoken) -> None:
        """Tell the journal where the caller began to speak within these words; the contrary the call finds itself."""
        for caption in self._view.captions[-3:]:
            if caption.who == "caller" and spoken.began_ms < caption.t_ms < spoken.ended_ms:
                both = min(spoken.ended_ms, caption.t_ms + caption.lasts_ms) - caption.t_ms
                if both >= OVERLAP_WORTH_TELLING_MS:
                    self._control.do(a.TalkOver(by="caller", lasted_ms=both))

    def _nothing_comes(self) -> None:
        """Nobody waits for words that will not come, unless others are still on their way."""
        if self.draft is None and not self._working and self._talking_since is None:
            self._control.voice_dropped()

    def _caller_waits(self) -> None:
        now = self._control.now_ms()
        if now - self._told_ms >= KEYS_AGAIN_MS:
            self._told_ms = now
            self._control.voice_goes_on()

    def _switch_off_or_on(self) -> None:
        lost, self._lost = self._lost, ""
        self.muted = not self.muted and not lost
        if self.muted:
            self.hearing.shut()
            self._talking_since, self._working = None, 0
        elif self._open:
            self.hearing.open(self.wishes.way, self.wishes.device)
        self._changed()

    def _forget(self) -> None:
        self.hearing.drop()
        self._talking_since, self._working, self._down = None, 0, False
        self._changed()

    def _close(self) -> None:
        self.hearing.shut()
        self.hearing.tape = None
        self._open, self.draft, self._note, self._lost = False, None, "", ""
        self._talking_since, self._working, self._down = None, 0, False
        self._changed()

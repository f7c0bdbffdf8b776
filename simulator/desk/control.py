"""Plays one contact for the desk: actions to the call, entries to the view and the telephone. Paints nothing."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from audio.sound import Samples
from audio.tape import Tape
from audio.telephone import Phone
from simulator import actions as a
from simulator.clock import Clock
from simulator.desk.drafts import Drafts
from simulator.desk.names import Names
from simulator.desk.ports import LiveCall
from simulator.desk.sounding import sound
from simulator.desk.spoken import Spoken
from simulator.desk.taping import SoundTold, Taping
from simulator.desk.typing_pace import TypingPace
from simulator.desk.view import DeskView, Shelf, fold
from simulator.journal import Entry

Listener = Callable[[DeskView], None]

LOG = logging.getLogger(__name__)


class Control:
    """One contact at the desk. Every deed of the trainee goes through `do`, every tick through `tick`."""

    def __init__(self, call: LiveCall, clock: Clock, telephone: Phone, wall_time: Callable[[], datetime]) -> None:
        self.call = call
        self.names = Names.of(call.policy, call.desk)
        self.drafts = Drafts(self.may_record)
        self.view = DeskView()
        self._clock = clock
        self._telephone = telephone
        self._taping = Taping(call.recorder, telephone, clock.now_ms)
        self._pace = TypingPace()
        self._shelf = Shelf(self.names, call.row)
        self._began = wall_time() - timedelta(milliseconds=clock.now_ms())
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        """Be told of every new view."""
        self._listeners.append(listener)

    @property
    def recorded(self) -> bool:
        """Whether the sound of this contact is recorded."""
        return self._taping.recorded

    @property
    def tape(self) -> Tape | None:
        """The tape that the microphone hands its samples to, while the line is open and recorded."""
        return self._taping.tape

    def now_ms(self) -> int:
        """Milliseconds from the first ring."""
        return self._clock.now_ms()

    def may_record(self) -> bool:
        """Whether what is written can be recorded now: not while the phone still rings or practice is paused."""
        return self.view.line.state in ("connected", "held", "dropped", "wrap_up") and not self.view.line.paused

    def wall(self, t_ms: int) -> str:
        """A time of the call as the clock on the wall showed it, 14:06:02."""
        return (self._began + timedelta(milliseconds=t_ms)).strftime("%H:%M:%S")

    def begin(self) -> None:
        """Let the contact arrive."""
        self._telephone.prepare(*self.call.lines_ahead)
        self._play(self.call.begin)

    def do(self, action: a.Action) -> None:
        """Do this now, unless the contact is over."""
        if not self.view.over:
            self._play(lambda: self.call.do(action, self.now_ms()))

    def tick(self) -> None:
        """Let time pass: record drafts that are due, and let the call do what is due."""
        now = self.now_ms()
        self.drafts.record_due(now)
        self._tell_of_sound(self._taping.told())
        due = self.call.next_due_ms()
        if not self.view.over and due is not None and due <= now:
            self._play(lambda: self.call.let_pass(now))

    def typed_speech(self, text: str) -> None:
        """The utterance to the caller reads so now."""
        self._keys(self._pace.speech(text, self.now_ms()))

    def typed_elsewhere(self) -> None:
        """A key was pressed in a field."""
        self._keys(self._pace.elsewhere(self.now_ms()))

    def say(self, text: str) -> bool:
        """Say this to the caller; False where there is nothing to say or nobody on the line."""
        if not text.strip() or self.view.line.state != "connected" or self.view.line.paused:
            return False
        self.do(a.Say(text=text.strip(), began_ms=self._pace.said()))
        return True

    def voice_begins(self) -> None:
        """The trainee's voice begins: a caller who is speaking is cut short, in the call and in the ear."""
        if self.view.line.state == "connected" and not self.view.line.paused:
            if self._telephone.speaking:
                self._telephone.stop()
            self.do(a.KeysHeard(speech=True, voice=True))

    def voice_goes_on(self) -> None:
        """The trainee is still speaking, or their words are being worked out or put right: the caller waits."""
        self._keys(a.KeysHeard(speech=True))

    def voice_dropped(self) -> None:
        """What was spoken will not be said after all: the caller goes on."""
        self._keys(a.KeysHeard(dropped=True))

    def voice_taped(self, samples: Samples, rate: int, ago_s: float, fresh: bool) -> None:
        """Some of the trainee's voice, for the recording; may be called from any thread."""
        tape = self.tape
        if tape is not None:
            tape.hear(samples, rate, self.now_ms() - ago_s * 1_000, fresh)

    def voice_lost(self, because: str) -> None:
        """The microphone went away: its track, where there is one, ends here."""
        tape = self.tape
        if tape is not None:
            tape.lost("handler", because)

    def say_spoken(self, text: str, spoken: Spoken) -> bool:
        """Say this to the caller by voice; False where nobody is on the line."""
        if self.view.line.state != "connected" or self.view.line.paused:
            return False
        self.do(
            a.Say(
                text=text,
                began_ms=spoken.began_ms,
                lasted_ms=spoken.lasted_ms,
                source="spoken",
                recognised=spoken.sent_as(text),
            )
        )
        return True

    def clear(self) -> None:
        """Record what is pending, then clear the line."""
        self.drafts.record_all()
        self.do(a.Clear())

    def finish(self) -> None:
        """Record what is pending, then finish wrap-up."""
        self.drafts.record_all()
        self.settle_sound()
        self.do(a.FinishWrapUp())

    def stop(self) -> None:
        """Record what is pending, then stop the run."""
        self.go_on()
        self.drafts.record_all()
        self.settle_sound()
        self.do(a.Stop())

    def settle_sound(self) -> None:
        """Record no more, and let the journal name the tracks; waits until they are kept."""
        self._tell_of_sound(self._taping.settled())

    def _tell_of_sound(self, told: Sequence[SoundTold]) -> None:
        for one in told:
            self.do(one)

    def go_on(self) -> None:
        """End a pause, where there is one."""
        if self.view.line.paused:
            self.do(a.Continue())

    def _keys(self, action: a.KeysHeard | None) -> None:
        if action is not None and self.view.live and not self.view.line.paused:
            self.do(action)

    def _play(self, deed: Callable[[], Sequence[Entry]]) -> None:
        try:
            entries = deed()
        except Exception as problem:  # whatever it is, the trainee is told plainly and loses nothing
            LOG.exception("the call could not go on")
            self._fail(f"{type(problem).__name__}: {problem}")
            return
        self._show(entries)

    def _show(self, entries: Sequence[Entry]) -> None:
        if not entries:
            return
        self.view = fold(entries, self._shelf, self.view)
        for entry in entries:
            self._taping.follow(entry.event)
            sound(entry.event, self.call, self._telephone)
        self._tell()

    def _fail(self, because: str) -> None:
        try:
            for one in self._taping.settled():
                self._show(self.call.do(one, self.now_ms()))
        except Exception:
            LOG.exception("the recording could not be named")
        try:
            self._show(self.call.interrupt(because))
        except Exception:
            LOG.exception("the end of the call could not be kept")
        if not self.view.over:
            line = replace(self.view.line, state="interrupted", ended_ms=self.now_ms(), paused=False)
            self.view = replace(self.view, line=line, notice=because, notice_n=self.view.notice_n + 1)
            self._telephone.silence()
            self._tell()

    def _tell(self) -> None:
        for listener in self._listeners:
            listener(self.view)

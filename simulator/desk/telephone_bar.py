"""The telephone bar: the state of the line, who is calling as the network shows it, talk time, the line's buttons."""

import math
from collections.abc import Callable, Mapping

from pygame import Rect, Surface

from simulator.desk.control import Control
from simulator.desk.keys import label_of
from simulator.desk.kit.button import Button
from simulator.desk.kit.draw import rrect
from simulator.desk.kit.widget import Stage, Widget
from simulator.desk.names import CHANNEL_NAMES, LINE_NAMES
from simulator.desk.view import DeskView, LineState
from simulator.journal import clock

STATE_WORDS: Mapping[LineState, str] = {
    "waiting": "Waiting",
    "ringing": "Ringing",
    "connected": "Connected",
    "held": "On hold",
    "dropped": "Line dropped",
    "wrap_up": "Wrap-up",
    "closed": "Finished",
    "stopped": "Stopped",
    "interrupted": "Interrupted",
}
PASSED_ON = "Assistant typing"
QUESTION = "Clear the line?"
MEANS = f"The call ends. {label_of('clear')} again clears it, {label_of('back')} stays."
STATE_TONES: Mapping[LineState, str] = {
    "ringing": "bar_warn",
    "connected": "bar_good",
    "held": "bar_warn",
    "dropped": "bar_bad",
    "interrupted": "bar_bad",
}
BUTTONS = (
    ("Answer", "answer", "ring", "go"),
    ("Hold", "hold", "pause", "normal"),
    ("Transfer", "transfer", "transfer", "normal"),
    ("Hand over", "hand_over", "send", "normal"),
    ("Clear line", "clear", "hangup", "stop"),
)
NO_TRACE = 1400  # units of width, below which no trace of the voice is drawn
GIVE_WAY = ("answer", "hold", "transfer")  # the buttons in whose place the question stands
ASKED_MS = 15_000  # how long the question stands
SLIP_MS = 300  # what comes sooner is the same press: a double click, a key that bounces


class TelephoneBar(Widget):
    """The one dark area of the day theme, so that the eye finds the call."""

    is_panel = True

    def __init__(self, ui: Stage, control: Control, commands: Mapping[str, Callable[[], None]]) -> None:
        super().__init__(ui, "Telephone")
        self.control = control
        self.view = DeskView()
        self.buttons = {
            command: Button(ui, name, commands[command], icon=icon, kind=kind, hint=label_of(command), dark=True)
            for name, command, icon, kind in BUTTONS
        }
        self.buttons["hold"].label = self._hold_word
        self.buttons["answer"].label = self._answer_word
        self._go_say = commands["go_say"]
        self.stay = Button(ui, "Stay on the line", self.withdraw, hint=label_of("back"), dark=True, label="Stay")
        self.stay.visible = False
        self.asked_ms: int | None = None
        self.add(*self.buttons.values(), self.stay)
        self.refresh(self.view)

    def _state_words(self) -> str:
        line = self.view.line
        if line.paused:
            return "Paused"
        return PASSED_ON if line.state == "connected" and self.view.passed_on else STATE_WORDS[line.state]

    def _hold_word(self) -> str:
        return "Resume" if self.view.line.state == "held" else "Hold"

    def _answer_word(self) -> str:
        return "Ring back" if self.view.line.state == "dropped" else "Answer"

    @property
    def asking(self) -> bool:
        """Whether it is being asked if the line is to be cleared."""
        return self.asked_ms is not None

    def asked_again(self) -> bool:
        """Whether the line is to be cleared now: the second time it is asked for. The first time only asks."""
        now = self.control.now_ms()
        if self.asked_ms is None:
            self._ask(now)
            return False
        return now - self.asked_ms >= SLIP_MS

    def lapse(self) -> None:
        """Withdraw a question that nobody answered, so that a slip much later clears nothing."""
        if self.asked_ms is not None and self.control.now_ms() - self.asked_ms > ASKED_MS:
            self.withdraw()

    def withdraw(self) -> None:
        """Stay on the line."""
        if self.asking:
            self._ask(None)

    def _ask(self, at_ms: int | None) -> None:
        self.asked_ms = at_ms
        for command in (*GIVE_WAY, "hand_over"):
            self.buttons[command].visible = not self.asking
        self.stay.visible = self.asking
        if self.asking and self.ui.focus in self.buttons.values():
            self.ui.set_focus(self.stay)  # so that Space typed in haste does the harmless thing
        elif self.ui.focus is self.stay:
            self._go_say()
        clear = self.buttons["clear"]
        clear.label, clear.hint = (
            ("Clear now", f"{label_of('clear')} again") if self.asking else (None, label_of("clear"))
        )
        self.invalidate()

    def refresh(self, view: DeskView) -> None:
        """Show this view. Whoever speaks on, or whose line changes, has not cleared it."""
        if view.line.state != self.view.line.state or view.line.paused or _said(view) != _said(self.view):
            self.withdraw()
        self.view = view
        state, going = view.line.state, not view.line.paused
        self.buttons["answer"].enabled = state in ("ringing", "dropped") and going
        for command in ("hold", "transfer"):
            self.buttons[command].enabled = view.live and going
        self.buttons["clear"].enabled = (view.live or state == "dropped") and going
        self.buttons["hand_over"].enabled = state in ("connected", "held", "dropped", "wrap_up") and going
        self.invalidate()

    def layout(self, rect: Rect) -> None:
        """Buttons to the right, what the network shows to their left."""
        self.rect = Rect(rect)
        px = self.ui.px
        self.compact = rect.w / self.ui.scale < 1500
        width, gap = (px(112), px(5)) if self.compact else (px(116), px(8))
        x = rect.right - px(14) - len(BUTTONS) * width - (len(BUTTONS) - 1) * gap
        for button in self.buttons.values():
            button.layout(Rect(x, rect.centery - px(28), width, px(56)))
            x += width + gap
        self.stay.layout(self.buttons["hand_over"].rect)

    def trace_rect(self) -> Rect:
        """The part that moves while somebody on the line speaks."""
        px = self.ui.px
        if self.rect.w / self.ui.scale < NO_TRACE:  # what the network shows needs the room more
            width = 0
        else:
            width = px(150) if not self.compact else px(90)
        return Rect(self.buttons["answer"].rect.x - width - px(20), self.rect.y + px(20), width, self.rect.h - px(40))

    def speaking(self) -> bool:
        """Whether somebody on the line is speaking now."""
        if not self.view.captions or self.view.line.state != "connected" or self.view.line.paused:
            return False
        last = self.view.captions[-1]
        heard = last if last.who != "you" else next((c for c in reversed(self.view.captions) if c.who != "you"), last)
        return heard.who != "you" and self.control.now_ms() < heard.t_ms + heard.lasts_ms

    def tick_rect(self) -> Rect:
        """The part that changes each second."""
        px = self.ui.px
        return Rect(self.rect.x + px(200), self.rect.y, px(190), self.rect.h)

    def draw(self, surface: Surface) -> None:
        """Paint the bar."""
        ui, view = self.ui, self.view
        px = ui.px
        surface.fill(ui.c["bar"], self.rect)
        x, y = self.rect.x + px(20), self.rect.y
        tone = "bar_warn" if view.line.paused else STATE_TONES.get(view.line.state, "on_bar2")
        words = self._state_words()
        dot = px(6)
        rrect(surface, Rect(x, y + px(28) - dot, 2 * dot, 2 * dot), dot, ui.c[tone])
        ui.text(surface, words, x + px(22), y + px(14), 17, tone, "bold", h=px(28))
        ui.text(surface, view.line.number or self._no_number(), x, y + px(44), 18, "on_bar", "mono", px(180), h=px(28))
        x += px(208)
        self._rule(surface, x)
        self._times(surface, x, y)
        x += px(150)
        self._rule(surface, x)
        self._draw_trace(surface, self.trace_rect())
        room = self.trace_rect().x - x - px(16)
        line = ui.text(surface, self._channel(), x, y + px(14), 15, "on_bar", "bold", room, h=px(28))
        whose, left = self._subscriber(), int(room - line - px(20))
        ui.text(surface, whose, x + line + px(20), y + px(14), 15, "on_bar2", maxw=left, h=px(28))
        ui.text(surface, self._network(), x, y + px(44), 15, "on_bar2", maxw=room, h=px(28))
        if self.asking:
            self._draw_question(surface)

    def _draw_question(self, surface: Surface) -> None:
        ui, px = self.ui, self.ui.px
        box = self.buttons[GIVE_WAY[0]].rect.union(self.buttons[GIVE_WAY[-1]].rect)
        ui.icon(surface, "warn", box.x + px(12), box.y + px(14), 20, "bar_warn")
        room = box.w - px(32)
        ui.text(surface, QUESTION, box.x + px(32), box.y, 17, "bar_warn", "bold", room, h=px(28))
        ui.text(surface, MEANS, box.x + px(32), box.y + px(28), 15, "on_bar", maxw=room, h=px(28))

    def _draw_trace(self, surface: Surface, box: Rect) -> None:
        count = 26 if not self.compact else 16
        if not box.w:
            return
        step, moment = box.w / count, self.control.now_ms() / 90
        speaking = self.speaking()
        for n in range(count):
            wave = abs(math.sin(n * 0.9 + moment) * 0.6 + math.sin(n * 2.3 - moment * 1.7) * 0.4)
            height = max(2, int(box.h * wave)) if speaking else 2
            bar = (box.x + n * step, box.centery - height / 2, max(2, step * 0.5), height)
            surface.fill(self.ui.c["on_bar2"], bar)

    def _rule(self, surface: Surface, x: int) -> None:
        px = self.ui.px
        surface.fill(self.ui.c["bar2"], (x - px(16), self.rect.y + px(16), 1, self.rect.h - px(32)))

    def _times(self, surface: Surface, x: int, y: int) -> None:
        ui, now = self.ui, self.control.now_ms()
        px, talk = self.ui.px, self.view.talk_ms(now)
        ringing = self.view.line.state == "ringing"
        shown = talk if talk is not None else now - self.view.line.rang_ms if ringing else 0
        ui.text(surface, clock(max(0, shown)), x, y + px(10), 36, "on_bar", h=px(44))
        words = "Ringing" if ringing else "Talk time"
        ui.text(surface, words, x, y + px(54), 13, "on_bar2", h=px(18))

    def _no_number(self) -> str:
        return "" if self.view.line.state == "waiting" else "No number"

    def _channel(self) -> str:
        line = self.view.line
        words = (CHANNEL_NAMES.get(line.channel, line.channel), LINE_NAMES.get(line.kind, line.kind))
        return "   ".join(w for w in words if w)

    def _subscriber(self) -> str:
        return f"Subscriber {self.view.line.subscriber}" if self.view.line.subscriber else ""

    def _network(self) -> str:
        line = self.view.line
        return line.located or ("No location from the network" if line.channel else "")


def _said(view: DeskView) -> int:
    return sum(caption.who == "you" for caption in view.captions)

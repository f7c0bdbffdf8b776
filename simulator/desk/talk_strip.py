"""The strip above the talk box: the button that is held to talk, how loud it is, and what becomes of the words."""

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from simulator.desk.kit.button import Button
from simulator.desk.kit.draw import rrect
from simulator.desk.kit.keys import ENTER
from simulator.desk.kit.widget import Stage, Widget
from simulator.desk.speaking import Speaking
from simulator.desk.talk_keys import key_label

HEIGHT = 52
BARS = 12
LABELS = {"hold": "Hold to talk", "switch": "Talk", "open": "Mute"}


class TalkButton(Button):
    """Talks while it is pressed; on an open line it switches the microphone off and on."""

    def __init__(self, ui: Stage, speaking: Speaking) -> None:
        super().__init__(ui, "Talk", icon="mic", hint=key_label(speaking.wishes.key), label=self._says)
        self.speaking = speaking

    def _says(self) -> str:
        if self.speaking.state == "listening" and self.speaking.wishes.way != "open":
            return "Talking"
        if self.speaking.muted:
            return "Unmute"
        return LABELS[self.speaking.wishes.way]

    def refresh(self) -> None:
        """Show what the key does now."""
        self.kind = "go" if self.speaking.state == "listening" else "normal"
        self.icon = "micoff" if self.speaking.muted or self.speaking.state in ("away", "lost") else "mic"
        self.invalidate()

    def on_press(self, event: Event, clicks: int) -> None:
        """As the key going down."""
        super().on_press(event, clicks)
        self.speaking.press()

    def on_release(self, event: Event) -> None:
        """As the key coming up, wherever the mouse is by then."""
        self.speaking.release()
        self.down = False
        self.invalidate()

    def on_key(self, event: Event) -> bool:
        """Enter and Space press it; who cannot hold a key presses again to end."""
        if event.key not in (*ENTER, pygame.K_SPACE) or event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return False
        self.speaking.tap()
        return True


class TalkStrip(Widget):
    """Button, meter and one sentence, side by side."""

    def __init__(self, ui: Stage, speaking: Speaking) -> None:
        super().__init__(ui, "Your voice")
        self.speaking = speaking
        self.button = TalkButton(ui, speaking)
        self.add(self.button)
        self._words = Rect(0, 0, 0, 0)
        self._meter = Rect(0, 0, 0, 0)

    def refresh(self) -> None:
        """Show the present state."""
        self.button.refresh()
        self.invalidate()

    def moving(self) -> bool:
        """Whether the meter moves."""
        return self.speaking.state == "listening"

    def layout(self, rect: Rect) -> None:
        """Button left, meter, words right."""
        self.rect = Rect(rect)
        px = self.ui.px
        self.button.layout(Rect(rect.x, rect.y, px(150), rect.h))
        self._meter = Rect(rect.x + px(160), rect.y + px(8), px(52), rect.h - px(16))
        x = self._meter.right + px(10)
        self._words = Rect(x, rect.y, rect.right - x, rect.h)

    def draw(self, surface: Surface) -> None:
        """Paint the meter and the words."""
        ui, px = self.ui, self.ui.px
        lit, step = round(self.speaking.level * BARS), self._meter.w / BARS
        for n in range(BARS):
            high = max(px(4), int(self._meter.h * (n + 2) / (BARS + 1)))
            bar = Rect(int(self._meter.x + n * step), self._meter.bottom - high, max(2, int(step) - 1), high)
            tone = ("amber" if n >= BARS - 2 else "green") if n < lit else "line"
            rrect(surface, bar, 1, ui.c[tone])
        state = self.speaking.state
        tone = {"listening": "green", "lost": "red", "checking": "text"}.get(state, "text2")
        style = "bold" if state in ("listening", "working") else "regular"
        rows = ui.wrapped(self.speaking.words, 13.5, self._words.w, style)
        if len(rows) > 3:
            rows = [*rows[:2], " ".join(rows[2:])]
        height = px(17)
        top = self._words.centery - height * len(rows) // 2
        for n, row in enumerate(rows):
            ui.text(surface, row, self._words.x, top + n * height, 13.5, tone, style, self._words.w, h=height)

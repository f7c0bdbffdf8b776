"""The sheet of keys, or of anything else that is a list of pairs."""

from collections.abc import Sequence

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from simulator.desk.kit.bars import draw_bar
from simulator.desk.kit.keys import ENTER
from simulator.desk.kit.popup import Popup
from simulator.desk.kit.widget import Stage

WIDTH, MARGIN, HEAD, ROW, FIRST = 560, 22, 52, 32, 210


class HelpSheet(Popup):
    """Pairs such as ("F2", "Answer"); the first of an empty pair is a heading. Closed by Esc, Enter or a press."""

    modal = True
    role = "dialog"

    def __init__(self, ui: Stage, title: str, rows: Sequence[tuple[str, str]], close_key: int = pygame.K_F1) -> None:
        super().__init__(ui, "help")
        self.title = title
        self.rows = tuple(rows)
        self.close_key = close_key
        self.top = 0

    def place(self, screen: Rect) -> None:
        """In the middle of the window; it scrolls where it would be too high."""
        px = self.ui.px
        widest = max((self.ui.text_width(what, 16) for _, what in self.rows), default=0)
        width = min(screen.w - px(20), max(px(WIDTH), px(FIRST) + int(widest) + 2 * px(MARGIN) + px(12)))
        height = min(screen.h - px(20), px(HEAD) + len(self.rows) * px(ROW) + px(MARGIN))
        box = Rect(0, 0, width, height)
        box.center = screen.center
        self.layout(box)
        self._scroll(0)

    def rows_in_view(self) -> int:
        """How many rows fit."""
        return max(1, (self.rect.h - self.ui.px(HEAD) - self.ui.px(MARGIN) // 2) // self.ui.px(ROW))

    def draw(self, surface: Surface) -> None:
        """Draw the title and the rows in view."""
        super().draw(surface)
        ui, x = self.ui, self.rect.x + self.ui.px(MARGIN)
        room = self.rect.w - 2 * ui.px(MARGIN)
        ui.text(surface, self.title, x, self.rect.y + ui.px(8), 20, "text", "bold", room, h=ui.px(HEAD - 8))
        height = ui.px(ROW)
        for number, (key, what) in enumerate(self.rows[self.top : self.top + self.rows_in_view()]):
            y = self.rect.y + ui.px(HEAD) + number * height
            ui.text(surface, key, x, y, 15, "accent", "bold", ui.px(FIRST - 10), h=height)
            if key:
                ui.text(surface, what, x + ui.px(FIRST), y, 16, "text", maxw=room - ui.px(FIRST), h=height)
            else:
                ui.text(surface, what, x, y, 15, "text2", "bold", room, h=height)
        body = Rect(self.rect.x, self.rect.y + ui.px(HEAD), self.rect.w, self.rect.h - ui.px(HEAD))
        draw_bar(ui, surface, body, self.top, self.rows_in_view(), len(self.rows))

    def on_press(self, event: Event, clicks: int) -> None:
        """A press closes it."""
        self.ui.capture = None
        self.ui.close_overlay(self)

    def on_wheel(self, event: Event) -> bool:
        """Scroll."""
        self._scroll(-event.y)
        return True

    def on_key(self, event: Event) -> bool:
        """Arrows and Page scroll; Esc, Enter or the key that opened it close it."""
        steps = {
            pygame.K_UP: -1,
            pygame.K_DOWN: 1,
            pygame.K_PAGEUP: -self.rows_in_view(),
            pygame.K_PAGEDOWN: self.rows_in_view(),
        }
        if event.key in (*ENTER, pygame.K_ESCAPE, self.close_key):
            self.ui.close_overlay(self)
        elif event.key in steps:
            self._scroll(steps[event.key])
        return True

    def _scroll(self, step: int) -> None:
        self.top = max(0, min(len(self.rows) - self.rows_in_view(), self.top + step))
        self.invalidate()

"""Rows that come in at the bottom: what was said, what was logged."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from simulator.desk.kit.bars import draw_bar
from simulator.desk.kit.draw import rrect
from simulator.desk.kit.keys import ctrl
from simulator.desk.kit.widget import Stage, Widget

WHEEL = 40


@dataclass(frozen=True)
class FeedLine:
    """One line: when, who, what. A quiet one is drawn in the second colour; a marked one stands out."""

    time: str
    who: str
    text: str
    quiet: bool = False
    marked: bool = False


class Feed(Widget, ABC):
    """Shows the newest unless the user has scrolled up; then a bar tells that there is more below."""

    focusable = True
    role = "log"

    def __init__(self, ui: Stage, name: str, lines: Iterable[FeedLine] = (), empty: str = "") -> None:
        super().__init__(ui, name)
        self._lines: list[FeedLine] = list(lines)
        self.empty = empty
        self.up = 0
        """How many pixels the user has scrolled up from the newest."""
        self._heights: list[int] = []
        self._laid_for: tuple[int, float, str] | None = None

    @property
    def lines(self) -> tuple[FeedLine, ...]:
        """All lines, the oldest first."""
        return tuple(self._lines)

    @lines.setter
    def lines(self, lines: Iterable[FeedLine]) -> None:
        new = list(lines)
        same = self._lines[: len(new)] == new[: len(self._lines)] and len(new) >= len(self._lines)
        self._lines = new
        if not same:
            self._heights = []
        self.invalidate()

    def append(self, line: FeedLine) -> None:
        """Add a line; one who reads further up is left in peace."""
        whole = self._whole() if self.up else 0
        self._lines.append(line)
        if self.up:
            self.up += self._whole() - whole
        self.invalidate()

    def show_line(self, number: int) -> None:
        """Scroll until a line is seen, near the top."""
        above = sum(self._all_heights()[:number])
        self._scroll_to(self._whole() - self.rect.h - above)

    @abstractmethod
    def height_of(self, line: FeedLine, width: int) -> int:
        """How high a line is, in pixels."""

    @abstractmethod
    def draw_line(self, surface: Surface, line: FeedLine, rect: Rect) -> None:
        """Draw one line."""

    def draw(self, surface: Surface) -> None:
        """Draw the lines in view."""
        ui, box = self.ui, self.rect
        if not self._lines and self.empty:
            ui.text(surface, self.empty, box.x, box.y, 15, "faint", maxw=box.w, h=ui.px(30))
            return
        clip = surface.get_clip()
        surface.set_clip(box.clip(clip))
        heights = self._all_heights()
        self.up = max(0, min(self.up, self._most()))
        off = self._most() - self.up
        y = box.y - off
        width = self._text_width()
        for line, height in zip(self._lines, heights, strict=True):
            if y + height > box.y and y < box.bottom:
                self.draw_line(surface, line, Rect(box.x, y, width, height))
            y += height
        if off > 0:
            surface.fill(ui.c["line"], (box.x, box.y, box.w, 1))
        surface.set_clip(clip)
        draw_bar(ui, surface, Rect(box.x, box.y, box.w + ui.px(4), box.h), off, box.h, self._whole())
        if self.up > ui.px(4):
            self._draw_more_below(surface)

    def on_wheel(self, event: Event) -> bool:
        """Scroll, unless all is seen."""
        return self._most() > 0 and (self._scroll_to(self.up + event.y * self.ui.px(WHEEL)) or True)

    def on_key(self, event: Event) -> bool:
        """Arrows, Page, Home and End scroll; Ctrl+C copies everything."""
        page = max(1, self.rect.h - self.ui.px(WHEEL))
        places = {
            pygame.K_UP: self.up + self.ui.px(WHEEL),
            pygame.K_DOWN: self.up - self.ui.px(WHEEL),
            pygame.K_PAGEUP: self.up + page,
            pygame.K_PAGEDOWN: self.up - page,
            pygame.K_HOME: self._most(),
            pygame.K_END: 0,
        }
        if event.key in places:
            self._scroll_to(places[event.key])
        elif ctrl(event) and event.key == pygame.K_c:
            self.ui.clip.put("\n".join(f"{line.time}\t{line.who}\t{line.text}" for line in self._lines))
        else:
            return False
        return True

    def on_press(self, event: Event, clicks: int) -> None:
        """A press on the bar that tells of more below goes there."""
        if self.up and event.pos[1] > self.rect.bottom - self.ui.px(30):
            self._scroll_to(0)

    def _draw_more_below(self, surface: Surface) -> None:
        ui, words = self.ui, "More below"
        width = int(ui.text_width(words, 13.5, "bold")) + ui.px(38)
        box = Rect(self.rect.centerx - width // 2, self.rect.bottom - ui.px(28), width, ui.px(24))
        rrect(surface, box, ui.px(12), ui.c["accent_soft"], ui.c["accent"], 1)
        ui.icon(surface, "down", box.x + ui.px(16), box.centery, 14, "accent")
        ui.text(surface, words, box.x + ui.px(28), box.y, 13.5, "accent", "bold", h=box.h)

    def _scroll_to(self, up: int) -> bool:
        up = max(0, min(self._most(), up))
        if up == self.up:
            return False
        self.up = up
        self.invalidate()
        return True

    def _text_width(self) -> int:
        return max(1, self.rect.w - self.ui.px(14))

    def _most(self) -> int:
        return max(0, self._whole() - self.rect.h)

    def _whole(self) -> int:
        return sum(self._all_heights())

    def _all_heights(self) -> list[int]:
        laid_for = (self._text_width(), self.ui.scale, self.ui.theme_name)
        if laid_for != self._laid_for:
            self._laid_for, self._heights = laid_for, []
        for line in self._lines[len(self._heights) :]:
            self._heights.append(self.height_of(line, self._text_width()))
        return self._heights

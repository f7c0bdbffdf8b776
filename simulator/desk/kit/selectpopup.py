"""The list of a drop-down's choices, narrowed by typing."""

from collections.abc import Callable, Sequence

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from simulator.desk.kit.bars import draw_bar
from simulator.desk.kit.draw import rrect
from simulator.desk.kit.keys import ENTER, typed
from simulator.desk.kit.popup import Popup, beside
from simulator.desk.kit.widget import Stage

MOST_ROWS = 9
ROW = 32
LEAST_WIDTH = 180

Choice = tuple[str, str]
"""What is chosen, and the words shown for it."""


class SelectPopup(Popup):
    """Arrows move, typing narrows, Enter or Tab take, Esc leaves all as it was."""

    role = "listbox"
    cursor = pygame.SYSTEM_CURSOR_HAND

    def __init__(
        self,
        ui: Stage,
        anchor: Rect,
        choices: Sequence[Choice],
        value: str | None,
        on_pick: Callable[[str], object],
    ) -> None:
        super().__init__(ui, "choices")
        self.choices = tuple(choices)
        self.value = value
        self.on_pick = on_pick
        self.filter = ""
        self.anchor = Rect(anchor)
        values = [option for option, _ in self.choices]
        self.cur = values.index(value) if value in values else 0
        self.top = 0

    def items(self) -> tuple[Choice, ...]:
        """The choices that hold what was typed; all of them when none does."""
        return matching(self.choices, self.filter) or self.choices

    def place(self, screen: Rect) -> None:
        """Under the field, or over it where there is more room."""
        ui = self.ui
        if self.rect.h:
            self.invalidate()
        rows = max(1, min(MOST_ROWS, len(self.items())))
        widest = max((ui.text_width(words, 15.5, "bold") for _, words in self.choices), default=0)
        width = max(self.anchor.w, ui.px(LEAST_WIDTH), min(int(widest) + ui.px(60), screen.w // 2))
        self.rect = beside(ui, self.anchor, width, rows * ui.px(ROW) + ui.px(8), ui.px(4))
        self._show_current()
        self.invalidate()

    def draw(self, surface: Surface) -> None:
        """Draw the choices in view."""
        super().draw(surface)
        ui, clip = self.ui, surface.get_clip()
        surface.set_clip(self.rect.inflate(-2, -2).clip(clip))
        items = self.items()
        for number in range(self.top, min(len(items), self.top + MOST_ROWS)):
            self._draw_row(surface, number, items[number])
        surface.set_clip(clip)
        draw_bar(ui, surface, self.rect, self.top, MOST_ROWS, len(items))

    def tip_at(self, pos: tuple[int, int]) -> str:
        """All of a choice that is cut short."""
        number = self._row_at(pos)
        words = self.items()[number][1] if number is not None else ""
        return words if words in self.shortened else ""

    def pick(self) -> None:
        """Take the choice the mark is on."""
        items = self.items()
        self.ui.close_overlay(self)
        if items:
            self.on_pick(items[min(self.cur, len(items) - 1)][0])

    def on_mouse_move(self, event: Event) -> None:
        """The mark follows the mouse."""
        number = self._row_at(event.pos)
        if number is not None and number != self.cur:
            self.cur = number
            self.invalidate()

    def on_release(self, event: Event) -> None:
        """Take what the mouse is on."""
        number = self._row_at(event.pos)
        if number is not None:
            self.cur = number
            self.pick()

    def on_wheel(self, event: Event) -> bool:
        """Scroll."""
        self.top = max(0, min(max(0, len(self.items()) - MOST_ROWS), self.top - event.y))
        self.invalidate()
        return True

    def on_key(self, event: Event) -> bool:
        """Move, narrow, take or leave."""
        key, last = event.key, len(self.items()) - 1
        places = {
            pygame.K_DOWN: self.cur + 1,
            pygame.K_UP: self.cur - 1,
            pygame.K_HOME: 0,
            pygame.K_END: last,
            pygame.K_PAGEDOWN: self.cur + MOST_ROWS - 1,
            pygame.K_PAGEUP: self.cur - MOST_ROWS + 1,
        }
        if key == pygame.K_ESCAPE:
            self.ui.close_overlay(self)
        elif key in ENTER:
            self.pick()
        elif key == pygame.K_TAB:
            self.pick()
            return False
        elif key in places:
            self.cur = max(0, min(last, places[key]))
            self._show_current()
            self.invalidate()
        elif key == pygame.K_BACKSPACE:
            self._narrow(self.filter[:-1])
        elif typed(event):
            self._narrow(self.filter + typed(event))
        else:
            # a shortcut means the user has left the list
            self.ui.close_overlay(self)
            return False
        return True

    def _narrow(self, text: str) -> None:
        if text and not matching(self.choices, text):
            return
        self.filter = text
        starting = [n for n, (_, words) in enumerate(self.items()) if words.lower().startswith(text.lower())]
        self.cur = starting[0] if starting else 0
        self.place(self.ui.screen.get_rect())

    def _show_current(self) -> None:
        self.top = max(min(self.top, self.cur), self.cur - MOST_ROWS + 1)
        self.top = max(0, min(self.top, len(self.items()) - MOST_ROWS))

    def _row_at(self, pos: tuple[int, int]) -> int | None:
        number = (pos[1] - self.rect.y - self.ui.px(4)) // self.ui.px(ROW) + self.top
        return number if self.rect.collidepoint(pos) and self.top <= number < len(self.items()) else None

    def _draw_row(self, surface: Surface, number: int, choice: Choice) -> None:
        ui, (option, words) = self.ui, choice
        height = ui.px(ROW)
        y = self.rect.y + ui.px(4) + (number - self.top) * height
        row = Rect(self.rect.x + ui.px(4), y, self.rect.w - ui.px(8), height)
        if number == self.cur:
            rrect(surface, row, ui.px(4), ui.c["accent_soft"], ui.c["accent"], 1)
        chosen = option == self.value
        style = "bold" if chosen else "regular"
        ui.text(surface, words, row.x + ui.px(10), row.y, 15.5, "text", style, row.w - ui.px(40), h=row.h)
        if chosen:
            ui.icon(surface, "check", row.right - ui.px(18), row.centery, 16, "accent")


def matching(choices: Sequence[Choice], typed_so_far: str) -> tuple[Choice, ...]:
    """The choices whose words hold what was typed, in their order."""
    wanted = typed_so_far.lower()
    return tuple(choice for choice in choices if wanted in choice[1].lower())

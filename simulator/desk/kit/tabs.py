"""Tabs: which of several views is shown."""

from collections.abc import Callable, Sequence

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from simulator.desk.kit.draw import rrect
from simulator.desk.kit.widget import Stage, Widget


class Tabs(Widget):
    """A row of words of which one is chosen; `value` is its number from 0. Left and Right change it."""

    focusable = True
    role = "tablist"
    cursor = pygame.SYSTEM_CURSOR_HAND

    def __init__(
        self,
        ui: Stage,
        name: str,
        labels: Sequence[str],
        value: int = 0,
        on_change: Callable[[int], object] | None = None,
    ) -> None:
        super().__init__(ui, name)
        self.labels = list(labels)
        self._value = value
        self.on_change = on_change

    @property
    def value(self) -> int:
        """The number of the chosen tab; setting it tells nobody."""
        return self._value

    @value.setter
    def value(self, value: int) -> None:
        self._value = value
        self.invalidate()

    def cells(self) -> list[Rect]:
        """The place of each tab; narrower ones where the row is too short for all words."""
        ui, box = self.ui, self.rect
        widths = [ui.text_width(label, 15, "bold") + ui.px(24) for label in self.labels]
        gap = ui.px(2)
        room = box.w - gap * (len(widths) - 1)
        share = min(1.0, room / sum(widths)) if widths and room > 0 else 1.0
        cells, x = [], float(box.x)
        for width in widths:
            cells.append(Rect(round(x), box.y, int(width * share), box.h))
            x += width * share + gap
        return cells

    def set(self, value: int) -> None:
        """Choose a tab, going round at the ends."""
        self.value = value % len(self.labels)
        if self.on_change:
            self.on_change(self.value)

    def draw(self, surface: Surface) -> None:
        """Draw the words over a line, a thicker one under the chosen."""
        ui, c, box = self.ui, self.ui.c, self.rect
        surface.fill(c["line"], (box.x, box.bottom - 1, box.w, 1))
        for number, (label, cell) in enumerate(zip(self.labels, self.cells(), strict=True)):
            chosen = number == self.value
            if chosen:
                mark = Rect(cell.x + ui.px(6), cell.bottom - ui.px(3), cell.w - ui.px(12), ui.px(3))
                surface.fill(c["accent"], mark)
            elif ui.hover is self and cell.collidepoint(ui.mouse):
                rrect(surface, cell.inflate(-2, -ui.px(6)), ui.px(4), c["hover"])
            colour, style = ("text", "bold") if chosen else ("text2", "regular")
            y = cell.y - ui.px(1)
            ui.text(surface, label, cell.centerx, y, 15, colour, style, cell.w - 2, "center", cell.h)

    def on_mouse_move(self, event: Event) -> None:
        """Show which tab the mouse is on."""
        self.invalidate()

    def on_press(self, event: Event, clicks: int) -> None:
        """Choose the tab under the mouse."""
        for number, cell in enumerate(self.cells()):
            if cell.collidepoint(event.pos):
                self.set(number)

    def on_key(self, event: Event) -> bool:
        """Left and Right change the tab."""
        if event.key == pygame.K_RIGHT:
            self.set(self.value + 1)
        elif event.key == pygame.K_LEFT:
            self.set(self.value - 1)
        else:
            return False
        return True

"""A box to tick."""

from collections.abc import Callable

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from simulator.desk.kit.draw import rrect
from simulator.desk.kit.widget import Stage, Widget


class Check(Widget):
    """Yes or no; a click or Space changes it. `label` is shown instead of the name."""

    focusable = True
    role = "checkbox"
    cursor = pygame.SYSTEM_CURSOR_HAND

    def __init__(
        self,
        ui: Stage,
        name: str,
        value: bool = False,
        on_change: Callable[[bool], object] | None = None,
        label: str | None = None,
    ) -> None:
        super().__init__(ui, name)
        self._value = value
        self.on_change = on_change
        self.label = label

    @property
    def value(self) -> bool:
        """Whether it is ticked; setting it tells nobody."""
        return self._value

    @value.setter
    def value(self, value: bool) -> None:
        self._value = value
        self.invalidate()

    def toggle(self) -> None:
        """Change it."""
        self.value = not self.value
        if self.on_change:
            self.on_change(self.value)

    def draw(self, surface: Surface) -> None:
        """Draw the box, its tick and its label."""
        ui, c = self.ui, self.ui.c
        side = ui.px(20)
        box = Rect(self.rect.x + ui.px(3), self.rect.centery - side // 2, side, side)
        fill = c["accent"] if self.value else c["hover"] if ui.hover is self else c["input"]
        rrect(surface, box, ui.px(4), fill, c["accent" if self.value else "edge"], max(1, ui.px(1.5)))
        if self.value:
            ui.icon(surface, "check", box.centerx, box.centery, 16, "on_accent")
        x = box.right + ui.px(8)
        words = self.label or self.name
        colour = "text" if self.enabled else "faint"
        ui.text(surface, words, x, self.rect.y, 15, colour, maxw=self.rect.right - x, h=self.rect.h)

    def on_release(self, event: Event) -> None:
        """Change it if the mouse is still on it."""
        if self.rect.collidepoint(event.pos):
            self.toggle()

    def on_key(self, event: Event) -> bool:
        """Space changes it."""
        if event.key != pygame.K_SPACE:
            return False
        self.toggle()
        return True

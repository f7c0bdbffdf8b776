"""A button: something to do, with an icon and a key to press where there are any."""

from collections.abc import Callable

import pygame
from pygame import Surface
from pygame.event import Event

from simulator.desk.kit.draw import rrect
from simulator.desk.kit.keys import ENTER
from simulator.desk.kit.panel import Words, said
from simulator.desk.kit.tokens import Colour, mixed
from simulator.desk.kit.widget import Stage, Widget

_SOLID = {"go": "go", "stop": "stop", "primary": "accent"}


class Button(Widget):
    """Done on a click that ends on it, on Enter, on Space. `kind`: normal, primary, go or stop; `dark` for the
    telephone bar; `hint` is the shortcut, written under the label."""

    focusable = True
    role = "button"
    cursor = pygame.SYSTEM_CURSOR_HAND

    def __init__(
        self,
        ui: Stage,
        name: str,
        on_click: Callable[[], object] | None = None,
        icon: str | None = None,
        kind: str = "normal",
        hint: str | None = None,
        dark: bool = False,
        label: Words | None = None,
        tooltip: str = "",
    ) -> None:
        super().__init__(ui, name, tooltip=tooltip)
        self.on_click = on_click
        self.icon = icon
        self.kind = kind
        self.hint = hint
        self.dark = dark
        self.label = label
        self.down = False

    def fire(self) -> None:
        """Do it, if it may be done now."""
        if self.enabled and self.on_click:
            self.on_click()

    def natural_width(self) -> int:
        """How wide it must be, in pixels, to show all of its label."""
        icon = self.ui.px(24) if self.icon else 0
        return int(self.ui.text_width(self._words(), 15, "bold")) + icon + self.ui.px(28)

    def draw(self, surface: Surface) -> None:
        """Draw the button as it may be used now."""
        ui = self.ui
        fill, edge, front, second = self._colours()
        box = self.rect.move(0, 1 if self.down else 0)
        rrect(surface, box, ui.px(5), fill, edge, ui.px(1))
        words = self._words()
        icon = ui.px(24) if self.icon else 0
        room = box.w - icon - ui.px(12)
        width = min(room, ui.text_width(words, 15, "bold"))
        x = box.centerx - (width + icon) / 2
        height = box.h - (ui.px(15) if self.hint else 0)
        if self.icon:
            ui.icon(surface, self.icon, x + ui.px(9), box.y + height / 2 + ui.px(1), 18, front)
        ui.text(surface, words, x + icon, box.y, 15, front, "bold", room + 1, h=height)
        if self.hint:
            y = box.bottom - ui.px(20)
            ui.text(surface, self.hint, box.centerx, y, 12, second, maxw=box.w, align="center", h=ui.px(15))

    def on_press(self, event: Event, clicks: int) -> None:
        """Show it pressed."""
        self.down = True
        self.invalidate()

    def on_release(self, event: Event) -> None:
        """Do it if the mouse is still on it."""
        self.down = False
        self.invalidate()
        if self.rect.collidepoint(event.pos):
            self.fire()

    def on_key(self, event: Event) -> bool:
        """Enter and Space do it."""
        if event.key not in (*ENTER, pygame.K_SPACE) or event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return False
        self.fire()
        return True

    def _words(self) -> str:
        return said(self.label or "") or self.name

    def _colours(self) -> tuple[Colour, Colour, Colour, Colour]:
        """Ground, edge, label and hint."""
        c, hovered = self.ui.c, self.ui.hover is self
        ground, line = (c["bar"], c["bar2"]) if self.dark else (c["head"], c["line"])
        if self.dark:
            fill, edge, front, second = c["bar2"], c["on_bar2"], c["on_bar"], c["on_bar2"]
        else:
            fill, edge, front, second = c["input"], c["edge"], c["text"], c["text2"]
        if not self.enabled:
            faded = mixed(front, ground, 0.5)
            return ground, line, faded, faded
        if self.kind in _SOLID:
            fill = edge = c[_SOLID[self.kind]]
            front = second = c["on_accent" if self.kind == "primary" else "on_solid"]
            return (mixed(fill, (0, 0, 0), 0.14) if hovered else fill), edge, front, second
        return (mixed(fill, front, 0.1) if hovered else fill), edge, front, second

"""One of a few choices, side by side."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from simulator.desk.kit.draw import rrect
from simulator.desk.kit.keys import typed
from simulator.desk.kit.widget import Stage, Widget


class Segmented(Widget):
    """Arrows or the first letter choose, Delete or a second click takes the choice back. `tones` gives a choice
    a colour (accent, red, amber, green); `labels` gives it words other than itself."""

    focusable = True
    role = "radiogroup"
    cursor = pygame.SYSTEM_CURSOR_HAND

    def __init__(
        self,
        ui: Stage,
        name: str,
        options: Sequence[str],
        value: str | None = None,
        tones: Mapping[str, str] | None = None,
        on_change: Callable[[str | None], object] | None = None,
        size: float = 14,
        labels: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(ui, name)
        self.options = list(options)
        self._value = value
        self.tones = dict(tones or {})
        self.on_change = on_change
        self.size = size
        self.labels = dict(labels or {})

    @property
    def value(self) -> str | None:
        """What is chosen, or None; setting it tells nobody."""
        return self._value

    @value.setter
    def value(self, value: str | None) -> None:
        self._value = value
        self.invalidate()

    def cells(self) -> list[Rect]:
        """The place of each choice."""
        box, count = self.rect, len(self.options)
        edges = [round(box.x + number * box.w / count) for number in range(count + 1)]
        return [Rect(a, box.y, b - a, box.h) for a, b in pairwise(edges)]

    def set(self, value: str | None) -> None:
        """Choose, and tell whoever listens; None takes the choice back."""
        if value == self.value:
            return
        self.value = value
        if self.on_change:
            self.on_change(value)

    def draw(self, surface: Surface) -> None:
        """Draw the choices, the chosen one in its colour and bold."""
        ui, c = self.ui, self.ui.c
        rrect(surface, self.rect, ui.px(5), c["input"], c["edge"], ui.px(1))
        for number, (option, cell) in enumerate(zip(self.options, self.cells(), strict=True)):
            inside = cell.inflate(-ui.px(4), -ui.px(4))
            chosen = option == self.value
            tone = self.tones.get(option, "accent")
            if chosen:
                soft = c.get(tone + "_soft", c["accent_soft"])
                rrect(surface, inside, ui.px(4), soft, c[tone], max(1, ui.px(1.5)))
            elif ui.hover is self and self.enabled and cell.collidepoint(ui.mouse):
                rrect(surface, inside, ui.px(4), c["hover"])
            elif number and self.options[number - 1] != self.value:
                surface.fill(c["line"], (cell.x, cell.y + ui.px(7), 1, cell.h - ui.px(14)))
            colour = "faint" if not self.enabled else tone if chosen else "text2"
            style = "bold" if chosen else "regular"
            words = self.labels.get(option, option)
            ui.text(surface, words, cell.centerx, cell.y, self.size, colour, style, cell.w - 4, "center", cell.h)

    def on_mouse_move(self, event: Event) -> None:
        """Show which choice the mouse is on."""
        self.invalidate()

    def on_release(self, event: Event) -> None:
        """Choose what the mouse is on, or take it back."""
        for option, cell in zip(self.options, self.cells(), strict=True):
            if cell.collidepoint(event.pos):
                self.set(None if option == self.value else option)

    def on_key(self, event: Event) -> bool:
        """Choose by key."""
        place = self.options.index(self.value) if self.value in self.options else -1
        if event.key == pygame.K_RIGHT:
            self.set(self.options[min(len(self.options) - 1, place + 1)])
        elif event.key == pygame.K_LEFT:
            self.set(self.options[max(0, place - 1)])
        elif event.key in (pygame.K_DELETE, pygame.K_BACKSPACE):
            self.set(None)
        else:
            return self._by_letter(typed(event).lower(), place)
        return True

    def _by_letter(self, letter: str, place: int) -> bool:
        """Choose the next option, after the present one, that begins with the letter."""
        if not letter.strip():
            return False
        turned = [*self.options[place + 1 :], *self.options[: place + 1]]
        for option in turned:
            if self.labels.get(option, option).lower().startswith(letter):
                self.set(option)
                return True
        return False

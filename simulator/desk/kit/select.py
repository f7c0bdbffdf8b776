"""A drop-down: one of many choices, found by typing a part of it."""

from collections.abc import Callable, Mapping, Sequence

import pygame
from pygame import Surface
from pygame.event import Event

from simulator.desk.kit.draw import rrect
from simulator.desk.kit.keys import ENTER, alt, typed
from simulator.desk.kit.selectpopup import SelectPopup
from simulator.desk.kit.widget import Stage, Widget


class Select(Widget):
    """Enter, Space, F4, Alt+Down or a letter open it; Up and Down choose without opening; Delete takes the choice
    back where `clearable`. `labels` gives a choice words other than itself."""

    focusable = True
    role = "combobox"
    cursor = pygame.SYSTEM_CURSOR_HAND

    def __init__(
        self,
        ui: Stage,
        name: str,
        options: Sequence[str],
        value: str | None = None,
        placeholder: str = "Choose",
        on_change: Callable[[str | None], object] | None = None,
        size: float = 16,
        labels: Mapping[str, str] | None = None,
        clearable: bool = True,
    ) -> None:
        super().__init__(ui, name)
        self.options = list(options)
        self.placeholder = placeholder
        self.on_change = on_change
        self.size = size
        self.labels = dict(labels or {})
        self.clearable = clearable
        self._value = value
        self._error = ""

    @property
    def value(self) -> str | None:
        """What is chosen, or None; setting it tells nobody."""
        return self._value

    @value.setter
    def value(self, value: str | None) -> None:
        self._value = value
        self.invalidate()

    @property
    def error(self) -> str:
        """What is wrong with the choice, in words for the user; empty when nothing is."""
        return self._error

    @error.setter
    def error(self, message: str) -> None:
        if message != self._error:
            self._error = message
            self.invalidate()

    def words(self, option: str) -> str:
        """What is shown for an option."""
        return self.labels.get(option, option)

    def set(self, value: str | None) -> None:
        """Choose, and tell whoever listens."""
        if value == self._value:
            return
        self.value = value
        if self.on_change:
            self.on_change(value)

    def open(self) -> SelectPopup:
        """Show all choices."""
        self.ui.close_overlays()
        shown = [(option, self.words(option)) for option in self.options]
        popup = SelectPopup(self.ui, self.rect, shown, self._value, self.set)
        self.ui.open_overlay(popup)
        return popup

    def draw(self, surface: Surface) -> None:
        """Draw what is chosen, or the placeholder."""
        ui, c, box = self.ui, self.ui.c, self.rect
        fill = c["hover"] if ui.hover is self and self.enabled else c["input"] if self.enabled else c["head"]
        edge = c["red"] if self._error else c["edge"] if self.enabled else c["line"]
        rrect(surface, box, ui.px(5), fill, edge, ui.px(2) if self._error else ui.px(1))
        words = self.words(self._value) if self._value else self.placeholder
        if not self._value and ui.theme_name == "contrast":
            words = f"[{words}]"
        colour = "text" if self._value and self.enabled else "faint"
        room = box.w - ui.px(36) - (ui.px(20) if self._error else 0)
        ui.text(surface, words, box.x + ui.px(9), box.y, self.size, colour, maxw=room, h=box.h)
        ui.icon(surface, "down", box.right - ui.px(16), box.centery + 1, 16, "text2")
        if self._error:
            ui.icon(surface, "warn", box.right - ui.px(36), box.centery, 16, "red")

    def tip_at(self, pos: tuple[int, int]) -> str:
        """What is wrong, or help, or all of a choice that is cut short."""
        return self._error or super().tip_at(pos)

    def on_press(self, event: Event, clicks: int) -> None:
        """Show all choices."""
        self.ui.capture = None
        self.open()

    def on_key(self, event: Event) -> bool:
        """Open, or choose without opening."""
        key = event.key
        if key in (*ENTER, pygame.K_SPACE, pygame.K_F4) or (key == pygame.K_DOWN and alt(event)):
            self.open()
        elif key in (pygame.K_DOWN, pygame.K_UP):
            self._step(1 if key == pygame.K_DOWN else -1)
        elif key in (pygame.K_DELETE, pygame.K_BACKSPACE) and self.clearable:
            self.set(None)
        elif typed(event):
            return self.open().on_key(event)
        else:
            return False
        return True

    def _step(self, step: int) -> None:
        if self.options:
            place = self.options.index(self._value) if self._value in self.options else -1
            self.set(self.options[max(0, min(len(self.options) - 1, place + step))])

    def natural_width(self) -> int:
        """How wide it must be, in pixels, to show each of its choices."""
        words = [self.words(option) for option in self.options] or [self.placeholder]
        return int(max(self.ui.text_width(each, self.size) for each in words)) + self.ui.px(46)

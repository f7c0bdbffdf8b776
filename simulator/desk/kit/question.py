"""A question that must be answered before anything else: some words and a row of buttons."""

from collections.abc import Callable, Sequence

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from simulator.desk.kit.button import Button
from simulator.desk.kit.popup import Popup
from simulator.desk.kit.widget import Stage

WIDTH, MARGIN, TITLE, BUTTON = 520, 22, 40, 40
SIZE = 16

Answer = tuple[str, str, Callable[[], object] | None]
"""The label of a button, its kind (normal, primary, go, stop), and what it does besides closing."""


class Question(Popup):
    """Esc gives the last answer, which must be the harmless one; the keyboard starts on it."""

    modal = True
    role = "dialog"

    def __init__(self, ui: Stage, title: str, text: str, answers: Sequence[Answer], name: str = "question") -> None:
        super().__init__(ui, name)
        if not answers:
            raise ValueError("a question needs at least one answer")
        self.title = title
        self.text = text
        self._rows: list[str] = []
        for label, kind, act in answers:
            self.add(Button(ui, label, self._answering(act), kind=kind))

    @property
    def buttons(self) -> list[Button]:
        """The buttons, in their order."""
        return [child for child in self.children if isinstance(child, Button)]

    def open(self) -> "Question":
        """Ask it."""
        self.ui.open_overlay(self)
        self.ui.set_focus(self.buttons[-1])
        return self

    def place(self, screen: Rect) -> None:
        """In the middle of the window, as high as its words need."""
        px = self.ui.px
        margin, gap, height = px(MARGIN), px(10), px(BUTTON)
        widths = [max(px(96), button.natural_width()) for button in self.buttons]
        least = sum(widths) + gap * (len(widths) - 1) + 2 * margin
        width = min(screen.w - 2 * px(10), max(px(WIDTH), least))
        self._rows = self.ui.wrapped(self.text, SIZE, width - 2 * margin)
        whole = px(TITLE) + len(self._rows) * px(SIZE * 1.4) + height + 3 * margin
        box = Rect(0, 0, width, min(whole, screen.h))
        box.center = screen.center
        self.layout(box)
        x = box.right - margin
        for button, wide in zip(reversed(self.buttons), reversed(widths), strict=True):
            x -= wide
            button.layout(Rect(x, box.bottom - margin - height, wide, height))
            x -= gap

    def draw(self, surface: Surface) -> None:
        """Draw the box, the title and the words."""
        super().draw(surface)
        ui, margin = self.ui, self.ui.px(MARGIN)
        x, room = self.rect.x + margin, self.rect.w - 2 * margin
        y = self.rect.y + margin // 2
        ui.text(surface, self.title, x, y, 19, "text", "bold", room, h=ui.px(TITLE))
        for number, row in enumerate(self._rows):
            top = y + ui.px(TITLE) + margin // 2 + number * ui.px(SIZE * 1.4)
            ui.text(surface, row, x, top, SIZE, "text", h=ui.px(SIZE * 1.4))

    def on_key(self, event: Event) -> bool:
        """Esc gives the last answer; the arrows go from button to button."""
        if event.key == pygame.K_ESCAPE:
            self.buttons[-1].fire()
        elif event.key in (pygame.K_LEFT, pygame.K_RIGHT) and self.ui.focus in self.buttons:
            place = self.buttons.index(self.ui.focus) + (1 if event.key == pygame.K_RIGHT else -1)
            self.ui.set_focus(self.buttons[place % len(self.buttons)])
        else:
            return bool(event.key != pygame.K_TAB)
        return True

    def _answering(self, act: Callable[[], object] | None) -> Callable[[], None]:
        def answer() -> None:
            self.ui.close_overlay(self)
            if act:
                act()

        return answer


def ask(ui: Stage, title: str, text: str, answers: Sequence[Answer]) -> Question:
    """Ask a question; what is chosen is done."""
    return Question(ui, title, text, answers).open()

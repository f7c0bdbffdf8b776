"""A titled box that holds widgets, the root of a window, and a free drawing surface."""

from collections.abc import Callable

from pygame import Rect, Surface

from simulator.desk.kit.draw import rrect
from simulator.desk.kit.widget import Stage, Widget

Words = str | Callable[[], str]
"""A text, or what tells it each time it is drawn."""


def said(words: Words) -> str:
    """The text of words that may be told anew."""
    return words() if callable(words) else words


class Root(Widget):
    """The whole window; `place` lays out what is in it."""

    def __init__(self, ui: Stage, name: str, place: Callable[[Rect], object] | None = None) -> None:
        super().__init__(ui, name)
        self.place = place

    def layout(self, rect: Rect) -> None:
        """Take the whole window."""
        self.rect = Rect(rect)
        if self.place:
            self.place(self.rect)


class Panel(Widget):
    """A box with a title at the left of its head and a note at the right; F6 goes from one to the next."""

    is_panel = True

    def __init__(
        self,
        ui: Stage,
        name: str,
        title: Words | None = None,
        note: Words | None = None,
        head_h: float = 34,
        place: Callable[[Rect], object] | None = None,
    ) -> None:
        super().__init__(ui, name)
        self.title: Words = name if title is None else title
        self.note = note
        self.head_h = head_h
        self.place = place

    def layout(self, rect: Rect) -> None:
        """Take this place; `place` lays out what is in the body."""
        self.rect = Rect(rect)
        if self.place:
            self.place(self.body())

    def body(self) -> Rect:
        """The room inside, without the head and the margins."""
        margin, head = self.ui.px(12), self.ui.px(self.head_h)
        box = self.rect
        return Rect(box.x + margin, box.y + head, box.w - 2 * margin, box.h - head - self.ui.px(10))

    def draw(self, surface: Surface) -> None:
        """Draw the box and its head."""
        ui, box = self.ui, self.rect
        rrect(surface, box, ui.px(6), ui.c["panel"], ui.c["line"], ui.px(1))
        margin, head, top = ui.px(12), ui.px(self.head_h), box.y + ui.px(1)
        room = box.w - 2 * margin
        title, note = said(self.title), said(self.note or "")
        taken = ui.text(surface, title, box.x + margin, top, 15, "text", "bold", room, h=head)
        left = room - taken - ui.px(16)
        if note and left > 0:
            ui.text(surface, note, box.right - margin, top, 13.5, "text2", maxw=left, align="right", h=head)


class Drawing(Widget):
    """A widget whose look is a function: `paint_on(surface, rect)`."""

    def __init__(self, ui: Stage, name: str, paint_on: Callable[[Surface, Rect], object]) -> None:
        super().__init__(ui, name)
        self.paint_on = paint_on

    def draw(self, surface: Surface) -> None:
        """Let the function draw."""
        self.paint_on(surface, self.rect)

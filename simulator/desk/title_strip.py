"""The dark strip at the head of every screen that is not a call: the product's name and what the screen is."""

from pygame import Rect, Surface

from simulator.desk.kit.panel import Words, said
from simulator.desk.kit.widget import Stage, Widget

HEIGHT, ROW = 84, 22


class TitleStrip(Widget):
    """A name in large letters, a line under it, a word at the right."""

    def __init__(self, ui: Stage, title: Words, line: Words, right: Words = "") -> None:
        super().__init__(ui, "Title")
        self.title, self.line, self.right = title, line, right

    def height_for(self, width: int) -> int:
        """How high it must be in pixels to show all of its line in a width; two rows at the most."""
        return self.ui.px(HEIGHT + ROW * (len(self._rows(width)) - 1))

    def _room(self, width: int) -> float:
        right, px = said(self.right), self.ui.px
        return width - px(24) - (self.ui.text_width(right, 15, "bold") + px(40) if right else px(20))

    def _rows(self, width: int) -> list[str]:
        """The line as it is painted: what does not fit into two rows is shortened in the second."""
        words, room = said(self.line), self._room(width)
        rows = self.ui.wrapped(words, 15, room)
        return rows if len(rows) < 3 else [rows[0], words[len(rows[0]) :].strip()]

    def draw(self, surface: Surface) -> None:
        """Paint the strip."""
        ui, box, px = self.ui, self.rect, self.ui.px
        surface.fill(ui.c["bar"], box)
        right = said(self.right)
        room = self._room(box.w)
        ui.text(surface, said(self.title), box.x + px(24), box.y + px(10), 26, "on_bar", "bold", room, h=px(40))
        for number, row in enumerate(self._rows(box.w)):
            ui.text(surface, row, box.x + px(24), box.y + px(50 + ROW * number), 15, "on_bar2", maxw=room, h=px(24))
        if right:
            ui.text(surface, right, box.right - px(20), box.y, 15, "bar_warn", "bold", align="right", h=box.h)

    def layout(self, rect: Rect) -> None:
        """Take this place."""
        self.rect = Rect(rect)

"""The dark strip at the head of every screen that is not a call: the product's name and what the screen is."""

from pygame import Rect, Surface

from simulator.desk.kit.panel import Words, said
from simulator.desk.kit.widget import Stage, Widget


class TitleStrip(Widget):
    """A name in large letters, a line under it, a word at the right."""

    def __init__(self, ui: Stage, title: Words, line: Words, right: Words = "") -> None:
        super().__init__(ui, "Title")
        self.title, self.line, self.right = title, line, right

    def draw(self, surface: Surface) -> None:
        """Paint the strip."""
        ui, box, px = self.ui, self.rect, self.ui.px
        surface.fill(ui.c["bar"], box)
        right = said(self.right)
        taken = ui.text_width(right, 15, "bold") + px(40) if right else px(20)
        room = box.w - px(24) - taken
        ui.text(surface, said(self.title), box.x + px(24), box.y + px(10), 26, "on_bar", "bold", room, h=px(40))
        ui.text(surface, said(self.line), box.x + px(24), box.y + px(50), 15, "on_bar2", maxw=room, h=px(24))
        if right:
            ui.text(surface, right, box.right - px(20), box.y, 15, "bar_warn", "bold", align="right", h=box.h)

    def layout(self, rect: Rect) -> None:
        """Take this place."""
        self.rect = Rect(rect)

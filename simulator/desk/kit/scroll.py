"""A body that scrolls: it holds more than it shows, and follows the keyboard."""

from collections.abc import Callable

from pygame import Rect, Surface
from pygame.event import Event

from simulator.desk.kit.bars import draw_bar
from simulator.desk.kit.widget import Stage, Widget

WHEEL = 44
"""Units for one notch of the wheel."""


class Scroll(Widget):
    """`place` gets the rectangle where the content begins (its top moved up by what is scrolled away), lays out
    the widgets inside, and says how high the whole content is in pixels."""

    def __init__(self, ui: Stage, name: str, place: Callable[[Rect], int] | None = None) -> None:
        super().__init__(ui, name)
        self.place = place
        self.off = 0
        self.content_h = 0

    def layout(self, rect: Rect) -> None:
        """Take this place; what is scrolled away stays so as far as it still can."""
        self.rect = Rect(rect)
        self._lay()
        if self.off > self._most():
            self.off = self._most()
            self._lay()

    def scroll_to(self, off: int) -> bool:
        """Scroll so that `off` pixels are above; says whether anything moved."""
        off = max(0, min(self._most(), off))
        if off == self.off:
            return False
        self.off = off
        self._lay()
        self.invalidate()
        return True

    def paint(self, surface: Surface, clip: Rect) -> None:
        """Draw what is inside, cut at the edges, with room for the focus ring."""
        if not self.visible:
            return
        grown = self.ui.px(5)
        old = surface.get_clip()
        surface.set_clip(self.rect.inflate(2 * grown, grown).clip(old))
        for child in self.children:
            child.paint(surface, surface.get_clip())
        surface.set_clip(old)
        track = Rect(self.rect.x, self.rect.y, self.rect.w + self.ui.px(9), self.rect.h)
        draw_bar(self.ui, surface, track, self.off, self.rect.h, self.content_h)

    def reveal_child(self, child: Widget) -> None:
        """Scroll until the child is seen, with what stands over it."""
        above, below = self.ui.px(30), self.ui.px(8)
        if child.rect.y - above < self.rect.y:
            self.scroll_to(self.off + child.rect.y - above - self.rect.y)
        elif child.rect.bottom + below > self.rect.bottom:
            self.scroll_to(self.off + child.rect.bottom + below - self.rect.bottom)

    def on_wheel(self, event: Event) -> bool:
        """Scroll, unless all is seen."""
        return self._most() > 0 and (self.scroll_to(self.off - event.y * self.ui.px(WHEEL)) or True)

    def _most(self) -> int:
        return max(0, self.content_h - self.rect.h)

    def _lay(self) -> None:
        if self.place:
            self.content_h = self.place(Rect(self.rect.x, self.rect.y - self.off, self.rect.w, self.rect.h))

"""A field's label with the mark that says whether the field is recorded."""

from collections.abc import Callable

from pygame import Rect, Surface

from simulator.desk.kit.label import Label
from simulator.desk.kit.widget import Stage
from simulator.desk.recorded_mark import Mark, fitting

SIZE = 12.5  # of the mark's words
ICON, GAP = 14, 7


class MarkedLabel(Label):
    """The mark stands behind the label's words, or under them with `stacked`. The label itself is never cut for it."""

    def __init__(
        self,
        ui: Stage,
        text: str,
        mark: Callable[[], Mark | None],
        size: float = 13.5,
        colour: str = "text2",
        style: str = "regular",
        stacked: bool = False,
    ) -> None:
        super().__init__(ui, text, size, colour, style)
        self.mark = mark
        self.stacked = stacked
        self.marked = ""
        """The words of the mark as they were last painted."""
        self._seen: Mark | None = None

    def refresh(self) -> None:
        """Paint again if the mark has changed."""
        if self.mark() != self._seen:
            self.invalidate()

    def draw(self, surface: Surface) -> None:
        """Draw the label, then the mark."""
        whole, self._seen, self.marked = Rect(self.rect), self.mark(), ""
        if self._seen is None:
            super().draw(surface)
        elif self.stacked:
            upper = Rect(whole.x, whole.y, whole.w, round(whole.h * 0.54))
            self._draw_text(surface, upper)
            self._draw_mark(surface, self._seen, Rect(whole.x, upper.bottom, whole.w, whole.h - upper.h))
        else:
            self._draw_text(surface, whole)
            x = whole.x + round(self.ui.text_width(str(self.text), self.size, self.style)) + self.ui.px(GAP)
            self._draw_mark(surface, self._seen, Rect(x, whole.y, whole.right - x, whole.h))

    def _draw_text(self, surface: Surface, box: Rect) -> None:
        ui = self.ui
        ui.text(surface, str(self.text), box.x, box.y, self.size, self.colour, self.style, box.w, h=box.h)

    def _draw_mark(self, surface: Surface, mark: Mark, box: Rect) -> None:
        ui, icon = self.ui, self.ui.px(ICON)
        if box.w < icon:
            return
        ui.icon(surface, mark.icon, box.x + icon / 2, box.centery, ICON, mark.tone)
        x = box.x + icon + ui.px(3)
        self.marked = fitting(mark.words, lambda each: ui.text_width(each, SIZE), box.right - x)
        if self.marked:
            ui.text(surface, self.marked, x, box.y, SIZE, mark.tone, h=box.h)

    def tip_at(self, pos: tuple[int, int]) -> str:
        """All of the mark's words, where there was no room for them."""
        mark = self.mark()
        return mark.words[0] if mark is not None and self.marked != mark.words[0] else super().tip_at(pos)

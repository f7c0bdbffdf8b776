"""A log: time, author and text in columns, a line between the rows."""

from collections.abc import Iterable

from pygame import Rect, Surface

from simulator.desk.kit.feed import Feed, FeedLine
from simulator.desk.kit.widget import Stage

SIZE = 15.5
ROW = 1.4
GAP = 9
TIME_W, WHO_W = 80, 52


class LogView(Feed):
    """Log rows. `time_w` and `who_w` are the widths of the first two columns in units."""

    def __init__(
        self,
        ui: Stage,
        name: str,
        lines: Iterable[FeedLine] = (),
        empty: str = "",
        time_w: float = TIME_W,
        who_w: float = WHO_W,
    ) -> None:
        super().__init__(ui, name, lines, empty)
        self.time_w = time_w
        self.who_w = who_w

    def height_of(self, line: FeedLine, width: int) -> int:
        """The rows and the gap after them."""
        return len(self._rows(line, width)) * self._row_height() + self.ui.px(GAP)

    def draw_line(self, surface: Surface, line: FeedLine, rect: Rect) -> None:
        """Draw the columns."""
        ui, height = self.ui, self._row_height()
        if line.marked:
            surface.fill(ui.c["amber_soft"], rect)
        time_w, who_w = ui.px(self.time_w), ui.px(self.who_w)
        head = height + ui.px(8)
        ui.text(surface, line.time, rect.x, rect.y, 14, "text", "mono", time_w, h=head)
        ui.text(surface, line.who, rect.x + time_w, rect.y, 14, "faint", "mono", who_w - ui.px(6), h=head)
        colour = "text2" if line.quiet else "text"
        for number, row in enumerate(self._rows(line, rect.w)):
            y = rect.y + ui.px(4) + number * height
            ui.text(surface, row, rect.x + time_w + who_w, y, SIZE, colour, h=height)
        surface.fill(ui.c["line"], (rect.x, rect.bottom - 1, rect.w, 1))

    def _rows(self, line: FeedLine, width: int) -> list[str]:
        room = width - self.ui.px(self.time_w) - self.ui.px(self.who_w)
        return self.ui.wrapped(line.text, SIZE, max(self.ui.px(80), room))

    def _row_height(self) -> int:
        return int(self.ui.px(SIZE) * ROW)

"""Captions: who said what, each under its speaker."""

from collections.abc import Iterable

from pygame import Rect, Surface

from simulator.desk.kit.feed import Feed, FeedLine
from simulator.desk.kit.widget import Stage

SIZE = 17
ROW = 1.34
HEAD, GAP = 20, 12


class Transcript(Feed):
    """What was said, in large type; quiet lines are the user's own."""

    def __init__(
        self, ui: Stage, name: str, lines: Iterable[FeedLine] = (), empty: str = "", size: float = SIZE
    ) -> None:
        super().__init__(ui, name, lines, empty)
        self.size = size

    def height_of(self, line: FeedLine, width: int) -> int:
        """The head, the rows and the gap after them."""
        rows = len(self.ui.wrapped(line.text, self.size, width))
        return self.ui.px(HEAD) + rows * self._row_height() + self.ui.px(GAP)

    def draw_line(self, surface: Surface, line: FeedLine, rect: Rect) -> None:
        """Draw the speaker, the time and the rows."""
        ui, head = self.ui, self.ui.px(HEAD)
        if line.marked:
            surface.fill(ui.c["amber_soft"], rect.inflate(0, -ui.px(GAP) // 2))
        colour = "accent" if line.quiet else "text"
        who = ui.text(surface, line.who, rect.x, rect.y, 13.5, colour, "bold", rect.w // 2, h=head)
        x = rect.x + max(ui.px(52), int(who) + ui.px(12))
        ui.text(surface, line.time, x, rect.y, 13, "faint", "mono", h=head)
        for number, row in enumerate(ui.wrapped(line.text, self.size, rect.w)):
            y = rect.y + head + number * self._row_height()
            ui.text(surface, row, rect.x, y, self.size, "text2" if line.quiet else "text", h=self._row_height())

    def _row_height(self) -> int:
        return int(self.ui.px(self.size) * ROW)

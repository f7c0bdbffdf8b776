"""Text that cannot be changed by the user: one line, or wrapped rows."""

from pygame import Surface

from simulator.desk.kit.panel import Words, said
from simulator.desk.kit.widget import Stage, Widget

ROW = 1.4
"""Height of a row as a share of the text's size."""


class Label(Widget):
    """One line of text, shortened where there is no room."""

    role = "label"

    def __init__(
        self,
        ui: Stage,
        text: Words,
        size: float = 13.5,
        colour: str = "text2",
        style: str = "regular",
        align: str = "left",
        name: str = "",
    ) -> None:
        super().__init__(ui, name)
        self.text: Words = text
        self.size = size
        self.colour = colour
        self.style = style
        self.align = align

    def draw(self, surface: Surface) -> None:
        """Draw the text in the middle of the height."""
        box = self.rect
        x = {"left": box.x, "right": box.right}.get(self.align, box.centerx)
        self.ui.text(surface, said(self.text), x, box.y, self.size, self.colour, self.style, box.w, self.align, box.h)


class Paragraph(Label):
    """Text in as many rows as it needs; the last row that fits is shortened."""

    def height_for(self, width: int) -> int:
        """How high it must be, in pixels, to show all in that width."""
        return len(self._rows(width)) * self._row_height()

    def draw(self, surface: Surface) -> None:
        """Draw the rows from the top."""
        ui, box = self.ui, self.rect
        rows, row_height = self._rows(box.w), self._row_height()
        fitting = max(1, (box.h + 1) // row_height)
        if len(rows) > fitting:
            rows = [*rows[: fitting - 1], " ".join(rows[fitting - 1 :])]
        for number, row in enumerate(rows):
            y = box.y + number * row_height
            ui.text(surface, row, box.x, y, self.size, self.colour, self.style, box.w, h=row_height)

    def _rows(self, width: int) -> list[str]:
        return self.ui.wrapped(said(self.text), self.size, width, self.style)

    def _row_height(self) -> int:
        return self.ui.px(self.size * ROW)

"""Rows and columns: walked by key, sorted by a press on a column's head or on its number."""

from collections.abc import Callable, Iterable, Sequence

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from simulator.desk.kit.bars import draw_bar
from simulator.desk.kit.draw import rrect
from simulator.desk.kit.keys import ENTER, ctrl, typed
from simulator.desk.kit.sorting import sort_key
from simulator.desk.kit.widget import Stage, Widget

ROW = 28
Cells = Sequence[str]


class Table(Widget):
    """`cols` are (head, share of the width); cells beyond them are carried along unseen. `on_open` gets the row on
    Enter or a double click, `on_select` the row the mark comes to. Columns in `mono` hold numbers and times."""

    focusable = True
    role = "grid"

    def __init__(
        self,
        ui: Stage,
        name: str,
        cols: Sequence[tuple[str, float]],
        rows: Iterable[Cells] = (),
        on_open: Callable[[Cells], object] | None = None,
        mono: Iterable[int] = (),
        on_select: Callable[[Cells], object] | None = None,
        empty: str = "",
    ) -> None:
        super().__init__(ui, name)
        self.cols = list(cols)
        self.on_open = on_open
        self.on_select = on_select
        self.mono = frozenset(mono)
        self.empty = empty
        self.cur = 0
        self.top = 0
        self.sort: tuple[int | None, bool] = (None, False)
        self._rows: list[Cells] = list(rows)

    @property
    def rows(self) -> list[Cells]:
        """The rows in the order shown; setting them keeps the sorting and begins at the top."""
        return self._rows

    @rows.setter
    def rows(self, rows: Iterable[Cells]) -> None:
        self._rows = list(rows)
        self.cur = self.top = 0
        self._apply_sort()
        self.invalidate()

    @property
    def current(self) -> Cells | None:
        """The row the mark is on."""
        return self._rows[self.cur] if self._rows else None

    def sort_by(self, column: int) -> None:
        """Sort by a column; again turns the order round. The mark stays on its row."""
        if not 0 <= column < len(self.cols):
            return
        kept = self.current
        self.sort = (column, self.sort[0] == column and not self.sort[1])
        self._apply_sort()
        if kept is not None:
            self.cur = next(number for number, row in enumerate(self._rows) if row is kept)
        self._show_current()
        self.invalidate()

    def go(self, number: int) -> None:
        """Move the mark to a row, as near as there is one."""
        before = self.cur
        self.cur = max(0, min(len(self._rows) - 1, number))
        self._show_current()
        self.invalidate()
        if self.cur != before and self.on_select and self._rows:
            self.on_select(self._rows[self.cur])

    def row_height(self) -> int:
        """Height of a row in pixels."""
        return self.ui.px(ROW)

    def rows_in_view(self) -> int:
        """How many whole rows fit."""
        return max(1, (self.rect.h - self.row_height() - 2) // self.row_height())

    def columns(self) -> list[tuple[int, int]]:
        """Where each column begins and how wide it is."""
        whole = sum(share for _, share in self.cols)
        places, x = [], 0.0
        for _, share in self.cols:
            width = self.rect.w * share / whole
            places.append((round(self.rect.x + x), round(width)))
            x += width
        return places

    def layout(self, rect: Rect) -> None:
        """Take this place; the mark stays in view."""
        super().layout(rect)
        self._show_current()

    # drawing

    def draw(self, surface: Surface) -> None:
        """Draw the head and the rows in view."""
        ui, c, box = self.ui, self.ui.c, self.rect
        rrect(surface, box, ui.px(5), c["input"], c["line"], ui.px(1))
        clip, edge = surface.get_clip(), ui.px(1)
        surface.set_clip(box.inflate(-2 * edge, -2 * edge).clip(clip))
        head = self.row_height()
        surface.fill(c["head"], (box.x + 1, box.y + 1, box.w - 2, head - 1))
        surface.fill(c["line"], (box.x, box.y + head, box.w, 1))
        for number, ((name, _), (x, width)) in enumerate(zip(self.cols, self.columns(), strict=True)):
            self._draw_head(surface, number, name, x, width)
        if not self._rows and self.empty:
            ui.text(surface, self.empty, box.x + ui.px(9), box.y + head, 14.5, "text2", maxw=box.w, h=ui.px(40))
        for number in range(self.top, min(len(self._rows), self.top + self.rows_in_view() + 1)):
            self._draw_row(surface, number)
        surface.set_clip(clip)
        rrect(surface, box, ui.px(5), None, c["line"], edge)
        body = Rect(box.x, box.y + head, box.w, box.h - head)
        draw_bar(ui, surface, body, self.top, self.rows_in_view(), len(self._rows))

    def tip_at(self, pos: tuple[int, int]) -> str:
        """All of the cell at the point, if it is cut short."""
        row = (pos[1] - self.rect.y - self.row_height()) // self.row_height() + self.top
        if pos[1] < self.rect.y + self.row_height() or row >= len(self._rows):
            return self.tooltip
        for (x, width), cell in zip(self.columns(), self._rows[row], strict=False):
            if x <= pos[0] < x + width and cell in self.shortened:
                return cell
        return ""

    def focus_tip(self) -> str:
        """All cells of the marked row that are cut short."""
        cells = self.current or ()
        return "\n".join(cell for cell in cells[: len(self.cols)] if cell in self.shortened)

    def _draw_head(self, surface: Surface, number: int, name: str, x: int, width: int) -> None:
        column, falling = self.sort
        arrow = "" if column != number else " ↓" if falling else " ↑"
        left, room = x + self.ui.px(9), width - self.ui.px(12)
        self.ui.text(surface, name + arrow, left, self.rect.y, 13.5, "text2", "bold", room, h=self.row_height())

    def _draw_row(self, surface: Surface, number: int) -> None:
        ui, c, height = self.ui, self.ui.c, self.row_height()
        row = Rect(self.rect.x + 1, self.rect.y + 1 + height * (1 + number - self.top), self.rect.w - 2, height)
        if number == self.cur:
            surface.fill(c["accent_soft"], row)
            surface.fill(c["accent"], (row.x, row.y, ui.px(3), row.h))
        elif number % 2:
            surface.fill(c["zebra"], row)
        for column, ((x, width), cell) in enumerate(zip(self.columns(), self._rows[number], strict=False)):
            size, style = (13.5, "mono") if column in self.mono else (14.5, "regular")
            left, room = x + ui.px(9), width - ui.px(12)
            ui.text(surface, cell, left, row.y, size, "text", style, room, h=height)

    # events

    def on_press(self, event: Event, clicks: int) -> None:
        """On a head sorts, on a row moves the mark; twice opens the row."""
        if event.pos[1] < self.rect.y + self.row_height():
            for number, (x, width) in enumerate(self.columns()):
                if x <= event.pos[0] < x + width:
                    self.sort_by(number)
            return
        number = self.top + (event.pos[1] - self.rect.y - self.row_height()) // self.row_height()
        if number < len(self._rows):
            self.go(number)
            if clicks == 2:
                self._open()

    def on_wheel(self, event: Event) -> bool:
        """Scroll, unless all is seen."""
        most = max(0, len(self._rows) - self.rows_in_view())
        if not most:
            return False
        self.top = max(0, min(most, self.top - event.y))
        self.invalidate()
        return True

    def on_key(self, event: Event) -> bool:
        """Arrows, Page, Home and End move; Enter opens; 1 to 9 sort by that column; Ctrl+C copies the row."""
        page, key = self.rows_in_view(), event.key
        places = {
            pygame.K_UP: self.cur - 1,
            pygame.K_DOWN: self.cur + 1,
            pygame.K_PAGEUP: self.cur - page,
            pygame.K_PAGEDOWN: self.cur + page,
            pygame.K_HOME: 0,
            pygame.K_END: len(self._rows),
        }
        if key in places:
            self.go(places[key])
        elif key in ENTER:
            self._open()
        elif ctrl(event) and key == pygame.K_c and self.current:
            self.ui.clip.put("\t".join(self.current[: len(self.cols)]))
        elif typed(event) in tuple("123456789"):
            self.sort_by(int(typed(event)) - 1)
        else:
            return False
        return True

    def _open(self) -> None:
        if self.on_open and self.current is not None:
            self.on_open(self.current)

    def _show_current(self) -> None:
        fitting = self.rows_in_view()
        self.top = max(min(self.top, self.cur), self.cur - fitting + 1)
        self.top = max(0, min(self.top, len(self._rows) - fitting))

    def _apply_sort(self) -> None:
        column, falling = self.sort
        if column is not None:
            self._rows.sort(key=lambda row: sort_key(row[column]), reverse=falling)

"""A field for several rows of text."""

from collections.abc import Callable

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from simulator.desk.kit.bars import draw_bar
from simulator.desk.kit.keys import ENTER, ctrl, shift
from simulator.desk.kit.linelayout import nearest_index
from simulator.desk.kit.textfield import TextField
from simulator.desk.kit.widget import Stage
from simulator.desk.kit.wrapping import Row, rewrap, row_at, wrap

LONGEST_TEXT = 20_000
ROW = 1.42
"""Height of a row as a share of the text's size."""


class TextArea(TextField):
    """Rows of text, wrapped at words. Enter begins a new row, Ctrl+Enter submits."""

    multiline = True

    def __init__(
        self,
        ui: Stage,
        name: str,
        value: str = "",
        placeholder: str = "",
        on_change: Callable[[str], object] | None = None,
        on_submit: Callable[[str], object] | None = None,
        max_len: int | None = LONGEST_TEXT,
        size: float = 16,
        on_leave: Callable[[str], object] | None = None,
        tooltip: str = "",
    ) -> None:
        self._top = 0
        self._wanted_x: float | None = None
        self._wrapped: tuple[str, float, int, list[Row]] | None = None
        super().__init__(
            ui,
            name,
            value,
            placeholder,
            on_change,
            on_submit,
            max_len,
            size=size,
            on_leave=on_leave,
            tooltip=tooltip,
        )

    # the rows

    def rows(self) -> list[Row]:
        """Where each row starts and ends in the text."""
        room, px = self.inner().w - 2, self.ui.px(self.size)
        kept = self._wrapped
        if kept and kept[0] == self.text and kept[1:3] == (room, px):
            return kept[3]
        if kept and kept[1:3] == (room, px):
            rows = rewrap(kept[0], kept[3], self.text, self._measure, room)
        else:
            rows = wrap(self.text, self._measure, room)
        self._wrapped = (self.text, room, px, rows)
        return rows

    def row_height(self) -> int:
        """Height of a row in pixels."""
        return int(self.ui.px(self.size) * ROW)

    def rows_in_view(self) -> int:
        """How many whole rows fit."""
        return max(1, self.inner().h // self.row_height())

    @property
    def first_row(self) -> int:
        """The number of the first row in view."""
        return self._top

    def inner(self) -> Rect:
        """Where the text stands."""
        ui, box = self.ui, self.rect
        side, top = ui.px(9), ui.px(6)
        right = side + (ui.px(20) if self.error else ui.px(4))
        return Rect(box.x + side, box.y + top, max(1, box.w - side - right), max(1, box.h - 2 * top))

    def ensure_visible(self) -> None:
        """Scroll until the row of the caret is seen."""
        if self.rect.w < 2 * self.ui.px(9) or self.rect.h <= 0:
            return
        row, fitting = row_at(self.rows(), self.edit.caret), self.rows_in_view()
        self._top = max(min(self._top, row), row - fitting + 1)
        self._top = max(0, min(self._top, len(self.rows()) - fitting))

    def index_at(self, pos: tuple[int, int]) -> int:
        """The index of the text nearest to a point of the window."""
        inner = self.inner()
        number = self._top + (pos[1] - inner.y) // self.row_height()
        return self._index_in_row(number, pos[0] - inner.x)

    def caret_rect(self) -> Rect:
        """Where the caret is; beside the last letter where a space hangs over the edge."""
        inner, px, height = self.inner(), self.ui.px(self.size), self.row_height()
        row, x = self._row_and_x()
        left = min(inner.x + x, inner.right - self.ui.px(2))
        top = inner.y + (row - self._top) * height + (height - px * 1.3) / 2
        return Rect(round(left), round(top), self.ui.px(2), round(px * 1.3))

    def _row_and_x(self) -> tuple[int, float]:
        row = row_at(self.rows(), self.edit.caret)
        return row, self.width_of(self.text[self.rows()[row][0] : self.edit.caret])

    def _index_in_row(self, number: int, x: float) -> int:
        rows = self.rows()
        number = max(0, min(len(rows) - 1, number))
        start, end = rows[number]
        index = nearest_index(self.text, start, end, x, self.width_of)
        return min(index, self._last_index(number))

    def _last_index(self, number: int) -> int:
        """The last index that belongs to the row: at a soft break the one before its hanging space."""
        start, end = self.rows()[number]
        soft = number + 1 < len(self.rows()) and self.rows()[number + 1][0] == end
        return max(start, end - 1) if soft else end

    def _measure(self, text: str) -> float:
        return self.ui.fonts.measure(text, self.ui.px(self.size), self.style)

    # drawing

    def draw(self, surface: Surface) -> None:
        """Draw the box and the rows in view."""
        self.draw_frame(surface)
        inner, clip, height = self.inner(), surface.get_clip(), self.row_height()
        surface.set_clip(inner.inflate(self.ui.px(4), 0).clip(clip))
        if not self.text and self.placeholder and not (self.ui.focus is self and self.ui.compose):
            self.draw_placeholder(surface, inner, height)
        rows = self.rows()
        for number in range(self._top, min(len(rows), self._top + inner.h // height + 1)):
            self._draw_row(surface, number, inner.x, inner.y + (number - self._top) * height)
        if self.ui.focus is self:
            self.draw_caret(surface)
        surface.set_clip(clip)
        draw_bar(self.ui, surface, self.rect, self._top, self.rows_in_view(), len(rows))

    def _draw_row(self, surface: Surface, number: int, x: int, y: int) -> None:
        start, end = self.rows()[number]
        first, last = self.edit.selection
        if self.ui.focus is self and first < last and start <= last and end >= first:
            left = self.width_of(self.text[start : max(start, first)])
            right = self.width_of(self.text[start : min(end, last)]) + (self.ui.px(5) if last > end else 0)
            if right > left:
                box = Rect(round(x + left), y, round(right - left), self.row_height())
                surface.fill(self.ui.c["select"], box)
        text = self.text[start:end]
        self.ui.text(surface, text, x, y, self.size, self._ink(), self.style, h=self.row_height())

    def tip_at(self, pos: tuple[int, int]) -> str:
        """What is wrong, or help."""
        return self.error or self.tooltip

    # events

    def on_wheel(self, event: Event) -> bool:
        """Scroll by two rows; the caret stays where it is."""
        most = max(0, len(self.rows()) - self.rows_in_view())
        if not most:
            return False
        self._top = max(0, min(most, self._top - event.y * 2))
        self.invalidate()
        return True

    def on_text(self, text: str) -> None:
        """Typed text goes in at the caret."""
        self._wanted_x = None
        super().on_text(text)

    def on_press(self, event: Event, clicks: int) -> None:
        """Once puts the caret, twice selects the word, three times all."""
        self._wanted_x = None
        super().on_press(event, clicks)

    def on_key(self, event: Event) -> bool:
        """Up and down by rows; the rest as in one line."""
        if event.key in ENTER:
            if ctrl(event) and self.on_submit:
                self.on_submit(self.text)
            else:
                self.replace("\n")
            return True
        if event.mod & pygame.KMOD_ALT:
            return False
        step = self._rows_to_move(event.key)
        if step:
            self._move_rows(step, shift(event))
            return True
        self._wanted_x = None
        if event.key in (pygame.K_HOME, pygame.K_END) and not ctrl(event):
            row = row_at(self.rows(), self.edit.caret)
            to = self.rows()[row][0] if event.key == pygame.K_HOME else self._last_index(row)
            self.edit = self.edit.moved(to, shift(event))
            self._moved()
            return True
        return super().on_key(event)

    def _rows_to_move(self, key: int) -> int:
        page = max(1, self.rows_in_view() - 1)
        return {pygame.K_UP: -1, pygame.K_DOWN: 1, pygame.K_PAGEUP: -page, pygame.K_PAGEDOWN: page}.get(key, 0)

    def _move_rows(self, step: int, extend: bool) -> None:
        row, x = self._row_and_x()
        if self._wanted_x is None:
            self._wanted_x = x
        target = row + step
        if target < 0:
            to = 0
        elif target >= len(self.rows()):
            to = len(self.text)
        else:
            to = self._index_in_row(target, self._wanted_x)
        self.edit = self.edit.moved(to, extend)
        self._moved()

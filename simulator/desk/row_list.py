"""A list of wrapped rows that can be read, chosen from and marked: the log, the timeline, the marks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from simulator.desk.kit.bars import draw_bar
from simulator.desk.kit.draw import rrect
from simulator.desk.kit.widget import Stage, Widget


@dataclass(frozen=True)
class ListRow:
    """One row: a short text on the left (a time), the text, a smaller second text, a short word on the right."""

    text: str
    left: str = ""
    right: str = ""
    sub: str = ""
    tone: str = "text"
    right_tone: str = "text2"
    bold: bool = False
    icon: str = ""


@dataclass(frozen=True)
class _Block:
    top: int
    height: int
    lines: tuple[str, ...]
    subs: tuple[str, ...]


class RowList(Widget):
    """Rows of any height. `follow` keeps the newest in sight; `on_choose` makes rows choosable by key and mouse."""

    role = "listbox"

    def __init__(
        self,
        ui: Stage,
        name: str,
        left_w: int = 84,
        right_w: int = 0,
        size: float = 15.5,
        follow: bool = False,
        on_choose: Callable[[int], None] | None = None,
        empty: str = "",
        left_style: str = "mono",
    ) -> None:
        super().__init__(ui, name)
        self.rows: Sequence[ListRow] = ()
        self.left_w, self.right_w, self.size = left_w, right_w, size
        self.follow = follow
        self.on_choose = on_choose
        self.empty = empty
        self.left_style = left_style
        self.focusable = True
        self.current = 0
        self.marked: frozenset[int] = frozenset()
        self._off = 0
        self._blocks: tuple[object, tuple[_Block, ...], int] | None = None

    def show(self, rows: Sequence[ListRow]) -> None:
        """Show these rows; the newest in sight where the list follows."""
        if tuple(rows) == tuple(self.rows):
            return
        self.rows = tuple(rows)
        self.current = min(self.current, max(0, len(self.rows) - 1))
        self._blocks = None
        if self.follow:
            self._off = self._most_off()
        self.invalidate()

    def mark(self, rows: frozenset[int]) -> None:
        """Mark these rows and bring the first of them into sight."""
        self.marked = rows
        if rows:
            self._bring(min(rows))
        self.invalidate()

    def layout(self, rect: Rect) -> None:
        """Take this place; what was in sight at the end stays so."""
        at_end = self._off >= self._most_off() - 2 if self.rect.h else True
        super().layout(rect)
        self._off = self._most_off() if self.follow and at_end else min(self._off, self._most_off())

    def _laid(self) -> tuple[tuple[_Block, ...], int]:
        key = (self.rect.w, self.ui.px(self.size), len(self.rows))
        if self._blocks is None or self._blocks[0] != key:
            blocks: list[_Block] = []
            top = 0
            for row in self.rows:
                block = self._block(row, top)
                blocks.append(block)
                top += block.height
            self._blocks = (key, tuple(blocks), top)
        return self._blocks[1], self._blocks[2]

    def _block(self, row: ListRow, top: int) -> _Block:
        px = self.ui.px
        width = max(px(60), self.rect.w - px(self.left_w) - px(self.right_w) - px(22))
        style = "bold" if row.bold else "regular"
        lines = self._wrapped(row.text, px(self.size), style, width)
        subs = self._wrapped(row.sub, px(self.size - 1.5), "regular", width) if row.sub else ()
        return _Block(top, len(lines) * self._lh() + len(subs) * self._sub_lh() + px(10), lines, subs)

    def _wrapped(self, text: str, size: int, style: str, width: int) -> tuple[str, ...]:
        return tuple(text[a:b].rstrip() for a, b in self.ui.wrap(text, size, style, width))

    def _lh(self) -> int:
        return int(self.ui.px(self.size) * 1.38)

    def _sub_lh(self) -> int:
        return int(self.ui.px(self.size - 1.5) * 1.36)

    def _most_off(self) -> int:
        return max(0, self._laid()[1] - self.rect.h) if self.rect.w else 0

    def draw(self, surface: Surface) -> None:
        """Paint the rows in sight."""
        ui = self.ui
        blocks, total = self._laid()
        old = surface.get_clip()
        surface.set_clip(self.rect.clip(old))
        if not self.rows and self.empty:
            x, room = self.rect.x + ui.px(8), self.rect.w - ui.px(16)  # where the words of a row stand
            ui.text(surface, self.empty, x, self.rect.y, self.size, "faint", maxw=room, h=ui.px(30))
        for n, (row, block) in enumerate(zip(self.rows, blocks, strict=True)):
            y = self.rect.y + block.top - self._off
            if y > self.rect.bottom or y + block.height < self.rect.y:
                continue
            self._draw_row(surface, n, row, block, y)
        surface.set_clip(old)
        draw_bar(ui, surface, self.rect, self._off, self.rect.h, total)

    def _draw_row(self, surface: Surface, n: int, row: ListRow, block: _Block, y: int) -> None:
        ui, colours = self.ui, self.ui.c
        lh, right = self._lh(), self.rect.right - ui.px(14)
        chosen = self.on_choose is not None and n == self.current
        if n in self.marked or chosen:
            box = Rect(self.rect.x, y + 1, right - self.rect.x + ui.px(4), block.height - 2)
            rrect(surface, box, ui.px(4), colours["accent_soft"])
            if n in self.marked:
                surface.fill(colours["accent"], (box.x, box.y, ui.px(3), box.h))
        x = self.rect.x + ui.px(8)
        top = y + ui.px(5)
        if row.icon:
            ui.icon(surface, row.icon, x + ui.px(8), top + lh // 2, 16, row.tone)
        elif row.left:
            ui.text(surface, row.left, x, top, 14, "text2", self.left_style, ui.px(self.left_w) - ui.px(8), h=lh)
        tx = self.rect.x + ui.px(self.left_w)
        style = "bold" if row.bold else "regular"
        for i, line in enumerate(block.lines):
            ui.text(surface, line, tx, top + i * lh, self.size, "text" if row.icon else row.tone, style, h=lh)
        sub_y = top + len(block.lines) * lh
        for i, line in enumerate(block.subs):
            ui.text(surface, line, tx, sub_y + i * self._sub_lh(), self.size - 1.5, "text2", h=self._sub_lh())
        if row.right:
            width = ui.px(self.right_w)
            ui.text(surface, row.right, right, top, 13.5, row.right_tone, "bold", width, "right", h=lh)
        surface.fill(colours["line"], (self.rect.x, y + block.height - 1, right - self.rect.x, 1))

    def _bring(self, n: int) -> None:
        blocks, _ = self._laid()
        if not 0 <= n < len(blocks):
            return
        block = blocks[n]
        if block.top < self._off or block.top + block.height > self._off + self.rect.h:
            self._off = max(0, min(self._most_off(), block.top - self.rect.h // 4))

    def choose(self, n: int) -> None:
        """Make this the current row and tell of it."""
        if not self.rows:
            return
        self.current = max(0, min(len(self.rows) - 1, n))
        self._bring(self.current)
        self.invalidate()
        if self.on_choose:
            self.on_choose(self.current)

    def on_press(self, event: Event, clicks: int) -> None:
        """Choose the row under the mouse."""
        if self.on_choose is None:
            return
        y = event.pos[1] - self.rect.y + self._off
        for n, block in enumerate(self._laid()[0]):
            if block.top <= y < block.top + block.height:
                self.choose(n)
                return

    def on_wheel(self, event: Event) -> bool:
        """Scroll."""
        if self._most_off() == 0:
            return False
        self._scroll(-event.y * self.ui.px(44))
        return True

    def _scroll(self, by: int) -> None:
        self._off = max(0, min(self._most_off(), self._off + by))
        self.invalidate()

    def on_key(self, event: Event) -> bool:
        """Arrows choose, or scroll where nothing can be chosen."""
        page = max(1, self.rect.h - self._lh())
        steps = {pygame.K_UP: -1, pygame.K_DOWN: 1, pygame.K_HOME: -(10**6), pygame.K_END: 10**6}
        if self.on_choose is not None and event.key in steps:
            self.choose(self.current + steps[event.key])
            return True
        moves = {
            pygame.K_UP: -self._lh(),
            pygame.K_DOWN: self._lh(),
            pygame.K_PAGEUP: -page,
            pygame.K_PAGEDOWN: page,
            pygame.K_HOME: -(10**6),
            pygame.K_END: 10**6,
        }
        if event.key not in moves:
            return False
        self._scroll(moves[event.key])
        return True

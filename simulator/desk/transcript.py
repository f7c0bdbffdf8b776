"""The conversation as captions, newest at the foot; the caller in full colour, the trainee quieter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pygame import Surface
from pygame.event import Event

from simulator.desk.kit.bars import draw_bar
from simulator.desk.kit.widget import Stage, Widget
from simulator.desk.spoken import doubtful_places
from simulator.desk.view import Caption

NAMES = {"caller": "Caller", "you": "You", "operator": "Operator", "line": "On the line"}
HEARD = "(speaking; captions are off)"
SOUNDED = "(a sound; captions are off)"
SIZE = 17


@dataclass(frozen=True)
class _Block:
    top: int
    height: int
    lines: tuple[str, ...]
    doubts: tuple[tuple[int, int, int], ...] = ()  # line, and where a doubtful word begins and ends in it


class Transcript(Widget):
    """Captions that scroll by wheel and keys. With captions off only the trainee's own words are written out."""

    role = "log"

    def __init__(self, ui: Stage, wall: Callable[[int], str]) -> None:
        super().__init__(ui, "Captions")
        self.wall = wall
        self.captions: tuple[Caption, ...] = ()
        self.written = True
        self._back = 0  # pixels scrolled back from the newest
        self._laid: tuple[object, tuple[_Block, ...], int] | None = None

    def show(self, captions: Sequence[Caption], written: bool) -> None:
        """Show these captions; the caller's words only where captions are on."""
        if len(captions) != len(self.captions):
            self._back = 0
        self.captions, self.written = tuple(captions), written
        self.invalidate()

    def words(self, caption: Caption) -> str:
        """What is written for a caption."""
        if self.written or caption.who == "you" or caption.manner == "silence":
            return caption.text
        return SOUNDED if caption.is_sound else HEARD

    def _blocks(self) -> tuple[tuple[_Block, ...], int]:
        key = (len(self.captions), self.rect.w, self.ui.px(SIZE), self.written)
        if self._laid is None or self._laid[0] != key:
            top = 0
            blocks: list[_Block] = []
            for caption in self.captions:
                block = self._block(caption, top)
                blocks.append(block)
                top += block.height
            self._laid = (key, tuple(blocks), top)
        return self._laid[1], self._laid[2]

    def _block(self, caption: Caption, top: int) -> _Block:
        ui, words = self.ui, self.words(caption)
        spans = ui.wrap(words, ui.px(SIZE), "regular", max(ui.px(80), self.rect.w - ui.px(24)))
        lines = tuple(words[a:b].rstrip() for a, b in spans)
        doubts = tuple(
            (n, max(a, start) - a, min(b, end) - a)
            for start, end in doubtful_places(words, caption.doubtful)
            for n, (a, b) in enumerate(spans)
            if max(a, start) < min(b, end)
        )
        return _Block(top, ui.px(20) + self._lh() * len(lines) + ui.px(12), lines, doubts)

    def _lh(self) -> int:
        return int(self.ui.px(SIZE) * 1.34)

    def draw(self, surface: Surface) -> None:
        """Paint what is in sight."""
        ui = self.ui
        blocks, total = self._blocks()
        off = max(0, total - self.rect.h) - self._back
        old = surface.get_clip()
        surface.set_clip(self.rect.clip(old))
        if off > 0:
            surface.fill(ui.c["line"], (self.rect.x - ui.px(12), self.rect.y, self.rect.w + ui.px(24), 1))
        for caption, block in zip(self.captions, blocks, strict=True):
            y = self.rect.y + block.top - off
            if y <= self.rect.bottom and y + block.height >= self.rect.y:
                self._draw_block(surface, caption, block, y)
        surface.set_clip(old)
        draw_bar(ui, surface, self.rect, max(0, off), self.rect.h, total)

    def _draw_block(self, surface: Surface, caption: Caption, block: _Block, y: int) -> None:
        ui, yours = self.ui, caption.who == "you"
        head = ui.px(20)
        name = caption.name or NAMES[caption.who]
        width = ui.text(surface, name, self.rect.x, y, 13.5, "accent" if yours else "text", "bold", h=head)
        time_x = self.rect.x + max(ui.px(74), int(width) + ui.px(12))
        after = time_x + int(ui.text(surface, self.wall(caption.t_ms), time_x, y, 13, "faint", "mono", h=head))
        ui.text(surface, caption.how, after + ui.px(12), y, 13, "faint", h=head)
        for i, line in enumerate(block.lines):
            tone = "faint" if caption.is_sound else "text2" if yours else "text"
            ui.text(surface, line, self.rect.x, y + head + i * self._lh(), SIZE, tone, h=self._lh())
        for n, start, end in block.doubts:
            left = self.rect.x + ui.text_width(block.lines[n][:start], SIZE)
            wide = ui.text_width(block.lines[n][start:end], SIZE)
            low = y + head + (n + 1) * self._lh() - ui.px(3)
            surface.fill(ui.c["amber"], (round(left), low, max(2, round(wide)), max(2, ui.px(2))))

    def on_wheel(self, event: Event) -> bool:
        """Scroll back and forth."""
        most = max(0, self._blocks()[1] - self.rect.h)
        self._back = max(0, min(most, self._back + event.y * self.ui.px(40)))
        self.invalidate()
        return True

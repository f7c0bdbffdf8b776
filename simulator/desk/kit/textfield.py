"""A field for one line of text."""

from collections.abc import Callable

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from simulator.desk.kit.draw import rrect
from simulator.desk.kit.editing import Editing, cleaned
from simulator.desk.kit.keys import ENTER, ctrl, shift
from simulator.desk.kit.linelayout import LineLayout
from simulator.desk.kit.widget import Stage, Widget

LONGEST_LINE = 1_000
"""How many characters a field takes that is not told otherwise."""
CARET_ON_S = 0.53


class TextField(Widget):
    """One line of text: words, selection, undo, clipboard, composition. Setting `value` tells nobody;
    `on_change` is told of what the user changes, `on_submit` of Enter, `on_leave` of the text when the
    keyboard goes elsewhere. `error` is what is wrong with it, shown by a red edge, an icon and the tooltip."""

    focusable = True
    accepts_text = True
    role = "textbox"
    cursor = pygame.SYSTEM_CURSOR_IBEAM
    multiline = False

    def __init__(
        self,
        ui: Stage,
        name: str,
        value: str = "",
        placeholder: str = "",
        on_change: Callable[[str], object] | None = None,
        on_submit: Callable[[str], object] | None = None,
        max_len: int | None = LONGEST_LINE,
        upper: bool = False,
        mono: bool = False,
        size: float = 16,
        icon: str | None = None,
        on_leave: Callable[[str], object] | None = None,
        tooltip: str = "",
    ) -> None:
        super().__init__(ui, name, tooltip=tooltip)
        self.placeholder = placeholder
        self.on_change = on_change
        self.on_submit = on_submit
        self.on_leave = on_leave
        self.max_len = max_len
        self.upper = upper
        self.style = "mono" if mono else "regular"
        self.size = size
        self.icon = icon
        self.read_only = False
        self.edit = Editing.of(self._fit(value))
        self._error = ""
        self._scroll = 0.0
        self._shown_since = 0.0
        self._layout: tuple[str, int, LineLayout] | None = None

    # the text

    @property
    def text(self) -> str:
        """The text in the field."""
        return self.edit.text

    @property
    def value(self) -> str:
        """The text in the field; setting it begins anew, with nothing to undo."""
        return self.edit.text

    @value.setter
    def value(self, text: str) -> None:
        self.edit = Editing.of(self._fit(text))
        self._moved()

    @property
    def error(self) -> str:
        """What is wrong with the text, in words for the user; empty when nothing is."""
        return self._error

    @error.setter
    def error(self, message: str) -> None:
        if message != self._error:
            self._error = message
            self.invalidate()

    def replace(self, text: str, kind: str = "edit") -> None:
        """Put text in place of the selection, as typing (kind "type") and pasting do. What is beyond
        `max_len` is left out, and the user is told how much."""
        if self.read_only or not self.enabled:
            return
        text = cleaned(text, self.multiline)
        text = text.upper() if self.upper else text
        room = self.edit.room(self.max_len)
        if room is not None and len(text) > room:
            self.ui.notice(self._too_long(len(text) - room))
        self._become(self.edit.inserted(text, self.ui.clock(), self.max_len, kind))

    def _too_long(self, left_out: int) -> str:
        name = self.name or "This field"
        return f"{name} takes {self.max_len:,} characters: {left_out:,} were left out."

    def _fit(self, text: str) -> str:
        text = cleaned(text, self.multiline)
        text = text.upper() if self.upper else text
        return text if self.max_len is None else text[: self.max_len]

    def _become(self, edit: Editing) -> None:
        changed = edit.text != self.edit.text
        self.edit = edit
        self._moved()
        if changed and self.on_change:
            self.on_change(edit.text)

    def _moved(self) -> None:
        self._shown_since = self.ui.clock()
        self.ensure_visible()
        self.invalidate()

    # the place of things

    def layout(self, rect: Rect) -> None:
        """Take this place; the caret stays in view."""
        super().layout(rect)
        self.ensure_visible()

    def inner(self) -> Rect:
        """Where the text stands."""
        ui, box = self.ui, self.rect
        left = ui.px(9) + (ui.px(22) if self.icon else 0)
        right = ui.px(9) + (ui.px(20) if self._error else 0)
        return Rect(box.x + left, box.y, max(1, box.w - left - right), box.h)

    def width_of(self, text: str) -> float:
        """How wide text of this field is, in pixels."""
        return self.ui.fonts.width(text, self.ui.px(self.size), self.style)

    def ensure_visible(self) -> None:
        """Scroll until the caret is seen; a field without the keyboard shows its beginning."""
        if self.ui.focus is not self:
            self._scroll = 0.0
            return
        room = self.inner().w - 2
        x, whole = self._line().x_at(self.edit.caret), self._line().width
        if x - self._scroll > room:
            self._scroll = x - room
        if x < self._scroll:
            self._scroll = max(0.0, x - self.ui.px(30))
        self._scroll = max(0.0, min(self._scroll, max(0.0, whole - room)))

    def index_at(self, pos: tuple[int, int]) -> int:
        """The index of the text nearest to a point of the window."""
        return self._line().index_at(pos[0] - self.inner().x + self._scroll)

    def caret_rect(self) -> Rect:
        """Where the caret is."""
        inner, px = self.inner(), self.ui.px(self.size)
        x = inner.x + self._line().x_at(self.edit.caret) - self._scroll
        return Rect(round(x), round(self.rect.centery - px * 0.68), self.ui.px(2), round(px * 1.36))

    def _line(self) -> LineLayout:
        px = self.ui.px(self.size)
        if self._layout is None or self._layout[:2] != (self.text, px):
            self._layout = (self.text, px, LineLayout(self.text, self.width_of))
        return self._layout[2]

    # drawing

    def draw(self, surface: Surface) -> None:
        """Draw the box and the part of the text that is in view."""
        self.draw_frame(surface)
        inner, clip = self.inner(), surface.get_clip()
        surface.set_clip(inner.clip(clip))
        if self.ui.focus is self:
            self._draw_selection(surface, inner)
        if self.text and self.ui.focus is not self:
            words = self.text
            self.ui.text(surface, words, inner.x, inner.y, self.size, self._ink(), self.style, inner.w, h=inner.h)
        elif self.text:
            for x, piece in self._line().visible(self._scroll, self._scroll + inner.w):
                left = inner.x + x - self._scroll
                self.ui.text(surface, piece, left, inner.y, self.size, self._ink(), self.style, h=inner.h)
        elif self.placeholder and not (self.ui.focus is self and self.ui.compose):
            self.draw_placeholder(surface, inner, inner.h)
        if self.ui.focus is self:
            self.draw_caret(surface)
        surface.set_clip(clip)

    def draw_frame(self, surface: Surface) -> None:
        """Draw the box: its edge red, with an icon, when something is wrong with what is in it."""
        ui, c = self.ui, self.ui.c
        fixed = self.read_only or not self.enabled
        edge = c["red"] if self._error else c["line"] if fixed else c["edge"]
        width = ui.px(2) if self._error else ui.px(1)
        rrect(surface, self.rect, ui.px(5), c["head" if fixed else "input"], edge, width)
        middle = self.rect.y + ui.px(17) if self.multiline else self.rect.centery
        if self.icon:
            ui.icon(surface, self.icon, self.rect.x + ui.px(17), middle, 16, "text2")
        if self._error:
            ui.icon(surface, "warn", self.rect.right - ui.px(16), middle, 16, "red")

    def draw_placeholder(self, surface: Surface, inner: Rect, height: float) -> None:
        """Draw what stands in an empty field; in high contrast in brackets, or it would look like a value."""
        words = f"[{self.placeholder}]" if self.ui.theme_name == "contrast" else self.placeholder
        self.ui.text(surface, words, inner.x, inner.y, self.size, "faint", maxw=inner.w, h=height)

    def draw_caret(self, surface: Surface) -> None:
        """Draw the caret while it is on, and the text that is being composed."""
        ui, caret = self.ui, self.caret_rect()
        if hasattr(pygame.key, "set_text_input_rect"):
            pygame.key.set_text_input_rect(caret)  # where the input method shows its choices
        if ui.compose:
            width = self.width_of(ui.compose)
            surface.fill(ui.c["accent_soft"], (caret.x, caret.y, width, caret.h))
            ui.text(surface, ui.compose, caret.x, caret.y, self.size, "text", self.style, h=caret.h)
            surface.fill(ui.c["text"], (caret.x, caret.bottom - 1, width, 2))
        elif self.caret_on():
            surface.fill(ui.c["text"], caret)

    def caret_on(self) -> bool:
        """Whether the blinking caret is to be seen now."""
        return int((self.ui.clock() - self._shown_since) / CARET_ON_S) % 2 == 0

    def tip_at(self, pos: tuple[int, int]) -> str:
        """What is wrong, or help, or all of a text that is longer than the field."""
        if self._error or self.tooltip:
            return self._error or self.tooltip
        return super().tip_at(pos)

    def _ink(self) -> str:
        return "text" if self.enabled else "faint"

    def _draw_selection(self, surface: Surface, inner: Rect) -> None:
        start, end = self.edit.selection
        if start == end:
            return
        left, right = self._line().x_at(start), self._line().x_at(end)
        gap = self.ui.px(5)
        box = Rect(round(inner.x + left - self._scroll), inner.y + gap, round(right - left), inner.h - 2 * gap)
        surface.fill(self.ui.c["select"], box.clip(inner))

    # events

    def on_focus(self, select: bool = True) -> None:
        """The caret shows; one line that is reached by Tab is selected."""
        self._shown_since = self.ui.clock()
        if select and not self.multiline:
            self.edit = self.edit.selecting_all()
            self.ensure_visible()

    def on_blur(self) -> None:
        """The selection ends, and whoever listens hears what is in the field."""
        if not self.multiline:
            self.edit = self.edit.moved(self.edit.caret)
            self._scroll = 0.0
        if self.on_leave:
            self.on_leave(self.text)

    def on_text(self, text: str) -> None:
        """Typed text goes in at the caret."""
        self.replace(text, "type")

    def on_press(self, event: Event, clicks: int) -> None:
        """Once puts the caret, twice selects the word, three times all."""
        index = self.index_at(event.pos)
        if clicks == 2:
            self.edit = self.edit.selecting_word(index)
        elif clicks == 3:
            self.edit = self.edit.selecting_all()
        else:
            self.edit = self.edit.moved(index, bool(pygame.key.get_mods() & pygame.KMOD_SHIFT))
        self._moved()

    def on_mouse_move(self, event: Event) -> None:
        """Dragging selects."""
        if self.ui.capture is self and self.ui.click_count == 1:
            self.edit = self.edit.moved(self.index_at(event.pos), True)
            self._moved()

    def on_key(self, event: Event) -> bool:
        """Move, select, delete, undo, cut, copy and paste."""
        if event.key in ENTER and self.on_submit:
            self.on_submit(self.text)
            return True
        return self._on_clipboard_key(event) or self._on_undo_key(event) or self._on_edit_key(event)

    def _on_clipboard_key(self, event: Event) -> bool:
        key, held = event.key, ctrl(event)
        if held and key == pygame.K_a:
            self.edit = self.edit.selecting_all()
            self._moved()
        elif (held and key in (pygame.K_c, pygame.K_x, pygame.K_INSERT)) or (shift(event) and key == pygame.K_DELETE):
            if self.edit.selected:
                self.ui.clip.put(self.edit.selected)
                if key in (pygame.K_x, pygame.K_DELETE):
                    self.replace("")
        elif (held and key == pygame.K_v) or (shift(event) and key == pygame.K_INSERT):
            self.replace(self.ui.clip.get())
        else:
            return False
        return True

    def _on_undo_key(self, event: Event) -> bool:
        if not ctrl(event) or event.key not in (pygame.K_z, pygame.K_y):
            return False
        if not self.read_only and self.enabled:
            redo = event.key == pygame.K_y or shift(event)
            self._become(self.edit.redone() if redo else self.edit.undone())
        return True

    def _on_edit_key(self, event: Event) -> bool:
        edit, key, word, extend = self.edit, event.key, ctrl(event), shift(event)
        if key in (pygame.K_BACKSPACE, pygame.K_DELETE):
            if not self.read_only and self.enabled:
                now = self.ui.clock()
                back = key == pygame.K_BACKSPACE
                self._become(edit.deleted_back(now, word) if back else edit.deleted_forward(now, word))
            return True
        moves = {
            pygame.K_LEFT: lambda: edit.moved_left(extend, word),
            pygame.K_RIGHT: lambda: edit.moved_right(extend, word),
            pygame.K_HOME: lambda: edit.moved(0, extend),
            pygame.K_END: lambda: edit.moved(len(edit.text), extend),
        }
        if key not in moves or event.mod & pygame.KMOD_ALT:
            return False
        self.edit = moves[key]()
        self._moved()
        return True

"""Tooltips: the whole of what was cut short, or a word of help, beside what it belongs to."""

from pygame import Rect, Surface

from simulator.desk.kit.popup import Popup, beside
from simulator.desk.kit.timers import Timer
from simulator.desk.kit.widget import Stage, Widget

WAIT_S = 0.6
WIDTH = 420
SIZE = 14.5


class Tooltip(Popup):
    """A small box with some rows of text; the mouse goes through it."""

    def __init__(self, ui: Stage, text: str, anchor: Rect) -> None:
        super().__init__(ui, "tooltip")
        self.text = text
        px = ui.px(10)
        self.rows = ui.wrapped(text, SIZE, ui.px(WIDTH) - 2 * px)[:12]
        self.row_height = ui.px(SIZE * 1.4)
        width = max((ui.text_width(row, SIZE) for row in self.rows), default=0)
        self.rect = beside(ui, anchor, int(width) + 2 * px, len(self.rows) * self.row_height + px, ui.px(8))

    def draw(self, surface: Surface) -> None:
        """Draw the box and the text."""
        super().draw(surface)
        x, y = self.rect.x + self.ui.px(10), self.rect.y + self.ui.px(10) // 2
        for number, row in enumerate(self.rows):
            self.ui.text(surface, row, x, y + number * self.row_height, SIZE, h=self.row_height)


class Tips:
    """Shows a tooltip after the mouse has rested, or the keyboard has stayed, on a widget for a while."""

    def __init__(self, ui: Stage) -> None:
        self._ui = ui
        self._timer: Timer | None = None
        self.shown: Tooltip | None = None

    def hovering(self, widget: Widget | None) -> None:
        """The mouse is over this widget now."""
        text = widget.tip_at(self._ui.mouse) if widget else ""
        if self.shown and text == self.shown.text:
            return
        self.hide()
        if widget:
            self._timer = self._ui.after(WAIT_S, lambda: self._show_at_mouse(widget))

    def focused(self, widget: Widget | None) -> None:
        """The keyboard has come to this widget."""
        self.hide()
        if widget:
            self._timer = self._ui.after(WAIT_S, lambda: self._show_at_focus(widget))

    def hide(self) -> None:
        """Take the tooltip away and show none that was waiting."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if self.shown:
            shown, self.shown = self.shown, None
            shown.invalidate()

    def _show_at_mouse(self, widget: Widget) -> None:
        x, y = self._ui.mouse
        self._show(widget.tip_at(self._ui.mouse), Rect(x, y, 1, self._ui.px(14)))

    def _show_at_focus(self, widget: Widget) -> None:
        if self._ui.focus is widget:
            self._show(widget.focus_tip(), widget.rect)

    def _show(self, text: str, anchor: Rect) -> None:
        if text.strip():
            self.shown = Tooltip(self._ui, text, anchor)
            self.shown.invalidate()

"""Asks why a recorded field was changed, in the head of the form; an empty answer records none."""

from collections.abc import Callable

from pygame import Rect

from simulator.desk.kit.label import Label
from simulator.desk.kit.textfield import TextField
from simulator.desk.kit.widget import Stage, Widget

LONGEST = 160


class ReasonBox(Widget):
    """Shown while a correction waits. The keyboard comes here and goes back to where it was going."""

    def __init__(self, ui: Stage) -> None:
        super().__init__(ui, "Reason for the change")
        self.label = Label(ui, "", align="right")
        self.box = TextField(ui, "Reason for change", size=14.5, max_len=LONGEST)
        self.box.on_change = lambda _: self._typed()
        self.box.on_submit = lambda _: self.ui.set_focus(self._return_to)
        self.box.on_leave = lambda _: self._answered()
        self.add(self.label, self.box)
        self.visible = False
        self._field = ""
        self._typed: Callable[[], None] = lambda: None
        self._then: Callable[[], None] | None = None
        self._return_to: Widget | None = None

    def ask(self, field: str, typed: Callable[[], None], then: Callable[[], None]) -> None:
        """Ask about a field; `typed` is told of every key, `then` when the box was left."""
        self._answered()
        self._field, self._typed, self._then = field, typed, then
        self._return_to = self.ui.focus
        self.label.text = f"{field}: why changed?"
        self.box.value = ""
        self.visible = True
        self.invalidate()
        self.ui.set_focus(self.box)

    def take(self, field: str) -> str:
        """The reason given so far for this field; the question is over."""
        if field != self._field:
            return ""
        self._field, self._then, self.visible = "", None, False
        self.invalidate()
        if self.ui.focus is self.box:
            self.ui.set_focus(self._return_to)
        return self.box.text.strip()

    def _answered(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def layout(self, rect: Rect) -> None:
        """The question, then the box."""
        super().layout(rect)
        px = self.ui.px
        box = int(rect.w * 0.5)
        self.label.layout(Rect(rect.x, rect.y, rect.w - box - px(8), rect.h))
        self.box.layout(Rect(rect.right - box, rect.y, box, rect.h))

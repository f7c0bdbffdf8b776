"""Wrap-up: how the contact is closed, and the end of the work on it."""

from collections.abc import Callable

from pygame import Rect

from simulator import actions as a
from simulator.desk.control import Control
from simulator.desk.kit.button import Button
from simulator.desk.kit.label import Label
from simulator.desk.kit.panel import Panel
from simulator.desk.kit.select import Select
from simulator.desk.kit.widget import Stage
from simulator.desk.view import DeskView

NO_CATEGORY = "Choose what it is closed as."


class WrapUpPanel(Panel):
    """Category, qualifiers and result; the form, the log and the actions stay open beside it."""

    def __init__(self, ui: Stage, control: Control, finish: Callable[[], None]) -> None:
        super().__init__(ui, "Wrap-up", note=self._state)
        self.control = control
        self.view = DeskView()
        names = control.names
        word = "incident" if control.call.desk == "incident" else "ticket"
        self._results = {c.label: c.id for c in names.choices("results")}
        self.chosen: tuple[str, ...] = ()
        self.labels = [Label(ui, text) for text in ("Result", "Close as", "Qualifiers")]
        self.result = Select(ui, "Result", list(self._results))
        self.category = Select(ui, "Close as", list(names.categories()))
        self.category.on_change = lambda _: setattr(self.category, "error", "")
        self.qualifiers = Select(ui, "Qualifiers", list(names.qualifiers()), placeholder="None")
        self.qualifiers.on_change = self._toggle
        self.close = Button(ui, f"Close {word}", self._close)
        self.finish = Button(ui, "Finish wrap-up", finish, kind="primary")
        self.add(*self.labels, self.result, self.category, self.qualifiers, self.close, self.finish)

    def _state(self) -> str:
        if self.view.closed:
            return f"Closed as {self.view.closed.category}"
        return "Handed over, open" if self.view.handed_over else ""

    def _toggle(self, name: str | None) -> None:
        if name is None:
            return
        there = name in self.chosen
        self.chosen = tuple(q for q in self.chosen if q != name) if there else (*self.chosen, name)
        self.qualifiers.value = None
        self.qualifiers.placeholder = ", ".join(self.chosen) or "None"
        self.qualifiers.invalidate()

    def _close(self) -> None:
        if not self.category.value:
            self.category.error = NO_CATEGORY
            self.ui.set_focus(self.category)
            return
        result = self._results.get(self.result.value or "", "")
        self.control.drafts.record_all()
        self.control.do(a.Close(category=self.category.value, qualifiers=self.chosen, result=result))

    def refresh(self, view: DeskView) -> None:
        """Show this view."""
        self.view = view
        for button in (self.close, self.finish):
            button.enabled = not view.over
        self.invalidate()

    def layout(self, rect: Rect) -> None:
        """Three choices, two buttons."""
        super().layout(rect)
        px, body = self.ui.px, self.body()
        label = px(92)
        choices = (self.result, self.category, self.qualifiers)
        for n, (head, select) in enumerate(zip(self.labels, choices, strict=True)):
            y = body.y + n * px(42)
            head.layout(Rect(body.x, y, label, px(34)))
            select.layout(Rect(body.x + label, y, body.w - label, px(34)))
        y, half = body.y + 3 * px(42) + px(4), (body.w - px(8)) // 2
        self.close.layout(Rect(body.x, y, half, px(38)))
        self.finish.layout(Rect(body.right - half, y, half, px(38)))

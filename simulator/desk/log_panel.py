"""The timed log and the box for a new entry, with the section it belongs to."""

from collections.abc import Callable

from pygame import Rect

from simulator import actions as a
from simulator.desk.control import Control
from simulator.desk.kit.button import Button
from simulator.desk.kit.panel import Panel
from simulator.desk.kit.select import Select
from simulator.desk.kit.textarea import TextArea
from simulator.desk.kit.widget import Stage
from simulator.desk.row_list import ListRow, RowList
from simulator.desk.view import DeskView, LogRow

LONGEST = 4_000


class LogPanel(Panel):
    """What has been written, newest at the foot. An entry begun is kept until it is added."""

    def __init__(self, ui: Stage, control: Control) -> None:
        word = "Incident log" if control.call.desk == "incident" else "Ticket log"
        super().__init__(ui, word, note=self._count)
        self.control = control
        self.view = DeskView()
        self.list = RowList(ui, "Log entries", left_w=88, right_w=120, follow=True)
        self._sections = {c.label: c.id for c in control.names.choices("sections")}
        labels = list(self._sections)
        self.section = Select(ui, "Section", labels, labels[0])
        self.box = TextArea(
            ui,
            "New log entry",
            placeholder="New log entry. Ctrl+Enter adds it with the time.",
            on_change=lambda _: control.typed_elsewhere(),
            on_submit=lambda _: self.commit(),
            max_len=LONGEST,
        )
        self.button = Button(ui, "Add entry", self.commit)
        self.add(self.list, self.section, self.box, self.button)

    def _count(self) -> str:
        n = len(self.view.log)
        return "1 entry" if n == 1 else f"{n} entries"

    def commit(self) -> None:
        """Add what is in the box, if there is anything."""
        text = self.box.text.strip()
        if not text or self.view.over:
            return
        before = len(self.control.view.log)
        self.control.do(a.Note(text=text, section=self._sections[self.section.value or "Facts"]))
        if len(self.control.view.log) > before:
            self.box.value = ""
            self.section.value = next(iter(self._sections))
            self.section.invalidate()

    def refresh(self, view: DeskView) -> None:
        """Show this view."""
        changed = len(view.log) != len(self.view.log)
        self.view = view
        if changed:
            self.list.show([log_row(row, self.control.wall) for row in view.log])
            self.invalidate()

    def layout(self, rect: Rect) -> None:
        """Entries above, section, box and button below."""
        super().layout(rect)
        px, body = self.ui.px, self.body()
        height, button, section = px(58), px(104), px(150)
        top = body.bottom - height
        self.list.layout(Rect(body.x, body.y, body.w, max(0, top - body.y - px(8))))
        self.section.layout(Rect(body.x, top, section, height))
        box_x = body.x + section + px(8)
        self.box.layout(Rect(box_x, top, body.right - button - px(8) - box_x, height))
        self.button.layout(Rect(body.right - button, top, button, height))


def log_row(row: LogRow, wall: Callable[[int], str]) -> ListRow:
    """A log line as a row of the list; what the log wrote by itself is quieter."""
    return ListRow(text=row.text, left=wall(row.t_ms), right=row.section, tone="text" if row.section else "text2")

"""The opened record: its details, and a change to it where it may be changed."""

from pygame import Rect

from simulator import actions as a
from simulator.desk.control import Control
from simulator.desk.kit.button import Button
from simulator.desk.kit.label import Label
from simulator.desk.kit.select import Select
from simulator.desk.kit.textfield import TextField
from simulator.desk.kit.widget import Stage, Widget
from simulator.desk.names import readable
from simulator.desk.row_list import ListRow, RowList
from simulator.desk.view import DeskView, Opened

NOTHING = "No record is open. Search, then open one with Enter."


class RecordView(Widget):
    """Reads the record that was opened last. A change is sent by its button or by Enter."""

    def __init__(self, ui: Stage, control: Control) -> None:
        super().__init__(ui, "Record")
        self.control = control
        self.opened: Opened | None = None
        self.title = Label(ui, self._title, 16, "text", "bold")
        self.list = RowList(ui, "Record details", left_w=170, size=15.5, empty=NOTHING, left_style="regular")
        self.field = Select(ui, "Detail to change", [], placeholder="Change which")
        self.value = TextField(ui, "New value", placeholder="New value", max_len=200)
        self.value.on_change = lambda _: control.typed_elsewhere()
        self.value.on_submit = lambda _: self._update()
        self.button = Button(ui, "Update record", self._update, label="Update")
        self.add(self.title, self.list, self.field, self.value, self.button)
        self._show_change()

    def _title(self) -> str:
        if self.opened is None:
            return ""
        return f"{self.control.names.choice('systems', self.opened.system)}: {self.opened.row.title}"

    def _update(self) -> None:
        if self.opened is None or not self.field.value or not self.value.text.strip():
            return
        record, field, value = self.opened.row.id, self._fields()[self.field.value], self.value.text.strip()
        self.control.do(a.Update(record=record, field=field, value=value))
        if self.control.view.changed.get((record, field)) == value:
            self.value.value = ""

    def _fields(self) -> dict[str, str]:
        return {readable(name): name for name in self.opened.row.editable} if self.opened else {}

    def refresh(self, view: DeskView) -> None:
        """Show this view."""
        if view.opened == self.opened:
            return
        another = self.opened is None or view.opened is None or view.opened.row.id != self.opened.row.id
        self.opened = view.opened
        self.list.show(_rows(self.opened))
        if another:
            self.field.value = None
            self.field.options = list(self._fields())
            self._show_change()
            self.layout(self.rect)
        self.invalidate()

    def _show_change(self) -> None:
        for widget in (self.field, self.value, self.button):
            widget.visible = bool(self._fields())

    def layout(self, rect: Rect) -> None:
        """Details above, the change below."""
        super().layout(rect)
        px = self.ui.px
        self.title.layout(Rect(rect.x, rect.y, rect.w, px(30)))
        foot = px(44) if self._fields() else 0
        self.list.layout(Rect(rect.x, rect.y + px(34), rect.w, max(px(40), rect.h - px(34) - foot)))
        y, button, field = rect.bottom - px(34), px(86), min(px(190), int(rect.w * 0.34))
        self.field.layout(Rect(rect.x, y, field, px(34)))
        self.value.layout(Rect(rect.x + field + px(8), y, rect.w - field - button - px(16), px(34)))
        self.button.layout(Rect(rect.right - button, y, button, px(34)))


def _rows(opened: Opened | None) -> list[ListRow]:
    if opened is None:
        return []
    row = opened.row
    pairs = dict(row.cells) | dict(row.details)
    marked = [ListRow(text=marker, icon="flag", tone="amber") for marker in row.markers]
    return [*marked, *(ListRow(text=value, left=readable(name)) for name, value in pairs.items())]

"""The form of a desk, incident or ticket: its fields from the vocabulary, in groups on a grid."""

from pygame import Rect

from simulator.desk.control import Control
from simulator.desk.field_editor import FieldEditor
from simulator.desk.field_rows import Group, Placed, groups
from simulator.desk.kit.label import Label
from simulator.desk.kit.panel import Panel
from simulator.desk.kit.scroll import Scroll
from simulator.desk.kit.widget import Stage
from simulator.desk.reason_box import ReasonBox
from simulator.desk.view import DeskView

NARROW = 640  # units of width under which the form has six columns


class FieldForm(Panel):
    """The form scrolls where it does not fit and follows the focus; a resize keeps every value."""

    def __init__(self, ui: Stage, control: Control) -> None:
        word = "Incident" if control.call.desk == "incident" else "Ticket"
        super().__init__(ui, word, title=f"{word} {control.call.reference}")
        self.reasons = ReasonBox(ui)
        self.editors = {f.id: FieldEditor(ui, control, f, self.reasons) for f in control.names.fields()}
        self._fields = control.names.fields()
        self._heads = {f.group: Label(ui, f.group, 14.5, "text", "bold") for f in self._fields}
        self.scroll = Scroll(ui, "Form", self._place)
        for title, head in self._heads.items():
            self.scroll.add(head)
            for field in (f for f in self._fields if f.group == title):
                self.scroll.add(self.editors[field.id].label, *self.editors[field.id].widgets)
        self.add(self.reasons, self.scroll)

    def refresh(self, view: DeskView) -> None:
        """The widgets hold their own values; nothing is overwritten while someone types. Only the marks follow."""
        for editor in self.editors.values():
            editor.label.refresh()

    def wanted_height(self, width: int) -> int:
        """How high the panel must be, in pixels, to show the whole form in this width."""
        content = self._place(Rect(0, 0, width - 2 * self.ui.px(12), 0))
        return content + self.ui.px(self.head_h) + self.ui.px(12)

    def layout(self, rect: Rect) -> None:
        """Take this place."""
        super().layout(rect)
        self.scroll.layout(self.body())
        px, width = self.ui.px, int(rect.w * 0.62)
        self.reasons.layout(Rect(rect.right - px(12) - width, rect.y + px(4), width, max(24, px(27))))

    def _place(self, rect: Rect) -> int:
        px = self.ui.px
        columns = 12 if rect.w / self.ui.scale >= NARROW else 6
        width, y = rect.w - px(8), rect.y
        for group in groups(self._fields, columns):
            self._heads[group.title].layout(Rect(rect.x, y, width, px(22)))
            y = self._place_group(group, Rect(rect.x, y + px(22), width, 0), columns)
        return y - rect.y

    def _place_group(self, group: Group, rect: Rect, columns: int) -> int:
        px = self.ui.px
        gap, y = px(10), rect.y
        column = (rect.w + gap) / columns
        for row in group.rows:
            for placed in row:
                cell = Rect(rect.x + round(placed.column * column), y, round(placed.span * column) - gap, 0)
                (self._place_inline if group.inline else self._place_field)(placed, cell)
            y += px(37) if group.inline else px(54)
        return y + px(1)

    def _place_field(self, placed: Placed, cell: Rect) -> None:
        px, editor = self.ui.px, self.editors[placed.field.id]
        editor.label.stacked = False
        editor.label.layout(Rect(cell.x, cell.y - px(2), cell.w, px(18)))  # clear of the focus ring
        box = Rect(cell.x, cell.y + px(18), cell.w, px(32))
        if editor.segments is not None and editor.box is not None:
            self._place_answer(editor, box, min(px(144), int(box.w * 0.6)))
        else:
            editor.widgets[0].layout(box)

    def _place_inline(self, placed: Placed, cell: Rect) -> None:
        px, editor = self.ui.px, self.editors[placed.field.id]
        width = min(px(128), int(cell.w * 0.34))
        editor.label.stacked = True
        editor.label.layout(Rect(cell.x, cell.y, width, px(32)))
        rest = Rect(cell.x + width, cell.y, cell.w - width, px(32))
        self._place_answer(editor, rest, min(px(138), int(rest.w * 0.58)))

    def _place_answer(self, editor: FieldEditor, box: Rect, width: int) -> None:
        assert editor.segments is not None and editor.box is not None
        gap = self.ui.px(6)
        editor.segments.layout(Rect(box.x, box.y, width, box.h))
        editor.box.layout(Rect(box.x + width + gap, box.y, box.w - width - gap, box.h))

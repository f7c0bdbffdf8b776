"""One field of a form: its widgets by kind, its value, and when that value is recorded."""

from scenarios.vocabulary.words import Field
from simulator import actions as a
from simulator.desk.answers import CHOICES, PLAIN, AnswerValue
from simulator.desk.control import Control
from simulator.desk.correction import WAITS_MS, is_correction
from simulator.desk.kit.segmented import Segmented
from simulator.desk.kit.select import Select
from simulator.desk.kit.textfield import TextField
from simulator.desk.kit.widget import Stage, Widget
from simulator.desk.marked_label import MarkedLabel
from simulator.desk.reason_box import ReasonBox
from simulator.desk.recorded_mark import ENTER, NOT_NOW, Mark, mark_of

MONO = ("phone", "date", "postcode", "registration", "time")
UPPER = ("postcode", "registration")
LONGEST = {"text": 500, "place": 160, "name": 100, "answer": 200}


class FieldEditor:
    """A field's label and widgets. Drafts go through the control; a change of mind is a correction."""

    def __init__(self, ui: Stage, control: Control, field: Field, reasons: ReasonBox) -> None:
        self.field = field
        self._control = control
        self._reasons = reasons
        self.label = MarkedLabel(ui, field.label, self._mark)
        self.box: TextField | None = None
        self.select: Select | None = None
        self.segments: Segmented | None = None
        choices = control.names.field_choices(field)
        if field.kind == "answer":
            self.segments = Segmented(ui, field.label, list(CHOICES), on_change=lambda _: self._record_now())
            self.segments.tooltip = "N/K: not known"
            if field.id not in PLAIN:
                self.box = self._text_box(ui, f"{field.label}, detail")
        elif choices:
            self.select = Select(ui, field.label, list(choices), on_change=lambda _: self._record_now())
        else:
            self.box = self._text_box(ui, field.label)

    def _text_box(self, ui: Stage, name: str) -> TextField:
        kind = self.field.kind
        box = TextField(
            ui,
            name,
            on_change=lambda _: self._touched(),
            on_submit=lambda _: self._left(),
            max_len=LONGEST.get(kind, 60),
            upper=kind in UPPER,
            mono=kind in MONO,
        )
        box.on_leave = lambda _: self._left()
        return box

    @property
    def widgets(self) -> tuple[Widget, ...]:
        """The widgets in the order of Tab."""
        return tuple(w for w in (self.segments, self.select, self.box) if w is not None)

    @property
    def value(self) -> str:
        """What the widgets say now."""
        if self.segments is not None:
            return AnswerValue(self.segments.value, self.box.text if self.box is not None else "").text()
        if self.select is not None:
            return self.select.value or ""
        return self.box.text.strip() if self.box is not None else ""

    def _mark(self) -> Mark | None:
        kept = self._control.view.fields.get(self.field.id)
        how = ENTER if self._control.may_record() else NOT_NOW
        at_ms = kept.t_ms if kept else 0
        return mark_of(self.value, kept.value if kept else None, at_ms, self._control.wall, how)

    def _touched(self) -> None:
        self._control.typed_elsewhere()
        self.label.refresh()
        self._touch(WAITS_MS if self._corrects() else 0)

    def _touch(self, wait_ms: int = 0) -> None:
        self._control.drafts.touch(self.field.id, self._control.now_ms() + wait_ms, self._record)

    def _left(self) -> None:
        if self._corrects() and not self._control.view.over:
            self._touch(WAITS_MS)
            self._reasons.ask(self.field.label, self._typed_reason, self._leave)
        else:
            self._leave()

    def _typed_reason(self) -> None:
        self._control.typed_elsewhere()
        self._touch(WAITS_MS)

    def _leave(self) -> None:
        self._control.drafts.leave(self.field.id)

    def _record_now(self) -> None:
        self.label.refresh()
        self._touch()
        self._left()

    def _corrects(self) -> bool:
        recorded = self._control.view.fields.get(self.field.id)
        return is_correction(recorded, self.value, self._control.now_ms())

    def _record(self) -> None:
        value, because = self.value, self._reasons.take(self.field.label)
        if value != self._control.view.value(self.field.id):
            self._control.do(a.Record(values={self.field.id: value}, because=because or None))

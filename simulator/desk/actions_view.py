"""The Actions tab: choose a deed, fill in what it asks for, do it; below, what has been done."""

from collections.abc import Callable

from pygame import Rect

from simulator.desk.control import Control
from simulator.desk.deeds import Deed, Input, deeds
from simulator.desk.kit.button import Button
from simulator.desk.kit.label import Label
from simulator.desk.kit.select import Select
from simulator.desk.kit.textarea import TextArea
from simulator.desk.kit.textfield import TextField
from simulator.desk.kit.widget import Stage, Widget
from simulator.desk.row_list import ListRow, RowList
from simulator.desk.view import DeskView

InputWidget = Select | TextField | TextArea


class DeedForm(Widget):
    """The inputs of one deed. What was typed stays until it is done, whichever deed is in front."""

    def __init__(self, ui: Stage, control: Control, deed: Deed, done: Callable[[], object] = bool) -> None:
        """`done` is called once the deed is done."""
        super().__init__(ui, deed.name)
        self.deed = deed
        self._done = done
        self._control = control
        self.labels: dict[str, Label] = {}
        self.inputs: dict[str, InputWidget] = {}
        for wanted in deed.inputs:
            self.labels[wanted.key] = Label(ui, wanted.label)
            self.inputs[wanted.key] = self._widget(wanted)
            self.add(self.labels[wanted.key], self.inputs[wanted.key])
        self.button = Button(ui, deed.button, self.fire, kind="primary")
        self.add(self.button)

    def _widget(self, wanted: Input) -> InputWidget:
        name = f"{self.deed.name}: {wanted.label}"
        if wanted.choices is not None:
            options = list(wanted.choices)
            return Select(self.ui, name, options, self._first(wanted, options))
        if wanted.kind == "text":
            field = TextField(self.ui, name, max_len=160)
            field.on_change = lambda _: self._control.typed_elsewhere()
            field.on_submit = lambda _: self.fire()
            return field
        area = TextArea(self.ui, name, size=15.5, max_len=2_000)
        area.on_change = lambda _: self._control.typed_elsewhere()
        area.on_submit = lambda _: self.fire()
        return area

    def _first(self, wanted: Input, options: list[str]) -> str | None:
        return options[0] if not wanted.needed or self.deed.id == "hand_over" else None

    def values(self) -> dict[str, str]:
        """What was chosen and typed, by key."""
        return {wanted.key: self._value(wanted) for wanted in self.deed.inputs}

    def _value(self, wanted: Input) -> str:
        widget = self.inputs[wanted.key]
        if isinstance(widget, Select):
            return (wanted.choices or {}).get(widget.value or "", "")
        return widget.text.strip()

    def missing(self) -> Input | None:
        """The first input that is needed and empty."""
        values = self.values()
        return next((i for i in self.deed.inputs if i.needed and not values[i.key]), None)

    def fire(self) -> None:
        """Do it, or go to what is missing."""
        missing = self.missing()
        if missing is not None:
            self.ui.set_focus(self.inputs[missing.key])
            return
        before = self._control.view.notice_n
        self._control.do(self.deed.make(self.values()))
        if self._control.view.notice_n == before:
            self._empty()
            self._done()  # whoever types on at once must not press the button again with every space

    def _empty(self) -> None:
        for wanted in self.deed.inputs:
            widget = self.inputs[wanted.key]
            if isinstance(widget, Select):
                widget.value = self._first(wanted, list(wanted.choices or {}))
            else:
                widget.value = ""
        self.invalidate()

    def wanted_height(self, width: int) -> int:
        """How many pixels the inputs and the button take in a width."""
        px = self.ui.px
        short, long = self._short(), self._long()
        rows = -(-len(short) // self._across(width))
        button = px(44) if not long and not self._wide(width) else 0
        return rows * px(56) + len(long) * px(112) + button

    def _short(self) -> list[Input]:
        return [i for i in self.deed.inputs if i.kind != "long"]

    def _long(self) -> list[Input]:
        return [i for i in self.deed.inputs if i.kind == "long"]

    def _wide(self, width: int) -> bool:
        return width / self.ui.scale >= 380

    def _across(self, width: int) -> int:
        return max(1, len(self._short())) if self._wide(width) else 1

    def layout(self, rect: Rect, indent: int = 0) -> None:
        """Short inputs side by side where there is room, long ones below; the button to the right of the last.

        `indent` pixels before the short ones are left to somebody else.
        """
        super().layout(rect)
        px = self.ui.px
        short, long, button = self._short(), self._long(), px(116)
        wide, across, gap = self._wide(rect.w), self._across(rect.w), px(8)
        room = rect.w - indent - (button + gap if wide and not long else 0)
        width, y = (room + gap) // across, rect.y
        for n, wanted in enumerate(short):
            x = rect.x + indent + (n % across) * width
            self._place(wanted.key, Rect(x, y, width - gap, px(34)))
            y += px(56) if (n + 1) % across == 0 else 0
        for wanted in long:
            self._place(wanted.key, Rect(rect.x, y, rect.w - button - gap, px(88)))
            y += px(112)
        if long:
            self.button.layout(Rect(rect.right - button, y - px(112) + px(18), button, px(88)))
        elif wide:
            self.button.layout(Rect(rect.right - button, rect.y + px(18), button, px(34)))
        else:
            self.button.layout(Rect(rect.x, y, button, px(36)))

    def _place(self, key: str, box: Rect) -> None:
        head = self.ui.px(18)
        self.labels[key].layout(Rect(box.x, box.y, box.w, head))
        self.inputs[key].layout(Rect(box.x, box.y + head, box.w, box.h))


class ActionsView(Widget):
    """Deeds by name, with type-ahead, so that each is a few keys away."""

    def __init__(self, ui: Stage, control: Control, done: Callable[[], object] = bool) -> None:
        """`done` is called after each deed."""
        super().__init__(ui, "Actions")
        self.control = control
        self.forms = {deed.name: DeedForm(ui, control, deed, done) for deed in deeds(control.names)}
        names = list(self.forms)
        self.label = Label(ui, "Action")
        self.choice = Select(ui, "Action", names, names[0], on_change=lambda _: self._chosen())
        self.done_label = Label(ui, "Done so far", 14.5, "text", "bold")
        self.done = RowList(ui, "Done so far", left_w=88, size=15, empty="Nothing yet.", follow=True)
        self.add(self.label, self.choice, *self.forms.values(), self.done_label, self.done)
        self._show_form()

    @property
    def form(self) -> DeedForm:
        """The deed in front."""
        return self.forms[self.choice.value or next(iter(self.forms))]

    def go_to(self, deed: str) -> None:
        """Bring a deed to the front by its id and go to its first input that is empty."""
        form = next(f for f in self.forms.values() if f.deed.id == deed)
        self.choice.value = form.deed.name
        self._chosen()
        empty = next((i for i in form.deed.inputs if not form.values()[i.key]), form.deed.inputs[0])
        self.ui.set_focus(form.inputs[empty.key])

    def _chosen(self) -> None:
        self._show_form()
        self.layout(self.rect)
        self.invalidate()

    def _show_form(self) -> None:
        for form in self.forms.values():
            form.visible = form is self.form

    def refresh(self, view: DeskView) -> None:
        """Show this view."""
        self.done.show([ListRow(text=d.text, left=self.control.wall(d.t_ms)) for d in view.done])
        for form in self.forms.values():
            form.button.enabled = not view.over and (view.live or not form.deed.while_live)

    def layout(self, rect: Rect) -> None:
        """The deed, its inputs, what was done. Where it is low the deed and its inputs stand in one row."""
        super().layout(rect)
        px = self.ui.px
        tallest = max(form.wanted_height(rect.w) for form in self.forms.values())
        low = px(60) + tallest > rect.h and rect.w >= px(480)
        choice = min(rect.w, px(200 if low else 320))
        self.label.layout(Rect(rect.x, rect.y, choice, px(18)))
        self.choice.layout(Rect(rect.x, rect.y + px(18), choice, px(34)))
        y = rect.y if low else rect.y + px(60)
        for form in self.forms.values():
            form.layout(Rect(rect.x, y, rect.w, form.wanted_height(rect.w)), choice + px(8) if low else 0)
        y += self.form.wanted_height(rect.w) + px(2)
        # What was done stands in the log too: where there is no room for it here, it is left out.
        self.done.visible = self.done_label.visible = rect.bottom - y >= px(26 + 30)
        self.done_label.layout(Rect(rect.x, y, rect.w, px(24)))
        self.done.layout(Rect(rect.x, y + px(26), rect.w, max(px(30), rect.bottom - y - px(26))))

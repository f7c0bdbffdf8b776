"""THRIVE: six headings, each with a level and a note."""

from dataclasses import dataclass

from pygame import Rect

from scenarios.vocabulary.words import Choice
from simulator import actions as a
from simulator.desk.control import Control
from simulator.desk.kit.panel import Panel
from simulator.desk.kit.segmented import Segmented
from simulator.desk.kit.textfield import TextField
from simulator.desk.kit.widget import Stage
from simulator.desk.marked_label import MarkedLabel
from simulator.desk.recorded_mark import ENTER, NOT_NOW, Mark, mark_of
from simulator.desk.view import DeskView

TONES = {"None": "green", "Low": "accent", "Medium": "amber", "High": "red"}


@dataclass
class Heading:
    """The widgets of one heading."""

    choice: Choice
    label: MarkedLabel
    level: Segmented
    note: TextField


class ThrivePanel(Panel):
    """A level counts when it is pressed, a note when it is left or paused over."""

    def __init__(self, ui: Stage, control: Control) -> None:
        super().__init__(ui, "THRIVE", title="THRIVE assessment")
        self.control = control
        self.headings = [self._heading(choice) for choice in control.names.choices("thrive")]

    def _heading(self, choice: Choice) -> Heading:
        levels = [level.capitalize() for level in self.control.names.words.levels]
        heading = Heading(
            choice,
            MarkedLabel(self.ui, choice.label, lambda: self._mark(heading), 15, "text", "bold", stacked=True),
            Segmented(self.ui, choice.label, levels, tones=TONES),
            TextField(self.ui, f"{choice.label} note", size=15, max_len=300),
        )
        key = f"thrive:{choice.id}"
        heading.level.on_change = lambda _: self._record(heading)
        heading.note.on_change = lambda _: self._touched(key, heading)
        heading.note.on_submit = lambda _: self.control.drafts.leave(key)
        heading.note.on_leave = lambda _: self.control.drafts.leave(key)
        self.add(heading.label, heading.level, heading.note)
        return heading

    def _mark(self, heading: Heading) -> Mark | None:
        held = self.control.view.thrive.get(heading.choice.id)
        how = ENTER if self.control.may_record() else NOT_NOW
        now = _read(heading.level.value, heading.note.text)
        return mark_of(
            now, _read(held.level, held.note) if held else None, held.t_ms if held else 0, self.control.wall, how
        )

    def _touched(self, key: str, heading: Heading) -> None:
        self.control.typed_elsewhere()
        heading.label.refresh()
        self.control.drafts.touch(key, self.control.now_ms(), lambda: self._record(heading))

    def _record(self, heading: Heading) -> None:
        level = heading.level.value.lower() if heading.level.value else None
        note = heading.note.text.strip()
        held = self.control.view.thrive.get(heading.choice.id)
        if held is not None and (held.level, held.note) == (level, note):
            return
        if level or note:
            self.control.do(a.Assess(item=heading.choice.id, level=level, note=note))

    def refresh(self, view: DeskView) -> None:
        """The widgets hold their own values; only the marks follow."""
        for heading in self.headings:
            heading.label.refresh()

    def layout(self, rect: Rect) -> None:
        """A row for each heading."""
        super().layout(rect)
        px, body = self.ui.px, self.body()
        row = min(px(60), body.h / max(1, len(self.headings)))
        label = px(108)
        for n, heading in enumerate(self.headings):
            y, height = body.y + int(n * row), max(24, min(px(34), int(row) - px(6)))
            width = min(body.w - label - px(120), max(px(248), int((body.w - label) * 0.5)))
            heading.label.layout(Rect(body.x, y, label, height))
            heading.level.layout(Rect(body.x + label, y, width, height))
            x = body.x + label + width + px(8)
            heading.note.layout(Rect(x, y, body.right - x, height))


def _read(level: str | None, note: str) -> str:
    return f"{(level or '').lower()} {note.strip()}".strip()

"""The identity check: each item of the vocabulary, marked as passed or failed."""

from pygame import Rect

from scenarios.vocabulary.words import Choice
from simulator import actions as a
from simulator.desk.control import Control
from simulator.desk.kit.label import Label
from simulator.desk.kit.segmented import Segmented
from simulator.desk.kit.widget import Stage, Widget
from simulator.desk.view import DeskView

RESULTS = {"Passed": "passed", "Failed": "failed"}
TONES = {"Passed": "green", "Failed": "red"}


class IdentityView(Widget):
    """What the handler heard and checked; the desk judges nothing and says nothing of what is enough."""

    def __init__(self, ui: Stage, control: Control) -> None:
        super().__init__(ui, "Identity items")
        self.control = control
        self.view = DeskView()
        self.items = control.names.choices("verification_items")
        self.labels = [Label(ui, item.label, 15, "text") for item in self.items]
        self.results = [self._segments(item) for item in self.items]
        for label, result in zip(self.labels, self.results, strict=True):
            self.add(label, result)

    def _segments(self, item: Choice) -> Segmented:
        segments = Segmented(self.ui, f"Identity: {item.label}", list(RESULTS), tones=TONES)
        segments.on_change = lambda chosen: self._mark(item, segments, chosen)
        return segments

    def _mark(self, item: Choice, segments: Segmented, chosen: str | None) -> None:
        if chosen is not None:
            self.control.do(a.Verify(item=item.id, result="passed" if chosen == "Passed" else "failed"))
        # A result that was marked can be changed, never taken away; one that was refused does not stand.
        held = self.control.view.verified.get(item.id)
        segments.value = held.capitalize() if held else None
        segments.invalidate()

    def count(self) -> str:
        """How many items were marked how, or empty."""
        marked = self.view.verified
        passed = sum(1 for result in marked.values() if result == "passed")
        return f"{passed} passed, {len(marked) - passed} failed" if marked else ""

    def refresh(self, view: DeskView) -> None:
        """Show this view."""
        changed = view.verified != self.view.verified
        self.view = view
        if not changed:
            return
        for item, segments in zip(self.items, self.results, strict=True):
            held = view.verified.get(item.id)
            segments.value = held.capitalize() if held else None
        self.invalidate()

    def layout(self, rect: Rect) -> None:
        """A row for each item."""
        super().layout(rect)
        px = self.ui.px
        row = min(px(38), rect.h // max(1, len(self.items)))
        choice = min(px(190), int(rect.w * 0.5))
        for n, (label, result) in enumerate(zip(self.labels, self.results, strict=True)):
            y, height = rect.y + n * row, max(24, min(px(32), row - px(4)))
            label.layout(Rect(rect.x, y, rect.w - choice - px(8), height))
            result.layout(Rect(rect.right - choice, y, choice, height))

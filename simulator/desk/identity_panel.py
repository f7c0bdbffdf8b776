"""The identity check of the contact-centre desk: each item of the vocabulary, passed or failed."""

from pygame import Rect

from scenarios.vocabulary.words import Choice
from simulator import actions as a
from simulator.desk.control import Control
from simulator.desk.kit.label import Label
from simulator.desk.kit.panel import Panel
from simulator.desk.kit.segmented import Segmented
from simulator.desk.kit.widget import Stage
from simulator.desk.view import DeskView

RESULTS = {"Passed": "passed", "Failed": "failed"}
TONES = {"Passed": "green", "Failed": "red"}


class IdentityPanel(Panel):
    """What the handler heard and checked; the desk judges nothing and says nothing of what is enough."""

    def __init__(self, ui: Stage, control: Control) -> None:
        super().__init__(ui, "Identity check", note=self._count)
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
        if chosen is None:  # a result that was marked can be changed, never taken away
            held = self.view.verified.get(item.id)
            segments.value = held.capitalize() if held else None
            return
        self.control.do(a.Verify(item=item.id, result="passed" if chosen == "Passed" else "failed"))

    def _count(self) -> str:
        passed = sum(1 for result in self.view.verified.values() if result == "passed")
        return f"{passed} passed, {len(self.view.verified) - passed} failed" if self.view.verified else ""

    def refresh(self, view: DeskView) -> None:
        """Show this view."""
        if view.verified == self.view.verified:
            self.view = view
            return
        self.view = view
        for item, segments in zip(self.items, self.results, strict=True):
            held = view.verified.get(item.id)
            segments.value = held.capitalize() if held else None
        self.invalidate()

    def layout(self, rect: Rect) -> None:
        """A row for each item."""
        super().layout(rect)
        px, body = self.ui.px, self.body()
        row = min(px(38), body.h // max(1, len(self.items)))
        choice = min(px(190), int(body.w * 0.5))
        for n, (label, result) in enumerate(zip(self.labels, self.results, strict=True)):
            y, height = body.y + n * row, max(24, min(px(32), row - px(5)))
            label.layout(Rect(body.x, y, body.w - choice - px(8), height))
            result.layout(Rect(body.right - choice, y, choice, height))

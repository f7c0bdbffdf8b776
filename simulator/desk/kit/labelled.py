"""A control with its label over it and, where something is wrong, words that say so under it."""

from pygame import Rect, Surface

from simulator.desk.kit.label import Label
from simulator.desk.kit.widget import Stage, Widget

LABEL, CONTROL, GAP, ERROR = 19, 34, 1, 19


class Labelled(Widget):
    """Label above, control below, error text under it with an icon. `height_for` tells the room it needs."""

    def __init__(self, ui: Stage, label: str, control: Widget, control_h: float = CONTROL) -> None:
        super().__init__(ui, "")
        self.label = Label(ui, label)
        self.control = control
        self.control_h = control_h
        self.add(self.label, control)

    @property
    def error(self) -> str:
        """What is wrong, as the control has it."""
        return str(getattr(self.control, "error", ""))

    def height_for(self, width: int) -> int:
        """How high it is in pixels, at a width in pixels."""
        px = self.ui.px
        rows = len(self.ui.wrapped(self.error, 13.5, width - px(22), "bold")) if self.error else 0
        return px(LABEL) + px(GAP) + px(self.control_h) + rows * px(ERROR)

    def layout(self, rect: Rect) -> None:
        """Take this place."""
        self.rect = Rect(rect)
        px = self.ui.px
        self.label.layout(Rect(rect.x, rect.y, rect.w, px(LABEL)))
        self.control.layout(Rect(rect.x, rect.y + px(LABEL) + px(GAP), rect.w, px(self.control_h)))

    def draw(self, surface: Surface) -> None:
        """Draw what is wrong."""
        if not self.error:
            return
        ui = self.ui
        y = self.control.rect.bottom
        ui.icon(surface, "warn", self.rect.x + ui.px(8), y + ui.px(ERROR) / 2, 14, "red")
        for number, row in enumerate(ui.wrapped(self.error, 13.5, self.rect.w - ui.px(22), "bold")):
            top = y + number * ui.px(ERROR)
            ui.text(surface, row, self.rect.x + ui.px(20), top, 13.5, "red", "bold", h=ui.px(ERROR))

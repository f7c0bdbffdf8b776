"""The strip that always says this is a simulation and what the run counts as, with Pause and Stop."""

from collections.abc import Callable, Mapping

from pygame import Rect, Surface

from simulator.desk.keys import label_of
from simulator.desk.kit.button import Button
from simulator.desk.kit.draw import rrect
from simulator.desk.kit.widget import Stage, Widget
from simulator.desk.view import DeskView

RECORDED = "This call is recorded."
LOST = "Not all of this call is recorded."
WORDS = "Simulation. Nobody on this line is real, and nothing is sent to anyone."


class Banner(Widget):
    """The words, the stamp, and the two buttons that are always there (pause in practice only)."""

    is_panel = True

    def __init__(
        self, ui: Stage, force: str, commands: Mapping[str, Callable[[], None]], recorded: bool = False
    ) -> None:
        super().__init__(ui, "Simulation")
        self.recorded = recorded
        self.force = force
        self.view = DeskView()
        self.pause = Button(ui, "Pause", commands["pause"], icon="pause")
        self.stop = Button(ui, "Stop run", commands["stop"], icon="x")
        self.pause.label = lambda: "Go on" if self.view.line.paused else "Pause"
        self.pause.tooltip = label_of("pause")
        self.stop.tooltip = f"{label_of('stop')}. A stop never counts against you."
        self.add(self.pause, self.stop)

    def refresh(self, view: DeskView) -> None:
        """Show this view."""
        self.view = view
        self.pause.visible = view.mode == "practice"
        self.pause.enabled = view.line.state in ("connected", "held", "dropped", "wrap_up") or view.line.paused
        self.stop.enabled = not view.over
        self.invalidate()

    def layout(self, rect: Rect) -> None:
        """Words to the left, buttons to the right."""
        self.rect = Rect(rect)
        px = self.ui.px
        height = max(24, rect.h - px(6))
        y = rect.centery - height // 2
        self.stop.layout(Rect(rect.right - px(14) - px(108), y, px(108), height))
        self.pause.layout(Rect(self.stop.rect.x - px(8) - px(96), y, px(96), height))

    def draw(self, surface: Surface) -> None:
        """Paint the strip."""
        ui = self.ui
        px = ui.px
        surface.fill(ui.c["head"], self.rect)
        surface.fill(ui.c["line"], (self.rect.x, self.rect.bottom - 1, self.rect.w, 1))
        x = self.rect.x + px(20)
        ui.icon(surface, "info", x + px(8), self.rect.centery, 17, "accent")
        x += px(24)
        x += int(ui.text(surface, f"{self.force} contact centre", x, self.rect.y, 14, "text", "bold", h=self.rect.h))
        right = (self.pause if self.pause.visible else self.stop).rect.x - px(12)
        stamp = self.view.stamp
        if stamp:
            width = int(ui.fonts.width(stamp, px(13.5), "bold")) + px(24)
            box = Rect(right - width, self.rect.y + px(5), width, self.rect.h - px(10))
            rrect(surface, box, px(4), ui.c["amber_soft"], ui.c["amber"], 1)
            ui.text(surface, stamp, box.centerx, box.y, 13.5, "amber", "bold", align="center", h=box.h)
            right = box.x - px(12)
        x += px(18)
        if self.recorded:
            words, tone = (LOST, "red") if self.view.unrecorded else (RECORDED, "text")
            rrect(surface, Rect(x, self.rect.centery - px(5), px(10), px(10)), px(5), ui.c["red"])
            x += px(16)
            x += int(ui.text(surface, words, x, self.rect.y, 14, tone, "bold", h=self.rect.h)) + px(12)
        ui.text(surface, WORDS, x, self.rect.y, 14, "text2", maxw=max(0, right - x), h=self.rect.h)

"""The foot of the desk: who sits here, what was refused or is amiss, the keys to know, the time."""

from collections.abc import Callable
from datetime import datetime

from pygame import Rect, Surface

from simulator.desk.control import Control
from simulator.desk.keys import label_of
from simulator.desk.kit.draw import rrect
from simulator.desk.kit.widget import Stage, Widget
from simulator.desk.view import DeskView

SHOWN_MS = 9_000  # how long a refusal stays
HINTS = (
    ("help", "keys"),
    ("go_say", "speak"),
    ("go_lookup", "look-up"),
    ("go_log", "log"),
    ("go_actions", "actions"),
)
OF_DESK: dict[str, tuple[str, str]] = {"incident": ("go_grade", "grade"), "ticket": ("go_identity", "identity")}


class Footer(Widget):
    """One line. A notice takes the place of the hints for some seconds; that of an interruption stays."""

    def __init__(self, ui: Stage, control: Control, wall_time: Callable[[], datetime], standing: str) -> None:
        super().__init__(ui, "Footer")
        self.control = control
        self.view = DeskView()
        self.standing = standing
        self._wall_time = wall_time
        self._said, self._said_ms = "", 0
        self._hints = (*HINTS[:-1], OF_DESK[control.call.desk], HINTS[-1])

    @property
    def notice(self) -> str:
        """What is shown in the middle, or empty for the hints."""
        if self.view.line.state == "interrupted":
            return self.view.notice
        return self._said if self.control.now_ms() - self._said_ms <= SHOWN_MS else ""

    def refresh(self, view: DeskView) -> None:
        """Show this view."""
        if view.notice_n != self.view.notice_n:
            self.say(view.notice)
        self.view = view
        self.invalidate()

    def say(self, words: str) -> None:
        """Say something for some seconds."""
        self._said, self._said_ms = words, self.control.now_ms()
        self.invalidate()

    def draw(self, surface: Surface) -> None:
        """Paint the line."""
        ui, box = self.ui, self.rect
        px, height = ui.px, self.rect.h - ui.px(2)
        mode = "Practice" if self.view.mode == "practice" else "Assessment"
        left = "   ".join(part for part in (self.view.trainee, mode, self.standing) if part)
        now = self._wall_time().strftime("%H:%M:%S   %a %d %b %Y")
        right = ui.text(surface, now, box.right - px(20), box.y, 15, "text", "bold", align="right", h=height)
        room = box.w - right - px(60)
        notice = self.notice
        if notice:
            self._draw_notice(surface, notice, Rect(box.x + px(12), box.y + px(2), int(room), box.h - px(4)))
            return
        taken = ui.text(surface, left, box.x + px(20), box.y, 13.5, "text2", maxw=room, h=height)
        hints = "    ".join(f"{label_of(command)} {word}" for command, word in self._hints)
        width = ui.text_width(hints, 13.5)
        if taken + width + px(60) < room:
            ui.text(surface, hints, box.x + taken + px(60), box.y, 13.5, "text2", h=height)

    def _draw_notice(self, surface: Surface, notice: str, box: Rect) -> None:
        ui, px = self.ui, self.ui.px
        tone = "red" if self.view.line.state == "interrupted" else "amber"
        rrect(surface, box, px(4), ui.c[f"{tone}_soft"], ui.c[tone], 1)
        ui.icon(surface, "warn", box.x + px(16), box.centery, 17, tone)
        ui.text(surface, notice, box.x + px(34), box.y, 14, tone, "bold", box.w - px(44), h=box.h)

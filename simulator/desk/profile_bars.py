"""Each dimension's own share beside what is asked for: bars side by side, never one number."""

from pygame import Rect, Surface

from simulator.desk.kit.draw import rrect
from simulator.desk.kit.widget import Stage, Widget
from simulator.desk.ports import DebriefProfile


class ProfileBars(Widget):
    """A bar for each dimension with a tick where the policy's share is."""

    role = "table"

    def __init__(self, ui: Stage, profiles: tuple[DebriefProfile, ...]) -> None:
        super().__init__(ui, "Profile bars")
        self.profiles = profiles

    def wanted_height(self) -> int:
        """How many pixels the bars take."""
        return self.ui.px(30) * max(1, len(self.profiles))

    def draw(self, surface: Surface) -> None:
        """Paint the bars."""
        row = self.ui.px(30)
        for n, profile in enumerate(self.profiles):
            self._draw_bar(surface, profile, Rect(self.rect.x, self.rect.y + n * row, self.rect.w, row))

    def _draw_bar(self, surface: Surface, profile: DebriefProfile, box: Rect) -> None:
        ui, colours, px = self.ui, self.ui.c, self.ui.px
        name, number = px(150), px(190)
        ui.text(surface, profile.dimension.capitalize(), box.x, box.y, 15, "text", maxw=name, h=box.h)
        track = Rect(box.x + name, box.centery - px(6), box.w - name - number - px(12), px(12))
        tone = "green" if profile.reached else "amber"
        rrect(surface, track, px(4), colours["head"], colours["line"], 1)
        filled = Rect(track.x, track.y, max(px(8), round(track.w * min(1.0, profile.share))), track.h)
        if profile.share > 0:
            rrect(surface, filled, px(4), colours[tone])
        at = track.x + round(track.w * min(1.0, profile.needed))
        surface.fill(colours["text"], (at - 1, track.y - px(4), 2, track.h + px(8)))
        words = f"{round(profile.share * 100)} %, {round(profile.needed * 100)} % needed"
        if not profile.applies:
            words, tone = "Nothing arose", "text2"
        ui.text(surface, words, box.right - number, box.y, 14.5, tone, "bold", number, h=box.h)

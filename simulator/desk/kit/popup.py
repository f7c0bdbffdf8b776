"""What is shown over everything else: a box with a soft shadow."""

from pygame import Rect, Surface

from simulator.desk.kit.draw import rrect, shadow
from simulator.desk.kit.widget import Stage, Widget

SPREAD = 14
"""How far the shadow reaches, in units."""
DIM_ALPHA = 90
"""How dark the window gets behind a modal box, of 255."""


class Popup(Widget):
    """A box over the rest. A modal one keeps the keyboard and the mouse until it is closed, and dims
    the rest."""

    ground = "input"
    ring = False

    def place(self, screen: Rect) -> None:
        """Take a place in the window; called when it opens and when the window changes."""

    def invalidate(self) -> None:
        """Paint this again, its shadow included."""
        grown = 3 * self.ui.px(SPREAD)
        self.ui.invalidate(self.rect.inflate(grown, grown))

    def draw(self, surface: Surface) -> None:
        """Draw the shadow and the box."""
        ui = self.ui
        spread = ui.px(SPREAD)
        picture = shadow((self.rect.w, self.rect.h), spread, ui.px(6), ui.c["shadow"])
        surface.blit(picture, (self.rect.x - spread, self.rect.y - spread + ui.px(4)))
        rrect(surface, self.rect, ui.px(5), ui.c[self.ground], ui.c["edge"], ui.px(1))

    def paint(self, surface: Surface, clip: Rect) -> None:
        """Draw this and all inside; the shadow may reach the clip where the box does not."""
        if self.modal and self.visible:
            self._dim(surface, clip)
        grown = 2 * self.ui.px(SPREAD) + 8
        if not self.visible or not self.rect.inflate(grown, grown).colliderect(clip):
            return
        self.ui.cut = []
        self.draw(surface)
        self.shortened = tuple(self.ui.cut)
        for child in self.children:
            child.paint(surface, clip)

    def _dim(self, surface: Surface, clip: Rect) -> None:
        veil = Surface(clip.size)
        veil.fill(self.ui.c["shadow"])
        veil.set_alpha(DIM_ALPHA)
        surface.blit(veil, clip.topleft)


def beside(ui: Stage, anchor: Rect, width: int, height: int, gap: int) -> Rect:
    """A place under the anchor, or above it where there is more room, wholly in the window."""
    screen = ui.screen.get_rect()
    below, above = screen.bottom - anchor.bottom - gap, anchor.y - screen.y - gap
    y = anchor.bottom + gap if height <= below or below >= above else anchor.y - gap - height
    edge = ui.px(4)
    return Rect(anchor.x, y, width, height).clamp(screen.inflate(-2 * edge, -2 * edge))

"""The scroll bar at the right edge of whatever holds more than it shows."""

from pygame import Rect, Surface

from simulator.desk.kit.draw import scroll_bar
from simulator.desk.kit.pen import Pen

WIDTH = 5
LEAST_HEIGHT = 24


def draw_bar(pen: Pen, surface: Surface, rect: Rect, first: float, shown: float, whole: float) -> None:
    """Draw it inside the right edge of rect, unless all is shown. The three in any one unit."""
    if whole <= shown:
        return
    margin, width = pen.px(4), pen.px(WIDTH)
    track = Rect(rect.x, rect.y + margin, rect.w - margin, rect.h - 2 * margin)
    scroll_bar(surface, track, first / whole, shown / whole, pen.c["edge"], width, pen.px(LEAST_HEIGHT))

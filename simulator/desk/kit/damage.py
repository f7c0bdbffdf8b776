"""Which parts of the window must be painted again."""

from pygame import Rect

MANY = 48
"""Beyond so many separate parts one repaint of their union costs less than their bookkeeping."""


class Damage:
    """Gathers damaged rectangles and hands them out merged, none touching another."""

    def __init__(self) -> None:
        self.everything = True
        self._rects: list[Rect] = []

    def __bool__(self) -> bool:
        return self.everything or bool(self._rects)

    def add(self, rect: Rect, within: Rect) -> None:
        """This part of the window has changed."""
        if self.everything:
            return
        part = Rect(rect).clip(within)
        if part.w > 0 and part.h > 0:
            self._rects.append(part)

    def add_all(self) -> None:
        """The whole window has changed."""
        self.everything = True
        self._rects.clear()

    def take(self, within: Rect) -> list[Rect]:
        """The parts to paint; nothing is damaged afterwards."""
        rects = [Rect(within)] if self.everything else merged(self._rects)
        self.everything = False
        self._rects = []
        return rects


def merged(rects: list[Rect]) -> list[Rect]:
    """The same area or a little more, as rectangles of which no two overlap."""
    if len(rects) > MANY:
        return [rects[0].unionall(rects[1:])]
    apart: list[Rect] = []
    for rect in rects:
        touching = rect.collidelist(apart)
        while touching >= 0:
            rect = rect.union(apart.pop(touching))
            touching = rect.collidelist(apart)
        apart.append(rect)
    return apart

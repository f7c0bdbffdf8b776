"""Text measured and drawn with even spacing: small sizes are drawn four times too large and averaged down."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import pygame
from pygame import Surface

from simulator.desk.kit.caches import ByteCapped
from simulator.desk.kit.faces import Faces
from simulator.desk.kit.tokens import Colour

INK_CAP = 24_000_000
WIDTHS_CAP = 4_000_000
STEM_ALPHA = 90
"""How much of a second pass darkens the stems, of 255."""


@dataclass(frozen=True)
class Ink:
    """A drawn line of text and how far down, in pixels, its baseline lies."""

    surface: Surface
    baseline: int


class Fonts:
    """Widths and pictures of text in a style (regular, bold, mono, icon) at a height in pixels."""

    def __init__(self, faces: Faces | None = None) -> None:
        self.faces = faces or Faces()
        self.inks: ByteCapped[Ink] = ByteCapped(INK_CAP)
        self.widths: ByteCapped[float] = ByteCapped(WIDTHS_CAP)

    def forget(self) -> None:
        """Drop all that was drawn or measured, as after a change of text size."""
        self.faces.forget_sizes()
        self.inks.clear()
        self.widths.clear()

    def width(self, text: str, px: int, style: str = "regular") -> float:
        """How wide the text is, in pixels and their fractions; kept for the next time."""
        if not text:
            return 0.0
        key = (text, px, style)
        kept = self.widths.get(key)
        if kept is None:
            kept = self.measure(text, px, style)
            self.widths.put(key, kept, 120 + 2 * len(text))
        return kept

    def measure(self, text: str, px: int, style: str = "regular") -> float:
        """How wide the text is, without keeping the answer."""
        times = oversampling(px)
        font = self.faces.font
        return sum(_size(font(face, px * times), run) for face, run in self.faces.runs(text, style)) / times

    def ink(self, text: str, px: int, colour: Colour, style: str = "regular") -> Ink:
        """The text as a picture with a see-through ground."""
        key = (text, px, colour, style)
        kept = self.inks.get(key)
        if kept is None:
            kept = self._draw(text, px, colour, style)
            self.inks.put(key, kept, kept.surface.get_width() * kept.surface.get_height() * 4 + 200)
        return kept

    def _draw(self, text: str, px: int, colour: Colour, style: str) -> Ink:
        times = oversampling(px)
        parts = []
        for face, run in self.faces.runs(text, style):
            font = self.faces.font(face, px * times)
            parts.append((_rendered(font, run, colour), font.get_ascent()))
        ascent = max((above for _, above in parts), default=px * times)
        width = sum(part.get_width() for part, _ in parts)
        height = max((ascent - above + part.get_height() for part, above in parts), default=times)
        top = -ascent % times  # the baseline must fall on a whole pixel once the picture is scaled down
        large = Surface((_up_to(width, times), _up_to(height + top, times)), pygame.SRCALPHA, 32)
        large.fill((*colour, 0))
        x = 0
        for part, above in parts:
            large.blit(part, (x, top + ascent - above))
            x += part.get_width()
        return Ink(_averaged(large, times), (ascent + top) // times)


def oversampling(px: int) -> int:
    """How many times too large a height is drawn: SDL_ttf sets letters on whole pixels, which shows when small."""
    if px <= 22:
        return 4
    return 2 if px <= 44 else 1


def _averaged(large: Surface, times: int) -> Surface:
    if times == 1:
        return large
    small = pygame.transform.smoothscale(large, (large.get_width() // times, large.get_height() // times))
    dark = small.copy()
    small.set_alpha(STEM_ALPHA)
    dark.blit(small, (0, 0))
    return dark


def _up_to(length: int, times: int) -> int:
    return max(times, -(-length // times) * times)


def _size(font: pygame.font.Font, run: str) -> float:
    try:
        _point(font, run)
        return font.size(run)[0]
    except (pygame.error, UnicodeError, ValueError):
        return 0.0


def _rendered(font: pygame.font.Font, run: str, colour: Colour) -> Surface:
    # SDL_ttf refuses what has no width or is too wide: nothing is drawn then, and nothing falls over.
    try:
        _point(font, run)
        return font.render(run, True, colour)
    except (pygame.error, UnicodeError, ValueError):
        return Surface((0, font.get_height()), pygame.SRCALPHA, 32)


def _point(font: pygame.font.Font, run: str) -> None:
    set_direction = getattr(font, "set_direction", None)  # pygame-ce only
    if set_direction:
        set_direction(getattr(pygame, "DIRECTION_RTL", 1) if _runs_right_to_left(run) else pygame_ltr())


@lru_cache(maxsize=1)
def pygame_ltr() -> int:
    """The number by which pygame-ce names left to right."""
    return int(getattr(pygame, "DIRECTION_LTR", 0))


def _runs_right_to_left(run: str) -> bool:
    return not run.isascii() and unicodedata.bidirectional(run[0]) in ("R", "AL")

"""Shapes with smooth edges: rounded boxes, the focus ring, scroll bars, soft shadows."""

from functools import lru_cache

import pygame
from pygame import Rect, Surface

from simulator.desk.kit.tokens import Colour

_TIMES = 4
_SHADOW_STEPS = (10, 22, 36, 52)
"""Alpha of each ring of a shadow, from the outside in."""


def rrect(
    surface: Surface,
    rect: Rect | tuple[float, float, float, float],
    radius: int,
    fill: Colour | None,
    border: Colour | None = None,
    border_width: int = 1,
) -> None:
    """A box with rounded corners (all in pixels); without a fill only its border, and the other way round."""
    box = Rect(rect)
    radius = int(min(radius, box.w // 2, box.h // 2))
    if 2 * (radius + 1) > min(box.w, box.h):
        radius -= 1
    if radius <= 0:
        _square(surface, box, fill, border, border_width)
        return
    corner = radius + 1
    if fill:
        surface.fill(fill, (box.x + corner, box.y, box.w - 2 * corner, box.h))
        surface.fill(fill, (box.x, box.y + corner, box.w, box.h - 2 * corner))
    if border:
        for side in _sides(box, corner, border_width):
            surface.fill(border, side)
    _corners(surface, box, corner, _tile(radius, fill, border, border_width))


def focus_ring(surface: Surface, rect: Rect, radius: int, outer: Colour, inner: Colour, width: int) -> None:
    """The focus ring: `width` pixels of the outer colour around the box and a dark edge on it."""
    rrect(surface, rect.inflate(2 * width, 2 * width), radius + width, None, outer, width)
    rrect(surface, rect, radius, None, inner, max(1, round(width * 2 / 3)))


def scroll_bar(surface: Surface, track: Rect, at: float, shown: float, colour: Colour, width: int, least: int) -> None:
    """The thumb of a scroll bar: `at` and `shown` are shares (0 to 1) of the whole; `least` its least height."""
    height = min(track.h, max(least, int(track.h * shown)))
    share = at / (1 - shown) if shown < 1 else 0.0
    y = track.y + int((track.h - height) * max(0.0, min(1.0, share)))
    rrect(surface, Rect(track.right - width, y, width, height), width // 2, colour)


@lru_cache(maxsize=16)
def shadow(size: tuple[int, int], spread: int, radius: int, colour: Colour) -> Surface:
    """A soft shadow of a box of that size, `spread` pixels larger on each side."""
    coarse = 4
    wide, high = size[0] + 2 * spread, size[1] + 2 * spread
    small = Surface((wide // coarse + 1, high // coarse + 1), pygame.SRCALPHA)
    for step, alpha in enumerate(_SHADOW_STEPS):
        grown = spread * (3 - step) // (4 * coarse)
        box = Rect(
            spread // coarse - grown,
            spread // coarse - grown,
            size[0] // coarse + 2 * grown,
            size[1] // coarse + 2 * grown,
        )
        pygame.draw.rect(small, (*colour, alpha), box, 0, radius + grown)
    return pygame.transform.smoothscale(small, (wide, high))


@lru_cache(maxsize=512)
def _tile(radius: int, fill: Colour | None, border: Colour | None, border_width: int) -> Surface:
    """Four smooth corners in one picture, drawn too large and scaled down."""
    side = (2 * radius + 4) * _TIMES
    edge = border or fill or (0, 0, 0)
    large = Surface((side, side), pygame.SRCALPHA, 32)
    large.fill((*edge, 0))
    pygame.draw.rect(large, (*edge, 255), (0, 0, side, side), 0, radius * _TIMES)
    if border:
        inset = border_width * _TIMES
        inner = Rect(inset, inset, side - 2 * inset, side - 2 * inset)
        ground = (*fill, 255) if fill else (*border, 0)
        pygame.draw.rect(large, ground, inner, 0, max(0, (radius - border_width) * _TIMES))
    return pygame.transform.smoothscale(large, (side // _TIMES, side // _TIMES))


def _corners(surface: Surface, box: Rect, corner: int, tile: Surface) -> None:
    far = tile.get_width() - corner
    right, bottom = box.right - corner, box.bottom - corner
    surface.blit(tile, (box.x, box.y), (0, 0, corner, corner))
    surface.blit(tile, (right, box.y), (far, 0, corner, corner))
    surface.blit(tile, (box.x, bottom), (0, far, corner, corner))
    surface.blit(tile, (right, bottom), (far, far, corner, corner))


def _sides(box: Rect, corner: int, width: int) -> tuple[tuple[int, int, int, int], ...]:
    across, down = box.w - 2 * corner, box.h - 2 * corner
    return (
        (box.x + corner, box.y, across, width),
        (box.x + corner, box.bottom - width, across, width),
        (box.x, box.y + corner, width, down),
        (box.right - width, box.y + corner, width, down),
    )


def _square(surface: Surface, box: Rect, fill: Colour | None, border: Colour | None, width: int) -> None:
    if fill:
        surface.fill(fill, box)
    if border and box.w > 0 and box.h > 0:
        pygame.draw.rect(surface, border, box, width)

"""The small picture of the window in a task bar: a lamp on a dark ground, drawn by code."""

import pygame

SIZE = 64
GROUND, LAMP, HALO = (22, 35, 47), (110, 231, 160), (46, 84, 82)


def window_icon() -> pygame.Surface:
    """A new surface with the picture; needs no display."""
    picture = pygame.Surface((SIZE, SIZE), pygame.SRCALPHA)
    pygame.draw.rect(picture, GROUND, picture.get_rect(), border_radius=14)
    pygame.draw.circle(picture, HALO, (SIZE // 2, SIZE // 2), 22)
    pygame.draw.circle(picture, LAMP, (SIZE // 2, SIZE // 2), 13)
    return picture

"""Reading a pressed key: the modifiers held with it, and the character it makes."""

import sys

import pygame
from pygame.event import Event

Chord = tuple[int, int, int, int]
"""A key and whether Ctrl, Alt and Shift are held with it (0 or 1)."""

ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER)
_CTRL = pygame.KMOD_CTRL | (pygame.KMOD_META if sys.platform == "darwin" else 0)


def ctrl(event: Event) -> bool:
    """Ctrl is held (or Cmd on a Mac) without Alt: AltGr counts as both, and makes letters."""
    return bool(event.mod & _CTRL) and not event.mod & pygame.KMOD_ALT


def shift(event: Event) -> bool:
    """Shift is held."""
    return bool(event.mod & pygame.KMOD_SHIFT)


def alt(event: Event) -> bool:
    """Alt is held without Ctrl."""
    return bool(event.mod & pygame.KMOD_ALT) and not event.mod & _CTRL


def chord(event: Event) -> Chord:
    """The key with its modifiers, as shortcuts are kept."""
    mod = event.mod
    return event.key, int(bool(mod & _CTRL)), int(bool(mod & pygame.KMOD_ALT)), int(bool(mod & pygame.KMOD_SHIFT))


def typed(event: Event) -> str:
    """The character the key makes, or nothing for keys that make none."""
    char: str = event.unicode or ""
    return char if char.isprintable() and not event.mod & (_CTRL | pygame.KMOD_ALT) else ""

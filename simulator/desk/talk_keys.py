"""The keys that one may talk with, by name; a USB foot switch acts as whichever of them it is set to."""

from collections.abc import Mapping

import pygame

USUAL = "f8"
# No letters: they are typed while one talks. Function keys beyond F12 are what foot switches send.
TALK_KEYS: Mapping[str, str] = {
    "f8": "F8",
    "f7": "F7",
    "f11": "F11",
    "f13": "F13",
    "f14": "F14",
    "f15": "F15",
    "right ctrl": "Right Ctrl",
    "scroll lock": "Scroll Lock",
    "pause": "Pause",
    "insert": "Insert",
}
_CODES: Mapping[str, int] = {
    "f8": pygame.K_F8,
    "f7": pygame.K_F7,
    "f11": pygame.K_F11,
    "f13": pygame.K_F13,
    "f14": pygame.K_F14,
    "f15": pygame.K_F15,
    "right ctrl": pygame.K_RCTRL,
    "scroll lock": pygame.K_SCROLLLOCK,
    "pause": pygame.K_PAUSE,
    "insert": pygame.K_INSERT,
}


def key_code(name: str) -> int:
    """The key's number for events; that of the usual key for an unknown name."""
    return _CODES.get(name, _CODES[USUAL])


def key_label(name: str) -> str:
    """The key as people write it."""
    return TALK_KEYS.get(name, TALK_KEYS[USUAL])

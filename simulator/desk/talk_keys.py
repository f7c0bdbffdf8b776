"""The keys that one may talk with, by pygame's names; a USB foot switch acts as whichever of them it is set to."""

from collections.abc import Mapping

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


def key_label(name: str) -> str:
    """The key as people write it; that of the usual key for an unknown name."""
    return TALK_KEYS.get(name, TALK_KEYS[USUAL])

"""Whether a place read back sounds like the one told: spelled otherwise, or its number said twice. Pure."""

import re

import jellyfish

from simulator.understanding.spoken import figured
from simulator.understanding.standard import standard

_PART = re.compile(r"[,;.?!]+")
_NUMBER = re.compile(r"\b\d+[a-z]?\b")


def sounds_like_place(text: str, line: str) -> bool:
    """Whether the words hold that number and street by ear: "eighteen, one eight, Turn Walk" is 18 Tern Walk."""
    number, _, street = line.lower().partition(" ")
    if not number[:1].isdigit() or not street:
        return False
    parts = [figured(part) for part in _PART.split(standard(text)) if part.strip()]
    said = ["".join(_NUMBER.findall(part)) for part in parts]
    numbers = {one for one in said if one}
    return numbers == {number} and _by_ear(street) in _by_ear(" ".join(parts))


def _by_ear(text: str) -> str:
    sounds = (jellyfish.metaphone(word) for word in re.findall(r"[a-z]+", text.lower()))
    return f" {' '.join(one for one in sounds if one)} "

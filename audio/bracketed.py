"""Words in round brackets are heard, not spoken: `(two taps)`, `(silence)`, or `(crying)` before the words."""

import re
from dataclasses import dataclass

_PARTS = re.compile(r"\(([^()]*)\)")
# What a bracket may say -> the sound it is. The first that is found in the words counts.
_HEARD: tuple[tuple[str, str], ...] = (
    ("two taps", "two_taps"),
    ("taps twice", "two_taps"),
    ("tap", "tap"),
    ("knock", "knock"),
    ("bang", "bang"),
    ("glass", "glass"),
    ("clatter", "clatter"),
    ("door", "door"),
    ("footsteps", "steps"),
    ("steps", "steps"),
    ("sirens", "sirens_near"),
    ("bark", "dog"),
    ("dog", "dog"),
    ("child cries", "child_cries"),
    ("child crying", "child_cries"),
    ("crackle", "crackle"),
    ("line noise", "crackle"),
    ("beep", "beeps"),
    ("music", "music"),
    ("cough", "cough"),
    ("sob", "sob"),
    ("crying", "sob"),
    ("cries", "sob"),
    ("scream", "scream"),
    ("shouting", "voices_raised"),
    ("voices", "voices_raised"),
    ("voice", "voice_far"),
    ("breath", "breath"),
    ("sigh", "breath"),
    ("engine", "van_away"),
)
_UNKNOWN = "quiet"  # a stage direction nobody can hear: a moment of nothing


@dataclass(frozen=True)
class Part:
    """A piece of a line: words to be spoken, or the id of a sound."""

    words: str = ""
    sound: str = ""


def parts_of(text: str) -> tuple[Part, ...]:
    """The line in pieces, in order; a line without brackets is one piece of words, an empty one has none."""
    found: list[Part] = []
    for number, piece in enumerate(_PARTS.split(text)):
        if number % 2:
            found.append(Part(sound=_sound(piece)))
        elif any(char.isalnum() for char in piece):
            found.append(Part(words=piece.strip()))
    return tuple(found)


def _sound(said: str) -> str:
    said = said.casefold()
    return next((sound for word, sound in _HEARD if re.search(rf"\b{word}", said)), _UNKNOWN)

"""Which of several wordings is used: by seed and by how often it was said before, never by chance alone."""

import re
from collections.abc import Sequence
from zlib import crc32

_SENTENCE = re.compile(r"(?<![.\u2026])[.?!] [a-z]")  # not after an ellipsis, where a sentence goes on


def choose(lines: Sequence[str], seed: int, key: str, times_before: int = 0) -> str:
    """One of the lines; the same seed, key and count always bring the same one, and repeats go round."""
    if not lines:
        return ""
    return lines[(crc32(f"{seed}:{key}".encode()) + times_before) % len(lines)]


def joined(parts: Sequence[str]) -> str:
    """Parts of a line as one, each beginning like a sentence, without empty ones or the same one twice."""
    seen: list[str] = []
    for part in parts:
        text = part.strip()
        text = _SENTENCE.sub(lambda found: found[0].upper(), text[:1].upper() + text[1:])
        if text and text not in seen:
            seen.append(text)
    return " ".join(seen)

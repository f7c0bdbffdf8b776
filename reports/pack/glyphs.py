"""Which characters the fonts can show, and what is printed in place of those they cannot."""

import struct
import unicodedata
from functools import cache
from itertools import groupby

from reports import assets

LONGEST_WORD, LONGEST_TEXT = 36, 6_000
LATIN = frozenset((*range(0x20, 0x7F), *range(0xA1, 0x180)))
"""What the font inside typst shows for certain; it stands in where ours are missing."""
_KEPT = frozenset("\n\t \u00a0")
_DROPPED = frozenset("\u200b\u200c\u200d\ufe0e\ufe0f\ufeff\r")
_BREAK_HERE = "\u200b"


@cache
def shown_by_fonts() -> frozenset[int]:
    """The code points that every one of our faces can show; empty when the fonts are missing."""
    maps = [character_map(found) for name in assets.FACES if (found := assets.font(name)) is not None]
    return frozenset.intersection(*maps) if maps else frozenset()


def character_map(font: bytes) -> frozenset[int]:
    """The code points a TrueType font has a glyph for (its `cmap` table, formats 4 and 12)."""
    tables = struct.unpack(">H", font[4:6])[0]
    for number in range(tables):
        tag, _, offset, length = struct.unpack(">4sLLL", font[12 + 16 * number : 28 + 16 * number])
        if tag == b"cmap":
            return _code_points(font[offset : offset + length])
    return frozenset()


def _code_points(cmap: bytes) -> frozenset[int]:
    found: set[int] = set()
    for number in range(struct.unpack(">H", cmap[2:4])[0]):
        start = struct.unpack(">L", cmap[8 + 8 * number : 12 + 8 * number])[0]
        part = cmap[start:]
        kind = struct.unpack(">H", part[:2])[0]
        if kind == 4:
            found |= _format_4(part)
        elif kind == 12:
            found |= _format_12(part)
    return frozenset(found)


def _format_4(part: bytes) -> set[int]:
    count = struct.unpack(">H", part[6:8])[0] // 2
    ends = struct.unpack(f">{count}H", part[14 : 14 + 2 * count])
    begins = struct.unpack(f">{count}H", part[16 + 2 * count : 16 + 4 * count])
    return {code for begin, end in zip(begins, ends, strict=True) for code in range(begin, end + 1) if code != 0xFFFF}


def _format_12(part: bytes) -> set[int]:
    groups = struct.unpack(">L", part[12:16])[0]
    spans = (struct.unpack(">LLL", part[16 + 12 * n : 28 + 12 * n]) for n in range(groups))
    return {code for begin, end, _ in spans for code in range(begin, end + 1)}


def printable(text: str, shown: frozenset[int]) -> str:
    """The text with everything the fonts lack named in square brackets, long words made breakable, and a text
    beyond 6,000 characters cut with a note; the HTML page always has it whole."""
    cut = text[:LONGEST_TEXT]
    named = "".join(_named(kind, list(run)) for kind, run in groupby(cut, key=lambda c: _kind(c, shown)))
    if len(text) > LONGEST_TEXT:
        named += f" [{len(text) - LONGEST_TEXT:,} more characters: see the HTML page]"
    return " ".join(map(_breakable, named.split(" ")))


def _kind(character: str, shown: frozenset[int]) -> str:
    if character in _KEPT or ord(character) in shown:
        return "as is"
    if character in _DROPPED:
        return "dropped"
    category = unicodedata.category(character)
    if category[0] in "LM":
        return unicodedata.name(character, "UNKNOWN").split()[0]
    return f"sign {character}"


def _named(kind: str, run: list[str]) -> str:
    if kind == "as is":
        return "".join(run)
    if kind == "dropped":
        return ""
    if kind.startswith("sign "):
        code = ord(run[0])
        name = unicodedata.name(run[0], f"control {code:02X}" if code < 0xA0 else f"U+{code:04X}").lower()
        return f"[{name}]" if len(run) == 1 else f"[{name}, {len(run)} times]"
    return f"[{len(run)} {kind.lower()} letters: see the HTML page]"


def _breakable(word: str) -> str:
    if len(word) <= LONGEST_WORD:
        return word
    return _BREAK_HERE.join(word[n : n + 16] for n in range(0, len(word), 16))

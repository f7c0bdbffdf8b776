"""Whether a font file is whole: SDL_ttf does not refuse a broken one but takes the whole program down."""

import struct
from pathlib import Path

_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_COLLECTION = b"ttcf"
_NEEDED = frozenset((b"cmap", b"head", b"hhea", b"hmtx", b"maxp"))


def fault_of(path: Path) -> str:
    """What is wrong with the font file, in a few words; empty when it is whole."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return "the file is not there"
    except OSError as error:
        return f"the file cannot be read: {error.strerror or error}"
    if data[:4] == _COLLECTION:
        return ""
    if data[:4] not in _KINDS or len(data) < 12:
        return "the file is not a font"
    return _fault_of_tables(data)


def _fault_of_tables(data: bytes) -> str:
    (count,) = struct.unpack_from(">H", data, 4)
    if len(data) < 12 + 16 * count:
        return "the file is cut off"
    names = set()
    for number in range(count):
        name, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * number)
        if offset + length > len(data):
            return "the file is cut off"
        names.add(name)
    return "" if names >= _NEEDED else "the file is not a whole font"

"""Where one written character ends and the next begins: accents, joined emoji and flags stay whole."""

import unicodedata

_JOINER = "\u200d"


def next_break(text: str, index: int) -> int:
    """The end of the character that begins at or holds `index`; at most the length of the text."""
    index = max(0, min(index, len(text)))
    if index == len(text):
        return index
    end = index + 1
    while end < len(text) and not _may_break(text, end):
        end += 1
    return end


def previous_break(text: str, index: int) -> int:
    """The start of the character before `index`; at least 0."""
    index = max(0, min(index, len(text)))
    if index == 0:
        return 0
    start = index - 1
    while start > 0 and not _may_break(text, start):
        start -= 1
    return start


def floor_break(text: str, index: int) -> int:
    """The nearest break at or before `index`."""
    index = max(0, min(index, len(text)))
    if index in (0, len(text)) or _may_break(text, index):
        return index
    return previous_break(text, index)


def _may_break(text: str, index: int) -> bool:
    before, after = text[index - 1], text[index]
    if before.isascii() and after.isascii():
        return True
    if _extends(after):
        return False
    if before == _JOINER:
        return after.isascii()
    if _is_flag_letter(before) and _is_flag_letter(after):
        return _flag_letters_before(text, index) % 2 == 0
    return True


def _extends(char: str) -> bool:
    return (
        char == _JOINER
        or unicodedata.category(char) in ("Mn", "Me", "Mc")
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
    )


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _flag_letters_before(text: str, index: int) -> int:
    count = 0
    while index - count > 0 and _is_flag_letter(text[index - count - 1]):
        count += 1
    return count

"""Text broken into rows, again only where it changed, and lines cut short with an ellipsis. Pure."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from simulator.desk.kit.graphemes import floor_break, next_break

Row = tuple[int, int]
"""Where a row starts and ends in the text; the newline that ends it is not part of it."""
WidthOf = Callable[[str], float]

ELLIPSIS = "\u2026"
_FIRST_GUESS = 60


def wrap(text: str, width_of: WidthOf, max_width: float) -> list[Row]:
    """The rows of the text, none wider than max_width (pixels) where a break could prevent it."""
    return list(_rows_from(text, 0, width_of, max_width))


def rewrap(old_text: str, old_rows: Sequence[Row], text: str, width_of: WidthOf, max_width: float) -> list[Row]:
    """What `wrap(text)` gives, found by breaking only around the difference from the old text."""
    if old_text == text:
        return list(old_rows)
    same = common_start(old_text, text)
    same_end = min(common_end(old_text, text), min(len(old_text), len(text)) - same)
    delta = len(text) - len(old_text)
    starts = [start for start, _ in old_rows]
    # The row before the change may draw a word back up, and that word's row another; two are broken anew.
    first = max(0, bisect_right(starts, same) - 3)
    rows = list(old_rows[:first])
    settled = len(text) - same_end
    old_starts = {start + delta: number for number, start in enumerate(starts)}
    for row in _rows_from(text, starts[first], width_of, max_width):
        if row[0] >= settled and row[0] in old_starts:
            rest = old_rows[old_starts[row[0]] :]
            rows += [(start + delta, end + delta) for start, end in rest]
            return rows
        rows.append(row)
    return rows


def row_at(rows: Sequence[Row], index: int) -> int:
    """The number of the row that holds the index; one at a soft break belongs to the later row."""
    return max(0, bisect_right(rows, index, key=lambda row: row[0]) - 1)


def shortened(text: str, width_of: WidthOf, max_width: float) -> str:
    """The text, or its start with an ellipsis, or nothing when not even that fits."""
    if len(text) <= 400 and width_of(text) <= max_width:
        return text
    low, high = 0, min(len(text), 400 if max_width < 1200 else 2000)
    if high == len(text) and width_of(text) <= max_width:
        return text
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(text[:middle].rstrip() + ELLIPSIS) <= max_width:
            low = middle
        else:
            high = middle - 1
    low = floor_break(text, low)
    if low == 0:
        return ELLIPSIS if width_of(ELLIPSIS) <= max_width else ""
    return text[:low].rstrip() + ELLIPSIS


def common_start(one: str, other: str) -> int:
    """How many characters two texts share from their start."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_end(one: str, other: str) -> int:
    """How many characters two texts share up to their end."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle :] == other[len(other) - middle :]:
            low = middle
        else:
            high = middle - 1
    return low


def _rows_from(text: str, start: int, width_of: WidthOf, max_width: float) -> Iterator[Row]:
    guess = _FIRST_GUESS
    while True:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        cut = _row_end(text, start, end, width_of, max_width, guess)
        yield start, cut
        if cut < end:
            guess = cut - start
            start = cut
        elif end == len(text):
            return
        else:
            start = end + 1


def _row_end(text: str, start: int, end: int, width_of: WidthOf, max_width: float, guess: int) -> int:
    """Where the row from start must break: after the last word that fits and the spaces behind it, which hang
    over, or inside a word too long for a row. The guess only saves measuring: rows are much alike."""

    def fits(to: int) -> bool:
        return width_of(text[start:to]) <= max_width

    cut = _word_end_before(text, start, min(end, start + guess)) or _word_end_after(text, start, end)
    if fits(cut):
        while cut < end:
            further = _word_end_after(text, cut, end)
            if not fits(further):
                break
            cut = further
        return _past_spaces(text, cut, end)
    while True:
        shorter = _word_end_before(text, start, cut - 1)
        if shorter is None:
            return _inside_word(text, start, cut, fits, guess)
        cut = shorter
        if fits(cut):
            return _past_spaces(text, cut, end)


def _word_end_before(text: str, start: int, at: int) -> int | None:
    """The last end of a word at or before `at` and after start."""
    space = text.rfind(" ", start, at + 1)
    while space > start and text[space - 1] == " ":
        space -= 1
    return space if space > start else None


def _word_end_after(text: str, at: int, end: int) -> int:
    """The first end of a word after `at`; the end of the paragraph when there is none."""
    space = text.find(" ", at + 1, end)
    while space > 0 and text[space - 1] == " ":
        space = text.find(" ", space + 1, end)
    return end if space < 0 else space


def _past_spaces(text: str, at: int, end: int) -> int:
    while at < end and text[at] == " ":
        at += 1
    return at


def _inside_word(text: str, start: int, end: int, fits: Callable[[int], bool], guess: int) -> int:
    """The furthest break between characters that fits, at least one character on; all up to end does not fit."""
    low, probe, step = start, min(end, start + guess), 4
    while probe < end and fits(probe):
        low, probe, step = probe, min(end, probe + step), step * 2
    high, step = probe - 1, 4
    while high - step > low:
        if fits(high - step):
            low = high - step
            break
        high, step = high - step - 1, step * 2
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return max(floor_break(text, low), next_break(text, start))

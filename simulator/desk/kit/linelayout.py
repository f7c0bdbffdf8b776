"""Where the characters of one long line stand, so that only the part in view need be drawn. Pure."""

from bisect import bisect_right
from collections.abc import Callable, Iterator

from simulator.desk.kit.graphemes import floor_break, next_break

PIECE = 64
"""A line is measured and drawn in pieces of at most so many characters, cut after a space where there is one."""


class LineLayout:
    """The places (in pixels from the start of the line) of the characters of a text."""

    def __init__(self, text: str, width_of: Callable[[str], float]) -> None:
        self.text = text
        self._width_of = width_of
        self._starts = list(_piece_starts(text))
        self._offsets = [0.0]
        for piece in self._pieces():
            self._offsets.append(self._offsets[-1] + width_of(piece))

    @property
    def width(self) -> float:
        """How long the whole line is."""
        return self._offsets[-1]

    def x_at(self, index: int) -> float:
        """Where the character at the index begins."""
        number = max(0, bisect_right(self._starts, index) - 1)
        if not self._starts:
            return 0.0
        return self._offsets[number] + self._width_of(self.text[self._starts[number] : index])

    def index_at(self, x: float) -> int:
        """The index whose beginning is nearest to x."""
        if not self._starts or x <= 0:
            return 0
        number = min(bisect_right(self._offsets, x), len(self._starts)) - 1
        start, end = self._starts[number], self._end(number)
        return nearest_index(self.text, start, end, x - self._offsets[number], self._width_of)

    def visible(self, left: float, right: float) -> Iterator[tuple[float, str]]:
        """The pieces that reach into left to right, each with where it begins."""
        for number, piece in enumerate(self._pieces()):
            if self._offsets[number] > right:
                return
            if self._offsets[number + 1] >= left:
                yield self._offsets[number], piece

    def _pieces(self) -> Iterator[str]:
        for number, start in enumerate(self._starts):
            yield self.text[start : self._end(number)]

    def _end(self, number: int) -> int:
        return self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)


def nearest_index(text: str, start: int, end: int, x: float, width_of: Callable[[str], float]) -> int:
    """The index from start to end whose beginning is nearest to x, measured from start; never inside a character."""
    low, high = start, end
    while low < high:
        middle = (low + high) // 2
        if width_of(text[start : middle + 1]) <= x:
            low = middle + 1
        else:
            high = middle
    before = floor_break(text, min(low, end))
    after = min(end, next_break(text, before)) if before < end else end
    left, right = width_of(text[start:before]), width_of(text[start:after])
    return before if x - left <= right - x else after


def _piece_starts(text: str) -> Iterator[int]:
    start = 0
    while start < len(text):
        yield start
        end = start + PIECE
        if end >= len(text):
            return
        space = text.rfind(" ", start, end)
        cut = space + 1 if space > start else floor_break(text, end)
        start = cut if cut > start else next_break(text, start)

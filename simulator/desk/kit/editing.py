"""A text being edited: caret, selection, words, undo. Pure values; no window, no clock."""

import unicodedata
from dataclasses import dataclass, replace

from simulator.desk.kit.graphemes import floor_break, next_break, previous_break

UNDO_DEPTH = 200
TYPING_PAUSE_S = 1.0
"""A pause this long while typing begins a new step of undo."""

_SPLIT = {"\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\x0b": "\n", "\x0c": "\n"}
_UNSEEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad")
"""Marks that turn or hide other text: what is read must be what is kept."""


def cleaned(text: str, multiline: bool) -> str:
    """The text without control characters; line ends become newlines, or spaces on a single line."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if not text.isascii() or not text.isprintable():
        text = "".join(_SPLIT.get(char, char) for char in text if char in _SPLIT or _is_kept(char))
    return text if multiline else text.replace("\n", " ")


def _is_kept(char: str) -> bool:
    return char == "\n" or (char not in _UNSEEN and unicodedata.category(char) not in ("Cc", "Cs"))


@dataclass(frozen=True)
class Moment:
    """What undo goes back to."""

    text: str
    caret: int
    anchor: int


@dataclass(frozen=True)
class Editing:
    """A text, the caret and the other end of the selection (indexes of the text), and what can be undone."""

    text: str = ""
    caret: int = 0
    anchor: int = 0
    past: tuple[Moment, ...] = ()
    future: tuple[Moment, ...] = ()
    last_kind: str = ""
    last_at: float = 0.0

    @classmethod
    def of(cls, text: str) -> "Editing":
        """The text with the caret at its end and nothing to undo."""
        return cls(text, len(text), len(text))

    @property
    def selection(self) -> tuple[int, int]:
        """Where the selection starts and ends; the same twice when there is none."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    @property
    def selected(self) -> str:
        """The selected text."""
        start, end = self.selection
        return self.text[start:end]

    def room(self, limit: int | None) -> int | None:
        """How many characters may replace the selection under a limit of characters; None is any number."""
        start, end = self.selection
        return None if limit is None else max(0, limit - (len(self.text) - (end - start)))

    def inserted(self, text: str, at: float, limit: int | None = None, kind: str = "edit") -> "Editing":
        """The selection replaced by the text, cut to what the limit has room for. `at` is in seconds."""
        room = self.room(limit)
        if room is not None and len(text) > room:
            text = text[: floor_break(text, room)]
        start, end = self.selection
        if not text and start == end:
            return self
        kept = self if self._continues(text, at, kind) else self._remembered()
        caret = start + len(text)
        whole = self.text[:start] + text + self.text[end:]
        return replace(kept, text=whole, caret=caret, anchor=caret, future=(), last_kind=kind, last_at=at)

    def deleted_back(self, at: float, word: bool = False) -> "Editing":
        """Without the selection, or the character or word before the caret."""
        step = self.word_left() if word else previous_break(self.text, self.caret)
        return self._deleted(step, at)

    def deleted_forward(self, at: float, word: bool = False) -> "Editing":
        """Without the selection, or the character or word after the caret."""
        step = self.word_right() if word else next_break(self.text, self.caret)
        return self._deleted(step, at)

    def moved(self, to: int, extend: bool = False) -> "Editing":
        """The caret elsewhere; the selection grows with it when `extend`, else it ends."""
        to = max(0, min(to, len(self.text)))
        return replace(self, caret=to, anchor=self.anchor if extend else to, last_kind="")

    def moved_left(self, extend: bool = False, word: bool = False) -> "Editing":
        """One character or word to the left, or to the start of a selection that ends with it."""
        if word:
            return self.moved(self.word_left(), extend)
        if self.caret != self.anchor and not extend:
            return self.moved(self.selection[0])
        return self.moved(previous_break(self.text, self.caret), extend)

    def moved_right(self, extend: bool = False, word: bool = False) -> "Editing":
        """One character or word to the right, or to the end of a selection that ends with it."""
        if word:
            return self.moved(self.word_right(), extend)
        if self.caret != self.anchor and not extend:
            return self.moved(self.selection[1])
        return self.moved(next_break(self.text, self.caret), extend)

    def selecting(self, start: int, end: int) -> "Editing":
        """The text from start to end selected, the caret at its end."""
        return replace(self, anchor=max(0, start), caret=min(end, len(self.text)), last_kind="")

    def selecting_all(self) -> "Editing":
        """All of it selected."""
        return self.selecting(0, len(self.text))

    def selecting_word(self, index: int) -> "Editing":
        """The word at the index selected; between words, the space there."""
        text = self.text
        if not text:
            return self
        index = min(index, len(text) - 1)
        inside = _in_word(text[index])
        start, end = index, index + 1
        while start > 0 and _in_word(text[start - 1]) == inside:
            start -= 1
        while end < len(text) and _in_word(text[end]) == inside:
            end += 1
        return self.selecting(start, end)

    def undone(self) -> "Editing":
        """One step back, if there is one."""
        return self._to(self.past[-1], self.past[:-1], (*self.future, self._moment())) if self.past else self

    def redone(self) -> "Editing":
        """One undone step again, if there is one."""
        return self._to(self.future[-1], (*self.past, self._moment()), self.future[:-1]) if self.future else self

    def word_left(self) -> int:
        """The start of the word before the caret."""
        index = self.caret
        while index > 0 and not _in_word(self.text[index - 1]):
            index -= 1
        while index > 0 and _in_word(self.text[index - 1]):
            index -= 1
        return index

    def word_right(self) -> int:
        """The start of the word after the caret."""
        index = self.caret
        while index < len(self.text) and _in_word(self.text[index]):
            index += 1
        while index < len(self.text) and not _in_word(self.text[index]):
            index += 1
        return index

    def _deleted(self, step: int, at: float) -> "Editing":
        if self.caret == self.anchor:
            return replace(self, anchor=step).inserted("", at, kind="delete")._from(self)
        return self.inserted("", at, kind="delete")

    def _from(self, before: "Editing") -> "Editing":
        """The same, with nothing selected if nothing was deleted."""
        return before if self.text == before.text else self

    def _continues(self, text: str, at: float, kind: str) -> bool:
        if kind != "type" or self.last_kind != "type" or not self.past or self.caret != self.anchor:
            return False
        starts_word = bool(text) and _in_word(text[0]) and not _in_word(self.text[self.caret - 1 : self.caret] or " ")
        return at - self.last_at < TYPING_PAUSE_S and not starts_word

    def _remembered(self) -> "Editing":
        return replace(self, past=(*self.past, self._moment())[-UNDO_DEPTH:])

    def _moment(self) -> Moment:
        return Moment(self.text, self.caret, self.anchor)

    def _to(self, moment: Moment, past: tuple[Moment, ...], future: tuple[Moment, ...]) -> "Editing":
        return Editing(moment.text, moment.caret, moment.anchor, past, future)


def _in_word(char: str) -> bool:
    return char.isalnum() or char in "_'\u2019" or unicodedata.category(char) in ("Mn", "Mc")

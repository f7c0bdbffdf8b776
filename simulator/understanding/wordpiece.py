"""Words in pieces that the encoder knows: the longest known beginning first, then the longest known continuation."""

from dataclasses import dataclass
from functools import cached_property

CONTINUES = "##"  # stands before a piece that goes on with a word
START, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_LONGEST_WORD = 24  # letters; a longer one is hardly a word


@dataclass(frozen=True)
class Pieces:
    """The pieces known, by their place. Words of no known piece are `UNKNOWN`."""

    known: tuple[str, ...]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {piece: place for place, piece in enumerate(self.known)}

    def of(self, words: list[str], most: int) -> list[int]:
        """The places of the pieces of lower-case words, between a start and an end; never more than `most`."""
        found = [place for word in words for place in self._of_word(word)]
        return [self._places[START], *found[: most - 2], self._places[END]]

    def _of_word(self, word: str) -> list[int]:
        found: list[int] = []
        at, end = 0, len(word)
        while at < len(word) <= _LONGEST_WORD:
            place = self._places.get(word[at:end] if at == 0 else CONTINUES + word[at:end])
            if place is not None:
                found.append(place)
                at, end = end, len(word)
            else:
                end -= 1
                if end == at:
                    return [self._places[UNKNOWN]]
        return found or [self._places[UNKNOWN]]

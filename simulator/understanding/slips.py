"""A word with one slip of the keys as the word that was meant: `lokced` as `locked`, `knfe` as `knife`."""

from functools import cache, lru_cache
from pathlib import Path

KNOWN = Path(__file__).parent / "known_words.txt"
SHORTEST = 4  # letters of a word that is mended...
SHORTEST_SWAPPED = 3  # ...but for two letters the wrong way round in one of the commonest words: `teh`
COMMONEST = 60
SHORTEST_WRONG_KEY = 5
LONGEST = 24  # letters: no word is longer, and what is typed with a key held down would be tried letter by letter
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@lru_cache(maxsize=8192)
def mended(word: str) -> str:
    """The lower-case word that was meant, or the word itself where it is one or nothing common is a slip away.

    A slip is two neighbouring letters the wrong way round, a letter left out, one too many, or the key beside the
    right one, tried in this order; the first letter counts as right but where it was swapped. Of several words the
    commonest is meant.
    """
    meant, left_alone = _known()
    if not SHORTEST_SWAPPED <= len(word) <= LONGEST or word in meant or word in left_alone:
        return word
    for slips in (_swapped, _left_out, _too_many, _wrong_key):
        found = [meant[one] for one in slips(word) if one in meant]
        if found:
            return _in_order()[min(found)]
    return word


def _swapped(word: str) -> tuple[str, ...]:
    whole = tuple(word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    if len(word) >= SHORTEST:
        return whole
    common = _in_order()[:COMMONEST]
    return tuple(one for one in whole if one in common)


def _left_out(word: str) -> tuple[str, ...]:
    if len(word) < SHORTEST:
        return ()
    return tuple(word[:at] + letter + word[at:] for at in range(1, len(word) + 1) for letter in _LETTERS)


def _too_many(word: str) -> tuple[str, ...]:
    if len(word) <= SHORTEST:
        return ()
    return tuple(word[:at] + word[at + 1 :] for at in range(1, len(word)))


def _wrong_key(word: str) -> tuple[str, ...]:
    if len(word) < SHORTEST_WRONG_KEY:
        return ()
    beside = _keys_beside()
    return tuple(word[:at] + key + word[at + 1 :] for at in range(1, len(word)) for key in beside.get(word[at], ""))


@cache
def _keys_beside() -> dict[str, str]:
    """The keys to the left and to the right of each on a British keyboard."""
    pairs = [(row[at], row[at + 1]) for row in _ROWS for at in range(len(row) - 1)]
    beside: dict[str, str] = {}
    for one, other in pairs:
        beside[one] = beside.get(one, "") + other
        beside[other] = beside.get(other, "") + one
    return beside


@cache
def _in_order() -> tuple[str, ...]:
    """The words that may be meant, the commonest first."""
    return tuple(KNOWN.read_text(encoding="utf-8").partition("\n\n")[0].split())


@cache
def _known() -> tuple[dict[str, int], frozenset[str]]:
    """The words that may be meant, each with its place by how common it is; and real words to be left alone."""
    _, _, others = KNOWN.read_text(encoding="utf-8").partition("\n\n")
    return {word: place for place, word in enumerate(_in_order())}, frozenset(others.split())

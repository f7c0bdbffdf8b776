"""What the model sees of a clause: words, pairs, pieces of words and how they sound, with values masked."""

import itertools
from collections import Counter
from functools import lru_cache

import jellyfish

from simulator.understanding.kin import kinds
from simulator.understanding.normalise import plain
from simulator.understanding.values import extract

LONGEST = 60  # words of one clause that are looked at


@lru_cache(maxsize=2048)
def masked(text: str) -> str:
    """The plain words with each value as its kind: `is it still 14 Mill Lane` as `is it still someplace`."""
    out, at = "", 0
    for value in extract(text):
        out += f"{text[at : value.start]} some{value.kind} "
        at = value.end
    return " ".join(plain(out + text[at:]).split()[:LONGEST])


@lru_cache(maxsize=8192)
def _sound(word: str) -> str:
    return jellyfish.metaphone(word) if word.isascii() and word.isalpha() else word


@lru_cache(maxsize=8192)
def _pieces(word: str) -> tuple[str, ...]:
    """The pieces of a word, named as features: most words come again, and a text made anew is slow to look up."""
    padded = f" {word[:24]} "
    return tuple(
        "c:" + padded[at : at + size]
        for size in range(2, 6)
        for at in range(max(1, len(padded) - size + 1))
        if size <= len(padded)
    )


def _pairs(listed: list[str]) -> list[str]:
    ended = ["^", *listed, "$"]
    return [f"{a} {b}" for a, b in itertools.pairwise(ended)]


def _kinds(listed: list[str]) -> list[str]:
    """The kinds of the words, alone and with the word or kind beside them."""
    known = kinds()
    seen = [known.get(word, ()) for word in listed]
    out = [kind for several in seen for kind in several]
    ended = [("^",), *(several or (word,) for several, word in zip(seen, listed, strict=True)), ("$",)]
    for place, (left, right) in enumerate(itertools.pairwise(ended)):
        here = (place > 0 and seen[place - 1]) or (place < len(seen) and seen[place])
        out += [f"{a} {b}" for a in left for b in right] if here else []
    return out


def features(text: str) -> tuple[Counter[str], Counter[str], Counter[str], Counter[str]]:
    """Counts of words and pairs (w:), pieces (c:), sounds (m:) and kinds of words (k:) of the clause."""
    listed = masked(text).split()
    sounds = [_sound(word) for word in listed]
    return (
        Counter("w:" + feature for feature in [*listed, *_pairs(listed)]),
        Counter(itertools.chain.from_iterable(map(_pieces, listed))),
        Counter("m:" + feature for feature in [*sounds, *_pairs(sounds)]),
        Counter("k:" + feature for feature in _kinds(listed)),
    )

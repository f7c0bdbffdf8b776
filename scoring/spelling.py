"""Words of the log that may be misspelt: unknown, and one slip from a word of the trade or of this call."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz.distance import OSA

FILE = Path(__file__).with_name("plain_words.txt")
SOURCES = ("simulator/understanding/bank", "scenarios")  # texts of the project that plain words are gathered from
SHORTEST = 5  # letters; shorter words are one slip from too many others
_WORD = re.compile(r"(?<![\w'’-])[a-z]{2,}(?![\w'’-])")
_ENDINGS = ("s", "es", "d", "ed", "ing", "ly", "er", "ers", "r", "y", "ness", "ment")


def may_be_misspelt(text: str, heard: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The words of a text that look like a slip, each with the word it may stand for.

    `heard`: texts of this call, whose words are known here. Capitals and hyphens are names and left alone.
    """
    doubted = [word for word in _WORD.findall(text) if len(word) >= SHORTEST and not _known(word)]
    if not doubted:
        return ()
    here = {word for one in heard for word in re.findall(r"[a-z]+", one.lower())}
    found = ((word, _near(word) or _near_one(word, here)) for word in dict.fromkeys(doubted) if word not in here)
    return tuple((word, meant) for word, meant in found if meant)


@cache
def plain_words() -> frozenset[str]:
    """The plain English words that callers, handlers and calls of the project use, lower case."""
    return frozenset(FILE.read_text(encoding="utf-8").split())


@lru_cache(maxsize=4096)
def _known(word: str) -> bool:
    words = plain_words()
    if word in words:
        return True
    stems = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    stems += [f"{stem}e" for stem in stems] + [stem[:-1] for stem in stems if stem[-1:] == stem[-2:-1]]
    stems += [f"{stem[:-1]}y" for stem in stems if stem.endswith("i")]
    return any(len(stem) >= 3 and stem in words for stem in stems)


@lru_cache(maxsize=4096)
def _near(word: str) -> str:
    return _near_one(word, plain_words())


def _near_one(word: str, words: Iterable[str]) -> str:
    """The first word, in alphabetical order, that begins alike and is one slip away, or nothing."""
    fitting = (
        other
        for other in words
        if len(other) >= SHORTEST and other[0] == word[0] and abs(len(other) - len(word)) <= 1 and other != f"{word}s"
    )
    return min((other for other in fitting if OSA.distance(word, other, score_cutoff=1) == 1), default="")


def gather(root: Path) -> tuple[str, ...]:
    """Every word of three letters or more in the project's own phrases and calls, in order."""
    files = (file for folder in SOURCES for file in sorted((root / folder).rglob("*.yaml")))
    words = {word for file in files for word in re.findall(r"[a-z]{3,}", file.read_text(encoding="utf-8").lower())}
    return tuple(sorted(words))


if __name__ == "__main__":
    found = gather(Path(__file__).parent.parent)
    FILE.write_text("\n".join(found) + "\n", encoding="utf-8", newline="\n")
    print(f"{FILE.name}: {len(found)} words")

"""Dialect and misspelt words as the standard ones they stand for; what was really said is kept by the journal."""

import re
from functools import cache, lru_cache
from pathlib import Path

import yaml

from simulator.understanding.slips import mended

MOST_SLIPPED = 0.5  # of the words of three letters and more; beyond that nothing is mended
LISTS = Path(__file__).parent / "standard.yaml"
_PLAIN_WORD = re.compile(r"(?<![\w'-])[A-Za-z]{3,}(?![\w'-])")
_WORD = re.compile(r"(?<![\w'])'?[a-z]+(?:'[a-z]+)*'?(?![\w])", re.IGNORECASE)


@lru_cache(maxsize=4096)
def standard(text: str) -> str:
    """The words in standard English: `whaur are ye` as `where are you`, `can you here voices` as `can you hear voices`.

    Case outside the changed words, punctuation and everything not in the lists stay as they are.
    """
    words, phrases = _lists()
    changed = _WORD.sub(lambda match: _word(match.group(0), words), text)
    if not _is_gibberish(changed):
        changed = _PLAIN_WORD.sub(_without_slip, changed)
    for pattern, instead in phrases:
        changed = pattern.sub(instead, changed)
    return " ".join(changed.split()) if changed != text else text


def _word(word: str, words: dict[str, str]) -> str:
    if word[:1].isupper() and word.lower() in _NAMES:
        return word
    known = words.get(word.lower())
    if known is None and word.endswith("'"):
        known = words.get(word.lower().rstrip("'"))
    if known is None and word.endswith("'s"):
        stem = words.get(word.lower().removesuffix("'s"))
        known = f"{stem}'s" if stem else None
    if known is None:
        return word
    return known[0].upper() + known[1:] if word[:1].isupper() else known


def variants() -> frozenset[str]:
    """The dialect and misspelt words of the lists."""
    return frozenset(_lists()[0])


def _is_gibberish(text: str) -> bool:
    """Whether so many of the words would have to be slips that nothing was meant by them."""
    words = [word for word in _PLAIN_WORD.findall(text) if word.islower()]
    slipped = len([word for word in words if mended(word) != word])
    return slipped > 1 and slipped > MOST_SLIPPED * len(words)


def _without_slip(match: re.Match[str]) -> str:
    """The word as it was meant, where it is written small or begins the sentence: a name is nobody's slip."""
    word = match.group(0)
    if word.islower():
        return mended(word)
    begins = match.string[: match.start()].rstrip()[-1:] in ("", ".", "?", "!")
    meant = mended(word.lower())
    return meant.capitalize() if begins and word[1:].islower() and meant != word.lower() else word


# Dialect words that are a name when they are written with a capital.
_NAMES = frozenset({"ken", "wen", "gan", "ma", "bin"})


@cache
def _lists() -> tuple[dict[str, str], tuple[tuple[re.Pattern[str], str], ...]]:
    kept = yaml.safe_load(LISTS.read_text(encoding="utf-8"))
    words = {variant: standard for standard, variants in kept["words"].items() for variant in variants}
    phrases = tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in kept["phrases"])
    return words, phrases

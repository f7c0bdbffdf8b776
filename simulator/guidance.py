"""The policy's pages, searched as a helpful colleague would: any words in any order, their stems, best first; pure."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache

from scenarios.scenario import Row
from simulator.understanding.phrases import stem

TITLE, TEXT = 4, 1  # a word in a title counts for more than one in the text
LEAST_CLOSE = 0.78  # how alike a word must be that is taken for a misspelled one
NEAREST = "No page has all of that. The nearest, the best first:"
ALL_PAGES = "No page speaks of that. These are all there are:"
_LEAST_BEGUN = 4  # letters from which the beginning of a word stands for it
_EMPTY_WORDS = """
    a about after am an and any anybody anyone are as at be by call caller calls can check do does for from get give
    guidance have how i if in is it me my need of on or our page policy procedure rule rules s say says should so
    somebody someone tell that the their them they this to under up us want wants was we what when where which who why
    will with you your
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
# what handlers call things that the pages call otherwise
_OTHERWISE = """
    aml network, burglar intruder, burglary intruder, deaf relay, disclose information, disclosure information,
    downgrade lowering, dpa information, eisec network, else another, foi information, foreign english, forgot reset,
    forgotten reset, gdpr information, id security, identity security, injunction orders, interpreter relay,
    journalist information,
    location place, locked reset, mute relay, party person, phone telephone, press information, prowler intruder,
    silent whisper, stalker orders, third another, translator english
"""
_SAME_AS = {stem(word): stem(page) for word, page in (pair.split() for pair in _OTHERWISE.split(","))}


def search_guidance(pages: Sequence[Row], query: str) -> tuple[Row, ...]:
    """The pages that have words of the query, best first; where none has any, every page in its order."""
    asked = _asked(pages, query)
    if not asked:
        return ()
    rare = {word: 1 / max(1, sum(bool(_worth(page, word)) for page in pages)) for word in asked}
    ranked = sorted(((_rank(page, rare), n, page) for n, page in enumerate(pages)), key=lambda one: one[:2])
    found = [(rank, page) for rank, _, page in ranked if rank[0] < 0]
    if not found:
        return tuple(pages)
    most = found[0][0][0]
    return tuple(page for rank, page in found if rank[0] == most or 2 * -rank[0] >= len(asked))


def guidance_words(query: str, found: Sequence[Row]) -> str:
    """What is said over the pages that a query found: whether they have its words, or only come near."""
    if any(_says_all(page, query) for page in found):
        return f"{len(found)} {'page' if len(found) == 1 else 'pages'} for \u201c{query}\u201d, the best first."
    if any(_worth(page, word) for page in found for word in _asked(found, query)):
        return NEAREST
    return ALL_PAGES


def _says_all(page: Row, query: str) -> bool:
    asked = _words(query)
    return bool(asked) and all(_worth(page, word) for word in asked)


def _rank(page: Row, rare: Mapping[str, float]) -> tuple[int, float]:
    """How many of the words a page has, then how much they say: in its title more, and the rarer the more."""
    worth = {word: _worth(page, word) for word in rare}
    return -sum(map(bool, worth.values())), -sum(worth[word] * rare[word] for word in rare)


def _worth(page: Row, word: str) -> int:
    title, text = _read(page.title, " ".join(page.details.values()))
    names = (word, _SAME_AS.get(word, word))
    if any(_has(title, name) for name in names):
        return TITLE
    return TEXT if any(_has(text, name) for name in names) else 0


def _has(stems: frozenset[str], word: str) -> bool:
    return word in stems or (len(word) >= _LEAST_BEGUN and any(one.startswith(word) for one in stems))


def _asked(pages: Sequence[Row], query: str) -> tuple[str, ...]:
    """The stems that are asked for; one that no page has is taken for the nearest that some page has."""
    known = _stems_of(tuple((page.title, " ".join(page.details.values())) for page in pages))
    return tuple(dict.fromkeys(_put_right(word, known) for word in _words(query)))


@lru_cache(maxsize=64)
def _stems_of(pages: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """Every stem of these titles and texts."""
    return frozenset().union(*(part for title, text in pages for part in _read(title, text)))


@lru_cache(maxsize=2048)
def _put_right(word: str, known: frozenset[str]) -> str:
    if _has(known, word) or word in _SAME_AS:
        return word
    return next(iter(get_close_matches(word, sorted({*known, *_SAME_AS}), 1, LEAST_CLOSE)), word)


def _words(query: str) -> tuple[str, ...]:
    every = _split(query)
    telling = [word for word in every if word not in _EMPTY]
    return tuple(stem(word) for word in telling or every)


@lru_cache(maxsize=256)
def _read(title: str, text: str) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(map(stem, _split(title))), frozenset(map(stem, _split(text)))


def _split(text: str) -> list[str]:
    return "".join(mark if mark.isalnum() else " " for mark in text.lower().replace("'", "")).split()

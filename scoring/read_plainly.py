"""A turn's words as the rules of plain words read them, and the turns that say a thing."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from scoring.matching import words_of
from scoring.speech import Turn

_FILLERS = re.compile(r" (?:um|er|erm|uh|like|you know)(?= )")


def plainly(turn: Turn) -> str:
    """A turn's words without the fillers of somebody who hesitates."""
    return _without_fillers(turn.said.text)


@lru_cache(maxsize=2048)
def _without_fillers(text: str) -> str:
    return _FILLERS.sub("", words_of(text))


def does(what: re.Pattern[str], text: str) -> bool:
    """Whether words do one thing; several points ask the same of the same words. `what` is a rule that lasts."""
    known = _known_of(text)
    found = known.get(id(what))  # by its own hash a pattern would be gone through from end to end each time
    if found is None:
        found = known[id(what)] = what.search(_without_fillers(text)) is not None
    return found


@lru_cache(maxsize=2048)
def _known_of(text: str) -> dict[int, bool]:
    """What has been found of a text so far, by the rule."""
    return {}


def by_words(turns: Iterable[Turn], says: Callable[[Turn], bool]) -> tuple[Turn, ...]:
    """The turns that say it, lists of words left out."""
    return tuple(turn for turn in turns if not turn.crowded and says(turn))

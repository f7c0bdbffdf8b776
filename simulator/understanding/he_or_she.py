"""What is asked of her is no topic that is all about him, nor the other way round."""

import re
from functools import lru_cache

from simulator.understanding.lasting import Lasting
from simulator.understanding.people_words import ANY_KIN
from simulator.understanding.topics import Topics

MOSTLY, HARDLY = 0.6, 0.05  # shares of a topic's examples that speak of the one, and of the other
_KIN = re.compile(rf"\b(?:{ANY_KIN})\b", re.IGNORECASE)
_HE = re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)


def without_the_other_sex(words: str, topics: Topics) -> Topics:
    """The topics, without those about a man where the words speak of a woman alone, and the reverse."""
    he, she = _HE.search(words) is not None, _SHE.search(words) is not None
    if he == she or _KIN.search(words):
        return topics  # "is he able to get up, your dad?" says itself whom it is about
    return _kept(topics, she)


@lru_cache(maxsize=256)
def _kept(topics: Topics, she: bool) -> Topics:
    one, other = (_SHE, _HE) if she else (_HE, _SHE)
    if not any(_share(one, examples) >= MOSTLY for _, examples in topics):
        return topics  # nobody of that sex belongs to the call: the handler took somebody for the other
    return Lasting(
        topic for topic in topics if not (_share(other, topic[1]) >= MOSTLY and _share(one, topic[1]) <= HARDLY)
    )


def _share(pattern: re.Pattern[str], examples: tuple[str, ...]) -> float:
    return sum(map(bool, map(pattern.search, examples))) / max(1, len(examples))

"""How somebody knows a thing, or whether they are sure of it, against how the thing was done. Pure."""

import re
from functools import lru_cache

from simulator.understanding.lasting import Lasting
from simulator.understanding.normalise import plain
from simulator.understanding.question_words import VERB

_Topics = tuple[tuple[str, tuple[str, ...]], ...]
_LED = r"(?:(?:and|so|but|okay|ok|right|well|now|then|just|sorry|oh|no|yes)[\s,]+)*"
_IS = (
    rf"(?:{VERB}|came|come|went|got|took|left|broke|rang|called|said|told|saw|heard|ran|wants|wanted|lives|lived|knows|"
    r"knew|goes|comes|[a-z]+(?:ed|ing))"
)
# That something is so: "they came by that lane". "How do you know the man next door" asks of an acquaintance.
_THAT = (
    r"(?:(?:that|for sure|for certain|about that)\s)*"
    r"(?P<what>(?:(?:i|you|he|she|it|they|we|there|this|that|these|those|(?:the|your|his|her|their|that|this) \w+"
    rf"(?: \w+)?|both|one of them|all of them|\w+)(?:'s|'re|'ve|'d)?(?: (?:really|still|all|both|just))?) {_IS}\b.*)"
)
_HOW_KNOWN = re.compile(
    rf"{_LED}(?:how (?:do|did|can|could|would|d) ?(?:you|ye) (?:actually |even |really )?"
    rf"(?:know|tell|be sure|be certain)|what makes you (?:so )?(?:sure|certain)) {_THAT}"
)
_SURE_OF = re.compile(
    rf"{_LED}are you (?:quite |really |absolutely |completely |very |definitely )*(?:sure|certain|positive) {_THAT}"
)
# What a question of knowing is asked with.
_KNOWS = re.compile(
    r"\b(?:how (?:do|did|can|could|would) (?:you|he|she|they) (?:know|tell|be sure)|sure|certain|definitely|positive|"
    r"(?:did|have|can|could|do) you (?:\w+ )?(?:see|seen|hear|heard|check|recognise|tell)|who told|mistaken|wrong|"
    r"could it|might|maybe|really|sounds?|anyone see)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def what_is_known(text: str) -> str:
    """What the words ask how they know, or whether they are sure of it; empty where they ask neither."""
    words = plain(text)
    found = _HOW_KNOWN.fullmatch(words) or _SURE_OF.fullmatch(words)
    return "" if found is None else found["what"]


def asks_if_sure(text: str) -> bool:
    """Whether the words ask if they are sure, rather than how they know."""
    return _SURE_OF.fullmatch(plain(text)) is not None


def of_knowing(text: str, topics: _Topics) -> _Topics:
    """The topics that such words may ask: how they know who came is none of how those came."""
    if not what_is_known(text):
        return topics
    return _of_knowing(topics)


@lru_cache(maxsize=256)
def _of_knowing(topics: _Topics) -> _Topics:
    return Lasting(topic for topic in topics if any(map(_KNOWS.search, topic[1])))

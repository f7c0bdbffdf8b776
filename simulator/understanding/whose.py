"""Whose detail is asked for: `what's her name` is a question about her, not about the caller."""

import re
from functools import lru_cache

from simulator.understanding.lasting import Lasting
from simulator.understanding.normalise import plain
from simulator.understanding.people_words import ANY_KIN, MEN, WOMEN
from simulator.understanding.sense import Alike
from simulator.understanding.topics import HeardTopic, Topics, nearest

_KIN = rf"(?:{ANY_KIN})"
_OTHERS = (
    r"(?:her|his|their|(?:the|that) (?:lady|woman|man|gentleman|person|girl|lad|victim|patient|customer|member|"
    rf"driver|owner)|(?:your|the) (?:{ANY_KIN}|colleague))s?"
)
_NAME = re.compile(
    rf"\b{_OTHERS} (?:full |first |last |own )?(?:sur)?name\b|\bname (?:of|for) {_OTHERS}\b|"
    rf"\b(?:what|who) is (?:she|he|{_OTHERS}) called\b|\b{_OTHERS} (?:is )?called\b|\bname is (?:she|he)\b|"
    r"\bwhat (?:is|was) (?:she|he) called\b"
)
_BORN = re.compile(
    rf"\b{_OTHERS} (?:date of birth|dob|d o b|birthday)\b|\b(?:date of birth|dob) (?:of|for) {_OTHERS}\b|"
    rf"\b(?:when|what year) (?:is|was) (?:she|he|{_OTHERS}) born\b|"
    rf"\b{_OTHERS} (?:full )?name and (?:date of birth|dob|d o b|birthday)\b"
)
_AGE = re.compile(
    rf"\bhow old (?:is|are|was) (?:she|he|they|{_OTHERS}|{_KIN})\b|\b(?:{_OTHERS}|{_KIN}s?) age\b|"
    rf"\b(?:what|which) age (?:is|are|was|would) (?:she|he|they|{_OTHERS}|{_KIN})\b|\bage of (?:{_OTHERS}|{_KIN})\b|"
    rf"\b(?:she|he|{_OTHERS}|{_KIN}) (?:is )?how old\b"
)
_BARE = {"date_of_birth": re.compile(r"\b(?:date of birth|dob|d o b|birthday)\b"), "age": re.compile(r"\bage\b")}
# How a scenario's topic about the other person may be worded: of a woman, of a man.
_AS = {
    "name": (
        ("What is she called, your wife?", "What is her name?"),
        ("What is he called, your husband?", "What is his name?"),
        ("Whose is it?", "Who is it about?"),
    ),
    "age": (
        ("How old is she?", "What age is she?", "What is her age?"),
        ("How old is he?", "What age is he?", "What is his age?"),
        ("How old are they?",),
    ),
    "date_of_birth": (
        ("When is her birthday?", "When was she born?"),
        ("When is his birthday?", "When was he born?"),
        (),
    ),
}
_SHE = re.compile(rf"\b(?:she|her|hers|lady|woman|{WOMEN})s?\b")
_HE = re.compile(rf"\b(?:he|his|him|man|gentleman|{MEN})s?\b")
_OWN = re.compile(r"\byour (?:full |first |last |own )?(?:sur)?name\b|\bwho are you\b|\bcall you\b|\bhow old are you\b")
_ALIKE, _ITSELF = 0.62, 0.72


@lru_cache(maxsize=4096)
def others_details(text: str) -> tuple[str, ...]:
    """The details (`name`, `date_of_birth`, `age`) of somebody else than the caller that the words ask for."""
    words = plain(text).replace("'", "").replace("whats", "what is")
    found = [
        ("name", _NAME.search(words)),
        ("date_of_birth", _BORN.search(words)),
        ("age", _AGE.search(words)),
    ]
    asked = [kind for kind, match in found if match]
    if asked and not re.search(r"\byours?\b", words):
        # "Her name? Date of birth?": what follows is still hers.
        asked += [kind for kind, bare in _BARE.items() if kind not in asked and bare.search(words)]
    return tuple(asked)


@lru_cache(maxsize=256)
def not_about_themselves(topics: Topics) -> Topics:
    """The topics without those that ask who the caller is: no answer to what somebody else is called."""
    return Lasting(one for one in topics if not any(_OWN.search(plain(example)) for example in one[1]))


@lru_cache(maxsize=256)
def _asking_details(topics: Topics, kinds: tuple[str, ...]) -> Topics:
    """The topics that ask any of these details of somebody else."""
    return Lasting(one for one in topics if any(set(kinds) & set(others_details(example)) for example in one[1]))


@lru_cache(maxsize=256)
def _of_that_one(topics: Topics, *, she: bool, he: bool) -> Topics:
    """The topics with those examples that speak of a woman, or of a man, as the words do."""
    if she == he:
        return topics
    other = _HE if she else _SHE
    return Lasting((name, tuple(one for one in examples if not other.search(plain(one)))) for name, examples in topics)


def topics_of_others(text: str, kinds: tuple[str, ...], topics: Topics, alike: Alike) -> tuple[HeardTopic, ...]:
    """The scenario's topics that ask these details of somebody else, in order, each once.

    The words themselves come first; then how such a question is commonly put, of a woman or of a man as the words say.
    """
    of_others = _asking_details(topics, kinds)
    words = plain(text)
    she, he = _SHE.search(words) is not None, _HE.search(words) is not None
    itself = nearest(text, _of_that_one(of_others, she=she, he=he), alike)
    topics = _of_that_one(topics, she=she, he=he)
    if itself is not None and itself.alike >= _ITSELF and len(kinds) == 1:
        return (itself,)
    # "What's the baby called?" may be what a topic asks that does not say "called".
    nearer = nearest(text, not_about_themselves(topics), alike)
    if nearer is not None and nearer.alike >= _ITSELF and len(kinds) == 1:
        return (nearer,)
    heard: dict[str, HeardTopic] = {}
    for kind in kinds:
        of_her, of_him, of_any = _AS[kind]
        phrases = of_her + of_any if she and not he else of_him + of_any if he and not she else of_her + of_him + of_any
        best = max((t for t in (nearest(p, topics) for p in phrases) if t), key=lambda t: t.alike, default=None)
        if best is not None and best.alike >= _ALIKE:
            heard.setdefault(best.id, best)
    return tuple(heard.values())

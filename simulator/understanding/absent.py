"""Who is known and not there: away, at work, due on Friday. Whoever is there now is not asked about."""

import re
from functools import lru_cache

from simulator.understanding.lasting import Lasting
from simulator.understanding.normalise import plain
from simulator.understanding.people_words import ANY_KIN

_Topics = tuple[tuple[str, tuple[str, ...]], ...]
_ONE = r"(?:he|she|they|(?:your|the) \w+)"
# "Which town is he in?": where somebody else is, nobody's address.
OF_SOMEBODY = (
    rf"(?:is|was|does|do|did|has) (?:he|she|your (?:{ANY_KIN})(?: \w+)?) "
    r"(?:in|at|from|live|work|stay|working|living)\b"
)
# In plain words, "he's" as "he is".
KNOWN_AND_ABSENT = (
    rf"\b{_ONE} (?:is )?(?:still |normally |usually )?(?:work(?:s|ing)?|living|lives|live|stopping) "
    r"(?:away|somewhere|nearby|local(?:ly)?|abroad|at|for|in|as|over)\b|"
    rf"\bwhere(?:abouts)? (?:is|are) (?:{_ONE}|\w+) (?:working|living|(?:off |gone )?away)\b|"
    rf"\b(?:is|are|was|were) {_ONE} (?:still |often |always |normally )?"
    r"(?:working away|living|away(?! from (?:you|the|it)\b))\b|"
    rf"\b(?:which|what) (?:town|village|city) {OF_SOMEBODY}|"
    r"\b(?:away|gone|off|back|due|out) (?:till|until) (?!now\b)|"
    rf"\b(?:do|does) {_ONE} (?:still |usually |normally )?(?:live|work|come home|get home|stay)\b"
)
_ABSENT = re.compile(KNOWN_AND_ABSENT)
_OF_ABSENCE = re.compile(
    r"\b(?:away|off|abroad|jobs?|work(?:s|ed|ing)?|live[sd]?|living|stay(?:s|ing)?|till|until|back|due|home|addresse?s?)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def asks_of_the_absent(text: str) -> bool:
    """Whether the words ask of somebody who is away, or where they live and work."""
    return _ABSENT.search(plain(text)) is not None


def of_absence(text: str, topics: _Topics) -> _Topics:
    """The topics such words may ask: "where is he away to" is none that only asks where he is now."""
    if not asks_of_the_absent(text):
        return topics
    return _of_absence(topics) or topics


@lru_cache(maxsize=256)
def _of_absence(topics: _Topics) -> _Topics:
    return Lasting(topic for topic in topics if any(map(_OF_ABSENCE.search, topic[1])))

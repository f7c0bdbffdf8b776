"""Rude words and promises as they were heard, without those that plainly are neither."""

import re

from scoring.reading import Reading
from scoring.speech import Turn

# Taking one's own words back is no rudeness, and what he or she will do is no promise of the handler's.
_OWN_REGRET = re.compile(
    r"\bi (?:should(?:n'?t| not) have|didn'?t mean|was wrong|take (?:that|it) back|apologise)|\bforget i said"
    r"|\b(?:silly|daft|stupid|odd|strange) (?:question|of me)\b",
    re.IGNORECASE,
)
_OF_A_THIRD = re.compile(
    r"^\W*(?:and |so |but |then )?(?:he|she)(?:'ll| will| won'?t|'s going to| is going to)\b", re.I
)
_PROMISES = re.compile(
    r"\b(?:promise\w*|guarantee\w*|definitely|certainly|fine|safe|all right|okay|ok)\b", re.IGNORECASE
)


# Without a word of what is to come nothing is promised: `they catch all sorts out`.
_COMING_TRUE = re.compile(
    r"\b(?:will|won'?t|\w+'ll|shall|promis\w*|guarante\w*|definitely|certainly|going to|gonna|gan|never|nothing|nobody|"
    r"no ?one|in (?:a|an|\d+|two|three|four|five|ten|fifteen|twenty|thirty)|minutes?|seconds?|be (?:fine|safe|"
    r"all right|alright|ok|okay|done|there|with you|back)|you(?:'re| are) (?:fine|safe)|sure|swear|word|trust)\b|'ll\b",
    re.IGNORECASE,
)


def rude_turns(reading: Reading, after: int = -1) -> tuple[Turn, ...]:
    """The turns that surely hold rude or blaming words, begun after a time (milliseconds)."""
    heard = reading.speech.surely("NEG_RUDE_BLAME", after=after)
    return tuple(turn for turn in heard if not _OWN_REGRET.search(turn.focus or turn.said.text))


def promises(reading: Reading) -> tuple[Turn, ...]:
    """The turns that surely promise what is not in the handler's power."""
    heard = reading.speech.surely("NEG_PROMISE")
    return tuple(
        turn
        for turn in heard
        if not _of_a_third(turn.focus or turn.said.text) and _COMING_TRUE.search(turn.focus or turn.said.text)
    )


def _of_a_third(words: str) -> bool:
    return bool(_OF_A_THIRD.match(words)) and not _PROMISES.search(words)

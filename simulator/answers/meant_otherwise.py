"""Whether the handler says that they meant something else than was answered: "no, I meant the young man". Pure."""

import re

_MEANT = re.compile(
    r"\b(?:i|we)(?: was| were)?(?: really| actually| only| just)? (?:mean|meant|ment|meaning)\b(?! it\b| well\b| to\b)"
    r"|\bi(?:'m| am| was) asking (?:about|you|if|whether|who|what|where|when|how)\b"
    r"|\b(?:that's|that is|that was|it's) not what i (?:asked|meant|mean)\b"
    r"|\bi (?:didn't|did not) (?:ask|mean) (?:that|about|for)\b",
    re.IGNORECASE,
)


def puts_right_what_was_asked(text: str) -> bool:
    """Whether the words put right what the caller took them to ask."""
    return _MEANT.search(text) is not None

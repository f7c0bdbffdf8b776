"""Whether a question of somebody's company asks who is with the caller now, or of another, of later, of who knows."""

import re

WITH_THEM = "ASK_SUPPORT_PRESENT"
_ANOTHER = (
    r"(?:him|her|them|mum|mummy|dad|daddy|the (?:baby|child|children|kids|man|men|little \w+|other|others)|"
    r"(?:your|his|her) (?!(?:house|home|room|flat|line|phone|money|card|bag|name|shopping|work)\b)\w+)"
)
# "Who's with your mum?", "who else knows you're there?"
_OF_ANOTHER = re.compile(
    rf"\b(?:with|after|minding|watching) {_ANOTHER}\b|\b(?:who|anyone|anybody|someone|somebody)(?: else)? knows?\b",
    re.IGNORECASE,
)
# "Who could come round?", "who lives with you?", "is there a friend you trust?"
_NOT_NOW = re.compile(
    r"\b(?:could|can|might|would) (?:\w+ )?(?:come|sit|stay|pop|be|help|go|collect|fetch|wait|ring|call|text|phone)\b|"
    r"\b(?:lives?|works?|helps?|trust|usually|normally|(?:on|every) (?:a )?"
    r"(?:sun|mon|tues|wednes|thurs|fri|satur)day)\b",
    re.IGNORECASE,
)


def of_another(words: str) -> bool:
    """Whether the words ask who is with somebody else, or who knows: what who is with the caller does not answer."""
    return _OF_ANOTHER.search(words) is not None


def asks_otherwise(words: str) -> bool:
    """Whether a topic of the call may be nearer to the words than who is with the caller now."""
    return of_another(words) or _NOT_NOW.search(words) is not None

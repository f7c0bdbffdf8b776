"""Whether words end by asking that the caller goes along: "... okay?", "do you understand?", "will you do that?"."""

import re

from simulator.understanding.cutting.endearments import without_the_last

_CHECKS = re.compile(
    r"(?:^|[\s,.!?;-])(?P<check>okay|ok|all right|alright|right|got that|got it|yes|yeah|understood|clear|"
    r"(?:do|did) you (?:understand|follow|get that|hear me)(?: (?:that|me|what i(?:'m| am) saying))?|"
    r"(?:is|if) that(?:'s| is)? (?:okay|ok|all right|alright|clear|understood|fine)(?: (?:with|by) you)?|"
    r"does that make sense|"
    r"(?:can|will|could|would) you do that(?: for me)?|(?:can|will) you (?:promise|promise me)(?: that)?)"
    r"\s*\?\s*$",
    re.IGNORECASE,
)
_TO_THEM = re.compile(r"^(?:okay|ok|all right|alright|right|yes|yeah), [A-Z][a-z]+\?$", re.IGNORECASE)
# "Do you understand that, and will you send it through your solicitor?": the check stands before a question.
_ON_THE_WAY = re.compile(
    r"(?:^|[.!?,;] )(?:and |so |now )?(?:do|did) you (?:understand|follow)"
    r"(?: (?:that|this|me|what i(?:'m| am) saying))?(?:\?|,? (?:and|but)\b) ?(?=\w+ \w+)",
    re.IGNORECASE,
)
# "I'd like to carry on with a few details, if that's all right with you?": leave is asked for what they do themselves.
_ASKS_LEAVE = re.compile(
    r"(?:(?:okay|ok|right|well|so|now|and|then|thank you|thanks)[,. ]+)*"
    r"(?:i(?:'d|'ll|'m| would| will| am)|we(?:'ll|'re| will| can)|(?:can|could|may|shall) (?:i|we)) [^?]*"
    r"\b(?:is|if) that(?:'s| is)? (?:okay|ok|all right|alright|fine) (?:with|by) you\W*",
    re.IGNORECASE,
)
GOES_ALONG = ("Yes. Okay.", "Okay.", "Yes.")


def asks_to_go_along(text: str) -> bool:
    """Whether the words end with a check that they were taken in."""
    return _CHECKS.search(without_the_last(text)) is not None


def checks_on_the_way(text: str) -> bool:
    """Whether they ask if they were understood, and something else behind it."""
    return _ON_THE_WAY.search(text) is not None and not asks_to_go_along(text)


def asks_leave(text: str) -> bool:
    """Whether they say what they would do themselves, and ask whether that is all right."""
    return _ASKS_LEAVE.fullmatch(without_the_last(text.strip())) is not None


def is_the_check(span: str, text: str) -> bool:
    """Whether a span of the words is that check itself, which asks for nothing else."""
    if _TO_THEM.match(span.strip()) and text.rstrip().endswith(span.strip()):
        return True
    found = _CHECKS.search(without_the_last(text))
    said = without_the_last(span.strip()).strip(" .,!?").lower()
    return found is not None and said == found["check"].lower()

"""Whether words end by asking that the caller goes along: "... okay?", "do you understand?", "will you do that?"."""

import re

_CHECKS = re.compile(
    r"(?:^|[\s,.!?;-])(?P<check>okay|ok|all right|alright|right|got that|got it|yes|yeah|understood|clear|"
    r"(?:do|did) you (?:understand|follow|get that|hear me)(?: (?:that|me|what i(?:'m| am) saying))?|"
    r"is that (?:okay|ok|all right|alright|clear|understood|fine)(?: with you)?|does that make sense|"
    r"(?:can|will|could|would) you do that(?: for me)?|(?:can|will) you (?:promise|promise me)(?: that)?)"
    r"\s*\?\s*$",
    re.IGNORECASE,
)
_TO_THEM = re.compile(r"^(?:okay|ok|all right|alright|right|yes|yeah), [A-Z][a-z]+\?$", re.IGNORECASE)
GOES_ALONG = ("Yes. Okay.", "Okay.", "Yes.")


def asks_to_go_along(text: str) -> bool:
    """Whether the words end with a check that they were taken in."""
    return _CHECKS.search(text) is not None


def is_the_check(span: str, text: str) -> bool:
    """Whether a span of the words is that check itself, which asks for nothing else."""
    if _TO_THEM.match(span.strip()) and text.rstrip().endswith(span.strip()):
        return True
    found = _CHECKS.search(text)
    return found is not None and span.strip(" .,!?").lower() == found["check"].lower()

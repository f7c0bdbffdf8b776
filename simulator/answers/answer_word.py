"""The yes or no that a line begins with."""

import re
from typing import Literal

YesNo = Literal["yes", "no"]

YES, NO = "yes|yeah|aye", "no|nah"  # alternatives of a pattern, to be put in brackets
_HEAD = re.compile(
    rf"^(?:(?:oh|well|um|no idea)[,.]? )?(?:(?P<yes>{YES})|{NO})\b(?! idea| need)(?P<bare>\s*[.!])?", re.IGNORECASE
)


def said_yes_or_no(line: str) -> YesNo | None:
    """The word that a line begins with, if it is a yes or a no."""
    found = _HEAD.match(line)
    return None if found is None else ("yes" if found["yes"] else "no")


def without_bare_word(line: str) -> str:
    """The line without a yes or no that stands alone before more: "Yes. He's outside." tells that he's outside."""
    found = _HEAD.match(line)
    rest = line[found.end() :].strip() if found is not None and found["bare"] else ""
    return rest or line

"""What a handler calls somebody between two things they ask: "are you hurt, love, or anybody else?". Pure."""

import re

_CALLED = (
    r"(?:my )?(?:love|lovely|lovey|pet|petal|duck|ducky|hen|hinny|bab|chuck|chick|pal|mate|flower|poppet|sweetheart|"
    r"sweetie|darling|darlin|dear|son|sir|madam|ma'am|treacle|cocker|bonny lad|bonny lass)"
)
_BETWEEN = re.compile(rf",\s*{_CALLED}\s*(?=,\s*(?:or|and|but)\b)", re.IGNORECASE)


def without_endearments(text: str) -> str:
    """The words without what the caller is called between commas, where another thing is asked behind it."""
    return _BETWEEN.sub("", text)

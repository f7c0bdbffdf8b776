"""What a handler calls somebody beside what they ask: "are you hurt, love, or anybody else?", "right, pet". Pure."""

import re

_CALLED = (
    r"(?:my )?(?:love|lovely|lovey|pet|petal|duck|ducky|hen|hinny|bab|chuck|chick|pal|mate|flower|poppet|sweetheart|"
    r"sweetie|darling|darlin|dear|son|sir|madam|ma'am|treacle|cocker|bonny lad|bonny lass)"
)
# "Where's he now, love, do you know?"; of "is it your daughter, son, or him?" a son may be asked after.
_BETWEEN = re.compile(rf",\s*{_CALLED}\s*(?=,\s*(?:or|and|but)\b)|,\s*(?!son\b){_CALLED}\s*(?=,\s*\w)", re.IGNORECASE)
# "Right pet, what's your name?", "Pet, are you cold?": before what is asked, with a word that leads in or without.
_FIRST = re.compile(
    r"(?P<led>(?:^|(?<=[.?!;] ))(?:(?:right|okay|ok|now|now then|oh|aw|all right|yes|no|come on|well),? )?)"
    r"(?:pet|petal|duck|ducky|hen|hinny|chuck|chick|cocker|flower),\s*(?=\w)",
    re.IGNORECASE,
)
_LAST = re.compile(rf",\s*(?!son\b){_CALLED}\s*(?=[?.!]|$)", re.IGNORECASE)


def without_endearments(text: str) -> str:
    """The words without what the caller is called before or between what is asked: "pet" there is no animal."""
    return _FIRST.sub(lambda found: found["led"], _BETWEEN.sub("", text))


def without_the_last(text: str) -> str:
    """The words without what the caller is called last: "is that all right with you, love?"."""
    return _LAST.sub("", text)

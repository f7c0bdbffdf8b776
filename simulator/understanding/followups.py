"""Short questions that lean on what the caller has just said: `what kind?` after `he's got a knife`."""

import re

from simulator.understanding.kin import kinds
from simulator.understanding.normalise import plain

SURE = 0.72
_LEAD = r"(?:(?:and|so|but|okay|right|well|oh|sorry|yes|no|then) )*"
_AFTER = r"(?: (?:is|was) (?:it|that|this|he|she|they)(?: (?:like|exactly|then|now))?| exactly| please| then| though)?"
_KIND = r"(?:what|which) (?:kind|sort|type|make|model|size|one|ones)(?: of (?:one|thing|it|them))?"
_IT = r"(?:it|that|this|one|them|those)"
# What is asked, as whole plain sentences, and what it means after a word of each kind (bank/kin.yaml).
_FOLLOWS: tuple[tuple[str, dict[str, str]], ...] = (
    (
        rf"{_KIND}{_AFTER}|what (?:is|was) {_IT}(?: exactly)?|like what|such as(?: what)?|what like|what exactly|"
        r"what (?:does|do|did) (?:it|they) look like",
        {
            "WEAPON": "ASK_WEAPON",
            "VEHICLE": "ASK_DESC_VEHICLE",
            "HURT": "ASK_INJURY",
            "ORDER": "ASK_ORDERS_BAIL",
            "DRUGS": "ASK_ALCOHOL_DRUGS",
            "DRINK": "ASK_ALCOHOL_DRUGS",
            "MEDICINE": "ASK_HEALTH",
            "HEALTH": "ASK_HEALTH",
            "STOLEN": "ASK_CRIME_DETAIL",
            "PROPERTY": "ASK_CRIME_DETAIL",
            "DAMAGE": "ASK_CRIME_DETAIL",
            "DOG": "ASK_OFFICER_SAFETY",
        },
    ),
    (
        rf"(?:how (?:bad|badly|deep|serious|severe){_AFTER}|is {_IT} (?:bad|deep|serious|bleeding)|"
        r"where on (?:you|your body|him|her|them)|which (?:arm|leg|side|part)|"
        r"(?:whereabouts |where )(?:is|are) (?:it|you|he|she|they) (?:hurt|bleeding|cut))",
        {"HURT": "ASK_INJURY", "HIT": "ASK_INJURY"},
    ),
    (
        rf"(?:(?:has|does|is) (?:he|she|they) (?:still )?(?:got|have|holding|carrying) {_IT}(?: on (?:him|her|them))?"
        rf"(?: still| now)?|(?:did|have) you (?:see|seen|saw) {_IT}|have you (?:actually )?seen {_IT}|"
        rf"where is {_IT}(?: now)?|is {_IT} (?:real|in (?:his|her|their) hand)|how (?:big|long) is {_IT})",
        {"WEAPON": "ASK_WEAPON"},
    ),
    (
        rf"what (?:colour|make|model|reg|registration|number plate){_AFTER}|(?:did|do) you (?:get|know) the "
        r"(?:reg|plate|number|make|colour)|(?:any|what about) (?:the )?(?:reg|plate|registration)",
        {"VEHICLE": "ASK_DESC_VEHICLE", "PLATE": "ASK_DESC_VEHICLE"},
    ),
    (
        r"how (?:much|many)(?: of (?:it|them))?"
        r"(?: (?:did|has|have) (?:he|she|you|they) (?:have|had|taken|take|drunk))?",
        {
            "MEDICINE": "ASK_MEANS_PLAN",
            "DRINK": "ASK_ALCOHOL_DRUGS",
            "DRUGS": "ASK_ALCOHOL_DRUGS",
            "STOLEN": "ASK_CRIME_DETAIL",
        },
    ),
)
_PATTERNS = tuple((re.compile(rf"{_LEAD}(?:{pattern})"), means) for pattern, means in _FOLLOWS)


def follow_up(text: str, last_caller_line: str) -> str | None:
    """The intent that a short question has after the caller's last line, or None where the line gives it none."""
    asked = plain(text)
    for pattern, means in _PATTERNS:
        if pattern.fullmatch(asked):
            return next((means[kind] for kind in _kinds_latest_first(last_caller_line) if kind in means), None)
    return None


def _kinds_latest_first(line: str) -> list[str]:
    return [kind for word in reversed(plain(line).split()) for kind in kinds().get(word, ())]

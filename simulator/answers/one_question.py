"""What only goes on with the question before it: the same asked of now once more, or the last of its choices. Pure."""

import re

from simulator.heard import HeardIntent
from simulator.understanding.question_words import BARE, LEAD_IN, OPENLY, PRONOUN, VERB

_OF_NOW = re.compile(r"\b(?:doing|happening|going on|(?:hear|see) (?:now|right now|at the moment))\b", re.IGNORECASE)
_CHANGED = re.compile(
    r"(?:(?:has|have) (?:anything|it|things|that) (?:changed|gone quiet)|(?:is (?:there )?)?any(?:thing)? "
    r"(?:different|changed?|new)|any changes?)(?: at all| now| since)?\W*",
    re.IGNORECASE,
)
# "Any voices, or just things being moved?": it has no subject and verb of its own.
_LAST_CHOICE = re.compile(
    rf"just that (?:{PRONOUN})(?:'re|'s)? [^?]+\?$|"
    rf"(?:just|only|more|maybe|simply|merely) (?!.*\b(?:{VERB})\b)(?!(?:{PRONOUN})\b)[^?]+\?$",
    re.IGNORECASE,
)
# "When does it close, the assessment?": what "it" stands for, named at the end.
_NAMED_LAST = re.compile(r"(?:the|your|his|her|their|this|that) (?!other\b)[\w'-]+(?: [\w'-]+)?\?", re.IGNORECASE)
_OPEN_OF_IT = re.compile(rf"{LEAD_IN}(?:{OPENLY})\b(?=.*\b(?:it|he|she|they|him|her|them)\b)", re.IGNORECASE)
_A_DETAIL = re.compile(rf"\b(?:{BARE})\?$", re.IGNORECASE)


def goes_on_with(intent: HeardIntent, before: HeardIntent, text: str) -> bool:
    """Whether it asks nothing besides the question before it: "what's it doing now, has anything changed?"."""
    asked, span = before.span.strip(" ,?"), intent.span.strip()
    if not intent.asks or not before.asks or not span:
        return False
    if _CHANGED.fullmatch(span):
        return before.id == "topic" and _of_now_in_one(asked, span, text)
    if _NAMED_LAST.fullmatch(span) and not _A_DETAIL.search(span):
        return _OPEN_OF_IT.match(asked) is not None and f"{asked}, {span}".lower() in text.lower()
    return _LAST_CHOICE.match(span) is not None and f"or {span}".lower() in text.lower()


def is_asked_nearer(intent: HeardIntent, then: HeardIntent, text: str) -> bool:
    """Whether what is next asked is the same, in words that a caller has an answer to: what has changed now."""
    asked, span = intent.span.strip(" ,?"), then.span.strip()
    general = intent.id == "ASK_WHAT_HAPPENED" and then.id == "topic"
    return general and _CHANGED.fullmatch(span) is not None and _of_now_in_one(asked, span, text)


def _of_now_in_one(asked: str, span: str, text: str) -> bool:
    return _OF_NOW.search(asked) is not None and f"{asked}, {span}".lower() in text.lower()

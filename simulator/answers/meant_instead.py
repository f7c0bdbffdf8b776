"""Who or what the handler meant instead, "no, I mean your son": the question before asked again of them. Pure."""

import re
from collections.abc import Sequence

from simulator.understanding.cutting.question_begins import asks_by_itself
from simulator.understanding.people_words import ANY_KIN

_WHOSE = r"(?:your|the|his|her|their|that|this|those)"
_LED = r"(?:(?:no|nope|nah|sorry|oh|well|wait|and|but|so|not (?:you|him|her|them|that|(?:your|the) \w+))[\s,.!-]+)*"
# "No, I mean your son": nobody but whom or what is meant, and no word that tells or asks anything of it.
_ONLY_MEANT = re.compile(
    rf"{_LED}(?:(?:i|we)(?: was| am|'m)? (?:just |only |actually |really )*"
    r"(?:mean|meant|meaning|asking about|asked about|talking about))"
    rf",? (?P<one>{_WHOSE} (?!one\b|lot\b|way\b)[a-z-]+"
    r"(?: (?:door|phone|window|car|bag|card|room|house|man|lad|woman))?"
    r"|him|her|them|(?-i:[A-Z][a-z]+))"
    r"(?:,? (?:not|rather than) [\w' ]+)?[.!?]*",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.?!]+[.?!]*\s*")
_PERSON = re.compile(
    rf"\b(?:he|she|they|him|them|{_WHOSE} (?:{ANY_KIN}|man|woman|lad|lady|bloke|fella|girl))\b(?!')", re.I
)
_THING = re.compile(rf"\b(?:it|(?:your|the|that|this) (?!{ANY_KIN})[a-z]+)\b", re.IGNORECASE)
_IS_PERSON = re.compile(rf"\b(?:{ANY_KIN}|man|woman|lad|lady|bloke|fella|girl)\b", re.IGNORECASE)
_SUBJECT = {"him": "he", "her": "she", "them": "they"}
_OBJECTS = re.compile(r"\b(?:him|them)\b", re.IGNORECASE)
_OF_ONE = {"are": "is", "were": "was", "have": "has", "do": "does"}
_OF_YOU = re.compile(rf"\b(?P<verb>{'|'.join(_OF_ONE)}) you\b", re.IGNORECASE)
_YOUR_DETAIL = re.compile(
    r"\byour (?=(?:full |first |last )?(?:name|surname|age|date|number|address|job)\b)", re.IGNORECASE
)
_MOST = 14  # words of a question that can be asked again of another


def meant_instead(text: str) -> str:
    """Whom or what the words say was meant, where they say nothing else; empty otherwise."""
    only = _ONLY_MEANT.fullmatch(text.strip())
    return "" if only is None else only["one"]


def asked_of_what_was_meant(text: str, earlier: Sequence[str]) -> str:
    """The handler's last question, asked of whom they say they meant; the words as they are where that is not plain."""
    one = meant_instead(text)
    asked = _last_question(earlier[-1]) if one and earlier else ""
    if not asked or len(asked.split()) > _MOST:
        return text
    person = one.lower() in _SUBJECT or one[0].isupper() or _IS_PERSON.search(one) is not None
    slot = (_PERSON if person else _THING).search(asked)
    if slot is None and person:
        return _instead_of_you(asked, one) or text
    if slot is None or slot.group().lower() == one.lower():
        return text
    put_in = _SUBJECT.get(one.lower(), one) if not _OBJECTS.fullmatch(slot.group()) else one
    return f"{asked[: slot.start()]}{put_in}{asked[slot.end() :]}"


def _instead_of_you(asked: str, one: str) -> str:
    """The question asked of them instead of the caller: "how old are you?" and "what's your name?"; or nothing."""
    whom = _SUBJECT.get(one.lower(), one)
    if (named := _YOUR_DETAIL.search(asked)) is not None and one.lower() not in _SUBJECT:
        return f"{asked[: named.start()]}{one}'s {asked[named.end() :]}"
    if (of_you := _OF_YOU.search(asked)) is not None and whom != "they":
        return f"{asked[: of_you.start()]}{_OF_ONE[of_you['verb'].lower()]} {whom}{asked[of_you.end() :]}"
    return ""


def what_of_them(text: str) -> tuple[str, ...]:
    """How they ask what is wanted of whom or what was meant: "Sorry. What about my son?"; empty where none was."""
    one = meant_instead(text)
    if not one:
        return ()
    mine = re.sub(r"^your\b", "my", one, flags=re.IGNORECASE)
    return (f"Sorry. What about {mine}?", f"What about {mine}, sorry?")


def _last_question(said: str) -> str:
    questions = [one.strip() for one in _SENTENCE.findall(said) if one.strip()]
    asked = [one for one in questions if one.endswith("?") or asks_by_itself(one)]
    return asked[-1] if len(asked) == 1 else ""

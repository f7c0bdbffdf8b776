"""Whom "she" or "he" means where a child or a parent was named just before: "how's the baby, is she breathing?"."""

import re

from simulator.understanding.question_words import LEAD_IN, OPENLY, VERB

_YOUNG = "dog|baby|child|kid|toddler|infant|bairn|little one|youngest"
_GIRLS = "daughter|girl|little girl|sister"
_BOYS = "son|boy|little boy|brother"
_WOMEN = "mother|mum|mam|mummy|gran|nan|nanny|grandmother|old lady|niece|aunt|auntie"
_MEN = "father|dad|daddy|grandad|grandfather|old man|nephew|uncle|husband"
_PERSON = re.compile(
    r"\b(?P<whole>(?:the|your|that|this) (?:[a-z]+ )?(?:"
    rf"(?P<young>{_YOUNG})|(?P<she>{_GIRLS}|{_WOMEN})|(?P<he>{_BOYS}|{_MEN})))\b(?!')",
    re.IGNORECASE,
)
# Whom it is about: named and nothing more, or the subject of a question; not "a job with the kid in the house".
_ABOUT = re.compile(
    rf"{LEAD_IN}(?:(?:what|how) about |(?:i|do you) mean |tell me about |you (?:said|say|told me)(?: that)? "
    rf"|(?:can|could|do) you (?:see|hear|reach) |(?:{OPENLY})(?:'s|'re)? (?:(?:{VERB}) )?|(?:{VERB}) )?$",
    re.IGNORECASE,
)
# Somebody else named since then: whom "she" means is no longer sure.
_ANOTHER = re.compile(
    r"\b(?:man|men|woman|lady|driver|partner|wife|boyfriend|girlfriend|ex|officer|officers|somebody|someone)\b"
    r"|(?<=[a-z,] )[A-Z][a-z]+",
)
PIECES = re.compile(r"([,.?!;:]+\s+|\s+(?:and|or|but)\s+)", re.IGNORECASE)
SHORT = 8  # words; longer questions say themselves whom they are about
ASKS_OF_ONE = re.compile(
    r"(?:(?:and|so|but|or|also|then) )*(?:(?:can|could|do) you (?:see|tell|know|hear) (?:if|whether)|"
    rf"(?:{VERB})|(?:{OPENLY})(?:(?:'s| \w+){{0,2}})|any \w+ (?:in|on|from|about))"
    r" (?P<who>she|he|her|him)\b",
    re.IGNORECASE,
)
_WOMANS = frozenset(("she", "her"))


def with_persons_named(text: str) -> str:
    """The words with the child or parent named before instead of "she" or "he" in the short questions behind.

    Only where it can be nobody else: nobody of the same kind, and no name, stands between.
    """
    if not _PERSON.search(text):
        return text
    named: re.Match[str] | None = None
    out = []
    for piece in PIECES.split(text):
        asks = ASKS_OF_ONE.match(piece) if named is not None and len(piece.split()) <= SHORT else None
        found = list(_PERSON.finditer(piece))
        if asks is not None and named is not None and not found and _may_be(named, asks["who"]):
            piece = f"{piece[: asks.start('who')]}{_lower(named['whole'])}{piece[asks.end('who') :]}"
        elif found:
            named = found[-1] if _ABOUT.match(piece[: found[-1].start()]) else None
        elif _ANOTHER.search(piece):
            named = None
        out.append(piece)
    return "".join(out)


def _may_be(named: re.Match[str], who: str) -> bool:
    return named["young"] is not None or (named["she"] is not None) == (who.lower() in _WOMANS)


def _lower(named: str) -> str:
    return named[0].lower() + named[1:]

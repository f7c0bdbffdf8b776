"""Asking the same thing again in near the same words: the deed of a patient handler, seen from what was said before."""

import re
from collections.abc import Iterable

from simulator.heard import HeardIntent
from simulator.understanding.normalise import words
from simulator.understanding.situation import Situation

PERSISTS = "CTRL_REPEAT_PERSIST"
ALIKE = 0.8  # share of the words of the longer that both have
_BACK = 2  # utterances before this one that are looked at
_FEWEST = 3  # words; `where?` twice is no instruction
_INSTRUCTS = ("ASK_", "VER_ASK", "ADV_")
_INSISTS = re.compile(
    r"\b(?:(?:once |one )?(?:more time|again)|keep asking|ask(?:ing)? (?:you )?again|still (?:need|have not)|"
    r"i (?:have )?asked|have not (?:told|given|said)|like i said|as i said|so (?:that )?(?:i|we|they) can|"
    r"(?:cannot|can not|can only) (?:send|help|get)|"
    r"unless (?:i|we)|until (?:i|we|you))\b"
)


def alike(one: str, other: str) -> bool:
    """Whether the two say near the same."""
    first, second = set(words(one)), set(words(other))
    longer = max(len(first), len(second))
    return longer >= _FEWEST and len(first & second) >= ALIKE * longer


def alike_before(text: str, earlier: tuple[str, ...]) -> tuple[str, ...]:
    """What was said shortly before in near the same words."""
    return tuple(said for said in earlier[-_BACK:] if alike(text, said))


def insists(text: str) -> bool:
    """Whether the words say the same thing twice, or that it was asked before, or why it must be known."""
    listed = words(text)
    runs = [listed[at : at + 3] for at in range(len(listed) - 2)]
    return len(set(runs)) < len(runs) or _INSISTS.search(" ".join(listed)) is not None


def persistence(text: str, intents: Iterable[HeardIntent], situation: Situation) -> tuple[HeardIntent, ...]:
    """The intent of persisting, where what was asked shortly before is asked again and still has no answer."""
    found = tuple(intents)
    if any(intent.id == PERSISTS for intent in found) or not alike_before(text, situation.earlier):
        return ()
    open_still = {name.partition(":")[0] for name in situation.expected}
    asked = [intent for intent in found if intent.id.startswith(_INSTRUCTS)]
    if not any(intent.id in open_still or intent.id.startswith("ADV_") for intent in asked):
        return ()
    return (HeardIntent(id=PERSISTS, confidence=0.8, span=text),)

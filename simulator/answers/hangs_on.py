"""A question of what the one before it only supposed: "is there a neighbour? What are they called?". Pure."""

import re
from collections.abc import Sequence

from scenarios.scenario import Scenario
from simulator.answers.of_another import detail_of, names_them
from simulator.heard import HeardIntent
from simulator.sentences import sentences_of_line
from simulator.understanding.cutting.lives_on_it import asks_of_them, asks_whether_anybody
from simulator.understanding.people_words import ANY_KIN, KIN
from simulator.understanding.question_words import LEAD_IN, OPENLY

_NOBODY = re.compile(
    r"(?:(?:oh|now|well|no|so|and|but),? )*(?:there's |there is |there are |i've |i have (?:got )?)?"
    r"(?:no ?body|no one|none|not a soul|only me|just me)\b"
    r"|no\b|(?:i'm|i am|i live) (?:all )?(?:alone|on my own|by myself)\b|me (?:alone|and the)\b"
    r"|i don't (?:know|have)\b",
    re.IGNORECASE,
)
# "Have you ever been arrested, and what was that for?": nothing, where they never were.
_IF_EVER = re.compile(rf"{LEAD_IN}(?:have|has|had|did) (?:you|he|she|they|anyone|anybody)\b", re.IGNORECASE)
_OF_THAT = re.compile(
    rf"{LEAD_IN}(?:(?:{OPENLY})(?:'s|'d)? (?=[\w' ]*\b(?:that|then|those)\b)[\w']+(?: [\w']+){{0,4}}"
    r"|who (?:was|were|is|are) (?:it|they)|what happened)\W*",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"(?:(?:oh|well),? )*(?:no|never|nobody|nothing|none)\b"
    r"|(?:i|he|she|they|it|we)(?:'ve|'s|'d| have| has| had)? (?:never|not)\b|(?:i|he|she|they) (?:did not|didn't)\b"
    r"|there(?:'s| is| are| was| were) (?:no|nobody)\b",
    re.IGNORECASE,
)
_KIN = re.compile(rf"\b({ANY_KIN})\b", re.IGNORECASE)
_OF_MINE = re.compile(rf"\b(?:my|our) (?P<kin>{ANY_KIN})\b", re.IGNORECASE)
# What is asked of somebody who was named last is never the person they ring about.
_OF_THE_OTHER = ("ASK_WHO_SUSPECT", "ASK_DESC_PERSON", "ASK_SUSPECT_NOW")


def of_somebody(
    scenario: Scenario, intent: HeardIntent, before: HeardIntent | None, said: Sequence[str]
) -> HeardIntent | None:
    """What it asks where it lives on the question before it; None where nobody is there of whom it could be asked.

    `said` is what was answered to that: whom it names is meant, and where it denies that there is anybody, nobody.
    """
    if before is None or before.span == intent.span:
        return intent
    if _IF_EVER.match(before.span.strip()) and _OF_THAT.fullmatch(intent.span.strip()):
        return None if any(_NEVER.match(one) for part in said for one in sentences_of_line(part)) else intent
    if not asks_whether_anybody(before.span) or not asks_of_them(intent.span):
        return intent
    mine = next((KIN[found["kin"].lower()] for part in said for found in _OF_MINE.finditer(part)), "")
    if mine:
        found = detail_of(scenario, intent.span, mine)
        return found if found is not None else None if _of_the_other(scenario, intent, mine) else intent
    if any(names_them(scenario, intent, KIN[kin.lower()]) for kin in _KIN.findall(before.span)):
        return intent
    if any(_NOBODY.match(one) for part in said for one in sentences_of_line(part)):
        return None
    return intent


def _of_the_other(scenario: Scenario, intent: HeardIntent, mine: str) -> bool:
    if intent.id == "topic":
        return names_them(scenario, intent, "their") and not names_them(scenario, intent, mine)
    return intent.id in _OF_THE_OTHER

"""A bare "which number?" beside a street or an address is the house's, not the telephone's: put in whole words."""

import re

from simulator.understanding.cutting.clauses import Clause, core
from simulator.understanding.places import STREETS
from simulator.understanding.question_words import LEAD_IN

HOUSE_NUMBER = "what is the house number"
_BARE = re.compile(
    rf"{LEAD_IN}(?:at )?(?:(?:what|which)(?:'s| is| are)? ?)?(?P<of>(?:the |your )?(?:house |door |flat )?)number"
    r"(?:(?:'s| is) (?:that|it|the house|the flat|the shop)| of (?:the )?house| are you(?: at)?| there"
    r"| in the street)?\W*",
    re.IGNORECASE,
)
_NUMBER_OR_TOWN = r"((?:what|which) (?:number|town|village|street|road)(?:(?:'s| is) (?:that|it))?)"
_AND_THE_TOWN = re.compile(rf"{_NUMBER_OR_TOWN},? and {_NUMBER_OR_TOWN}", re.IGNORECASE)
_BEHIND_A_SENTENCE = re.compile(r"(?P<first>.+[.?!;]) (?P<asked>[^.?!;]+\?)")
_OF_THE_HOUSE = re.compile(r"\b(?:house|door|flat)\b", re.IGNORECASE)
# "..., is that right, and house number?": the check stays with what was read back.
_BEHIND_A_CHECK = re.compile(r"(?:is|was) (?:that|it) (?:right|correct|it|so),? and (?P<rest>[\w' ]+)", re.IGNORECASE)
_ANOTHER_NUMBER = re.compile(
    r"\b(?:log|crime|reference|badge|collar|shoulder|bus|card|member|membership|policy) number\b", re.IGNORECASE
)
_STREET = re.compile(rf"\b[A-Z][a-z]+ (?:{'|'.join(one.title() for one in STREETS)})\b")
_A_PLACE = re.compile(
    r"\b(?:house|home|flat|street|road|address|lives?|living|(?:you are|you're) at"
    r"|where(?:abouts)? (?:exactly )?are you|where(?:'s| is) (?:it|this|that))\b",
    re.IGNORECASE,
)
_TO_RING = re.compile(
    r"\b(?:number|phone|telephone|mobile|landline|ring|ringing|rang|rung|call|called|calling|contact|log|crime|card"
    r"|bus|badge|collar|name)\b",
    re.IGNORECASE,
)


def with_house_number(found: tuple[Clause, ...], *told: str) -> tuple[Clause, ...]:
    """The clauses, a bare number asked for beside a street as that of the house; `told` is what was said before."""
    if not any("number" in one.text.lower() for one in found):
        return found
    known: list[Clause] = []
    for one in (part for clause in found for part in _parted(clause)):
        asked = _rest_of_the_check(one)
        bare = _BARE.fullmatch(asked.core) if asked.asks else None
        if bare is not None and known and not bare["of"] and _ANOTHER_NUMBER.search(known[-1].core):
            continue  # "what's the log number? What number?": the same once more
        if bare is not None and (_OF_THE_HOUSE.search(bare["of"]) or _of_a_place([part.text for part in known], told)):
            known.append(Clause(asked.text, HOUSE_NUMBER, asked.start))
        else:
            known.append(one)
    return tuple(known)


def _parted(one: Clause) -> tuple[Clause, ...]:
    """ "Which number, and which town?" as the two that they are, and "I have Osier Row. Which number?" too."""
    both = _AND_THE_TOWN.fullmatch(one.core)
    if both is not None:
        return tuple(Clause(f"{part}?", part, one.start) for part in both.groups())
    two = _BEHIND_A_SENTENCE.fullmatch(one.text)
    if two is None or _BARE.fullmatch(two["asked"]) is None:
        return (one,)
    at = one.start + two.start("asked")
    return Clause(two["first"], core(two["first"]), one.start), Clause(two["asked"], core(two["asked"]), at)


def _rest_of_the_check(one: Clause) -> Clause:
    behind = _BEHIND_A_CHECK.fullmatch(one.core)
    if behind is None or _BARE.fullmatch(behind["rest"]) is None:
        return one
    return Clause(f"{behind['rest']}?", behind["rest"], one.start)


def _of_a_place(before: list[str], told: tuple[str, ...]) -> bool:
    """Whether the nearest words, of their own or of what was said before, are of a street and of no telephone."""
    for text in (*reversed(before), *(() if before else told[:1])):
        if _TO_RING.search(text):
            return False
        if _STREET.search(text) or (before and _A_PLACE.search(text)):
            return True
    return False

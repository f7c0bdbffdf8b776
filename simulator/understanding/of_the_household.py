"""Whom a pronoun means behind "who else lives with you?": somebody of the house, and not who has come into it. Pure."""

import re
from collections.abc import Sequence
from itertools import pairwise

from simulator.understanding.brought import Brought
from simulator.understanding.cutting.clauses import Clause

_WHO_ELSE = re.compile(
    r"\b(?:who else|(?:any|some)(?:one|body)(?: else)?|who)\b.{0,24}?"
    r"\b(?:lives?|living|stays?|stopping|with you|in the (?:house|flat|home)|at home)\b",
    re.IGNORECASE,
)
_ARE_THEY = re.compile(
    r"(?:(?:and|so|but)[ ,]+)*(?:where )?are they(?: all| both)?"
    r"(?: (?:in|at home|home|there|out|with you|about|here|now|tonight|just now|at the moment))*\W*",
    re.IGNORECASE,
)


def of_the_household(found: Sequence[Clause], heard: Sequence[Brought]) -> list[Brought]:
    """What each clause brought, and nothing by "are they in?" behind the question of who lives there.

    Whoever says who is there says with it where they are: it asks for nothing more.
    """
    out = list(heard)
    for at, (before, clause) in enumerate(pairwise(found), start=1):
        if _WHO_ELSE.search(before.text) and _ARE_THEY.fullmatch(clause.text):
            out[at] = Brought(values=heard[at].values, ack=True)
    return out

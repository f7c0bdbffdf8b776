"""Plain words about what comes next, whatever they were heard as: who does what, and when to ring again.

Doubt of hearing favours the trainee (DOMAIN section 5, rule 3): what stands in so many words was said.
"""

import re
from functools import lru_cache

from scoring.matching import words_of
from scoring.read_plainly import plainly
from scoring.speech import Turn

# What becomes of it: who does what next, for the caller or with what they told.
_NEXT = re.compile(
    r"\b(?:i|we) (?:will|am|are|have|shall|can) (?:\w+ ){0,2}?(?:tell(?:ing)?|send(?:ing)?|sent|firing|"
    r"pass(?:ing|ed)?|"
    r"log(?:ging|ged)?|get(?:ting)?|asked|arrang\w+|note|noting|noted|put(?:ting)?|mak(?:e|ing)|let(?:ting)?) "
    r"(?:the|them|this|that|it|your|a|an|officers?|somebody|someone|police|everything|all)\b"
    r"|\b(?:officers?|police|they|somebody|someone) (?:will |ll |still |are still |will still |are going to |"
    r"is going to |"
    r"has to |have to |has |have )+(?:still |to )*(?:\w+ )?"
    r"(?:check|come|coming|call|look|speak|see|read|decide|have a (?:look|read)|go through|be with you|be round|"
    r"attend|visit)\b"
    r"|\bwill be (?:read|seen|looked at|dealt with|passed|checked) (?:\w+ ){0,2}?by\b"
    r"|\b(?:so )?what happens (?:now |next |then )?is\b|\b(?:it|that|this|all of it|everything|the (?:report|"
    r"link|log|note|"
    r"message))(?: all)? (?:goes|is going|will go|gets passed|is passed|is coming|comes|"
    r"will come) (?:\w+ )?(?:to|on|through|over)\b"
    r"|\blink (?:is |has )?(?:gone|on its way|coming)\b|link (?:is|has been|was) sent\b|\bi (?:write|log|note|"
    r"pass|put) (?:it |this |that |"
    r"your )?(?:all )?"
    r"(?:down|up|on|through|that you)\b"
)
_RINGS_AGAIN = re.compile(
    r"\b(?:ring|call|phone|dial|dialling|ringing|calling|contact|shout|hing|bell|get on the phone|"
    r"get back)\b(?: \w+){0,2}? (?:us (?:back|again|"
    r"every time|whenever|straight|if|any|at once)|(?:999|9 9 9|101|1 0 1|1 oh 1)|back if|again if|if|"
    r"straight back|again)\b"
    r"|\bif (?:\w+ ){1,6}?(?:(?:ring|call|phone|dial)|(?:tell|shout)\b(?: \w+){0,2}? (?:us|me|at once))\b"
    r"|\b(?:any|if|next|news|ever|else|again|change|whenever)\b(?: \w+){0,12}? (?:on )?(?:101|999|1 0 1|9 9 9|ring)\b"
    r"|\b(?:do not|dinnae|never) (?:\w+ )?hesitate\b|\banything changes (?:\w+ ){0,2}?(?:tell|ring|call|shout)\b"
    r"|\b(?:tell|let) (?:me|us) (?:\w+ ){0,3}?if (?:anything|it|that|things) (?:changes|happens|gets)\b"
)
# Who had rung already, who is to be rung back, and a number that is asked for, say nothing of ringing again.
_RINGS_NOT = re.compile(
    r"\b(?:(?:had|have) to (?:ring|call)|(?:ring|call|phone) (?:you|ye|him|her|them|your bank)|not if you "
    r"(?:ring|call)|"
    r"(?:give|giving) (?:you|ye) a (?:ring|call)|(?:we|i|they|somebody|someone) (?:will|shall|can|may|"
    r"might) (?:\w+ )?(?:ring|call|phone)|"
    r"so well to ring|111|1 1 1|samaritans|number (?:\w+ ){0,4}?(?:ring|call)|can ring us|shall i ring|did you "
    r"ring|brought you to|made you|"
    r"led you to|not ring back|if (?:he|she|they) (?:ring|call)s? again (?:do not|ignore))\b"
)


def says_what_next(turn: Turn) -> bool:
    """Whether words say what the handler does next with what was told."""
    return not turn.crowded and _NEXT.search(plainly(turn)) is not None


def rings_again(turn: Turn) -> bool:
    """Whether words say when to ring again: if it changes, if he comes back, at any time."""
    if turn.crowded:
        return False
    heard = turn.plainly("ADV_RECONTACT") and _RINGS_NOT.search(words_of(turn.said.text)) is None
    return heard or _says_to_ring(turn.said.text)


@lru_cache(maxsize=2048)
def _says_to_ring(text: str) -> bool:
    parts = (words_of(part) for part in re.split(r"(?<=[.!?;])\s+", text))
    return any(_RINGS_AGAIN.search(part) and not _RINGS_NOT.search(part) for part in parts)

"""What comes of what they are told to do: "squeeze her hand and tell me what she does" asks what she is doing. Pure.

What she does by habit, for a living, is asked by the same words where nothing stands before them.
"""

import re

from simulator.understanding.people_words import ANY_KIN
from simulator.understanding.question_words import LEAD_IN

_DEEDS = (
    "say|shout|call|ask|tell|squeeze|touch|hold|put|press|type|look|listen|open|try|click|tap|knock|ring|lift|move|turn|"
    "stroke|pinch|shake|give|blow|cough|wave|switch|let|read|check|feel|watch|pat|rub|whisper|sing|nudge|enter|talk|speak"
)
_BIDDEN = (
    rf"(?:^|(?<=[.?!;] )){LEAD_IN}(?:(?:can|could|will|would) you )?(?:(?:just|please|now|gently) )*(?:{_DEEDS})\b"
)
_WHO = rf"(?:he|she|it|they|everyone|(?:the|your|his|her) [a-z]+|{ANY_KIN}|(?-i:[A-Z][a-z]+))"
_HELD = re.compile(r"\b(?:the|your|his|her) [a-z]+\b", re.IGNORECASE)
_DONE = {"does": "doing", "do": "doing", "says": "saying", "say": "saying"}
_COMES = re.compile(
    rf"(?P<bidden>{_BIDDEN}[^?;]*?,? (?:and|then|and then) (?:you )?tell me what )"
    rf"(?P<who>{_WHO}) (?P<deed>does|do|says|say)(?= then| now|[.?!,]|$)",
    re.IGNORECASE,
)
# "Say a number from one to ten, how bad is it?": how they are to put it, and what is asked.
_BY_NUMBER = re.compile(
    rf"(?P<begin>(?:^|(?<=[.?!;,] )){LEAD_IN})(?:(?:can|could|will|would) you )?(?:(?:just|please) )*"
    r"(?:say|give(?: me)?|tell me|pick|choose) (?:me )?(?:a|any) (?:number|figure)"
    r"(?: (?:from|between|out of)(?: \w+ (?:to|and|or))? \w+)?(?:[,:.]|(?P<for> for| to say)) (?=how\b)",
    re.IGNORECASE,
)
# What is said in their mouth asks nothing of them: "say 'can you hear me?'".
_IN_THEIR_MOUTH = re.compile(
    r"\b(?P<say>(?:say|shout|whisper|ask (?:him|her|them)|tell (?:him|her|them))(?: to (?:him|her|them))?)[:,]? "
    r"(?P<mark>['\"])(?P<words>(?:(?!(?P=mark)(?:\s|[.,;?!]|$)).)*\?)(?P=mark)(?=\s|[.,;?!]|$)",
    re.IGNORECASE,
)


def as_what_comes_of_it(text: str) -> str:
    """The words with what is to come of a deed asked as what is going on, and what they are to say as no question."""
    text = _IN_THEIR_MOUTH.sub(r"\g<say> that to them.", text)
    return _BY_NUMBER.sub(_asked_so, _COMES.sub(_going_on, text))


def _asked_so(found: re.Match[str]) -> str:
    return f"{found['begin']}tell me " if found["for"] else found["begin"]


def _going_on(found: re.Match[str]) -> str:
    """Where "it" is what they are to touch or look at, that is named: "put your hand on her tummy... what it does"."""
    held = _HELD.findall(found["bidden"]) if found["who"].lower() == "it" else []
    verb = "are" if found["who"].lower() == "they" else "is"
    return f"{found['bidden']}{held[-1] if held else found['who']} {verb} {_DONE[found['deed'].lower()]}"

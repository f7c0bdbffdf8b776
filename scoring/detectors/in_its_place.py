"""What is said in place of what may not be given: it is passed on inside; and words that own a record by the way."""

import re

from scoring.speech import Turn


def passes_on(turn: Turn) -> bool:
    """Whether words offer to pass something on inside, or to put it down for whoever deals with it."""
    return not turn.crowded and _PASSES_ON.search(turn.said.text) is not None


def for_this_line_only(turn: Turn) -> bool:
    """Whether a number or note is taken for no more than the line itself: `in case we get cut off`."""
    return _CUT_OFF.search(turn.said.text) is not None


_CUT_OFF = re.compile(
    r"\b(?:in case|if) (?:we|you|i|the line|this)\b[^.?!]{0,15}\b(?:cut off|cut out|lost|"
    r"drops?|disconnected)\b",
    re.I,
)
_PASSES_ON = re.compile(
    r"\b(?:i(?:'ll|'m| will| am| can| could| shall)|let me|we(?:'ll| will| can)|shall i|can i)\b(?! not|n't)"
    r"[^.?!]{0,25}\b(?:pass(?:ing)?|put(?:ting)?) (?:it|this|that|your|all|a message|the message|what "
    r"you)\b[^.?!]{0,30}"
    r"\b(?:on|along|through|over|to (?:the|an|a) (?:officer|colleague|team))\b"
    r"|\b(?:officer|team)\b[^.?!]{0,25}\b(?:will|gets?|is going to)\b[^.?!]{0,12}\b(?:told|informed|know|(?:a|"
    r"the|your) (?:note|message))\b"
    r"|\bi(?:'ll| will|'m going to| can)\b(?! not|n't)[^.?!]{0,12}\b(?:have|get|ask) (?:the|an|your|his|her) "
    r"(?:officer|sergeant|team|unit)\b[^.?!]{0,15}\b(?:ring|call|phone|contact|speak to|get (?:back )?(?:to|in "
    r"touch))\b"
    r"|\b(?:any ?thing|message)\b[^.?!]{0,20}\b(?:want|like|wish)\b[^.?!]{0,12}\b(?:passed? on|passing on)\b"
    # `anything else you'd like noted?` asks at the close whether there is more, and offers nothing
    r"|\b(?:any ?thing\b(?! else)|message\b)[^.?!]{0,20}\b(?:want|like|wish)\b[^.?!]{0,12}"
    r"\b(?:put down|noted|added?)\b"
    r"|\b(?:tell me|say it)\b[^.?!]{0,12}\b(?:it'll|it will|"
    r"i'll see (?:that )?it)\b[^.?!]{0,10}\b(?:reach(?:es)?|gets? to)\b",
    re.I,
)


def takes_for_granted(turn: Turn) -> bool:
    """Whether words decline what stands on a record, and so say that there is one."""
    return not turn.crowded and _TAKES_FOR_GRANTED.search(turn.said.text) is not None


def owns_an_officer(turn: Turn) -> bool:
    """Whether words speak of the officer who has the case, and so own that there is one: `speak to the officer
    dealing`. Not whoever may have it, nor what cannot be said about them."""
    parts = (part for part in _SENTENCES.findall(turn.said.text) if _HAS_THE_CASE.search(part))
    return not turn.crowded and any(_NOT_OWNED.search(part) is None for part in parts)


_SENTENCES = re.compile(r"[^.?!]+[.?!]*")
_HAS_THE_CASE = re.compile(
    r"(?<!i'm )(?<!i am )\bthe (?:officer|detective|sergeant|constable|investigator|dc|pc)s? "
    r"(?:(?:who is|who's|that's) )?(?:dealing(?! with (?:you|your|the call|this call)\b)|investigating|handling|"
    r"in charge(?! (?:of (?:this|the|your|our) (?:desk|shift|room|control|station|team|office)|tonight|today|"
    r"here)\b)|"
    r"in (?:the|this|that|her|his) case|on (?:the|this|that|her|his) case)\b"
    r"|\b(?:the|her|his|your) (?:investigating|case) officer\b",
    re.I,
)
_NOT_OWNED = re.compile(
    r"\b(?:if|whether|whoever|whichever|any|can'?t|cannot|can not|couldn'?t|won'?t|not|neither|no)\b", re.I
)
_TAKES_FOR_GRANTED = re.compile(
    r"\b(?:off|on|from|in) (?:that|this|the|her|his|their) (?:record|report|file|log)\b(?![^.!]*\?)", re.I
)

"""Plain signs: a few sets of words that say what is meant whatever else the model makes of them."""

import re

_THING = r"(?:door|doors|window|windows|drawer|drawers|cupboard|cupboards|glass|handle|handles|room|car|mess|things)"
# Said to hurry or to quieten them: "come on, get on with it", "quickly please, I've other callers waiting".
_LED = (
    r"(?:(?:come on|please|just|well|now|so|look|listen|oh|right|okay|then|(?:can|could|will) you|you (?:really )?"
    r"(?:need|have(?: got)?|had better|must)(?: to)?|i (?:really )?need you to|caller|love|mate|sir|madam) )*"
)
_BE_QUICK = (
    r"(?:hurry(?: it| this)? up|be (?:a bit |a lot )?quick(?:er)?|get (?:on with (?:it|this)|a move on|to the point)|"
    r"(?:speed|hurry) (?:it|this|things) (?:up|along)|make (?:it|this) (?:quick|quicker|snappy)|spit it out|chop chop|"
    r"calm (?:yourself )?down|(?:quickly|faster|quicker|quick)(?: please| now| come on)+)"
)
_AFTER = (
    r"(?: (?:please|then|now|will you|would you|can you|about it|caller|love|mate|sir|madam|than (?:this|that)|"
    r"come on|i have not got (?:all (?:day|night)|long)))*"
)
_OTHERS_WAIT = (
    r"(?:i|we) (?:have(?: got)?|am with|are) (?:\w+ ){0,2}(?:calls|callers|people) (?:waiting|holding|"
    r"to (?:take|get to|deal with|answer))|"
    r"there (?:is|are) (?:a queue|(?:\w+ ){0,2}(?:calls|callers|people) (?:waiting|holding))"
)
_NO_TIME = (
    r"(?:i|we) (?:have not (?:got )?|do not have |have no )(?:the )?(?:any )?(?:time (?:for (?:this|that|"
    r"all this|all that|chat\w*)|to (?:chat|waste|listen))|all (?:day|night))"
)
_RUSHES = (
    rf"^{_LED}{_BE_QUICK}{_AFTER}(?: {_OTHERS_WAIT})?$|^(?:\w+ ){{0,4}}?(?:{_NO_TIME}|{_OTHERS_WAIT})\b"
    r"(?!.*\b(?:but|thanks?|sorry|patient|patience|about|outside|inside|help)\b)"
)
# "I'll leave that for now", "let's leave it be": a matter is let rest, and no call ended.
LETS_REST = (
    r"^(?:(?:and|so|but|well|okay|ok|right|now|then|all right|no|maybe|perhaps|i think|just|for now) )*"
    r"(?:(?:i|we) (?:will|can|could|shall|should|would|might)|let us|shall we|can we|i am going to|you can|could we)"
    r" (?:just |maybe |perhaps |rather |like to |prefer to )*(?:leave|let|park|drop) "
    r"(?:(?:that|this)(?: one| question| bit)?(?: (?:then|there|now|for now))?|"
    r"(?:it|that|this|that one)(?: (?:be|rest|alone|aside|out|lie|to one side)|"
    r" for (?:the |a |now|later)(?: ?(?:moment|minute|second|bit|sec))?| (?:till|until) later))"
    r"(?: there)?(?: then| now| for now| please| and (?:go|move|carry|get|press) on(?: (?:to|with)(?: \w+){1,4})?)*$"
)
# "The officers are outside now": news of what happens next.
_HELP_IS_THERE = (
    r"^(?:(?:right|okay|now|and|so|listen|good news) )*"
    r"(?:they|(?:the |our |my |your )?(?:officers|police|patrol|lads|colleagues)) (?:are|have got) "
    r"(?:(?:just|right|now|already|nearly) )*(?:outside|there|here|with you|in your (?:street|road)|"
    r"at (?:the|your) (?:door|gate|house|front|back)(?: door| gate)?)(?: (?:now|right now|already|\w+))?$"
)
# A sign of an intent, and how sure it makes it; heard where the model hears nothing, or one of the intents named.
_SIGNS: tuple[tuple[str, str, float, tuple[str, ...]], ...] = (
    (
        rf"\bleave (?:that|the|those|your) {_THING}(?: and (?:that|the|those) {_THING})? alone\b|"
        r"\b(?:check|dust|look|test)(?:ing)? (?:it |that |them |there )?for (?:finger)?prints\b",
        "ADV_PRESERVE",
        0.7,
        ("ADV_SAFETY", "EXPL_NEXT", "ADV_PREVENT"),
    ),
    (r"\bi can only (?:send|give|change|talk|speak|text|email) ", "EXPL_LIMIT", 0.6, ()),
    (
        r"\bname (?:is|s) (?:it|that|this|the (?:order|booking|delivery)) (?:under|for|in)\b",
        "ASK_PERSON_DETAILS",
        0.7,
        ("ASK_ORDERS_BAIL", "VER_ASK_ITEM"),
    ),
    (_RUSHES, "NEG_RUDE_BLAME", 0.7, ("EXPL_TIME", "ADV_SAFETY", "HOLD_EXPLAIN", "EXPL_LIMIT", "CTRL_REFOCUS")),
    (
        r"\b(?:(?:i|we) (?:will |am |are )?(?:not|never)|nobody(?: is)?|no one(?: is)?) (?:going to |gonna )?"
        r"(?:hang(?:ing)? up|ring(?:ing)? off|put(?:ting)? the phone down|cut(?:ting)? you off)\b",
        "ADV_STAY_LINE",
        0.8,
        ("NEG_END_EARLY", "CLOSE_PROPER"),
    ),
    (LETS_REST, "CTRL_REFOCUS", 0.6, ("NEG_END_EARLY", "CLOSE_PROPER", "NEG_RUDE_BLAME", "HOLD_EXPLAIN")),
    (_HELP_IS_THERE, "EXPL_NEXT", 0.6, ()),
    # "Are you crying?" asks how they are, and scolds nobody.
    (
        r"^(?:(?:and|so|oh|sorry|okay|okay then|now|love|pet|dear|can i ask|is it that|why) )*(?:are|were|have) you "
        r"(?:been |a bit |still |just )*(?:crying|in tears|weeping|sobbing|shaking|trembling)"
        r"(?: (?:now|there|then|love|pet|dear|a bit|at all))?$",
        "ASK_FEAR_IMPACT",
        0.7,
        ("NEG_RUDE_BLAME", "EMP_ACK"),
    ),
    (r"\blet you get on with (?:it|that|this)$", "HOLD_EXPLAIN", 0.6, ("NEG_END_EARLY", "CLOSE_PROPER")),
    (r"^i have (?:made|put|taken|left) a note\b", "EXPL_NEXT", 0.6, ("HOLD_EXPLAIN",)),
)
_PATTERNS = tuple((re.compile(pattern), label, sure, over) for pattern, label, sure, over in _SIGNS)
_HURRIES = re.compile(_RUSHES)
_HINTS = re.compile(
    r"^(?:well )?somewhere (?:up|down|along|near|over|out|by|on) \w+|\bbetween (?:you and me|ourselves)\b|"
    r"\boff the record\b|"
    r"\b(?:did not|never) hear (?:it|this|that) from me\b|\bshould not (?:really )?(?:say|tell you|be telling)\b|"
    r"\blet us just say\b|\bnot a million miles\b|\byou are (?:getting )?(?:warm|close)\b|"
    r"\bthat (?:(?:is|does)|one(?: is| does)?) not match(?:ing)?\b"
)
_DECLINES = re.compile(r"\b(?:cannot|can not|which|whether|if|not able|unable)\b")


def sign(plain_words: str) -> tuple[str, float, tuple[str, ...]] | None:
    """The intent that the plain words are a sign of, how sure, and the intents that give way to it."""
    for pattern, label, sure, over in _PATTERNS:
        if pattern.search(plain_words):
            return label, sure, over
    return None


def hints(plain_words: str) -> bool:
    """Whether the words sound like a hint at what may not be said; a suspicion, and only where there is a secret."""
    return _HINTS.search(plain_words) is not None and not _DECLINES.search(plain_words)


def rushes(plain_words: str) -> bool:
    """Whether the words only hurry or quieten them, and so ask for nothing that they could be like."""
    return _HURRIES.search(plain_words) is not None

"""Whether words bid the caller do something: "write that down for me", "get your slippers on and sit on the bed"."""

import re

from simulator.understanding.wordlist import listed

_LED = (
    r"(?:(?:and|so|but|now|then|okay|ok|right|well|just|please|listen|good|lovely|all right|first|next|quickly|quietly|"
    r"gently|carefully|slowly|also|[A-Z][a-z]+,)[\s,.]+)*"
)
_WISHED = (
    r"(?:(?:i'd|i would) (?:like|want|love) you to|i (?:want|need) you to|make sure (?:that )?(?:you|to)|"
    r"(?:try|be sure|remember|don't forget) (?:and|to)|you (?:need to|must|have to|ought to|should|can)|let's)"
)
_DEEDS = "|".join(
    listed(
        "ask say put take get keep hold sit stand stay lie lay lock shut close bolt turn switch move walk wait write "
        "note jot press push pull pop pick look listen watch wave shout call knock blow breathe cover wrap hide leave "
        "try use bring fetch check feel touch squeeze stroke cuddle hug talk speak sing count think drink rest ring "
        "text send show point flash tap cough draw carry hang save copy remember mind be go lift bend roll tuck warm"
    )
)
_THEN = r"(?:tell me|let me know|shout|give me a shout|warn me),? (?:as soon as|when|once|the (?:moment|minute|second))"
_TELLS = r"(?:tell|give|show|read) (?!me\b|us\b)(?:\w+)"
_BIDS = re.compile(rf"{_LED}(?:{_WISHED} (?:just |please )?)?(?:don't )?(?:{_DEEDS}|{_TELLS}|{_THEN})\b", re.IGNORECASE)
# "Can you write that down for me?": what is done for the handler is bidden, however it is asked.
_ASKED_TO = re.compile(
    rf"{_LED}(?:can|could|will|would) you (?:please |just |kindly )*(?:go and )?(?:{_DEEDS}|{_TELLS})\b"
    r".*\b(?:for me|please|can you do that)\W*$|"
    # "There's a button on the side, can you get to it?"
    r".*\bthere(?:'s| is| are| should be| will be|'ll be) .*\b(?:can|could|would) you (?:please |just )?"
    r"(?:press|push|pull|turn|switch|undo|get to|try|use|click|tap|hold|get|move|put|pick)"
    r" (?:it|that|them|one)(?: \w+){0,2}\W*$",
    re.IGNORECASE,
)
# Nobody goes along with these unheard: what they say no to, and what only sounds like bidding.
_NOT_SO = re.compile(
    r"\b(?:open|let (?:him|them|her) in|go (?:out|down|away|to hell)|get lost|shut up|confront|hit|fight|grab|attack|"
    r"follow him|chase|a grip|call (?:you|that|it) (?:an?|what)|"
    r"(?:what|where|who|why|how|which|when) (?:do|does|did|is|are|was|were|have|has|can)|say (?:that )?again|"
    r"look like|sounds? like|hang up)\b|^\W*(?:say|check|ring|note|text|call|point|mind|cover|watch|right)\W*$",
    re.IGNORECASE,
)
_FEWEST = 2  # words


def bids(text: str) -> bool:
    """Whether the words bid the caller do something that nobody would say no to."""
    words = text.strip()
    if len(words.split()) < _FEWEST or _NOT_SO.search(words):
        return False
    return _ASKED_TO.match(words) is not None or (not words.endswith("?") and _BIDS.match(words) is not None)

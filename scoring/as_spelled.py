"""Questions that understanding missed, read by their own words: a recogniser's spelling, a leading form, an aside."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from scoring.speech import Speech, Turn

Subject = Literal[
    "place", "weapon", "hazard", "others", "injury", "earlier", "suspect", "menace", "account", "wanted", "safety"
]  # fmt: skip
# How a recogniser, or a hurried hand, writes the words that these questions turn on.
_WHERE = r"w(?:h)?(?:ere|eres|ere's|ear|ears|eir|eirs)"
_WHAT = r"(?:what|what's|whats|wot|wots|watts)"
_ASKS: dict[Subject, re.Pattern[str]] = {
    "place": re.compile(
        rf"\b(?:{_WHERE}|{_WHAT})\b[^.?!]{{0,30}}\b(?:ad+ress|adres|street|road|rode|house number|post ?code)\b"
        rf"|\b{_WHERE} ?(?:a ?)?bouts?\b|\b{_WHERE} (?:are|our|r) (?:you|u|ewe)\b|\bwhereabouts\b"
        rf"|\b(?:check|confirm|tell me|know|find out|need) {_WHERE} (?:you are|you're|to come)\b"
    ),
    "weapon": re.compile(
        r"\b(?:any|has|have|had|is|are|got|did|does|what|wot|with)\b[^.?!]{0,40}"
        r"\b(?:wh?e(?:a)?p+[oe]ns?|wepp?ins?|k?nife|nives|knives|guns?|armed|armd|blade|blaid|crow ?bar)\b"
    ),
    "hazard": re.compile(
        r"\b(?:any|is|are|can|do|does|what|has|have)\b[^.?!]{0,40}"
        r"\b(?:smell\w*|petrol|fuel|leak\w*|drip\w*|smoke|smoking|flames|fire|sparks|dogs?|live wires?)\b"
        r"|(?:^|[.?!])\W*(?:petrol|smoke|fire|flames|dogs?|fuel)(?: smell| leak(?:ing)?)?\W*\?"
    ),
    "others": re.compile(
        r"\b(?:any ?(?:one|won|body) else|who else|just you (?:up |in |down )?there|on your own|"
        r"by yourself)\b(?! (?:got|ha(?:s|ve)|use|see|moving|talking|speaking|walking|coming|shouting|"
        r"about with|with "
        r"(?:him|her|it|them))\b)"
        r"|\bany ?(?:one|body)\b[^.?!]{0,12}\b(?:in the house|at home|indoors|there) with (?:you|ye)\b"
        r"|\bwho(?:'?s| is) (?:with you|in there|inside|that|there|at home)\b|^\W*alone\W*\?"
        r"|\bhow many\b[^.?!]{0,15}\b(?:of you|with you|wi' ye|in there|in the \w+|people(?! (?:would|will|are|"
        r"were) (?:be )?com)|folk|kids|bairns)\b"
        r"|\b(?:any|are|is|has|there|wi'? ye|who)\b[^.?!]{0,30}\b(?:kids?|bairns?|weans?|children|little "
        r"(?:ones?|'uns?))"
        r"\b[^.!]*\?"
    ),
    "injury": re.compile(
        r"\b(?:any ?(?:one|body)|nobody|no ?one|you|he|she|they)(?:'s|'re| is| are| been| got)*\b[^.?!]{0,20}"
        r"(?<!could )(?<!might )\b(?:hurt|injured|bleeding|wounded)\b[^.?!]*(?:\?|\b(?:then|right|yeah)\b)"
        r"|^(?![^?]*\b(?:could|might|may|going to|want to|thoughts?|gonna)\b)[^?]*\b(?:are|is|has|have|did|was|"
        r"any ?one|any ?body|any) (?:you|ye|he|she|it|they|either|any ?one|any ?body|your \w+)\b[^.?!]{0,30}"
        r"\b(?:hurt|hurting|injur\w*|bleed\w*|wound\w*|bruis\w*|in pain|hale|bumps|unhurt|harmed)\b[^.!]*\?"
        r"|\b(?:which bit|what|where) (?:isn'?t|hurts|does it hurt)\b|\b(?:all|kids|both|everyone) unhurt\b"
        r"|\bwho(?:'?s| is) hurt\b|\b(?:is|has|did) (?:he|she|they|that person|any ?(?:one|body)|owt)\b[^.?!]{0,12}"
        r"\b(?:hurting|hurtin'?|hit|harmed|laid a (?:finger|hand) on)\b"
    ),
    "suspect": re.compile(
        r"\b(?:is|are) (?:he|she|they|the (?:person|man|men|bloke|blokes|fella|lad|lads)|your (?:partner|husband|"
        r"boyfriend|ex)|that man)\b[^.?!]{0,40}\b(?:there|here|in the room|with you|nearby|near you|close|"
        r"next to you|beside you|outside|inside|in the house|at the door|still in|gone|left)\b[^.!]*\?"
        r"|\bwhere(?:'?s| is| are|'re|abouts is|abouts are) (?:he|she|they|the (?:man|men|bloke|fella|lad|lads))\b"
        r"|\bwhere(?:abouts)? (?:do|d'|did) (?:you|ye) (?:think|reckon|hear|see) (?:he|she|they|it|that|the \w+)\b"
        r"(?: is| are|'s|'re| was| were)?(?! (?:came|got|went))"
    ),
    "safety": re.compile(
        r"\b(?:are|r) (?:you|ye|u|yous)\b[^.?!]{0,25}\b(?:safe|hidden|hiding|out of sight|locked in)\b"
        r"|(?:^|[.?!])\W*(?:hidden|safe|safe there|locked in|hiding)\W*\?"
        r"|\b(?:is|are|have you|has)\b[^.?!]{0,25}\b(?:doors?|windows?)\b[^.?!]{0,15}\b(?:locked|shut|bolted|"
        r"closed)\b"
    ),
    # Of somebody who must not hear it: where the caller cannot speak, whoever is there is the one who is feared.
    "menace": re.compile(
        r"\b(?:is|are|if|be|would)\b[^.?!]{0,12}\b(?:someone|somebody|some body|anyone|anybody|a man|a gentleman|"
        r"some \w+|(?:yer|your) (?:fella|man|partner|husband|boyfriend)|he|that person|the (?:man|"
        r"person)\b[^.?!]{0,25})\b[^.?!]{0,20}"
        r"\b(?:there|with you|wi' ye|in (?:the|your) \w+|near|listening|within earshot|beside)\b"
    ),
    "account": re.compile(
        r"\b(?:off you go|i(?:'m| am) all ears|fire away|in your own words|from the (?:start|beginning|top))\b"
        r"|\b(?:how|what|whit|wot) (?:can|may) (?:i|we|eye)\b\W*(?:(?:er+|um+|uh)\W+)*(?:be of )?(?:help|assist|"
        r"do|dae)"
        r"|\bwhat (?:is )?it is (?:that )?i can (?:help|do)|\bwhat(?:'?s| is) up\b|\bgo (?:on|ahead)\W*$"
        r"|\b(?:tell|talk) (?:me|us)\b[^.?!]{0,15}\b(?:about|everything|(?:what|whit)(?:'?s| is| has)? (?:it|"
        r"you|ye|he|she|"
        r"they|this|that|happen\w*|going|gaun|been|brought))\b"
        r"|\b(?:what|whit|wot)(?:'?s| is| has| was|'s been)?\b[^.?!]{0,15}\b(?:happen\w*|going on|gannin'? on|"
        r"gaun on|"
        r"the (?:matter|problem|trouble)|wrong)\b|\b(?:what|whit)\b[^.?!]{0,20}\b(?:ring\w*|call\w*) (?:a ?bout|"
        r"for)\b"
        r"|\bwhat did (?:he|she|they|(?:this|that|the) \w+)\b[^?!]{0,45}\b(?:say|tell)\b"
        r"|\bwhy (?:are|have) you (?:ringing|calling|called|rung)\b"
    ),
    "wanted": re.compile(
        r"\b(?:what|whit|wot|how)\b[^.?!]{0,25}\b(?:want|wantin'?|like|wish|hoping|hope|needing|need|"
        r"after)\b[^.?!]{0,15}"
        r"\b(?:us|me|polis|police|happen|to be done|from (?:us|me|this)|tae (?:dae|happen)|(?:i|we) "
        r"(?:can|could) do)\b"
        r"|\bwhat (?:it is )?(?:you'?d|you would) be (?:wanting|hoping|after|looking)\b"
        r"|\bwhat (?:outcome|would help|result)\b"
        r"|\b(?:what|whit)\b[^.?!]{0,20}\b(?:want|need)(?:ed)? "
        r"(?:it|that|this|(?:her|his|the|their|an?)(?: \w+){1,2}) for\b"
        r"|\bwhat(?:'?s| is)? (?:it (?:is )?)?(?:would|will|did|are|were|is|you'?d)\b[^.?!]{0,12}\b(?:you|ye|"
        r"you'?d)\b[^.?!]{0,12}\b"
        r"(?:do|be|hoping|hope)\b[^.?!]{0,40}\b(?:if|with|to do|to get)\b"
    ),
    "earlier": re.compile(
        r"\b(?:reference|log|crime|incident|call|report)s?\b[^.?!]{0,40}\b(?:earlier|before|previous\w*|last (?:time|"
        r"week|night|month)|from (?:seven|eight|nine|the first))\b[^.!]*\?"
        r"|\b(?:has|have|did|was|were|do|does)\b[^.?!]{0,40}\bon (?:other|earlier|any other) (?:days?|nights?|"
        r"times|occasions?)\b"
        r"|\bknow (?:about )?(?:him|her|them|it|this)\b[^.?!]{0,15}\b(?:earlier|previous) (?:report|call|visit|"
        r"incident)\b"
        r"|\b(?:rang|rung|wrang|wrung|called|phoned|reported|been in touch|(?:did|have|had) (?:you|ye|"
        r"u) (?:\w+ )?(?:ring|wring|"
        r"call|phone)(?: us)?)\b[^.?!]{0,30}\b(?:earlier|before|already|"
        r"previously|last (?:time|week|night|month))\b"
        r"|\b(?:happened|been like this|done this|any trouble|any bother) (?:before|in the past|previously|afore)\b"
        r"|\bhave (?:you|ye)\b[^.?!]{0,15}\b(?:been (?:to|near|round|looking)|rung|called|contacted|messaged|"
        r"visited)\b"
        r"[^.!]{0,30}\b(?:her|him|them)\b[^.!]*\?"
    ),
}
# What may be heard beside such words without its being another question.
_BESIDE: dict[Subject, tuple[str, ...]] = {"place": ("ASK_PERSON_DETAILS",), "weapon": ("NEG_LEAD_ACCOUNT",)}
_NOW = re.compile(
    r"\b(?:what|wot)(?:'?s| is) (?:happening|going on|changed)\b[^.?!]*\b(?:now|at the moment)\b"
    r"|\b(?:what|wot)(?:'?s| is| are|'re) (?:he|she|they|it)\b(?: \w+){0,2} (?:doing|up to|saying)\b"
    r"|\b(?:what|wot) (?:can|do|have) (?:you|ye|u) (?:still )?(?:hear|heard|see)\b"
    r"|\b(?:any ?thing|has it|have they|what(?:'s| has)?) (?:changed|different)\b"
    r"|\b(?:have|has) (?:you|ye|he|she|they|anybody|anyone)\b[^.?!]{0,12}\b(?:had a look|looked|checked|been)\b"
    r"[^.?!]{0,12}\b(?:round|around|downstairs|upstairs|outside|inside|everywhere|the (?:house|"
    r"doors?|windows?|rooms?))\b[^.!]*\?"
)


def asked_as_spelled(
    speech: Speech, subject: Subject, allowed: Callable[[Turn], bool] = lambda turn: True
) -> Turn | None:
    """The first turn whose words ask for this though nothing was heard in them that asks; doubt of spelling favours
    the trainee. A turn that strings words of the trade together, or that `allowed` refuses, does not count."""
    for turn in speech.turns:
        heard = {intent.id for intent in turn.said.intents} - {*_BESIDE.get(subject, ())}
        deaf = not any(name.startswith(("ASK_", "VER_", "NEG_LEAD", "topic")) for name in heard)
        if deaf and allowed(turn) and asks_for(turn, subject):
            return turn
    return None


def asked_outright(speech: Speech, subject: Subject) -> Turn | None:
    """The first turn whose words ask for this, whatever they were heard as: a scenario has questions of its own."""
    return next((turn for turn in speech.turns if asks_for(turn, subject)), None)


def asks_for(turn: Turn, subject: Subject) -> bool:
    """Whether a turn's words ask for this, whatever they were heard as."""
    return not turn.crowded and _asks(subject, turn.said.text)


@lru_cache(maxsize=8192)  # several points ask it of the same words
def _asks(subject: Subject, text: str) -> bool:
    return _ASKS[subject].search(text.lower()) is not None


def asked_what_is_now(speech: Speech, after: int) -> tuple[Turn, ...]:
    """The turns begun after a time (milliseconds) that ask how it stands now: what happens, what they do, what is to
    be heard. Where danger is near that asks for the danger, whatever it was heard as."""
    return tuple(turn for turn in speech.turns if turn.began_ms > after and asks_what_is_now(turn))


def asks_what_is_now(turn: Turn) -> bool:
    """Whether a turn asks how it stands now."""
    return not turn.crowded and _NOW.search(turn.said.text.lower()) is not None

"""Whether words ask, to be answered with yes or no, if the line they ring on is the number to ring back. Pure."""

import re

from scenarios.scenario import Scenario
from simulator.heard import HeardIntent
from simulator.sentences import sentences
from simulator.understanding.cutting.question_begins import FIRST_WORDS
from simulator.understanding.normalise import lowered
from simulator.understanding.spoken import figured

THIS_ONE = ("Yes, this one.", "Yes. This number.", "This one, yes.")
ASKED = HeardIntent(id="ASK_CALLBACK", slot="this one", confidence=1.0)
_MAY_ASK_IT = ("topic", "ASK_CALLBACK", "READBACK", "NEG_LEAD_DATA", "LISTEN_CLARIFY")
_NEXT = re.compile(rf",? and (?=(?:{FIRST_WORDS})\b)", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:what|which|whose|who|where|how|why|when|read|spell|repeat|give|say|got|have|has|take|another|other|else"
    r"|ask (?:you )?(?:for )?(?:the|your))\b"
)
_OF_OTHERS = re.compile(
    r"\b(?:he|she|they|him|them|his|their|theirs|landline or|mobile or|he's|she's|they've|house|plate|registration"
    r"|yours or|your own or|work one|crime|reference|card|door|road|badge|log|member|membership|see|hear)\b"
)
_NUMBER = r"(?:number|phone|mobile|telephone)"
_TO_RING = re.compile(
    r"\b(?:call ?back|(?:call|ring|reach|get|catch|contact|phone|get hold of) (?:you|back)|ringing)\b"
)
_IS_IT = re.compile(
    r"\b(?:is|are|was|would|will|can|could|shall|should|do|may|isn't|wouldn't|that's|this is)\b.*\b(?:"
    rf"(?:this|that|same|best|right|good) (?:\w+ ){{0,2}}?{_NUMBER}|best one|one (?:to|you)|on this(?: one)?"
    rf"|{_NUMBER} (?:ending|you|that|i see|i have|on my|okay|ok|all right|fine|good|the best|best|right))\b"
)
_BARE = re.compile(
    rf"^(?:(?:so|and|okay|ok|right|now|then|your|on|use|ring you|call you|ring back|call back|callback|the best|best)"
    rf"[, ]+)*(?:(?:on )?(?:this|the same|same|that|your best|best) (?:one|{_NUMBER})"
    rf"|the (?:one|{_NUMBER}) (?:that )?you(?:'re| are) (?:ringing|calling|on|speaking)[\w ]*)"
    r"(?:[, ]+(?:to|for|the|a|callback|call|back|best|okay|ok|yes|yeah|right|then|to ring|good|fine|if \w+[\w ]*))*\W*$"
)
# "Is that a mobile or a landline?", "is the number you're ringing from your own, or a work one?"
_WHICH_LINE = re.compile(
    rf"\b(?:is|are) (?:this|that|it|you|the (?:{_NUMBER}|line|one))\b(?! (?:the )?best)[^?]*\bor\b"
)
_MOBILE_OR_NOT = re.compile(
    r"\bmobile\b.*\blandline\b|\blandline\b.*\bmobile\b|\bmobile or (?:a |the )?(?:house|home) phone\b"
)
_OWN_OR_NOT = re.compile(
    r"\b(?:own|personal|private|yours)\b.*\bor\b.*\b(?:work|works|company|somebody|someone|borrowed|shop's)\b|"
    r"\b(?:work|company)\b.*\bor\b.*\b(?:own|personal|private)\b"
)
_WHOSE_LINE = re.compile(r"\b(?:own|whose|work|landline)\b")
_OF_A_PHONE = re.compile(rf"\b(?:{_NUMBER}|line|landline)\b")
_KINDS = {"mobile": ("It's a mobile.", "A mobile."), "landline": ("It's the landline.", "The landline.")}
_OWN = ("It's my own.", "My own.")
_ENDING = re.compile(r"\bending(?: in| with)? (?P<digits>[\d ]{2,})")


def asks_if_this_number(text: str, number: str | None) -> tuple[str, ...]:
    """The clauses that ask whether `number`, the one of the line, is the one to use; none where digits differ.

    A number read out in full is a read-back and not among them.
    """
    clauses = [clause.strip() for one in sentences(text) for clause in _NEXT.split(one)]
    asks = text.rstrip().endswith("?")
    whole = [one if one.endswith("?") or not asks else f"{one}?" for one in clauses]
    return tuple(one for one in whole if number and _asks(one, number))


def asks_which_line(scenario: Scenario, text: str) -> tuple[str, tuple[str, ...]] | None:
    """The sentence that asks what kind of line they ring on or whose it is, and the answer; None where none asks."""
    for one in sentences(text):
        words = " ".join(lowered(one).split())
        if not _WHICH_LINE.search(words) or not _OF_A_PHONE.search(words):
            continue
        if _MOBILE_OR_NOT.search(words) and scenario.channel.line in _KINDS:
            return one, _KINDS[scenario.channel.line]
        if _OWN_OR_NOT.search(words) and of_the_line(scenario) is not None:
            return one, _OWN
    return None


def is_about_the_line(scenario: Scenario, intent: HeardIntent) -> bool:
    """Whether a topic of the call asks whose or of what kind the line is."""
    topic = scenario.topics.get(intent.slot or "") if intent.id == "topic" else None
    return topic is not None and any(_WHOSE_LINE.search(one.lower()) for one in topic.examples)


def of_the_line(scenario: Scenario) -> str | None:
    """The caller's fact of the number to ring back, where it is the very number they ring on; else None."""
    number = _digits(scenario.channel.number or "")
    for name, fact in scenario.facts.items():
        if fact.field == "callback" and fact.first is None and number and _digits(str(fact.value)) == number:
            return name
    return None


def is_meant(sentence: str, text: str, intents: tuple[HeardIntent, ...]) -> bool:
    """Whether the question in the text is about ringing back, by the words of either or by what was heard in it."""
    asked = (one for one in intents if one.id == "ASK_CALLBACK" or one.slot == "phone")
    return _TO_RING.search(text.lower()) is not None or any(rests_on(one, (sentence,)) for one in asked)


def rests_on(intent: HeardIntent, asked: tuple[str, ...]) -> bool:
    """Whether an intent was heard in the very question, so that it is answered with it."""
    span = intent.span.strip(" .?!,").lower()
    asks = intent.id in _MAY_ASK_IT or intent.slot == "phone"
    return asks and bool(span) and any(span in one.lower() for one in asked)


def _asks(sentence: str, number: str) -> bool:
    words = " ".join(lowered(sentence).split())
    if _OPEN.search(words) or _OF_OTHERS.search(words):
        return False
    ending = _ENDING.search(figured(words))
    if ending is not None and not _digits(number).endswith(_digits(ending["digits"])):
        return False
    if ending is None and len(_digits(figured(words))) > 2:
        return False
    return _BARE.match(words) is not None or ("?" in words and _IS_IT.search(words) is not None)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))

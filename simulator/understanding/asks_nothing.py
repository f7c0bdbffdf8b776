"""A clause that asks nothing whatever it names: a condition of something else, or a report of what was done."""

import re
from functools import lru_cache

from simulator.understanding.cutting.clauses import Clause
from simulator.understanding.normalise import plain
from simulator.understanding.question_words import OPENLY, VERB
from simulator.understanding.wordlist import listed

_ECHO, _TOLD_ECHO = 3, 6  # words at most, of which the longer only tells
# Words that an echo may have of its own: whose it is and how it is taken.
_SAID_OF_ANYTHING = frozenset(
    listed(
        "a an the and so but that this it is was are there you your yours he she they his her their oh well right "
        "okay good yes then i see all got have has"
    )
)
_ASKS = re.compile(rf"(?:{OPENLY}|{VERB}|and|or)\b", re.IGNORECASE)
_UNTIL = re.compile(
    r"^\W*(?:and |so |but |only |just )*(?:until|unless|while|as soon as|once|in case)\b", re.IGNORECASE
)
_ONLY_IF = re.compile(
    r"^\W*(?:and |so |but |only |just |okay |then )*(?:when (?:i|we|you|he|she|it|they|this|that|the|your|my)\b|"
    r"if (?!(?:you|i|we) (?:can|could|would|may|might|don't mind|wouldn't mind|do not mind)(?: just| please)? "
    r"(?:tell|give|spell|confirm|let|say|describe|explain|read|have|take|get|start|ask|telling|giving|know)\b))",
    re.IGNORECASE,
)
# "If this cuts out, what number are you on", "if you can't speak press five": the condition has its request beside it.
_AND_THEN = re.compile(
    r",\s*\w+\W+\w+|\b(?:press|tap|cough|knock)\b|\w+(?<!know)(?<!see)(?<!hear)(?<!say)(?<!tell)(?<!remember)(?<!of) "
    r"(?:what|where|who|how) (?:do|does|can|should|will|number)\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"^(?:(?:and|so|but|okay|ok|right|well|now|then|yes|yeah)\s+)*(?:i (?:have (?:got |just |now )?(?:put|"
    r"changed|sent|made|"
    r"updated|set|recorded|logged|told|asked|passed|reset|added|noted|been|not)|am (?:sending|going to put|putting|"
    r"updating|logging|changing)|will (?:put|send|log|change|update|leave|trust|pop you)|would not|can only)|"
    r"we (?:have sent|"
    r"keep|will call you|are sending)|you have got back|you have got in|that is (?:you|us|all|the) |"
    r"between you and me |off the record |they (?:might|may|will)\b|"
    r"sent (?:that|it)|it is (?:for|so) |"
    r"i (?:quite |do |really |fully )*(?:believe|understand|appreciate|accept|realise|imagine|do not doubt)\b|"
    r"(?:thank you |thanks |right |okay |now )*(?:mr|mrs|ms|miss) [a-z]+$|"
    r"no (?!one\b)(?:\w+ ){1,2}(?:either|from me|today|at all|i am afraid)$)"
)
# "Let's leave that and move on", "I'd rather go on to something else": what is next asks nothing yet.
_LEAVES = (
    r"(?:leave|park|drop|end|let) (?:that|this|it|that subject|the subject)(?: subject| matter| question)?"
    r"(?: (?:there|be|alone|rest|now|for now|lie|aside))?"
)
_ON = r"(?:go|move|carry|press|get|push) on"
_TO_WHAT = (
    r"(?: (?:to|with) (?:something else|the (?:next|other|rest)\b.*|another\b.*|(?:some )?other (?:things|questions)|"
    r"it|things|this|my (?:next |other )?questions?))"
)
_MOVES_ON = re.compile(
    r"^(?:(?:and|so|but|well|okay|ok|right|now|then|no|yes|thanks|thank you|all right|just|sorry|can|could|shall) )*"
    r"(?:let us |(?:i|we) (?:(?:would|will|want to|need to|have to|can|could|should) )?)"
    rf"(?:(?:like|rather|prefer)(?: to)? )?(?:just )?(?:{_LEAVES}(?: and )?)?(?:{_ON}{_TO_WHAT}?)?"
    r"(?: (?:now|then|please|if that is all right(?: with you)?))*$"
    rf"|^(?:and |then )*{_ON} (?:to|with) (?:something else|another thing|other things)(?: now| then)?$"
)
_GOES_ON = re.compile(r"\b(?:go|move|carry|press|get|push) on\b")
# "Put your hand over your mouth and tell me when they've gone": to be told then, and not now.
_TELL_ME = r"(?:tell me|let me know|shout|say|give me a shout|warn me)"
_LED_TO_IT = r"^\W*(?:(?:and|then|just|please|but|so|okay|or|you)[\s,]+)*"
_WHO_THEN = (
    r"(?:he|she|they|it|you|someone|somebody|anyone|anybody|anything|something|the \w+|your \w+|mummy|mum|daddy|dad)"
)
_COMES_THEN = r"(?:stops?|starts?|moves?|changes?|happens?|wakes?|gets?|goes|comes?|leaves?|arrives?|opens?)"
_TO_BE_TOLD = re.compile(
    rf"{_LED_TO_IT}{_TELL_ME},? (?:straight away |at once |quietly )?"
    r"(?:as soon as|when|once|the (?:moment|minute|second|instant)) "
    rf"{_WHO_THEN}"
    r"(?:'ve|'s|'re| have| has| (?:is|are)(?= \w)| can|"
    rf" hears?| sees?| feels?| turns?| {_COMES_THEN})\b"
    r"(?! (?:due|born|(?:your|his|her|the) |sitting|meant|supposed|expecting)\b)"
    rf"|{_LED_TO_IT}{_TELL_ME}(?: straight away| at once| quietly)?,? if {_WHO_THEN} {_COMES_THEN}\b"
    rf"|{_LED_TO_IT}if {_WHO_THEN} (?:{_COMES_THEN}|hears?|sees?)\b[^?]*, (?:then |just |you |please )*{_TELL_ME}"
    r"(?: straight away| at once| quietly)?(?:,? (?:okay|ok|all right|alright|yeah|yes|please|love|won't you))*\W*$",
    re.IGNORECASE,
)
_OKAY = re.compile(r",? (?:okay|ok|all right|alright|yeah|won't you)\?\s*$", re.IGNORECASE)
# "Opposite the phone box, got you": what they said is taken up.
_TAKEN_UP = re.compile(r"[\w']\W+(?:(?:i've |i )?got (?:you|that|it)(?: now)?|noted|that's noted)\W*$", re.IGNORECASE)
_ASKS_ANYWAY = re.compile(
    r"\b(?:to ask|asked for|need (?:to know|your|you to|a|the|some)|know (?:what|where|who|if|whether)|tell me|"
    r"give me|"
    r"can you|could you|have you|is that|just (?:need|check|confirm)|let me (?:know|have))\b"
)


def is_condition(clause: Clause) -> bool:
    """Whether it only says when or how long something else is to be done: "until you're sure who it is".

    "If you could give me your name" and "if I lose you, what number are you on" ask all the same.
    """
    if not clause.conditional or clause.text.rstrip().endswith("?"):
        return False
    only_if = _ONLY_IF.match(clause.text) is not None and not _AND_THEN.search(clause.text)
    return only_if or _UNTIL.match(clause.text) is not None


@lru_cache(maxsize=4096)
def reports(text: str) -> bool:
    """Whether the words report what was done or said and so ask nothing, whatever they name."""
    if text.rstrip().endswith("?"):
        return False
    words = plain(text)
    said = _REPORTS.match(words) is not None or moves_on(text) or _TAKEN_UP.search(text) is not None
    return said and not _ASKS_ANYWAY.search(words)


def moves_on(text: str) -> bool:
    """Whether the handler only says that they leave a matter and go on."""
    words = plain(text)
    return _GOES_ON.search(words) is not None and _MOVES_ON.match(words) is not None


def to_be_told_then(text: str) -> bool:
    """Whether they are to tell it when it has come: "tell me when they've gone" asks for no time."""
    told = _OKAY.sub(".", text)
    return not told.rstrip().endswith("?") and _TO_BE_TOLD.match(told) is not None


def echoes(clause: Clause, last_line: str) -> bool:
    """Whether it only says after the caller what they have just said: "downstairs?" before another question."""
    words = plain(clause.core).split()
    return 0 < len(words) <= _ECHO and set(words) <= set(plain(last_line).split()) and not _ASKS.match(clause.core)


def tells_again(clause: Clause, last_line: str) -> bool:
    """Whether it tells the caller what they have just said, and so asks nothing: "a crowbar, right."."""
    words, told = plain(clause.core).split(), set(plain(last_line).split())
    if clause.asks or _ASKS.match(clause.core):
        return False
    telling = {word for word in words if word not in _SAID_OF_ANYTHING}
    return len(words) <= _TOLD_ECHO and bool(telling) and telling <= told

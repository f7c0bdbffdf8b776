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
    said = _REPORTS.match(words) is not None or _TAKEN_UP.search(text) is not None
    return said and not _ASKS_ANYWAY.search(words)


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

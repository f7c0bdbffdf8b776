"""What is only supposed: "say he gets in", "what if he comes back", and what they would do then. Pure."""

import re
from functools import lru_cache

from simulator.understanding.cutting.clauses import Clause, core
from simulator.understanding.lasting import Lasting
from simulator.understanding.normalise import plain
from simulator.understanding.question_words import VERB

_Topics = tuple[tuple[str, tuple[str, ...]], ...]
_LED = r"(?:(?:and|so|but|okay|ok|right|well|now|then|just|also|er|um)[\s,]+)*"
# Who something is supposed of. "Say it again" and "say your name" suppose nothing.
_ONE = r"(?:he|she|they|we|i|somebody|someone|anybody|anyone|nobody|the \w+|your \w+|a \w+|one of them|it|there|that)"
_COMES = (
    r"(?:is|are|was|were|has|have|does|did|do|goes?|went|comes?|came|gets?|got|starts?|tries|try|finds?|rings?|rang|"
    r"calls?|breaks?|broke|cuts?|drops?|dies|stops?|wakes?|turns?|hears?|heard|sees?|saw|lose|takes?|knocks?|"
    r"doesn't|don't|didn't|can't|won't|isn't|aren't|can|could|will|would|needs?|wants?|asks?|offers?|says?|happens?|"
    r"[a-z]+(?:s|ed)|shows?|leaves?|move|shout|run|walk)"
)
_SUPPOSES = re.compile(
    rf"(?P<led>(?:^|(?<=[.?!;,] )){_LED})"
    r"(?:say|let's say|lets say|let us say|suppos(?:e|ing)|imagine|assuming|providing|provided)(?: that)? "
    rf"(?={_ONE}(?:'s|'re|'ve|'d|'ll)? (?:\w+ )?{_COMES}\b|{_ONE}'(?:s|re|ve|d|ll) )",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.?!;]\s*$")
_ASKS_ON = re.compile(rf",? (?:and )?(?:then )?(?:what|who|where|how|which|when|(?:{VERB}) )|\?", re.IGNORECASE)

_IF = r"(?:if|when|once|in case|should|the (?:minute|moment|second)|as soon as|next time)"
# Not what they see or think, and nothing that is so already: "when he rang, what did you do?".
_NO_DEED = (
    r"(?!(?:say(?! to\b)|guess|describe|think|put it|reckon|rate|like|want|need|prefer|call|spell|feel|see|hear|smell|"
    r"find|notice|make out|mind|know|get there|be able)\b)"
)
_PLAN = (
    r"(?:what|who|where|how|which \w+)(?: else| on earth)? "
    rf"(?:(?:will|would|should|'ll|'d) you|are you (?:going to|gonna|to)) {_NO_DEED}\w+"
    r"|(?:what|who|where|how|which \w+) do you (?:do|open|ring|go|run|hide|tell|let|answer|turn|speak)\b"
    r"|what(?:'s| is) (?:your|the) plan"
)
_DEED_AFTER = re.compile(rf"{_LED}{_IF} .+?,? (?:then )?(?:{_PLAN})\b.*", re.IGNORECASE)
_DEED_FIRST = re.compile(rf"{_LED}(?:{_PLAN})\b(?: \w+){{0,8}}? (?:if|should|in case|when|once) .+", re.IGNORECASE)
# "What if I ring you back", "what if you went next door": an offer and a proposal, no supposition.
_WHAT_IF = re.compile(
    rf"{_LED}(?:(?:and )?what if|what happens? (?:if|when)|(?:if|when) .+,? what then|what about if)\b"
    r"(?! (?:i|you|my|one of (?:my|our)|we (?!(?:get|lose|are cut|cannot|can't|can not)))\b).*",
    re.IGNORECASE,
)
# What was so is told, what is so by habit is known: no supposition.
_IS_SO = re.compile(
    r"\b(?:did|usually|normally|always|ever|last time|you (?:said|told)|told you|had to (?:guess|say|describe))\b"
    r"|\bif (?:you|i) (?:don't|do not|may|can|could|wouldn't|would not|might)(?: mind| ask)?\b"
    r"(?! (?:hear|get|see|reach))",
    re.IGNORECASE,
)
# A question, or an answer's own example, that is of what may yet come.
_TO_COME = re.compile(
    r"\bif (?:he|she|they|it|we|somebody|someone|i|the|your|nobody|nothing|anyone|you (?:had|went|could not|lost))\b|"
    r"\bin case\b|\b(?:will|would|should|shall)(?! (?:you )?(?:say|like|mind|prefer))\b|"
    r"\b(?:going to|gonna|won't|wouldn't|plan)\b|'ll\b",
    re.IGNORECASE,
)
_HAS_COME = re.compile(r"\b(?:did|was|were|has|had|told|said)\b(?! (?:to |if )?you (?:had|lost|were))", re.IGNORECASE)
# "If she said no herself, would you leave it be?": one question, in either order; what it asks alone is another.
_IF_SOMEBODY = re.compile(rf"{_LED}if (?:he|she|they|somebody|someone|(?:your|the) \w+)\b .+", re.IGNORECASE)
_WOULD_YOU = re.compile(
    rf"{_LED}would you (?!(?:like|want|prefer|mind|know|say|recognise|be able|please|rather|feel|call|describe)\b)"
    r"\w+.*",
    re.IGNORECASE,
)
_ENOUGH_OF_THEM = 0.2  # of a topic's examples; one of many only happens to have such a word


def as_if(text: str) -> str:
    """The words with "if" for "say", "suppose" and "imagine" before what is supposed and asked on."""

    def turned(found: re.Match[str]) -> str:
        return f"{found['led']}if " if _ASKS_ON.search(text[found.end() :]) else found.group()

    return _SUPPOSES.sub(turned, text)


@lru_cache(maxsize=4096)
def asks_of_supposed(text: str) -> bool:
    """Whether the words ask what they would do, or what would be, if something came that has not come yet."""
    words = plain(text)
    if _IS_SO.search(words):
        return False
    return any(form.fullmatch(words) for form in (_DEED_AFTER, _DEED_FIRST, _WHAT_IF))


def of_supposed(text: str, topics: _Topics) -> _Topics:
    """The topics that such words may ask: who is at the door now is none of who they would open it to."""
    if not asks_of_supposed(text):
        return topics
    return _of_supposed(topics)


@lru_cache(maxsize=256)
def _of_supposed(topics: _Topics) -> _Topics:
    return Lasting(topic for topic in topics if _of_what_may_come(topic[1]))


def _of_what_may_come(examples: tuple[str, ...]) -> bool:
    return sum(
        _TO_COME.search(one) is not None and not _HAS_COME.search(one) for one in examples
    ) >= _ENOUGH_OF_THEM * len(examples)


def with_condition(found: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses, a condition in one with the question that is asked on it: "if he's back, | what will you do?"."""
    told: list[Clause] = []
    for clause in found:
        before = told[-1] if told else None
        turned = before is not None and _WOULD_YOU.fullmatch(before.core) and _IF_SOMEBODY.fullmatch(clause.core)
        if before is not None and turned and not _ENDED.search(before.text):
            told[-1] = _would_they(clause.core, before.core, before.start)
            continue
        if before is not None and _IF_SOMEBODY.fullmatch(before.core) and _WOULD_YOU.fullmatch(clause.core):
            told[-1] = _would_they(before.core, clause.core, before.start)
            continue
        joined = f"{before.text.rstrip(' ,')}, {clause.text}" if before is not None else ""
        if before is not None and not _ENDED.search(before.text) and _asks_only_so(before, clause, joined):
            told[-1] = Clause(joined, core(joined), before.start)
        else:
            told.append(clause)
    return tuple(told)


def would_they(text: str) -> bool:
    """Whether the words ask if they would do something, were it so: "if she said no, would you leave it be"."""
    condition, comma, question = text.rpartition(", ")
    return bool(comma) and _IF_SOMEBODY.fullmatch(condition) is not None and _WOULD_YOU.fullmatch(question) is not None


def _would_they(condition: str, question: str, start: int) -> Clause:
    words = f"{condition}, {question[0].lower()}{question[1:]}"
    return Clause(f"{words}?", words, start)


def _asks_only_so(condition: Clause, question: Clause, joined: str) -> bool:
    alone = asks_of_supposed(condition.text) or asks_of_supposed(question.text)
    return not alone and asks_of_supposed(joined)

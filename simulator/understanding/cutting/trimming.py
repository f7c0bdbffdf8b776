"""What a question is wrapped in, taken off: the polite way in, and why or how gently it is asked."""

import re

from simulator.understanding.question_words import OPENLY, PRONOUN, VERB
from simulator.understanding.wordlist import listed

_FEWEST = 3  # words that must be left: "if you can" alone is not trimmed to nothing
_HELP = r"(?:just|please|perhaps|possibly|maybe|kindly|quickly|gently|now|then|also)"
# "Would you be so kind as to tell me", "I'd be ever so grateful to know", "might I trouble you for".
_HEAD = re.compile(
    r"^(?:(?:and|so|but|now|then|well|okay) )*(?:"
    rf"(?:could|can|would|will|might|may) (?:you|i)(?: {_HELP})*"
    r"(?: be (?:so |very )?(?:kind|good)(?: enough)?(?: as)? to| be able to| manage to| bear to| try to)?"
    rf"(?: {_HELP})*(?: (?:tell (?:me|us)|let (?:me|us) (?:know|have)|trouble you for|ask(?: you)?(?: for)?|say|"
    r"describe(?: to me)?(?= (?:what|how|where))))"
    r"|i(?:'d| would) (?:be )?(?:\w+ ){0,4}?(?:grateful|glad|like|love|want|need) (?:\w+ ){0,3}?"
    r"(?:to (?:know|understand|hear)|to ask(?: you)?)"
    r"|(?:i (?:just )?(?:need|want|have|'ve got|have got) to (?:know|ask(?: you)?))"
    r"|(?:i(?:'m| am| was) (?:just )?wondering|i wonder)"
    r"|(?:what )?i (?:just |only |really |actually )*(?:mean|meant|was asking|am asking)(?: was| is)?"
    r"(?! (?:your|the)\b)"
    r"|i (?:just |only )*asked(?: you)?(?= (?:if|whether)\b)"
    r"|let me (?:\w+ ){0,5}?ask(?: you)?"
    r"|(?:\w+ ){0,3}?tell me,? (?:\w+ )?in your own (?:time|words|way)"
    r"|(?:do you happen to know|have you any idea|any idea|do you think you (?:could|can) tell me)"
    rf")(?: {_HELP}| a (?:little )?bit(?: more)? about| roughly| exactly| in your own (?:words|way))*,? "
    rf"(?=(?:{OPENLY}|whether|if|your|the|is|are|do|does|has|have)\b)",
    re.IGNORECASE,
)
# "I'd like to ask you straight out, because I ask everybody, whether you have thought of it".
_WHETHER = re.compile(
    r"^.*\b(?:ask|know|tell me|say|check|curious|wonder(?:ing)?)\b(?:.*?\bwhether|(?: \w+){0,2},? if) "
    r"(?=(?:you|he|she|they|it|there|your|his|her|anyone|anybody|someone)\b)",
    re.IGNORECASE,
)
# "What did he say if you should check on him", "does she know whether you're home": what another says or knows.
_OF_ANOTHER = re.compile(
    r"\b(?:did|does|do|has|have|had|would) (?:not )?(?!(?:you|i|we|anyone|anybody|somebody|someone)\b)"
    r"(?:(?:the|your|his|her|their) )?\w+(?: \w+){0,2}? "
    r"(?:ask|asked|know|known|tell|told|say|said|check|checked|wonder)\b",
    re.IGNORECASE,
)
# "If you haven't seen her since August, who asked you to": what is so already only leads up to the question.
_PREMISE = re.compile(
    r"^(?:(?:and|so|but|well|now) )*if (?:you|he|she|it|they|that|this|there|the \w+|your \w+)"
    rf"(?:'ve|'d| (?:have|has|had|did|was|were)|(?: (?:have|has|had|did|was|were))?(?:n't| not| never)) [^,?]+, "
    rf"(?=(?:{OPENLY})\b|(?:{VERB}) (?:{PRONOUN})\b)",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:not|never|cannot|unable|nor|refuse)\b|n't\b", re.IGNORECASE)  # "I can't say whether she..."
_BY_YOUR_LEAVE = re.compile(r"\bif you (?:don't|wouldn't|do not|would not) mind\b", re.IGNORECASE)
_IF = re.compile(r"^(?:if|whether) (?=\w+)", re.IGNORECASE)
# "Which window's that, the one that squeaks?": what it might be is said behind what is asked.
_THE_ONE = re.compile(
    r"(?<=\w),? the ones? (?:that|which|who|with|at|in|on|by|over|from|near|you|he|she)\b[^,?]*$", re.IGNORECASE
)
_ASKS_WHICH = re.compile(rf"(?:(?:and|so|but|now) )*(?:{OPENLY})\b", re.IGNORECASE)
# "..., so I can see how much of a rush we're in", "..., because I need them at the right door".
_TAIL = re.compile(
    r",? (?:"
    r"(?:just |only )?so (?:that |as )?(?:i|we|they|the \w+)(?: \w+)? (?:can|could|know|knows|will|'ll|don't|may)\b.*"
    r"|(?:because|cos|as) (?:i|we|they|it|that|the|my)\b.*"
    r"|(?:for|in) (?:the|my|our) (?:log|record|records|notes?|paperwork|officers|driver)\b(?! to\b)"
    r"(?!,? \w+ or \w+\W*$).*"
    r"|if (?:you|i) (?:don't|do not|wouldn't|would not|can|could|may|might|would|remember|know)\b(?! (?:see|hear))[^?]*"
    r"|as far as (?:you|he|she|they|i) (?:know|knows|can tell|can see|remember)"
    r"|or (?:not|so|anything|something|what|owt|whatever|anything like that)"
    r"|(?:do|would|d') ?you (?:think|reckon|know|say|suppose)|i (?:should|would|'d) (?:think|say|imagine)"
    r")\s*$",
    re.IGNORECASE,
)
_CALLED = frozenset(listed("dear darling love lovey sweetheart pet hen duck pal mate my sir madam"))
_NAMED = re.compile(rf",? (?:my )?(?:{'|'.join(sorted(_CALLED))})\s*$", re.IGNORECASE)


def unwrapped(text: str) -> str:
    """The question itself: `could you kindly tell me where you are, so I can send someone` as `where you are`.

    What would leave fewer than three words stays as it is.
    """
    whether = _WHETHER.match(text)
    refuses = whether is not None and _DENIES.search(_BY_YOUR_LEAVE.sub("", whether.group())) is not None
    if whether is not None and _OF_ANOTHER.search(whether.group()):
        return text
    if whether is not None and not refuses and len(text[whether.end() :].split()) >= _FEWEST:
        return text[whether.end() :]
    inner = _PREMISE.sub("", text)
    if _ASKS_WHICH.match(inner) and ", the one" in inner:
        inner = _without(_THE_ONE, inner)
    for pattern in (_TAIL, _NAMED, _TAIL):
        inner = _without(pattern, inner)
    head = _HEAD.match(inner)
    if head is not None and len(inner[head.end() :].split()) >= _FEWEST:
        inner = _IF.sub("", inner[head.end() :])
    return inner


def _without(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    if found is None or len(text[: found.start()].split()) < _FEWEST:
        return text
    return text[: found.start()].rstrip(" ,")

"""What answers a caller's own question, by the words of both: is anybody coming, should I do it, was I silly."""

import re
from collections.abc import Sequence
from functools import lru_cache

from scoring.matching import words_of
from scoring.speech import Turn

_SENT = (
    r"(?:officers?|polis|police|bobbies|cops?|cars?|units?|motors?|patrols?|crews?|help|ambulances?|"
    r"fire (?:engines?|crews?)|somebody|someone|they|we|colleagues?|(?:one|1) of ours)"
)
_COMING = re.compile(
    rf"\b{_SENT}\b(?: \w+){{0,6}}? (?:coming|travelling|sent|sending|tasked|assigned|dispatched|asked for|en route|"
    r"blue lights|head(?:ing|ed)|going to you|with (?:you|ye|yous)|running to|taking over|called off|stood down|"
    r"stand down|(?:pop|look|drop|nip) (?:by|in|round)|call (?:in|round|by)|need to come|told)\b"
    rf"|\b(?:sending|send|sent|asking for|arranging(?: for)?|getting) (?:\w+ ){{0,4}}?{_SENT}\b"
    r"|\b(?:(?:on|oan) (?:the|their|there|its) (?:way|road|weigh)|still coming|coming (?:now|to you|too you)|"
    r"let (?:\w+ ){1,5}?know|tell (?:the officers|them) (?:it|that|what)|"
    r"grading it|(?:graded|up ?graded) it|(?:made|making) (?:this|it|that) an? (?:emergency|immediate|priority)|"
    r"putting it to)\b"
)
_HOW_SOON = re.compile(
    r"\b(?:\w+ minutes?|(?:minutes|a time|how long|times?|exactly when) (?:i|we) cannot|"
    r"(?:cannot|cannae|not|never|will not|do not|dinnae)(?: \w+){0,6}? (?:time|times|long|when|minutes?)|"
    r"cannot (?:\w+ )?say|as (?:fast|quick\w*|soon) as|any (?:minute|moment)|not (?:be )?long|nearly (?:there|with)|"
    r"sent yet|on (?:the )?blues|blue lights|soon|quickest|(?:yes|yeah|aye|yep) (?:\w+ )?(?:tonight|today|"
    r"this (?:morning|afternoon|evening))|"
    r"(?:the|an|half an|quarter of an) hour)\b"
)
_NO_FOOL = re.compile(
    r"\b(?:not (?:\w+ ){0,3}?(?:all|silly|daft|stupid|foolish|fool|fault|first|least|bit|bother|trouble)|"
    r"(?:no|nobody s|nowt|nothing|isnae|never) (?:\w+ )?(?:fool|daft|silly|stupid|bother|trouble|harm|wrong|shame)|"
    r"for a living|professionals?|clever|convincing|cunning|catch (?:out )?(?:all|anyone|everyone)|"
    r"anyone (?:can|could|would)|(?:did|done|do|be|were|was|are) (?:\w+ ){0,2}?right|right to (?:ring|call|phone)|"
    r"do not (?:be|worry|blame|feel|apologise)|dinnae (?:fash|worry)|of course not|course not|sensible|"
    r"wasted nobody|none of (?:this|it|that)|(?:nowt|nothing|no reason|no need) (?:\w+ )?(?:to|"
    r"for) (?:\w+ )?(?:be|feel)|glad (?:that )?you (?:rang|called|phoned|told)|(?:sooner|rather) you (?:rang|"
    r"ring|called))\b"
)
_NOT_OURS = re.compile(
    r"\b(?:(?:not|never|no|knot|isnae|wasnae|nobody)\b(?: \w+){0,6}? (?:police|polis|policem[ae]n|officers?|"
    r"ours|hours|"
    r"us|our|real|genuine|proper|sergeant)|(?:police|polis|policem[ae]n|officers?|we|us|bank)\b(?: \w+){0,2}? "
    r"(?:never|not|nobody|dinnae)\b|fraud\w*|con ?m[ae]n|con|scam\w*|crooks?|criminals?|fake|trick|impostor)\b"
)
_KEPT = re.compile(
    r"\b(?:record(?:ed|ing|s)?|writ(?:e|ten|ing)|wrote|note[ds]?|noting|log(?:ged|ging|s)?|every word|kept|taped)\b"
)
_A_WAY = re.compile(
    r"\b(?:solicitors?|lawyers?|court|insurers?|in (?:writing|your shoes)|subject access|"
    r"samaritans)\b"
)
_ANOTHER_PHONE = re.compile(
    r"\b(?:only (?:to )?(?:the|your|that) (?:registered|work|phone|mobile)|never (?:to )?a personal|"
    r"(?:no|not|cannot|cannae|will not)\b(?: \w+){0,6}? (?:personal|own|other) (?:e ?mail|one)|"
    r"(?:personal|own) (?:e ?mail|one) (?:is |s )?(?:out|no good|not allowed))\b"
)
_TO_CHECK = re.compile(
    r"\b(?:(?:to|it) prove\w*|(?:to|so (?:that )?(?:i|we) can) (?:check|confirm|verify|make sure|be sure)|"
    r"identity (?:checks?|reasons)|only (?:confirms|proves|checks)|"
    r"(?:check|confirm|verify|prove|know|sure) (?:that )?(?:it is|who|this is|i am|we are) (?:really |"
    r"definitely )?(?:you|speaking|"
    r"talking)|for (?:security|verification|identification)|so (?:that )?(?:nobody|no ?one|i know)|prove\w* who|"
    r"who (?:you|ye) (?:are|say)|(?:right|correct|write) (?:person|record|one|account)|"
    r"(?:opening|open|unlocking|unlock|into|giving|looking at|see) (?:\w+ )?(?:somebody|someone|anybody|"
    r"anyone) else|(?:by|with|of) (?:the|that|your) (?:same )?name|(?:same|1|"
    r"one) name|which (?:one|1) is you|"
    r"(?:for|to) (?:a stranger|anyone who|anybody who)|identify you|security check|misread|"
    r"any ?(?:one|body)(?: \w+){0,6}? (?:could|can|might|may) (?:\w+ )?(?:ring|call|phone|say|claim|pretend|know))\b"
)
# What the real ones are known by.
_BY_A_SIGN = re.compile(
    r"\b(?:code ?words?|pass ?words?|warrant cards?|police cards?|id|identification|badges?|uniforms?|"
    r"collar numbers?|"
    r"(?:through|threw|under|underneath) (?:the|your) (?:\w+ )?(?:door|dore|letter ?box)|(?:i|"
    r"we) will (?:\w+ )?(?:tell|type|text|write|"
    r"let)(?: \w+){0,3}? "
    r"(?:when|once)|in your own name|(?:knock|light|lamp|torch)\w* (?:\w+ ){0,3}?(?:times|twice|three|flash\w*))\b"
)
_BIDS = re.compile(
    r"^ (?:(?:no|nay|yes|aye|so|and|just|please|ok|okay|right|then|but|now|you|exactly|well|meanwhile|um|er|oh|sorry|"
    r"do|ye|always|love|i would|(?:you|ye) (?:must|should|need to|have to|want to|can)|(?:can|could|would|will) you|"
    r"i want you to|if you can|for now|for me) )*"
    r"(?:(?:do|you are) not|dont|dinnae|dinna|never|stay|stop|keep|leave|wait|hold (?:fast|still|tight)|bide|"
    r"stick|sit|"
    r"stand|lock|shut|put|get|go|move|come|take|open|let|hide|remain|door stays|(?:the|that) door stays)\b"
    r"(?! (?:on (?:the|this)? ?line|on with|with me|talking|me\b|in touch|ahead|over|any\b|hold of|your time|"
    r"a (?:sec|"
    r"minute|moment|tick)|you on|my colleague|the officers take|it with|worry|be sorry))"
)
_OF_ANOTHER = re.compile(
    r"\b(?:and|so|but|just|please) (?=(?:do not|stay|stop|keep|leave|lock|get|go|wait)\b)"
    r"|(?<! you)(?<! ye)(?<! i)(?<! they)(?<! we)(?<! he)(?<! she) (?=(?:do not|dont|dinnae)\b)"
)
_ASKING_BACK = re.compile(
    r"^\W*(?:(?:and|so|but|ok|okay|right|um|er|well)\W+)*(?:what|who|where|when|why|how|which|whose|did|does|"
    r"has|have|had|"
    r"is|are|was|were|can you (?:hear|see|smell|tell)|could you (?:tell|describe)|do you)\b[^.!]*\?",
    re.I,
)

_QUESTIONS: dict[str, re.Pattern[str]] = {
    "coming": re.compile(
        r"\b(?:how long|come when|when (?:do|will) they|nearly here|coming|come out|need to come|how soon)\b"
    ),
    "fool": re.compile(r"\b(?:silly|fool|daft|stupid|trouble|bother)\b"),
    "ours": re.compile(r"\b(?:(?:one|1) of yours|proper policeman|real policeman|really (?:the )?police)\b"),
    "kept": re.compile(r"\b(?:writing this|on (?:some|a|any|my) record|written down|recording this)\b"),
    "way": re.compile(r"\b(?:supposed to do|would you do|what do i do|what can i do)\b"),
    "email": re.compile(r"\b(?:own|personal|other) e ?mail\b|\bpersonal one\b"),
    "why": re.compile(
        r"\b(?:what (?:dyou|dye|(?:do|d|would|is|are) (?:you|ye|that|it|they)) (?:\w+ ){0,5}?for|what it is for"
        r"|why (?:dyou|dye|(?:do|d|would|are|is) (?:you|ye|that|they))\b(?: \w+){0,3}? (?:need|want|ask\w*))\b"
    ),
    "know": re.compile(
        r"\bhow (?:do|will|would|can|am) (?:i|we) (?:to )?know (?:\w+ ){0,2}?(?:is|are|it|they|who|its)\b"
    ),
    "deed": re.compile(
        r"\b(?:should i|shall i|do i (?:give|open|let|go)|i go down|i must hold|want me to|ought i|must i)\b"
    ),
}


_IN_MANY_WAYS = ("way", "email", "why", "know")  # what was heard as an answer is one, too


def answered_in_words(asked: str, answers: Sequence[str], turn: Turn) -> bool | None:
    """Whether a turn answers what the caller asked, by the words of both; None where the question is of no kind known
    here, so that what was heard must decide. `answers` are what the scenario says answers it: a question of time that
    it takes no next step for wants a word about time."""
    kind = _kind_of(asked)
    if kind is None:
        return None
    return False if turn.crowded else _answers(kind, "EXPL_NEXT" in answers, turn.said.text)


def of_a_deed(asked: str) -> bool:
    """Whether the caller asks if they are to do a thing: `Shall I let him in?`"""
    return _kind_of(asked) == "deed"


def forbids(turn: Turn) -> bool:
    """Whether words forbid something, or bid to keep away, in, or shut: what answers a `shall I?` before it comes."""
    return not turn.crowded and _FORBIDS.search(words_of(turn.said.text)) is not None


_FORBIDS = re.compile(
    r"\b(?:do not|dont|dinnae|dinna|never|must not|stay|stop|keep|leave|wait|remain|bide|away|shut|locked)\b"
)


@lru_cache(maxsize=1024)
def _kind_of(asked: str) -> str | None:
    return next((kind for kind, asks in _QUESTIONS.items() if asks.search(words_of(asked))), None)


@lru_cache(maxsize=4096)  # several points look for the answers to the same questions
def _answers(kind: str, takes_next_step: bool, text: str) -> bool | None:
    said = [part for part in re.split(r"(?<=[.!?;])\s+|\s+[-–—]\s+", text) if not _ASKING_BACK.match(part)]
    if kind == "deed":
        return any(_bids(part) for part in said)
    wanted = {
        "coming": (_COMING, _HOW_SOON) if takes_next_step else (_HOW_SOON,),
        "fool": (_NO_FOOL,),
        "ours": (_NOT_OURS,),
        "kept": (_KEPT,),
        "way": (_A_WAY,),
        "email": (_ANOTHER_PHONE,),
        "why": (_TO_CHECK,),
        "know": (_BY_A_SIGN,),
    }[kind]
    answered = any(pattern.search(words_of(part)) for part in said for pattern in wanted)
    return answered or (None if kind in _IN_MANY_WAYS else False)


def _bids(sentence: str) -> bool:
    """Whether a clause bids or forbids a deed: `Stay put`, `dinnae shift her`; to stay on the line bids none."""
    clauses = [words_of(clause) for clause in re.split(r"[,;:.!?]", sentence)]
    return any(_BIDS.match(clause) or _BIDS.match(_tail(clause)) for clause in clauses)


def _tail(clause: str) -> str:
    """The second half of a clause that bids after an `and` or a `please`: `if he knocks just keep the door shut`."""
    found = _OF_ANOTHER.search(clause)
    return f" {clause[found.end() :]}" if found else " "

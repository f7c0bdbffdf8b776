"""A clause of an utterance: whether it asks, is a fragment or hangs on a condition, and what in it only listens."""

import re
from dataclasses import dataclass
from functools import lru_cache

from simulator.understanding.cutting.question_begins import begins_question, broken_off, first_word_asks
from simulator.understanding.cutting.trimming import unwrapped
from simulator.understanding.normalise import plain
from simulator.understanding.people_words import ANY_KIN
from simulator.understanding.question_words import BARE, DENIED, HELPER, LEAD_IN, OPENLY

_CONDITION = re.compile(
    r"^\W*(?:i see,? )?(?:and |so |but |okay |then )*(?:if|"
    r"when(?!'s\b| (?:exactly |precisely |roughly |about |abouts )?"
    r"(?:is|was|are|were|did|do|does|will|would|can|has|have|had)\b)|"
    r"once|in case|as soon as|because|before|until|while|unless|"
    r"whether|to|for)\b",
    re.IGNORECASE,
)
_ACKS = re.compile(
    r"^(?:(?:okay|ok|right|yes|yeah|yep|no|all right|alright|thanks|thank you|i see|lovely|sure|well|oh|great|"
    r"perfect|brilliant|"
    r"fine|good(?! (?:morning|evening|afternoon|day|night|luck))|mm|mhm|hmm|um|uh|er|erm|ah|now|listen|look|"
    r"cool|got it|got that|understood|no problem|of course|"
    r"not a problem|that's fine|that's okay|okay then|right then|caller|sir|madam|love)\b[\s,.!-]*)+",
    re.IGNORECASE,
)
# "Sorry to ask, but is anybody hurt?" asks; the apology is only how it begins.
_SORRY_BUT = re.compile(
    r"^(?:(?:i am|i'm|so|very|ever so|really|terribly|awfully) )*(?:sorry|apologies|forgive me)\b[^.?!]{0,40}?,?\s*"
    r"\bbut,?\s+(?=\w+\W+\w+)",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"[\s,]+(?:okay|ok|yeah|all right|alright|please|caller|sir|madam|then|love|mate|thanks|thank you)[\s?.!]*$",
    re.IGNORECASE,
)
_TAG = re.compile(
    rf"(?:\b(?:(?:{HELPER}) not|{DENIED}) (?:it|he|she|they|you|that|there)"
    r"|\b(?:is|was) (?:that|it) (?:all )?(?:right|correct|it|so|ok|okay|alright|all right|fine)"
    r"|\bthat (?:right|correct)|\b(?:correct|right|yes|yeah|is it)"
    r"|\b(?:have|did) i (?:got|get|hear|heard) (?:that|it|this|you) ?(?:all )?(?:right|correctly|properly)?)\s*\??\s*$",
    re.IGNORECASE,
)
_OPEN = re.compile(
    rf"^{LEAD_IN}(?:(?:can|could) you (?:tell|give)|(?:tell|give) (?:me|us)|describe|talk me through|"
    rf"explain|(?:{OPENLY})s?)\b",
    re.IGNORECASE,
)


# "Don't open the door" forbids; "don't you know?" asks.
_FORBIDS = re.compile(
    r"^(?:(?:and|so|but|just|please|now|then) )*(?:don't|do not) (?!you\b|they\b|we\b|i\b|the\b|your\b)\w",
    re.IGNORECASE,
)
_OF_SOMEBODY = re.compile(
    r"(?:(?:and|so|but) )?(?:is|are|was|were) (?:(?:your|the|his|her|my|both) )?[a-z]+"
    r"(?: (?:of|and) (?:your |the )?[a-z]+)?"
    rf"|(?:(?:your|the|his|her) )?(?:{ANY_KIN}|kids|children|dog|everyone|everybody)",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r"(?:the (?:pair|two|both|three)|both|all|either|any) (?:of|o') (?:them|you|us)|"
    r"(?:anyone|anybody)(?: else| there)?|(?:or )?(?:at )?any other (?:time|day|night|way|place)",
    re.IGNORECASE,
)
_WHAT_IS_IT = re.compile(r"(?:and |so )?what(?:'s| is| was)? (?:it|that|they)", re.IGNORECASE)
# "How much was it, and where is it?": the place of the thing just asked about, nobody's address.
_WHERE_IS_IT = re.compile(r"(?:and |so )?where(?:'s| is| are) (?:it|that|those)(?: now| exactly)?", re.IGNORECASE)
_WHICH_PART = re.compile(
    r"(?:in )?which (?:room|floor|bit|part|side|end)(?: (?:is|are) (?:he|she|it|they))?", re.IGNORECASE
)
_WHICH_IS_SO = re.compile(
    r"(?:(?:and|so) )?(?:which (?:one )?(?:is it|is (?:right|correct|true)|of (?:them|those|the two|these) is it|then)|"
    r"which one|which is it to be|so which|which (?:one )?(?:did|does|do|would) (?:he|she|they|it|you) "
    r"(?:say|think|reckon|mean|tell you|call it))",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"\w or \w", re.IGNORECASE)
_WHERE_IS_OTHER = re.compile(r"where(?:abouts)?\b.*\b(?:is|are|was|were) (?!you\b)", re.IGNORECASE)
_OPENLY_ASKED = re.compile(rf"{LEAD_IN}(?:{OPENLY})\b", re.IGNORECASE)
_THING = (
    rf"(?:(?:at|by|in|on|through|via|from|with) )?(?:(?:the|a|an|your|his|her|their) )?(?!(?:{BARE})\b)[a-z]+"
    r"(?: [a-z]+)?"
)
_OFFER = re.compile(rf"{_THING}(?:, {_THING})*,? or(?: {_THING}| what)?", re.IGNORECASE)
_HAS_VERB = re.compile(
    rf"\b(?:{HELPER}|{DENIED}|tell|give|say)\b|'(?:s|m|re|d|ll|ve)\b|\b(?:you|yourself)\b", re.IGNORECASE
)
# "And you're..." broken off; with a question mark it asks who they are.
_HARDLY_BEGUN = re.compile(r"(?:(?:and|so|but),? )?(?:you|he|she|it|they|there|i|we)'(?:re|s|m|ve)", re.IGNORECASE)
# "Tell me" before the question, "just so I hear him as well" and "yes or no" behind it.
_FRAME = re.compile(
    r"(?:and |so |just )*(?:please )?(?:(?:can|could|will|would) you )?(?:please )?tell (?:me|us|you what)|"
    r"just so (?:that |as )?(?:i|we|they)\b.*",
    re.IGNORECASE,
)
_YES_OR_NO = re.compile(
    r"\W*(?:just |only |and )*(?:answer |say )?(?:me )?(?:a )?yes or (?:a )?no"
    r"(?: (?:will do|is fine|please|for me))*\W*",
    re.IGNORECASE,
)
# "Do have a nice cup of tea" urges; "do you have" asks.
_URGES = re.compile(
    r"^(?:(?:and|so|but|now) )*do (?:please )?"
    r"(?:have|take|be|ring|call|stay|keep|let|try|get|look|mind|come|make|give)\b",
    re.IGNORECASE,
)
_THEY_THINK = re.compile(
    r"(?:(?:(?:do|would|don't|wouldn't|do not|would not) )?you (?:think|reckon|know|say|suppose|agree)|"
    r"i (?:should|would|'d) (?:think|say|imagine)|"
    r"i (?:suppose|take it|imagine|gather|guess|assume|expect|trust|presume))",
    re.IGNORECASE,
)
# "If that's not a cheeky question" behind one.
_RESERVE = re.compile(
    r"(?:and |but )?(?:if|unless|hope) (?:that|it|this)(?:'s| is)(?: not|n't)? (?:a |an |too )?(?:\w+ )?"
    r"(?:rude|cheeky|personal|silly|daft|nosy|awkward|odd|strange|forward)(?: a)?(?: question)?(?: to ask| of me)*|"
    r"if (?:i may|i might|i can) ask|if (?:you )?(?:do not|don't) mind (?:my|me) asking",
    re.IGNORECASE,
)
_CHECK = re.compile(
    r"(?:do|did) you (?:hear|understand|follow|get) (?:me|that|what i am saying|what i'm saying)|"
    r"(?:do you want|would you like|would you rather) (?:me to|that)|"  # "I'll stay on. Do you want me to?"
    r"(?:is|was) (?:that|it) (?:how|what) (?:it|things|everything)(?:'s| has| is| was)?(?: (?:been|went|gone|happened|"
    r"was|is|stands?))?(?: so far| then)?|(?:is|was) that (?:the right order|the order(?: of it)?|about it)",
    re.IGNORECASE,
)
_ON_WHAT = re.compile(r"(?:on|in|at|with|from|for|of|by) (?:your|the|my|his|her|that|this) \w+(?: \w+)?", re.IGNORECASE)
# "Once you're in, how long does it take" asks.
_SOME_TIME = re.compile(
    r"^(?:(?:and|so|then) )?(?:once|when|after|before|while) (?:you|he|she|they|it|that|we|i)\b[^,?]{2,30}, "
    r"(?=(?:what|where|who|how|which|why|will|would|can|could|do|does|did|is|are) )",
    re.IGNORECASE,
)
# "Thank you, and now" only leads to what comes behind it; "and now?" asks.
_ONLY_LEADS = re.compile(r"(?:(?:and|so|but|now|then|right|well|okay|also|first|next|just)\b[\s,]*)+", re.IGNORECASE)
# "Is he holding it in both hands, or just the one?"
_ONLY_SO_MANY = re.compile(r"(?:or )?(?:just|only) (?:the )?(?:one|two|both)(?: of (?:them|you))?", re.IGNORECASE)
_ASK_NOTHING = (
    _TAG,
    _ONLY_SO_MANY,
    _FRAME,
    _OF_WHOM,
    _WHAT_IS_IT,
    _WHERE_IS_IT,
    _ON_WHAT,
    _CHECK,
    _THEY_THINK,
    _RESERVE,
)


@lru_cache(maxsize=4096)  # asked of one clause by each thing that may be read back in it
def _ends_in_a_check(text: str) -> bool:
    return _TAG.search(plain(text)) is not None or _TAG.search(text) is not None


def _offers(words: str) -> bool:
    """Whether the words only name what might be the answer: "front door or", "by the stairs or the lift"."""
    return _OFFER.fullmatch(words) is not None and _HAS_VERB.search(words) is None


@dataclass(frozen=True)
class Clause:
    """A part of the utterance; `core` is without signs of listening, `start` where the clause begins."""

    text: str
    core: str
    start: int
    unnamed: str = ""  # the core as it was said, where what "it" stands for has been put in
    apart: bool = False  # a question of its own by grammar, though its words do not begin as one: "whether it is shut"

    @property
    def asks(self) -> bool:
        """Whether it asks: a question mark, or a question's first word."""
        if self.forbids or (_URGES.match(self.core) and not self.text.rstrip().endswith("?")):
            return False
        return self.apart or self.text.rstrip().endswith("?") or first_word_asks(_SOME_TIME.sub("", self.core, count=1))

    @property
    def open_question(self) -> bool:
        """Whether it asks openly (what, where, tell me...) and so offers no answer of its own."""
        return _OPEN.match(self.core) is not None

    @property
    def tagged(self) -> bool:
        """Whether it ends in a request to agree: `is that right`, `didn't he`."""
        return _ends_in_a_check(self.text)

    @property
    def fragment(self) -> bool:
        """Whether it asks nothing by itself: broken off, an afterthought, "what is it?" of what was just named."""
        if _HARDLY_BEGUN.fullmatch(self.core) or _ONLY_LEADS.fullmatch(self.core):
            return not self.text.rstrip().endswith("?")
        return (
            _YES_OR_NO.fullmatch(self.text) is not None
            or broken_off(self.core)  # "is he, is there somebody outside"
            or any(one.fullmatch(self.core) for one in _ASK_NOTHING)
        )

    def completes(self, before: "Clause") -> bool:
        """Whether it only asks more exactly what the clause before asks: "where is he, which room?".

        So does what offers answers to it: "how can they get in? Front door or..."
        """
        which = _WHICH_IS_SO.fullmatch(self.core) is not None
        if which and (not before.asks or _CHOICE.search(before.core) is not None):
            return True  # "you said the Rise, which one is it?", "a sergeant or a constable, which did he say?"
        if _WHICH_PART.fullmatch(self.core) is not None and _WHERE_IS_OTHER.match(before.core) is not None:
            return True
        return (
            before.text.rstrip().endswith("?") and _OPENLY_ASKED.match(before.core) is not None and _offers(self.core)
        )

    @property
    def forbids(self) -> bool:
        """Whether it tells them not to do something: "don't go down yet"."""
        return _FORBIDS.match(self.core) is not None

    @property
    def conditional(self) -> bool:
        """Whether it begins with if, when or the like."""
        return begins_as_condition(self.text)


# "Dean, are you going to look for her?": whom it is said to.
_TO_WHOM = re.compile(rf"^(?!(?:Police|Fire|Hello|Caller|Emergency)\b|(?i:{BARE})\b)[A-Z][a-z]+, (?=[a-z]+ [a-z]+)")


# "Has it been going on long, or": what leads on to the next is no word of the question, nor is what led on to it.
_LEADS_ON = re.compile(r",?\s+(?:or|and|but)$", re.IGNORECASE)
_ASKS_ALREADY = re.compile(r"(?:\S+\s+){3}", re.IGNORECASE)
_AND_ASKS = re.compile(r"(?:(?:and|but|also|plus),?\s+)+(?=(?:\S+\s+){2}\S)", re.IGNORECASE)


def core(text: str) -> str:
    """The text without leading signs of listening, the name of whom it is said to, and trailing politeness."""
    inner = _ACKS.sub("", without_apology(text.strip()), count=1).strip(" ,?!.")
    inner = _LEADS_ON.sub("", inner) if _ASKS_ALREADY.match(inner) else inner
    if _AND_ASKS.match(inner) and begins_question(inner):
        inner = _AND_ASKS.sub("", inner, count=1)
    if first_word_asks(_TO_WHOM.sub("", inner, count=1)):
        inner = _TO_WHOM.sub("", inner, count=1)
    for _ in range(2):
        shorter = _TRAILING.sub("", inner)
        if shorter == inner or len(shorter) < 3 or broken_off(shorter) or _OF_SOMEBODY.fullmatch(shorter):
            break  # nothing left, or "are you okay?", "is your mum all right?" would lose its end
        inner = shorter
    return unwrapped(inner)


def is_tag(text: str) -> bool:
    """Whether the words only ask to agree: "is that right?", "didn't he"."""
    return _TAG.fullmatch(text) is not None


def only_listens(text: str) -> bool:
    """Whether the words are nothing but signs of listening: "okay, lovely"."""
    return _ACKS.fullmatch(f"{text} ") is not None


def begins_as_condition(text: str) -> bool:
    """Whether the words begin with if, when or the like."""
    return _CONDITION.match(text) is not None


def without_apology(text: str) -> str:
    """The words without an apology for asking: "sorry to ask, but is anybody hurt"."""
    return _SORRY_BUT.sub("", text, count=1)

"""An utterance in clauses: where one ends, which ask, and what is only a sign of listening."""

import re
from dataclasses import dataclass
from functools import lru_cache

from simulator.understanding.normalise import plain, tidy
from simulator.understanding.question_begins import FIRST_WORDS, broken_off, first_word_asks, question_places
from simulator.understanding.question_words import DENIED, HELPER, LEAD_IN, OPENLY
from simulator.understanding.trimming import unwrapped
from simulator.understanding.wordlist import listed

_OPENERS = (
    "it should", "it will", "it can", "it might", "it may", *listed(
        "i i'm i'll i've i'd you you're you've we we're we'll we've they they're they'll he he's she she's "
        "there there's "
        "it's that's please(?!,) tell give stay lock keep don't do if just let let's go get put try take ring call "
        "stop help "
        "ta-ra tara cheerio it'll "
        "your my the someone officers police thank thanks sorry is hide make turn leave hold bear nobody nothing"
    ),
)  # fmt: skip
# "why people rang" hangs on what went before; "why did they ring" is a question of its own.
_HANGS = (
    r"(?:the|your) \w+ (?:alone|as (?:it|they)|too|as well)\b|tell me what you (?:can )?see|"
    r"why (?!do|does|did|is|are|was|were|have|has|would|should|could|can|not|on)\w"
)
_AT_WHAT = r"(?:(?:about|around|roughly|at|by) )(?=what |when |which )"
HANGS = re.compile(rf"(?:and |but |so )?(?:{_HANGS})", re.IGNORECASE)
_OPENER = rf"(?!{_HANGS})(?:{_AT_WHAT})?(?:{FIRST_WORDS}|{'|'.join(_OPENERS)})\b"
# Not "so I know it's you": that hangs on what went before.
_SO = r"so(?! (?:i|we|they|you) (?:know|can|could)(?!'t|not| not)\b)(?! (?:nobody|no one|that)\b)"
# "You and your wife are living together": two people, one thing.
_ONE_OF_TWO = re.compile(r"\b(?:you|he|she|him|her|they|them)$", re.IGNORECASE)
_THE_OTHER = re.compile(r"(?:your|his|her|their|the|my) \w+ (?:are|were|have|had|do|did)\b", re.IGNORECASE)
_INTRODUCTION = 3  # words before a colon that name what the question is about
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+(?=\S)|\s+-+\s+|\.{2,}\s*|…\s*|(?<=[!?;])(?=\w)")
_JOINT = re.compile(
    rf",?\s+(?:and then|and also|and|but|{_SO}|or|also|then)\s+(?={_OPENER})|,\s*(?={_OPENER})", re.IGNORECASE
)
_CONDITION = re.compile(
    r"^\W*(?:and |so |but |okay |then )*(?:if|"
    r"when(?!'s\b| (?:exactly |precisely |roughly |about |abouts )?"
    r"(?:is|was|are|were|did|do|does|will|would|can|has|have|had)\b)|"
    r"once|in case|as soon as|because|before|until|while|unless|"
    r"whether|to|for)\b",
    re.IGNORECASE,
)
_NEW_QUESTION = re.compile(
    r"\s+(?=(?:what's|what is|what are|where is|where's|where are|who is|who's|is anyone|is there|are there|are "
    r"you|are they|"
    r"do you|did you|have you|has he|has anyone|is he|how many|can you|could you|which way|when did|i'm sending|"
    r"i'm getting|stay on|don't)\b)",
    re.IGNORECASE,
)
# "I'll tell the officers what's happened": no question.
_WILL_TELL = re.compile(
    r"\b(?:i'll|we'll|i will|we will|let me) (?:tell|ask|show|explain to)(?: \w+){1,3}$", re.IGNORECASE
)
_FOR_ME = re.compile(r"\b(?:for|with|to|near) me$", re.IGNORECASE)
_EMBEDS = frozenset(
    listed(
        "me know tell say ask see remember sure of about is to if that and or hear exactly just wondering check "
        "describe "
        "explain what understand on at in with for like spell confirm from by not than you i we please so but "
        "who which "
        "where when how why as because the a caller think believe whether okay right"
    )
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
    r"|\b(?:is|was) (?:that|it) (?:right|correct|it|so|ok|okay|alright|all right|fine)|\bthat (?:right|correct)|"
    r"\b(?:correct|right|yes|yeah|is it)"
    r"|\b(?:have|did) i (?:got|get|hear|heard) (?:that|it|this|you) ?(?:right|correctly|properly)?)\s*\??\s*$",
    re.IGNORECASE,
)
_OPEN = re.compile(
    rf"^{LEAD_IN}(?:(?:can|could) you (?:tell|give)|tell me|give me|describe|talk me through|explain|(?:{OPENLY})s?)\b",
    re.IGNORECASE,
)


# "Don't open the door" forbids; "don't you know?" asks.
_FORBIDS = re.compile(
    r"^(?:(?:and|so|but|just|please|now|then) )*(?:don't|do not) (?!you\b|they\b|we\b|i\b|the\b|your\b)\w",
    re.IGNORECASE,
)
_OF_SOMEBODY = re.compile(
    r"(?:(?:and|so|but) )?(?:is|are|was|were) (?:(?:your|the|his|her|my|both) )?[a-z]+"
    r"(?: (?:of|and) (?:your |the )?[a-z]+)?",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r"(?:the (?:pair|two|both|three)|both|all|either|any) (?:of|o') (?:them|you|us)|"
    r"(?:anyone|anybody)(?: else| there)?|(?:or )?(?:at )?any other (?:time|day|night|way|place)",
    re.IGNORECASE,
)
_WHAT_IS_IT = re.compile(r"(?:and |so )?what(?:'s| is| was)? (?:it|that|they)", re.IGNORECASE)
# "How much was it, and where is it?": the place of the thing just asked about, nobody's address.
_WHERE_IS_IT = re.compile(r"(?:and |so )?where(?:'s| is| are) (?:it|that|those|they)(?: now| exactly)?", re.IGNORECASE)
_WHICH_PART = re.compile(
    r"(?:in )?which (?:room|floor|bit|part|side|end)(?: (?:is|are) (?:he|she|it|they))?", re.IGNORECASE
)
_WHERE_IS_OTHER = re.compile(r"where(?:abouts)?\b.*\b(?:is|are|was|were) (?!you\b)", re.IGNORECASE)
# "And you're..." broken off; with a question mark it asks who they are.
_HARDLY_BEGUN = re.compile(r"(?:(?:and|so|but),? )?(?:you|he|she|it|they|there|i|we)'(?:re|s|m|ve)", re.IGNORECASE)
# "Tell me" before the question, "just so I hear him as well" and "yes or no" behind it.
_FRAME = re.compile(
    r"(?:and |so |just )*(?:please )?(?:(?:can|could|will|would) you )?(?:please )?tell (?:me|you what)|"
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
    r"(?:(?:do|would) you (?:think|reckon|know|say|suppose)|i (?:should|would|'d) (?:think|say|imagine)|"
    r"i (?:suppose|take it|imagine|gather|guess|assume|expect|trust|presume))",
    re.IGNORECASE,
)
_CHECK = re.compile(
    r"(?:do|did) you (?:hear|understand|follow|get) (?:me|that|what i am saying|what i'm saying)", re.IGNORECASE
)
_ON_WHAT = re.compile(r"(?:on|in|at|with|from|for|of|by) (?:your|the|my|his|her|that|this) \w+(?: \w+)?", re.IGNORECASE)
_ASK_NOTHING = (_TAG, _FRAME, _OF_WHOM, _WHAT_IS_IT, _WHERE_IS_IT, _ON_WHAT, _CHECK, _THEY_THINK)
# Two words named after the question: "can she hear them, your mum?"
# "who rings us or what about" is one thing.
_TRAILING_WHAT = re.compile(r"(?:what|who|why|where|when|how)(?: about| for| from| with)?\W*", re.IGNORECASE)
_AFTERTHOUGHT = re.compile(r"(?:your|my|the|those|these) \w+\W*", re.IGNORECASE)


@dataclass(frozen=True)
class Clause:
    """A part of the utterance; `core` is without signs of listening, `start` where the clause begins."""

    text: str
    core: str
    start: int
    unnamed: str = ""  # the core as it was said, where what "it" stands for has been put in

    @property
    def asks(self) -> bool:
        """Whether it asks: a question mark, or a question's first word."""
        if _FORBIDS.match(self.core) or (_URGES.match(self.core) and not self.text.rstrip().endswith("?")):
            return False
        return self.text.rstrip().endswith("?") or first_word_asks(self.core)

    @property
    def open_question(self) -> bool:
        """Whether it asks openly (what, where, tell me...) and so offers no answer of its own."""
        return _OPEN.match(self.core) is not None

    @property
    def tagged(self) -> bool:
        """Whether it ends in a request to agree: `is that right`, `didn't he`."""
        return _TAG.search(plain(self.text)) is not None or _TAG.search(self.text) is not None

    @property
    def fragment(self) -> bool:
        """Whether it asks nothing by itself: broken off, an afterthought, "what is it?" of what was just named."""
        if _HARDLY_BEGUN.fullmatch(self.core):
            return not self.text.rstrip().endswith("?")
        return (
            _YES_OR_NO.fullmatch(self.text) is not None
            or broken_off(self.core)  # "is he, is there somebody outside"
            or any(one.fullmatch(self.core) for one in _ASK_NOTHING)
        )

    def completes(self, before: "Clause") -> bool:
        """Whether it only asks more exactly what the clause before asks: "where is he, which room?"."""
        return _WHICH_PART.fullmatch(self.core) is not None and _WHERE_IS_OTHER.match(before.core) is not None

    @property
    def conditional(self) -> bool:
        """Whether it begins with if, when or the like."""
        return _CONDITION.match(self.text) is not None


# "Dean, are you going to look for her?": whom it is said to.
_TO_WHOM = re.compile(r"^(?!(?:Police|Fire|Hello|Caller|Emergency)\b)[A-Z][a-z]+, (?=[a-z]+ [a-z]+)")


def core(text: str) -> str:
    """The text without leading signs of listening, the name of whom it is said to, and trailing politeness."""
    inner = _ACKS.sub("", _SORRY_BUT.sub("", text.strip(), count=1), count=1).strip(" ,?!.")
    if first_word_asks(_TO_WHOM.sub("", inner, count=1)):
        inner = _TO_WHOM.sub("", inner, count=1)
    for _ in range(2):
        shorter = _TRAILING.sub("", inner)
        if shorter == inner or len(shorter) < 3 or broken_off(shorter) or _OF_SOMEBODY.fullmatch(shorter):
            break  # nothing left, or "are you okay?", "is your mum all right?" would lose its end
        inner = shorter
    return unwrapped(inner)


def _sentences(text: str) -> list[tuple[int, str]]:
    out, at = [], 0
    for match in _SENTENCE.finditer(text):
        out.append((at, text[at : match.start()]))
        at = match.end()
    out.append((at, text[at:]))
    said = [(start, part) for start, part in out if part.strip(" .,!?;:-")]
    return _introduced(said, text)


def _introduced(said: list[tuple[int, str]], text: str) -> list[tuple[int, str]]:
    """Each with the few words that only introduce it: "Your mother: which room does she sleep in?" is one question."""
    out: list[tuple[int, str]] = []
    for start, part in said:
        if (
            out
            and out[-1][1].rstrip().endswith(":")
            and len(out[-1][1].split()) <= _INTRODUCTION
            and not _CONDITION.match(out[-1][1])
        ):
            first = out.pop()[0]
            out.append((first, text[first : start + len(part)].replace(": ", " ", 1)))
        else:
            out.append((start, part))
    return out


def _joined(start: int, sentence: str) -> list[tuple[int, str]]:
    out, at = [], 0
    for match in _JOINT.finditer(sentence):
        left = sentence[at : match.start()]
        following = sentence[match.end() :].strip()
        if _hangs_on(following):
            continue
        if _SORRY_BUT.match(sentence[at:]) and len(_SORRY_BUT.sub("", sentence[at:]).split()) >= len(following.split()):
            continue
        if len(left.split()) < 2 and not _ACKS.fullmatch(left + " "):
            continue
        if _ONE_OF_TWO.search(left) and _THE_OTHER.match(following):
            continue
        if _CONDITION.match(left) and not re.search(r"\b(?:and|but) then\b", match.group()) and "," in match.group():
            continue
        if re.fullmatch(r",?\s+(?:or|and)\s+", match.group()) and len(left.split()) < 3:
            continue
        if re.fullmatch(r",?\s+or\s+", match.group()) and re.match(r"(?:your|the|my)\b", following):
            continue  # "your phone or your email" is one question
        out.append((start + at, left))
        at = match.end()
    out.append((start + at, sentence[at:]))
    return out


def _hangs_on(following: str) -> bool:
    return any(hangs.fullmatch(following) for hangs in (_TAG, _AFTERTHOUGHT, _TRAILING_WHAT))


def _unmarked(start: int, part: str) -> list[tuple[int, str]]:
    """Splits words without punctuation, as a recogniser gives them, before a fresh question."""
    if _CONDITION.match(part):
        return _before_news(start, part)
    at, out = 0, []
    places = [place for place in question_places(part) if not _hangs_on(part[place:])]
    for place in (*places, len(part)):
        out += _before_news(start + at, part[at:place])
        at = place
    return out


def _before_news(start: int, part: str) -> list[tuple[int, str]]:
    if len(part.split()) < 6 or "," in part:
        return [(start, part)]
    out, at = [], 0
    for match in _NEW_QUESTION.finditer(part):
        left = part[at : match.start()].split()
        if _WILL_TELL.search(part[at : match.start()]):
            continue
        if len(left) >= 3 and (left[-1].lower().strip(".,") not in _EMBEDS or _FOR_ME.search(part[at : match.start()])):
            out.append((start + at, part[at : match.start()]))
            at = match.end()
    out.append((start + at, part[at:]))
    return out


@lru_cache(maxsize=512)
def clauses(text: str) -> tuple[Clause, ...]:
    """The utterance's clauses in order; at most sixteen are looked at."""
    text = tidy(text)
    found = []
    for start, sentence in _sentences(text):
        for at, joined in _joined(start, sentence):
            found += [Clause(part.strip(), core(part), place) for place, part in _unmarked(at, joined) if part.strip()]
    return tuple(found[:16])

"""An utterance in clauses: cut where its marks, its joining words or the grammar of questions say that one begins."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from simulator.understanding.cutting.clauses import (
    Clause,
    begins_as_condition,
    core,
    is_tag,
    only_listens,
    without_apology,
)
from simulator.understanding.cutting.question_begins import FIRST_WORDS, begins_question, question_places
from simulator.understanding.normalise import tidy
from simulator.understanding.question_words import BARE, OPENLY, PRONOUN, VERB
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
# "Which window, the one at the back?": what it might be.
_THE_ONE = re.compile(r"the ones? (?:that|which|who|with|at|in|on|by|over|from|near)\b", re.IGNORECASE)
HANGS = re.compile(rf"(?:and |but |so )?(?:{_HANGS})", re.IGNORECASE)
_OPENER = rf"(?!{_HANGS})(?:{_AT_WHAT})?(?:{FIRST_WORDS}|{'|'.join(_OPENERS)})\b"
# Not "so I know it's you", which hangs on what went before, nor "so am I".
_SO = (
    r"so(?! (?:i|we|they|you) (?:know|can|could)(?!'t|not| not)\b)(?! (?:nobody|no one|that)\b)"
    r"(?! (?:am|do|did|was) i(?:[,.;!?]|$))"
)
# "You and your wife are living together": two people, one thing.
_ONE_OF_TWO = re.compile(r"\b(?:you|he|she|him|her|they|them)$", re.IGNORECASE)
_THE_OTHER = re.compile(r"(?:your|his|her|their|the|my) \w+ (?:are|were|have|had|do|did)\b", re.IGNORECASE)
# "Keep yourself and your daughter upstairs", "a door between you and him": one deed, two people.
_WITH_ONE = re.compile(
    r"\b(?:keep|get|take|put|bring|move|hide|lock|shut|look after) (?:you|yourself|him|her|them|it)$|\bbetween \w+$",
    re.IGNORECASE,
)
_AND_ANOTHER = re.compile(rf"(?:him|her|them|it|me|(?:your|his|her|the|that) \w+)\b(?! (?:{VERB})\b)", re.IGNORECASE)
# "Who's hurt, and what's he done?": whole, however short.
_TWO_WORDS_ASK = re.compile(r"(?:(?:and|so) )?(?:who's|what's|where's|who is|what is) \w+", re.IGNORECASE)
_COUNTS_THEM = re.compile(
    r"(?:\w+,? )?(?:one|two|three|another|last|next|first|second|quick|few|couple(?: of)?|final)"
    r"(?: (?:more|other|last|quick))? (?:things?|questions?|points?)\s*:",
    re.IGNORECASE,
)
_INTRODUCTION = 3  # words before a colon that name what the question is about
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+(?=\S)|\s+-+\s+|\.{2,}\s*|…\s*|(?<=[!?;])(?=\w)")
_JOINT = re.compile(
    rf",?\s+(?:and then|and also|and|but|{_SO}|or|also|then)\s+(?={_OPENER})|,\s*(?={_OPENER})|"
    rf"(?:,?\s+and\s+|,\s*)(?=(?:{BARE})\s*(?:,|and\b|[?.!]|$))",
    re.IGNORECASE,
)
# "Name, and is he drunk?", "and the baby and is she in her seat": only named, and something asked behind it.
_ONLY_NAMED = re.compile(rf"(?:and )?(?:{BARE}|(?:the|your|his|her) [a-z]+)", re.IGNORECASE)
# "PIN and can you mind when he rang", "bank told, and would you like a hand": a word or two that begin nothing else.
_NO_NAME = "|".join(
    listed(
        "and so but or now then okay ok right well sorry listen look please yes no hello hi hiya police thanks thank "
        "oh aye wait stop come go stay good great lovely not just the a an your him her them me us"
    )
)
_OTHER = rf"(?!(?:{_NO_NAME}|{PRONOUN}|{VERB}|{OPENLY})\b)[\w']+"
_A_WORD_OR_TWO = re.compile(rf"{_OTHER}(?: {_OTHER})?", re.IGNORECASE)
_BARE_NEXT = re.compile(rf"(?:{BARE})\s*(?:,|and\b|[?.!]|$)", re.IGNORECASE)
_ENDS_IN_BARE = re.compile(rf"\b(?:{BARE}|birth)$", re.IGNORECASE)
_FOR_EXAMPLE = re.compile(r"\b(?:any|anything|like|such|changed?|changes)\b", re.IGNORECASE)
# Two words named after the question: "can she hear them, your mum?"
# "who rings us or what about" is one thing.
_TRAILING_WHAT = re.compile(r"(?:what|who|why|where|when|how)(?: about| for| from| with)?\W*", re.IGNORECASE)
# "If you don't mind, Tom, whether you..." belongs to what is asked so politely.
_BY_YOUR_LEAVE = re.compile(r"if (?:you don't mind|you wouldn't mind|i may|i might|that's all right|it's all right)\b")
# "May I ask what her name is, and whether she lives there": both are asked.
_ASKS_WHETHER = re.compile(
    r"\b(?:whether|ask(?:ing)?|wonder(?:ing)?|curious)\b|"
    r"\b(?:can|could|do|did|would|will|might) (?:you|i) (?:\w+ )?(?:tell|know|say|check|see|ask|confirm)\b|"
    r"\btell (?:me|us)\b(?! if)",
    re.IGNORECASE,
)
_WHETHER_TOO = re.compile(r",?\s+(?:and|or)\s+(?:whether|if)\s+(?=[\w']+\s+\w)", re.IGNORECASE)
_AFTERTHOUGHT = re.compile(r"(?:your|my|the|those|these) \w+\W*", re.IGNORECASE)


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
            and not begins_as_condition(out[-1][1])
        ):
            first, introduced = out.pop()
            if _COUNTS_THEM.fullmatch(introduced):
                out.append((start, part))  # "one thing: where is she?" asks where she is
                continue
            out.append((first, text[first : start + len(part)].replace(": ", " ", 1)))
        else:
            out.append((start, part))
    return out


def _joined(start: int, sentence: str) -> list[tuple[int, str]]:
    out, at, asked_already = [], 0, False
    for match in _JOINT.finditer(sentence):
        left = sentence[at : match.start()]
        following = sentence[match.end() :].strip()
        if _hangs_on(following) or _BY_YOUR_LEAVE.match(following):
            continue
        asked = without_apology(sentence[at:])
        if asked != sentence[at:] and len(asked.split()) >= len(following.split()):
            continue
        bare = begins_question(following) and _only_names(left.strip(), match.group())
        if len(left.split()) < 2 and not only_listens(left) and not bare:
            continue
        if _ONE_OF_TWO.search(left) and _THE_OTHER.match(following):
            continue
        if goes_with(left, following) or which_one(left, following):
            continue
        if begins_as_condition(left) and not re.search(r"\b(?:and|but) then\b", match.group()) and "," in match.group():
            if asked_already and begins_question(following):
                pass  # "when it's over, would you tell us more, would you want support": the second is another
            else:
                asked_already = asked_already or begins_question(following)
                continue
        if _BARE_NEXT.match(following) and (_FOR_EXAMPLE.search(left) or _ENDS_IN_BARE.search(left)):
            continue  # "any changes, phone, address": no question of the phone; "name and address": one list
        whole = "and" in match.group() and _TWO_WORDS_ASK.fullmatch(left.strip()) and begins_question(following)
        if re.fullmatch(r",?\s+(?:or|and)\s+", match.group()) and len(left.split()) < 3 and not bare and not whole:
            continue
        if re.fullmatch(r",?\s+or\s+", match.group()) and re.match(r"(?:your|the|my)\b", following):
            continue  # "your phone or your email" is one question
        out.append((start + at, left))
        at = match.end()
    out.append((start + at, sentence[at:]))
    return out


def goes_with(left: str, following: str) -> bool:
    """Whether what follows is only the second whom the deed before is about: "keep yourself | and your daughter in"."""
    following = following.removeprefix("and ")
    return _WITH_ONE.search(left.rstrip()) is not None and _AND_ANOTHER.match(following) is not None


def which_one(left: str, following: str) -> bool:
    """Whether what follows an open question is one that it might be: "which window | the one at the back"."""
    return _THE_ONE.match(following) is not None and re.match(rf"(?:{OPENLY})\b", core(left), re.IGNORECASE) is not None


def _only_names(left: str, joint: str) -> bool:
    """Whether what stands before the joint only names what is asked for: "kids and is he drunk"."""
    if "or" in joint.split():
        return False
    return _ONLY_NAMED.fullmatch(left) is not None or (
        "and" in joint.split() and _A_WORD_OR_TWO.fullmatch(left) is not None
    )


def _embedded(said: list[tuple[int, str]]) -> Iterator[tuple[int, str, bool]]:
    """Each sentence, parted where it asks whether something else is so as well; the last says which part that is."""
    for start, sentence in said:
        at = 0
        for match in _WHETHER_TOO.finditer(sentence):
            if _ASKS_WHETHER.search(sentence[: match.start()]) and not begins_as_condition(sentence):
                yield start + at, sentence[at : match.start()], at > 0
                at = match.end()
        yield start + at, sentence[at:], at > 0


def _hangs_on(following: str) -> bool:
    return is_tag(following) or any(one.fullmatch(following) for one in (_AFTERTHOUGHT, _TRAILING_WHAT))


def _unmarked(start: int, part: str) -> list[tuple[int, str]]:
    """Words without punctuation, as a recogniser gives them, parted before a question of its own."""
    if begins_as_condition(part):
        return [(start, part)]
    places = [0, *(place for place in question_places(part) if not _hangs_on(part[place:])), len(part)]
    return [(start + one, part[one:other]) for one, other in pairwise(places)]


@lru_cache(maxsize=512)
def clauses(text: str) -> tuple[Clause, ...]:
    """The utterance's clauses in order; at most sixteen are looked at."""
    text = tidy(text)
    found = []
    for start, sentence, apart in _embedded(_sentences(text)):
        for at, joined in _joined(start, sentence):
            pieces = [(place, part) for place, part in _unmarked(at, joined) if part.strip()]
            found += [Clause(part.strip(), core(part), place, apart=apart and place == start) for place, part in pieces]
    return tuple(found[:16])

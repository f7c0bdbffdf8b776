"""Advice against the scenario's safe and unsafe lists: told to do it, told not to, or only spoken of."""

import re
from dataclasses import dataclass

from simulator.understanding.cutting.clauses import Clause
from simulator.understanding.normalise import plain
from simulator.understanding.phrases import said
from simulator.understanding.spoken import figured

_NOT = re.compile(
    r"\b(?:do not|not to|never|no need to|try not|must not|should not|cannot|avoid|rather you did not|without|"
    r"not want you to|not going to ask you to|not|nobody|stop)\b"
)
# These forbid, and reach over a comma ("do not, whatever you do, ..."); a "not" of the one who speaks does not.
_FORBIDS = re.compile(
    r"(?:^|\b(?:and|so|please|just|you|okay|right|now) )(?:do not|never|try not to|must not|should not|avoid)\b"
    r"(?! (?:worry|panic|be (?:scared|frightened|afraid|alarmed|upset|silly)))"
)
_AFRESH = re.compile(r"\b(?:but|instead|so please|just)\b|^(?:please|just|now)\b")
_ALONE = re.compile(r"\b(?:do not|no|not)$")
_ABOUT_PAST = re.compile(
    r"^(?:and |so |but )?(?:did|have|has|had|were|was|when|why|where|who|what|how|is|are they|are there|do they|"
    r"does)\b"
)
_REQUEST = re.compile(
    r"\b(?:can|could|would|will) you\b|\bi (?:want|need|would like) you to\b|\byou (?:can|could|should|need to|"
    r"must|have to)\b"
)
_SUPPOSES = re.compile(r"\b(?:if|unless|in case|before|when|once|until)\b")
_SELF = re.compile(r"\b(?:i|we|they|he|she|officers|police|patrol|someone) (?:am|are|is|will|have|has|can)\b")

# "What did he say, if you should check on him?", "who said you should go and look?": somebody else's advice.
_OTHER = r"(?!(?:i|we) )(?:he|she|they|anyone|anybody|someone|somebody|the \w+|(?:your|his|her) \w+|\w+)"
_SAYS = r"(?:say|said|tell|told|ask|asked|want|wanted|advise|advised|suggest|suggested|mention|mentioned|reckon|think)"
OTHERS_ADVICE = (
    rf"^(?:\w+ ){{0,2}}?(?:(?:what|why|when|how) )?(?:did|does|do|has|have|had|would|is|was) (?!you ){_OTHER}"
    rf"(?: (?:else|ever|also|not|then|just|really))* {_SAYS}\b|"
    rf"^(?:\w+ ){{0,2}}?who (?:has |was it |else )?(?:that )?{_SAYS}\b"
)
_OF_OTHERS = re.compile(OTHERS_ADVICE)
_PROHIBITS = re.compile(r"(?:do not|never)\b")
_NEED_NOT = re.compile(r"\b(?:no need to|you (?:do not|need not)(?: have to)?|rather you did not)$")
_BIDS = re.compile(r"(?:keep|stay|lock|remain|hide|wait)\b")
_WHOLE = 3  # words of a prohibition, at least: "do not answer | stay inside"
_GOES_ON = frozenset(("not", "never", "to", "and", "or", "you", "just", "ever", "please", "then", "must", "should"))


@dataclass(frozen=True)
class HeardAdvice:
    """Advice from one of the scenario's lists; `dangerous` where the unsafe was told or the safe forbidden."""

    phrase: str
    dangerous: bool


def _told(phrase: str, clause: Clause) -> bool | None:
    """True where the clause tells the caller to do it, False where not to, None where neither."""
    text = clause.core or clause.text
    found = said(phrase, text)
    if found is None:
        return None
    words = figured(plain(text)).split()
    before = " ".join(words[: found.start])
    inside = " ".join(words[found.start : found.end])
    # The core has lost its commas, and they say how far a "not" reaches.
    whole = said(phrase, clause.text)
    if _says_no_itself(phrase, before) or _begins_afresh(phrase, before):
        return True
    if (_denied(clause.text, whole.start) if whole else _denied(text, found.start)) or (
        re.search(r"\bnot\b", inside) and not re.search(r"\bnot\b", plain(phrase))
    ):
        return False
    if _SUPPOSES.search(before) or _SELF.search(before):
        return None
    if clause.asks and _OF_OTHERS.match(" ".join(words)):
        return None
    if clause.asks and not _REQUEST.search(before + " " + inside):
        return None
    if _ABOUT_PAST.match(" ".join(words)) and not _REQUEST.search(before):
        return None
    return True


def _says_no_itself(phrase: str, before: str) -> bool:
    """Whether the advice is itself a prohibition, said after another: "don't open it and don't hand anything over"."""
    return (
        _PROHIBITS.match(plain(phrase)) is not None and _NOT.search(before) is not None and not _NEED_NOT.search(before)
    )


def _begins_afresh(phrase: str, before: str) -> bool:
    """Whether it is bidden behind a whole prohibition, no mark between: "don't let him in keep the door locked"."""
    if _BIDS.match(plain(phrase)) is None or _FORBIDS.search(before) is None:
        return False
    return len(before.split()) > _WHOLE and before.split()[-1] not in _GOES_ON


def _denied(text: str, start: int) -> bool:
    """Whether a "not" before the word at `start` is said of it: in the same breath, or forbidding all that follows."""
    reach: list[str] = []
    said = 0
    for piece in re.split(r"[,;]", text):
        words = figured(plain(piece)).split()[: max(0, start - said)]
        said += len(figured(plain(piece)).split())
        stretch = " ".join(words)
        if _AFRESH.search(stretch):
            reach = []
            stretch = _AFRESH.split(stretch)[-1].strip()
        reach.append(stretch)
        if said > start:
            break
    if said <= start:
        before = " ".join(figured(plain(text)).split()[:start])
        return _NOT.search(before) is not None  # cut differently than read: all that went before counts
    *earlier, nearest = reach
    runs_on = any(
        _FORBIDS.search(one) and not _alone(one, after) for one, after in zip(earlier, reach[1:], strict=True)
    )
    return runs_on or _NOT.search(nearest) is not None


def _alone(stretch: str, after: str) -> bool:
    """`No wait, don't, leave her`: a prohibition of nothing that follows."""
    return _ALONE.search(stretch) is not None and not re.match(r"(?:whatever|under|on|please|in|for|ever|at)\b", after)


def heard_advice(clause: Clause, safe: tuple[str, ...], unsafe: tuple[str, ...]) -> tuple[HeardAdvice, ...]:
    """What of the scenario's lists the clause advises; nothing dangerous is heard beside what was forbidden."""
    found = []
    for phrases, right in ((unsafe, False), (safe, True)):
        for phrase in phrases:
            told = _told(phrase, clause)
            if told is not None:
                found.append(HeardAdvice(phrase, dangerous=told is not right))
    forbidden = [advice for advice in found if not advice.dangerous and advice.phrase in unsafe]
    return tuple(a for a in found if not (a.dangerous and a.phrase in safe and forbidden))


def heard_promise(clause: Clause, promises: tuple[str, ...]) -> str | None:
    """The scenario's promise that the clause makes, unless it is denied, asked or supposed."""
    for phrase in promises:
        found = said(phrase, clause.text)
        if found is None:
            continue
        before = " ".join(figured(plain(clause.text)).split()[: found.start])
        if not (
            _NOT.search(before)
            or clause.asks
            or _SUPPOSES.search(before)
            or re.search(r"\b(?:hope|try|aim|whether)\b", before)
        ):
            return phrase
    return None

"""Rude words and promises as they were heard, without those that plainly are neither."""

import re
from collections.abc import Sequence

from scoring.reading import Reading
from scoring.speech import Turn

# Taking one's own words back is no rudeness, and what he or she will do is no promise of the handler's.
_OWN_REGRET = re.compile(
    r"\bi (?:should(?:n'?t| not) have|didn'?t mean|was wrong|take (?:that|it) back|apologise)|\bforget i said"
    r"|\b(?:silly|daft|stupid|odd|strange) (?:question|of me)\b"
    r"|\bi(?:'ve| have)?,? (?:not,? )*(?:messed|mucked|got (?:it|that) wrong)",
    re.IGNORECASE,
)
# To say that somebody was not silly, or is no fool, blames nobody.
_TAKES_BLAME_AWAY = re.compile(
    r"(?:\bnot|n'?t|\bnever|\bno|\bnobody'?s) (?:\w+ ){0,2}?(?:silly|stupid|daft|foolish|fool|idiot|to blame|"
    r"your fault)\b",
    re.I,
)
# Words that are curt to a caller, whatever they were heard as; an ear judges how they were said. It is asked of every
# turn of every call, so of small letters: without regard to case a pattern takes twice as long.
_CURT = re.compile(
    r"\b(?:can'?t|cannot) be doing with\b|\bfor (?:heaven|goodness|god|pity)'?s sake\b|\bspeak up,? will (?:you|ye)\b"
    r"|\bjust answer (?:me|the question)\b(?! (?:yes|with a yes))|\bwasting (?:my|our|police) time\b|"
    r"\bstop (?:crying|whining|moaning)\b"
    r"|\b(?:don'?t|do not|dinnae|dinna) (?:you )?be (?:so |such an? )?(?:daft|silly|stupid|ridiculous|thick|"
    r"idiot|fool)\b"
    r"|\bbecause (?:you|ye) (?:hit|beat|hurt|punched|slapped|attacked) (?:her|him|them)\b"
    r"|\bno need to (?:get|be|take)\b[^.?!]{0,15}\b(?:with me|that tone|rude|shirty|stroppy|lairy|like that)\b"
)
_OF_A_THIRD = re.compile(
    r"^\W*(?:and |so |but |then )?(?:he|she|they|it|somebody|someone|(?:the |an )?officers?)"
    r"(?:'ll| will| won'?t|'s going to| is going to|'re going to| are going to)\b",
    re.I,
)
_PROMISES = re.compile(
    r"\b(?:promise\w*|guarantee\w*|definitely|certainly|fine|safe|all right|okay|ok|minutes?|mins?|hours?|seconds?|"
    r"hurt|harm|touch|there|with you)\b",
    re.IGNORECASE,
)


# Without a word of what is to come nothing is promised: `they catch all sorts out`.
_COMING_TRUE = re.compile(
    r"\b(?:will|won'?t|\w+'ll|shall|promis\w*|guarante\w*|definitely|certainly|going to|gonna|gan|never|nothing|nobody|"
    r"no ?one|in (?:a|an|\d+|two|three|four|five|ten|fifteen|twenty|thirty)|minutes?|seconds?|be (?:fine|safe|"
    r"all right|alright|ok|okay|done|there|with you|back)|you(?:'re| are) (?:fine|safe)|sure|swear|word|trust)\b|'ll\b",
    re.IGNORECASE,
)


def rude_turns(reading: Reading, after: int = -1) -> tuple[Turn, ...]:
    """The turns that surely hold rude or blaming words, begun after a time (milliseconds)."""
    heard = {turn.number: turn for turn in reading.speech.surely("NEG_RUDE_BLAME", after=after)}
    rude = {number: turn for number, turn in heard.items() if _is_rude(turn.focus or turn.said.text)}
    curt = {turn.number: turn for turn in reading.turns if turn.began_ms > after and _is_curt(turn.said.text)}
    return tuple(turn for _, turn in sorted({**curt, **rude}.items()))


def _is_rude(words: str) -> bool:
    """Whether words that were heard as rude hold anything that is: a reader finds none in `Not you. Mother.`"""
    harmless = _OWN_REGRET.search(words) or _TAKES_BLAME_AWAY.search(words)
    return not harmless and _RUDE.search(words) is not None


def _is_curt(words: str) -> bool:
    """Whether plain words are curt; `dinnae be daft, ye did right` comforts."""
    return _CURT.search(words.lower()) is not None and _KINDLY.search(words) is None


_KINDLY = re.compile(
    r"\bbe (?:so )?(?:daft|silly)\b[^?!]{0,40}\b(?:(?:did|done) (?:the )?right|no (?:bother|trouble)|welcome|"
    r"what (?:i'?m|we'?re) here for|glad you|(?:love|pet|hen|flower|hinny|duck))\b",
    re.I,
)
_RUDE = re.compile(
    r"\b(?:daft|thick|useless|stupid|silly|idiot\w*|fool\w*|moron|dim|wast\w+|come on|all day|why (?:on earth |ever )?"
    r"(?:did|do|are|were|have|would)n?'?t? (?:you|ye)|how could (?:you|ye)|(?:did|do) (?:you|ye) not|"
    r"should(?:n'?t)? have|"
    r"ought to|already|your (?:own )?(?:fault|problem)|mess\w*|nonsense|rubbish|shut|hurry|hysterical|drama\w*|"
    r"ridiculous|"
    r"pathetic|careless|blame|serves|broken now|calm down|get a grip|grow up|speak up|listen to me|"
    r"pay attention|lairy|"
    r"attitude|not my (?:problem|job)|couldn'?t care|whatever|stop (?:it|\w+ing)|bloody|damn|hell|liar|lying|"
    r"lie|make it up|"
    r"making it up|so what|big deal|hang up on you|bother\w* (?:me|us)|"
    r"(?:\w+'s|goodness|heavens) sake|nerve|rude|cheek\w*|old (?:man|woman|dear)|"
    r"people like you|you lot|sort yourself|told you (?:already|twice|before)|twice already)\b",
    re.I,
)


def promises(reading: Reading) -> tuple[Turn, ...]:
    """The turns that surely promise what is not in the handler's power: a question or a perhaps promises nothing, nor
    that officers come who are there already; a number of minutes that is guaranteed does."""
    there = next((release.t_ms for release in reading.releases), None)
    heard = {
        turn.number: turn
        for turn in reading.speech.surely("NEG_PROMISE")
        if _comes_true(turn) and not (there is not None and there < turn.began_ms and _of_officers(turn))
    }
    plainly = {turn.number: turn for turn in reading.turns if not turn.crowded and _guarantees(turn.said.text.lower())}
    return tuple(turn for _, turn in sorted({**plainly, **heard}.items()))


def _of_officers(turn: Turn) -> bool:
    """Whether words say no more than that officers come in: where they are there already, that is in hand."""
    return _THEY_COME.search(turn.focus or turn.said.text) is not None


_THEY_COME = re.compile(
    r"\b(?:they|officers?|the police|somebody|someone)(?:'ll| will|'re| are) (?:\w+ )?(?:be )?"
    r"(?:there|here|in|with you|round|at the door|coming)\b",
    re.I,
)


def _comes_true(turn: Turn) -> bool:
    words = turn.focus or turn.said.text
    open_ = (
        words.rstrip().endswith("?")
        or _ASKS.match(words)
        or _PERHAPS.search(words)
        or _IN_OWN_POWER.search(turn.said.text)
    )
    return not open_ and not _of_a_third(words) and _COMING_TRUE.search(words) is not None


# `will Daniel be there`, one question of several: who is spoken of stands behind the verb.
_ASKS = re.compile(
    r"\W*(?:(?:and|so|but|or|then)\W+)*(?:(?i:will|won'?t|is|are|does|do|did|can|could|would|has|have)) "
    r"(?:(?i:he|she|they|it|you|i|we|anyone|anybody|someone|somebody|the|your|his|her)\b|[A-Z])"
)
# "I'll look at what was sent, I promise": the handler's own to keep.
_DOES = (
    r"(?:look|check|listen|stay|stop on|find out|pass|note|write|ask|tell them|read|do my best|see (?:what|if|whether))"
)
_IN_OWN_POWER = re.compile(
    rf"\bi(?:'ll| will) (?:\w+ ){{0,2}}?{_DOES}\b[^.?!]{{0,60}}\bi promise\b"
    rf"|\bi promise (?:you )?(?:that )?(?:to|i(?:'ll| will)) (?:\w+ )?{_DOES}\b",
    re.IGNORECASE,
)
_PERHAPS = re.compile(r"\b(?:may|might|maybe|mebbe|perhaps|possibly|could|should|hopefully|hope to|try to)\b", re.I)
# One of these stands in all that guarantees a time: most turns have none, and the pattern need not be tried on them.
_SURE_WORDS = ("guarantee", "promise", "on my word", "flat", "exactly", "dead", "tops", "sharp")
_GUARANTEED = re.compile(
    r"\b(?:i|we|they)(?:'ll| will)\b[^.?!]{0,50}\bin (?:\w+[- ])?\w+ (?:minutes?|mins?) "
    r"(?:flat|exactly|dead|tops|sharp)\b|"
    r"\b(?:minutes?|mins?|with you|be there|there by)\b[^.?!]{0,20}\b(?:guaranteed?|i promise|promise you|on my word)\b"
    r"|(?<!n't )(?<!not )(?<!cannot )\b(?:guarantee|promise)(?: you)?\b[^.?!]{0,40}"
    r"\b(?:minutes?|mins?|be there|with you)\b"
)


def _guarantees(words: str) -> bool:
    """Whether a turn's words, in small letters, guarantee a time."""
    return any(sure in words for sure in _SURE_WORDS) and _GUARANTEED.search(words) is not None


def _of_a_third(words: str) -> bool:
    return bool(_OF_A_THIRD.match(words)) and not _PROMISES.search(words)


def parts_well(text: str) -> bool:
    """Whether a cross caller's last words thank, and not for nothing."""
    return _PARTS_WELL.search(text) is not None and _PARTS_ILL.search(text) is None


def agrees_well(texts: Sequence[str]) -> bool:
    """Whether a caller's last words agree to what was asked (`All right, I will`) and none of them is bitter."""
    return any(_AGREES.search(text) for text in texts) and not any(_PARTS_ILL.search(text) for text in texts)


_AGREES = re.compile(
    r"\b(?:all right|okay|ok|fine|yes|aye|right)\b[^.?!]{0,10}\bi (?:will|won'?t|shall|promise)\b(?! (?:not|never)\b)",
    re.I,
)
_PARTS_WELL = re.compile(r"\b(?:thank(?:s| you)|better now|i feel better|cheers|ta very)\b|^better\b", re.I)
_PARTS_ILL = re.compile(
    r"\b(?:for nothing|no thanks to|useless|waste of time|thanks a lot|shambles|complain\w*)\b", re.I
)

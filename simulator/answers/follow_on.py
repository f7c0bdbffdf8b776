"""A short question that takes up what the caller has just said: "which one?", "whose arm?", "when was that?". Pure.

It has hardly a word of its own, so whatever it resembles is heard in it; what it asks of stands in the caller's line.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from simulator.sentences import sentences_of_line
from simulator.understanding.normalise import lowered, plain
from simulator.understanding.phrases import stem
from simulator.understanding.question_words import VERB
from simulator.understanding.wordlist import listed

Asks = Literal["which", "whose", "when", "since", "where", "sort", "saying", "why"]

_LEAD = (
    r"(?:(?:and|so|but|or|okay|ok|right|well|oh|sorry|now|then|yes|yeah|um+|er+m?|thank you|thanks|i see|wait|hang on)"
    r"[\s,.!-]+)*"
)
_AFTER = r"(?: exactly| then| now| please| again| sorry| love| though| roughly)*\W*"
_THAT = r"(?:it|that|this)"
_IS = r"(?:'s|'re| is| are| was| were)"
_THING = r"(?P<thing>(?!one|ones|of|is|was|it|that|time|about)[a-z]+(?: (?!is|was|are|were|it|that)[a-z]+)?)"
_FORMS: tuple[tuple[Asks, str], ...] = (
    ("which", rf"which(?: one| ones)?(?: of (?:them|those|these|you))?(?:{_IS} {_THAT})?"),
    ("which", rf"which {_THING}(?:{_IS} {_THAT})?"),
    ("whose", rf"whose(?: one)?(?:{_IS} {_THAT})?"),
    ("whose", rf"whose {_THING}(?:{_IS} {_THAT})?"),
    ("when", rf"(?:when|what time|how long ago){_IS} {_THAT}|when did (?:it|that) happen"),
    ("since", r"since when|for how long|how long for"),
    ("where", rf"where(?:abouts)?{_IS} {_THAT}"),
    ("sort", rf"(?:what|which) (?:sort|kind|type|make)(?: of (?:one|thing|{_THAT}|{_THING}))?(?:{_IS} {_THAT})?"),
    ("why", rf"why(?:{_IS} {_THAT})?|why not|how come|how so"),
    ("saying", rf"what (?:did|does) {_THAT} say|saying what|what{_IS} (?:in|on) {_THAT}"),
)
_ASKED = tuple((asks, re.compile(rf"{_LEAD}(?:{form}){_AFTER}", re.IGNORECASE)) for asks, form in _FORMS)
# How an author's own question of that kind begins.
_BEGINS = r"^(?:[\w',]+ ){0,2}?"
_WRITTEN: dict[Asks, re.Pattern[str]] = {
    "which": re.compile(rf"{_BEGINS}(?:which\b|what (?:one|number)\b|who (?:has|is \w+ing)\b)"),
    "whose": re.compile(rf"{_BEGINS}(?:whose\b|who (?:does|do) .* belong)"),
    # "When he rang, did you..." asks of no time.
    "when": re.compile(
        rf"{_BEGINS}(?:when(?:'s|'d| (?:\w+ )?(?:{VERB}))|what (?:time|day|date|month|year)|how long ago)\b"
    ),
    "since": re.compile(rf"{_BEGINS}(?:since when\b|how long\b|when (?:did|was) .*\b(?:start|begin|first)\b)"),
    "where": re.compile(rf"{_BEGINS}(?:where(?:abouts)?|(?:what|which) (?:street|road|town|room|part))\b"),
    "sort": re.compile(rf"{_BEGINS}(?:what|which) (?:sort|kind|type|make|model)\b"),
    "why": re.compile(rf"{_BEGINS}(?:why|how come|what ma(?:de|kes))\b"),
    "saying": re.compile(rf"{_BEGINS}what (?:(?:does|did|do) .*\bsay|is (?:in|on)|was (?:in|on)|is written)\b"),
}
_TIME = re.compile(
    r"\b(?:\w+ o'clock|(?:half|quarter) (?:past|to)|yesterday|today|tonight|last \w+|this (?:morning|afternoon|evening)"
    r"|\w+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago|january|february|march|april|june|july|august"
    r"|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|just now"
    r"|(?:at|past|from|since|about) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! \w+s\b))",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:in|on|at|by|near|under|behind|outside|beside|inside|next to|opposite|above|below) "
    r"(?:(?:the|my|our|his|her|their|a|an)\b|(?-i:[A-Z]))",
    re.IGNORECASE,
)
_MINE = r"\b(?P<said>(?:my|our|(?!it's|that's|there's|he's|she's)[a-z]+'s)(?: [a-z]+)? {})\b"
_SUCH = r"\b(?:my|our|his|her|their|the|a|an) (?P<said>(?!{0}\b)[a-z-]+ {0})\b"
_NAMED = re.compile(
    r"\b(?:a|an|the|my|our|his|her|their|your|this|that|some|no|one|two|three)(?P<named>(?: [a-z'-]+){1,2})",
    re.IGNORECASE,
)
# Of the words of an author's question, how many must be in the line: of any topic, and of the one it answered.
LIKE, LIKE_ITSELF = 0.5, 0.3
_EMPTY = frozenset(
    stem(word)
    for word in listed(
        "a an the is are was were be been am do does did has have had can could would will what which who whose when "
        "where why how it that this those these they them there here i you he she we me my your his her our their its "
        "of to in on at by for from with and or but so not no yes if then now just only one ones some any all very "
        "got get go going gone went come came say says said tell told know think see saw like well okay right please "
        "up down out off over about s t d m re ve ll don t won t isn t can t didn t thing things"
    )
)


@dataclass(frozen=True)
class FollowOn:
    """What a short question asks of what was just told, and the thing that it names of it, if any."""

    asks: Asks
    thing: str = ""


def follow_on(text: str, told: str) -> FollowOn | None:
    """The question, where the words are nothing else and name nothing that was not in what was told."""
    words = lowered(text).strip()
    for asks, form in _ASKED:
        found = form.fullmatch(words)
        if found is None:
            continue
        thing = found.groupdict().get("thing") or ""
        if thing and not telling(thing) <= telling(told):
            continue
        return FollowOn(asks, thing)
    return None


@lru_cache(maxsize=8192)  # examples and lines of a call are held against one another at each question
def telling(text: str) -> frozenset[str]:
    """The stems of the words that tell something."""
    return frozenset(stem(word) for word in plain(text).split()) - _EMPTY


def things(told: str) -> frozenset[str]:
    """The stems of what the line names: a crowbar, my niece, the tall one."""
    return frozenset().union(*(telling(found["named"]) for found in _NAMED.finditer(told)))


def topic_asked(
    asked: FollowOn, told: str, topics: Iterable[tuple[str, Sequence[str]]], about: Sequence[str]
) -> tuple[str, ...]:
    """The topics whose own questions ask the same of what was told, the likest first.

    `about` are the topics that what was told answered.
    """
    said, named, thing = telling(told), things(told), telling(asked.thing)
    fits: list[tuple[float, str]] = []
    for name, examples in topics:
        of_kind = [telling(one) for one in examples if _WRITTEN[asked.asks].match(lowered(one))]
        own = name in about
        shared = (
            len(words & said) / len(words)
            for words in of_kind
            if words and thing <= words and (own or words & (thing or named))
        )
        most = max(shared, default=0.0)
        if most >= (LIKE_ITSELF if own else LIKE):
            fits.append((most + own, name))
    return tuple(name for _, name in sorted(fits, key=lambda fit: -fit[0]))


def detail_told(asked: FollowOn, told: str) -> str:
    """What the line itself says to the question: "my left arm", "at seven"; empty where it does not say."""
    match asked.asks:
        case "when" | "since":
            return next((one for one in sentences_of_line(told) if _TIME.search(one)), "")
        case "where":
            return next((one for one in sentences_of_line(told) if _PLACE.search(one)), "")
        case "which" | "whose" if asked.thing:
            pattern = (_SUCH if asked.asks == "which" else _MINE).format(re.escape(asked.thing))
            found = re.search(pattern, told, re.IGNORECASE)
            if found is None or (asked.asks == "which" and not telling(found["said"]) - telling(asked.thing)):
                return ""
            said = found["said"]
            return f"The {said}." if asked.asks == "which" else f"{said[0].upper()}{said[1:]}."
        case _:
            return ""

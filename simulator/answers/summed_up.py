"""Whether a summary is of what this caller told at all: nobody agrees to a story that they never heard before."""

import re
from collections.abc import Collection

from scenarios.scenario import Scenario
from simulator.answers.telling import other_forms, value_told
from simulator.mind import Mind
from simulator.understanding.normalise import plain
from simulator.understanding.phrases import stem
from simulator.understanding.wordlist import listed

FEWEST_WORDS = 3  # a summary of fewer is only an echo
FEWEST_OF_A_CLAIM = 2  # "you told me he broke the window"
MOST_OF_IT = 0.67  # of a closed question's words must be theirs, or it reads nothing back
ENOUGH = 0.34  # of its words that tell something, this share must be theirs
_EMPTY = frozenset(
    stem(word)
    for word in listed(
        "so right okay the a an is are was were be been it to of in on at and or do does did has have had that this "
        "there you your i me my we us our he she him her his they them their just with for from as if not no yes now "
        "then what where who which how when about some any can could would will think understand see know say said "
        "tell told got get going go correct confirm check sure feel happened happening sound sounds like really very "
        "all here"
    )
)
_BEFORE = r"(?:(?:and|so|but|now|then|okay|right|um|er|please)[ ,]+)*"
_ONLY_ASKS = re.compile(
    rf"{_BEFORE}(?:(?:can|could|will|would) you (?:make|see|read|tell|say|give)|what|where|when|who|how|which|why)\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    rf"{_BEFORE}(?:is|are|was|were|has|have|does|do|did)(?:n't)? (?:he|she|they|it|there|you|mum|the|your|any\w*) ",
    re.IGNORECASE,
)
_CHECKS = re.compile(
    r"\b(?:right|correct|is that (?:it|so|all|everything)|that's|have i got|did i (?:get|hear)"
    r"|you (?:said|told|mentioned)|did you say)\b",
    re.IGNORECASE,
)
_WHEN_SAID = frozenset(
    stem(word) for word in listed("minute moment ago earlier before again yourself already me s re ve ll d t m")
)


def was_told(scenario: Scenario, mind: Mind, summary: str) -> bool:
    """Whether enough of the summary's words are in what they have told, or it says too little to tell."""
    words = {stem(word) for word in plain(summary).split()} - _EMPTY
    if len(words) < FEWEST_WORDS:
        return True
    return len(words & _told(scenario, mind)) / len(words) >= ENOUGH


def reads_nothing_back(scenario: Scenario, mind: Mind, words: str) -> bool:
    """Whether words taken for a read-back only ask: an open question, or a closed one for what they have not told."""
    text = words.strip()
    if not text.endswith("?") or _CHECKS.search(text) is not None:
        return False
    if _ONLY_ASKS.match(text) is not None:
        return True
    telling = {stem(word) for word in plain(text).split()} - _EMPTY - _WHEN_SAID
    told = telling & _told(scenario, mind) if telling and _CLOSED.match(text) else telling
    return len(told) < len(telling) * MOST_OF_IT


def tells_of(words: str, known: Collection[str]) -> bool:
    """Whether anything that the words tell is among the known words, or they tell too little to say."""
    telling = {stem(word) for word in plain(words).split()} - _EMPTY - _WHEN_SAID
    return len(telling) < FEWEST_OF_A_CLAIM or bool(telling & {stem(word) for word in known})


def _told(scenario: Scenario, mind: Mind) -> set[str]:
    lines = [*scenario.opening, mind.last_line]
    for name in mind.told:
        fact = scenario.facts[name]
        lines += [value_told(fact), *other_forms(fact), *fact.says, *fact.again, *fact.front]
        lines += [word for group in fact.recorded_by for word in group]
    return {stem(word) for line in lines for word in plain(line).split()} - _EMPTY

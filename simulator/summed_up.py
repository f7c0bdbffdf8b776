"""Whether a summary is of what this caller told at all: nobody agrees to a story that they never heard before."""

from collections.abc import Collection

from scenarios.scenario import Scenario
from simulator.mind import Mind
from simulator.telling import other_forms, value_told
from simulator.understanding.normalise import plain
from simulator.understanding.phrases import stem
from simulator.understanding.wordlist import listed

FEWEST_WORDS = 3  # a summary of fewer is only an echo
FEWEST_OF_A_CLAIM = 2  # "you told me he broke the window"
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
_WHEN_SAID = frozenset(
    stem(word) for word in listed("minute moment ago earlier before again yourself already me s re ve ll d t m")
)


def was_told(scenario: Scenario, mind: Mind, summary: str) -> bool:
    """Whether enough of the summary's words are in what they have told, or it says too little to tell."""
    words = {stem(word) for word in plain(summary).split()} - _EMPTY
    if len(words) < FEWEST_WORDS:
        return True
    return len(words & _told(scenario, mind)) / len(words) >= ENOUGH


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

"""Whose name it is: "is that Jack?", where nobody of that name is in the call, and where it is theirs. Pure."""

import re
from collections.abc import Container

from scenarios.once import once
from scenarios.scenario import Scenario
from simulator.answers.telling import value_told
from simulator.mind import Mind
from simulator.sentences import sentences
from simulator.understanding.wordlist import listed

_OR_ANOTHER = r",? (?i:or (?:is (?:that|it|this|he|she) )?(?:somebody|someone|anybody|another person)(?: else)?)"
_IS_THAT = re.compile(
    r"(?<!(?i:old ))(?<!(?i:where ))(?<!(?i:how ))"
    r"\b(?:(?i:is (?:that|this|it)|am i (?:speaking|talking) (?:to|with)|are you)"
    r"|(?i:is (?:that|this|it) you|that you),?"  # "it isn't hers, is it, Neil?" calls him by his name
    r"|(?i:(?:is (?:that|this|it)(?: you)?|am i (?:speaking|talking) (?:to|with)|that you|are you),? "
    r"(?:the|a) (?:little |young )?(?:boy|girl|lad|lady|gentleman|man)),?) (?P<name>[A-Z][a-z]{2,})"
    rf"(?:(?: [A-Z][a-z]+)?{_OR_ANOTHER})?\s*\?"
)
_IS_ONE_YOU = re.compile(
    r"\b(?i:is) (?P<name>[A-Z][a-z]{2,})(?: [A-Z][a-z]+)?,? (?i:you(?: yourself)?|yourself)"
    rf"(?:{_OR_ANOTHER})?\s*\?"
)
_SO_THAT_IS = re.compile(
    r"^\W*(?:(?i:so|and|right|okay|ok|then)[ ,]+)*(?i:that's|that is|you're|you are|it's|your name's|the name's)"
    r"(?: (?i:mr|mrs|ms|miss))? (?P<name>[A-Z][a-z]{2,})(?:,? then)?\s*\?"
)
_WORD = re.compile(r"[a-z0-9']+")

# What is written as a name and is none of a person.
NO_NAMES = frozenset(
    listed(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december england scotland wales britain yes no okay right police sorry sir madam "
        "correct english polish mum mummy dad daddy nanny god"
    )
)


def own_name(scenario: Scenario, mind: Mind) -> str | None:
    """The fact of the name of whoever holds the phone."""
    for name, fact in scenario.facts.items():
        named = fact.kind == "name" and "ASK_PERSON_DETAILS:name" in fact.told_when.asked
        if (named or fact.field in ("name", "caller_name")) and mind.holds in fact.known_by:
            return name
    return None


def another_name(scenario: Scenario, text: str, but: Container[str] = ()) -> tuple[str, ...]:
    """The sentences that ask whether they are somebody of whom the call knows nothing; `but` are words for places."""
    known = words_of_the_call(scenario)
    return tuple(one for one, name in _asked_after(text) if name not in but and name not in known)


def a_name_untold(scenario: Scenario, text: str, but: Container[str] = ()) -> tuple[str, ...]:
    """The sentences that read back a name of nobody in the call, "so that's Smith?", to one who has told none."""
    found = ((one, _SO_THAT_IS.search(one)) for one in sentences(text))
    named = ((one, said["name"].lower()) for one, said in found if said is not None)
    known = words_of_the_call(scenario)
    return tuple(one for one, name in named if name not in known and name not in NO_NAMES and name not in but)


def named_rightly(scenario: Scenario, mind: Mind, text: str) -> tuple[str, ...]:
    """The sentences that ask whether they are who they are."""
    own = own_name(scenario, mind)
    theirs = _WORD.findall(value_told(scenario.facts[own]).lower()) if own is not None else ()
    return tuple(one for one, name in _asked_after(text) if name in theirs)


def _asked_after(text: str) -> tuple[tuple[str, str], ...]:
    found = ((one, _IS_THAT.search(one) or _IS_ONE_YOU.search(one)) for one in sentences(text))
    return tuple((sentence, said["name"].lower()) for sentence, said in found if said is not None)


@once
def words_of_the_call(scenario: Scenario) -> frozenset[str]:
    """Every word that stands in the call: names of people and places in it among them."""
    lines = [*scenario.opening, scenario.caller.name, *(one.name for one in scenario.others.values())]
    for fact in scenario.facts.values():
        lines += [value_told(fact), *fact.says, *fact.again]
    for answer in scenario.answers:
        lines += (answer.say,) if isinstance(answer.say, str) else answer.say
    for topic in scenario.topics.values():
        lines += topic.examples
    lines += [line for twist in scenario.twists for line in twist.says]
    return frozenset(word.removesuffix("'s") for word in _WORD.findall(" ".join(lines).lower()))

"""A surname or a first name read back alone: "so that's Smith?", "Holliday, with a Y?". Right, or somebody else's."""

import re

from scenarios.scenario import Scenario
from simulator.answers.own_name import NO_NAMES, words_of_the_call
from simulator.answers.telling import value_so_far
from simulator.heard import HeardValue, Understood
from simulator.mind import Mind
from simulator.sentences import sentences
from simulator.understanding.places import TOWNS

_READS = re.compile(
    r"^\W*(?:(?i:so|and|right|okay|ok|sorry|then|yes|now)[ ,]+)*"
    r"(?:(?i:that's|that is|it's|it is|i've got|i have|you're|you are|you said|the surname's|surname)[ ,]+"
    r"(?:(?i:mr|mrs|ms|miss) )?(?P<framed>[A-Z][a-z]+(?:[ '-][A-Z][a-z]+)?)"
    r"|(?P<bare>[A-Z][a-z]{2,})(?=,? (?i:with|spelt|spelled|is it|was it|yes|correct|is that right)\b))"
    r"(?P<letters>,? (?i:with|spelt with|spelled with) (?:an?|the) (?P<letter>[A-Za-z])\b)?"
    r"[^?.]{0,24}\?\s*$"
)


def with_names_read_back(scenario: Scenario, mind: Mind, heard: Understood) -> Understood:
    """The words with the told name that they read back alone, right or wrong; as they were where none was."""
    told = next((fact for fact in reversed(mind.told) if scenario.fact_kind(fact) == "name"), None)
    if told is None or any(value.kind == "name" for value in heard.values):
        return heard
    found = next((read for one in sentences(heard.text) if (read := _READS.match(one)) is not None), None)
    if found is None:
        return heard
    said = found["framed"] or found["bare"]
    right = _right(said, found["letter"], value_so_far(scenario.facts[told], mind, told))
    if not right and (mind.last_fact != told or not _is_a_strangers(said, scenario)):
        return heard
    value = HeardValue(
        kind="name", value=said, said=said, fact=told, agreement="right" if right else "wrong", standing="told"
    )
    return heard.model_copy(update={"values": (*heard.values, value), "understood": True})


def _right(said: str, letter: str | None, name: str) -> bool:
    words = {word.lower() for word in re.findall(r"[A-Za-z']+", name)}
    parts = [part.lower() for part in re.split(r"[ -]", said)]
    return set(parts) <= words and (letter is None or letter.lower() in parts[-1])


def _is_a_strangers(said: str, scenario: Scenario) -> bool:
    parts = {part.lower() for part in re.split(r"[ -]", said)}
    return not parts & (NO_NAMES | set(TOWNS)) and not parts <= words_of_the_call(scenario)

"""A question for the town alone, after the street was told: the town is the answer."""

import re

from scenarios.scenario import Place, Scenario
from simulator.heard import HeardIntent
from simulator.mind import Mind
from simulator.sentences import sentences
from simulator.understanding.absent import OF_SOMEBODY
from simulator.understanding.normalise import lowered
from simulator.understanding.places import TOWNS

_ASKS = re.compile(
    rf"\b(?:which|what) (?:town|village|city)\b(?! {OF_SOMEBODY})|\bwhich (?:one|of them|of those) is yours\b"
    r"|\bwhich one's yours\b|\b(?:two|three|several|both|more than one) towns?\b"
)
_THE_NUMBER = re.compile(r"\b(?:which|what|house|door) number\b", re.IGNORECASE)
# In a town: not "past the Corvale turn", nor "as you come from Oxenhythe".
_IN_TOWN = re.compile(
    rf"(?:\bin |, ?)({'|'.join(TOWNS)})\b(?! (?:turn|turning|road|bridge|way|side|junction|end|station|line|and)\b)"
)
# "Corvale, is it?", "so is that in Corvale?": a town offered, and nothing else said.
_OFFERED = re.compile(
    r"\W*(?:(?:and|so|right|okay|ok|oh|now) ?[, ])*"
    r"(?:(?:is|was) (?:that|it|this) |that's |it's |are you |you're )?(?:in )?"
    rf"(?P<town>{'|'.join(TOWNS)})(?:,? (?:is it|is that|are you|it is|right|yes|then|is that right|isn't it))?\W*\?\W*"
)
# What the same words may be heard as besides.
ABOUT_PLACE = frozenset(("ASK_LOCATION", "ASK_LOCATION_REFINE", "READBACK", "LISTEN_CLARIFY", "NEG_LEAD_DATA"))


def asks_the_number(span: str) -> bool:
    """Whether it asks for the number of the house: "which number?"."""
    return _THE_NUMBER.search(span) is not None


def town_asked(text: str) -> bool:
    """Whether the words ask in which town a place is."""
    return _ASKS.search(lowered(text)) is not None


def town_offered(text: str) -> tuple[str, str] | None:
    """The sentence that offers a town and asks nothing else, and the town; None where none does."""
    for one in sentences(text):
        found = _OFFERED.fullmatch(lowered(one))
        if found is not None:
            return one, found["town"]
    return None


def town_is_topic(scenario: Scenario, intent: HeardIntent) -> bool:
    """Whether a question for the town was heard as a topic whose author had a town in mind."""
    topic = scenario.topics.get(intent.slot or "") if intent.id == "topic" and town_asked(intent.span) else None
    return topic is not None and any(map(town_asked, topic.examples))


def told_place_with_town(scenario: Scenario, mind: Mind) -> tuple[str, str] | None:
    """The place told last that has a town, and the town; None where no place was told or it is not settled yet."""
    for name in reversed(mind.told):
        value = scenario.facts[name].value
        if (
            isinstance(value, Place)
            and value.town
            and name not in mind.unsettled
            and scenario.facts[name].told_as is None
        ):
            return name, value.town
    return None


def another_town(text: str, said: str, value: object) -> bool:
    """Whether the sentence in which the place was said puts it in a town that is not its own, and offers no other."""
    if not isinstance(value, Place) or not value.town:
        return False
    around = next((one for one in sentences(lowered(text)) if lowered(said) in one), lowered(text))
    named = set(_IN_TOWN.findall(around))
    denied = re.search(r"\bnot (?:in )?(?:" + "|".join(map(re.escape, TOWNS)) + r")\b", around)
    return bool(named) and value.town.lower() not in around and denied is None

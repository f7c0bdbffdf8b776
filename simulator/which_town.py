"""A question for the town alone, after the street was told: the town is the answer."""

import re

from scenarios.scenario import Place, Scenario
from simulator.mind import Mind
from simulator.understanding.normalise import lowered

_ASKS = re.compile(
    r"\b(?:which|what) (?:town|village|city)\b|\bwhich (?:one|of them|of those) is yours\b|\bwhich one's yours\b"
    r"|\b(?:two|three|several|both|more than one) towns?\b"
)
# What the same words may be heard as besides.
ABOUT_PLACE = frozenset(("ASK_LOCATION", "ASK_LOCATION_REFINE", "READBACK", "LISTEN_CLARIFY", "NEG_LEAD_DATA"))


def town_asked(text: str) -> bool:
    """Whether the words ask in which town a place is."""
    return _ASKS.search(lowered(text)) is not None


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

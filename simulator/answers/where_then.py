"""Where they were at another time, "where were you stood when you saw him?", which their address does not answer."""

import re

from simulator.heard import HeardIntent

_THEN = re.compile(
    r"\bwhere(?:abouts)?(?: in the [a-z]+)? (?:were|was) (?:you|ye|yous|youse)"
    r"(?: (?:all|both|actually|exactly|just|then|yourself))* "
    r"(?:when|while|whilst|as|at the time|before|stood|standing|sat|sitting|looking|watching|hiding|lying|parked)\b",
    re.IGNORECASE,
)
WHEN_DO_YOU_MEAN = ("When do you mean?", "Where was I when?")


def asks_where_they_were(intent: HeardIntent) -> bool:
    """Whether it was heard as asking for the place they ring from, and asks where they were at some other time."""
    return intent.id.startswith("ASK_LOCATION") and _THEN.search(intent.span) is not None

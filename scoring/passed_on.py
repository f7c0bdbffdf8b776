"""The caller's number as the operator passed it on: said aloud, so that it can be written down from hearing it."""

import re

from scoring.happenings import Happened
from scoring.reading import Reading
from simulator.events import OperatorSaid

_NUMBER_SAID = re.compile(
    r"\b(?:oh|zero|0)\b.*\b(?:double|treble|one|two|three|four|five|six|seven|eight|nine|oh)\b", re.I
)


def passed_on(reading: Reading) -> Happened[OperatorSaid] | None:
    """The operator's line that says the caller's number, or None."""
    return next((said for said in reading.seen.all(OperatorSaid) if _NUMBER_SAID.search(said.event.text)), None)

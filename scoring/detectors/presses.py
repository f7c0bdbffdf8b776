"""The caller's requests for what may not be given, and what the handler said to them."""

from scoring.detectors.identity import REFUSALS
from scoring.happenings import Happened
from scoring.plainly_said import declining, naming_route
from scoring.reading import Reading
from scoring.speech import Turn
from simulator.events import PressMade

ANSWERS = (*REFUSALS, "DP_ROUTE", "DP_OFFER_MESSAGE", "CTRL_BOUNDARY", "CTRL_REPEAT_PERSIST")
ANSWERED_WITHIN = 2  # turns
Press = Happened[PressMade]


def presses(reading: Reading) -> tuple[Press, ...]:
    """The caller's requests for what may not be given, open or disguised."""
    return reading.seen.all(PressMade)


def answer_to(reading: Reading, press: Press) -> Turn | None:
    """The words that answer a request in one of the two turns after it."""
    near = {turn.number for turn in reading.speech.turns_after(press.t_ms, ANSWERED_WITHIN)}
    plainly = (*declining(reading.turns), *naming_route(reading.turns, reading.scenario.accepts.routes))
    return reading.speech.within(press.t_ms, ANSWERED_WITHIN, *ANSWERS) or next(
        (turn for turn in plainly if turn.number in near), None
    )


def declined_before(reading: Reading, press: Press) -> Turn | None:
    """A refusal in the last words before a request, which answered it before it was pressed."""
    last = next((turn for turn in reversed(reading.turns) if turn.t_ms <= press.t_ms), None)
    said = (*reading.speech.said(*ANSWERS), *declining(reading.turns))
    return next((turn for turn in said if turn == last), None)


def first_turn(reading: Reading, press: Press) -> Turn | None:
    """What the handler said next after a request, whether it answers it or not."""
    return next(iter(reading.speech.turns_after(press.t_ms, 1)), None)

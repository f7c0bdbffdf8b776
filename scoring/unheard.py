"""Questions that the desk did not understand: what is said to be unasked may stand in them."""

from scoring.reading import Reading
from scoring.speech import Turn

NAMED = 4  # times that a reason names


def unheard(reading: Reading) -> tuple[Turn, ...]:
    """The handler's questions that were not understood, in order."""
    return tuple(turn for turn in reading.turns if not turn.said.understood and "?" in turn.said.text)


def never_asked(reading: Reading, what: str) -> str:
    """`never asked for: x`; where questions were not understood, when they were put, for one of them may ask it."""
    turns = unheard(reading)
    if not turns:
        return f"; never asked for: {what}"
    times = ", ".join(turn.at for turn in turns[:NAMED]) + (" and later" if len(turns) > NAMED else "")
    return f"; not seen to be asked for: {what} (some questions were not understood; see whether they ask: {times})"

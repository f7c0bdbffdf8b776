"""Communication with somebody upset: meeting the feeling, and reassuring without a promise."""

from scoring.finding import met, not_applicable, not_met, partly
from scoring.happenings import Happened
from scoring.hard_words import promises
from scoring.kindly_said import comforting, feeling_owned, owns_a_feeling
from scoring.outcome import Finding
from scoring.reading import UPSET, Reading
from scoring.settings import Settings
from scoring.speech import Turn
from simulator.events import CallerSaid, PhonePassed

ANSWERED_WITHIN = 5_000  # ms after a line in which nobody can be blamed for not having answered it yet


def m05(reading: Reading, settings: Settings) -> Finding:
    """Met when a feeling that shows is acknowledged within two turns of it; half where it is acknowledged later.

    A fresh cue is the first upset line and each change to another upset mood; one acknowledged in time is enough. To
    name the feeling, or to meet it (`you sound upset`, `that must be frightening`, `anybody would be`), acknowledges;
    praise, reassurance, `I know` and a bare `sorry` do not, nor do words to somebody else who took the phone. A line
    that the run's breaking off left unanswered is no cue.
    """
    cues = tuple(cue for cue in reading.emotion_cues if not _cut_off(reading, cue))
    if not cues:
        return not_applicable("The caller showed no strong feeling while there was time to answer it.")
    own = tuple(turn for turn in feeling_owned(reading.turns) if owns_a_feeling(turn) or _upset_then(reading, turn))
    for cue in cues:
        near = {one.number for one in reading.speech.turns_after(cue.t_ms, settings["turns"])}
        turn = next((one for one in own if one.number in near and _to_the_same(reading, cue, one)), None)
        if turn is not None:
            return met(
                f"The caller was {cue.event.mood} at {cue.at}; acknowledged at {turn.at}: {turn.quote}.", cue, turn
            )
    after = (one for one in own for cue in cues if one.began_ms > cue.t_ms and _to_the_same(reading, cue, one))
    late = next(after, None)
    if late is not None:
        return partly(
            0.5, f"The caller was {cues[0].event.mood} at {cues[0].at}; acknowledged only at {late.at}.", cues[0], late
        )
    because = (
        f"The caller was {cues[0].event.mood} at {cues[0].at}; an acknowledgement was {reading.unseen(cues[0].t_ms)}."
    )
    return not_met(because, cues[0], reading.bounds)


def _cut_off(reading: Reading, cue: Happened[CallerSaid]) -> bool:
    answered = any(turn.n > cue.n for turn in reading.turns)
    return not answered and reading.broke_off_before(cue.t_ms, cue.event.lasts_ms + ANSWERED_WITHIN) is not None


def _upset_then(reading: Reading, turn: Turn) -> bool:
    """Whether the caller was upset when they last spoke: `I understand` said to somebody calm meets no feeling."""
    line = next((one for one in reversed(reading.caller_lines) if one.n < turn.n), None)
    return line is None or line.event.mood in UPSET


def _to_the_same(reading: Reading, cue: Happened[CallerSaid], turn: Turn) -> bool:
    """Whether a turn was said to whoever was upset: nobody else took the phone between."""
    return not any(cue.n < passed.n < turn.n for passed in reading.seen.all(PhonePassed))


def m19(reading: Reading, settings: Settings) -> Finding:
    """Met when an upset caller is reassured without a promise that cannot be kept; half where one was made as well.

    Praise and comfort reassure, and help that is said to be on its way with lights, or as fast as it can; that somebody
    is coming is a next step, and alone reassures nobody."""
    cues = reading.emotion_cues
    if not cues:
        return not_applicable("The caller needed no reassurance.")
    promised = promises(reading)
    heard = (reading.speech.first("EMP_REASSURE"), next(iter(comforting(reading.turns)), None))
    reassured = min((turn for turn in heard if turn), key=lambda turn: turn.number, default=None)
    if reassured is None:
        return not_met(f"Reassurance was {reading.unseen(cues[0].t_ms)}.", cues[0], reading.bounds)
    if promised:
        return partly(
            0.5,
            f"Reassured at {reassured.at}, but promised too much at {promised[0].at}: {promised[0].quote}.",
            reassured,
            promised,
        )
    return met(f"Reassured the caller at {reassured.at}: {reassured.quote}.", cues[0], reassured)

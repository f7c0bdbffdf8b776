"""Communication: taking control when the call slips away."""

import re
from itertools import pairwise

from scoring.finding import met, not_applicable, not_met
from scoring.outcome import Finding
from scoring.plainly_said import refocuses
from scoring.reading import Reading
from scoring.settings import Settings
from scoring.speech import Turn


def m04(reading: Reading, settings: Settings) -> Finding:
    """Met when, as control slips, the handler refocuses (`tell me about the order, though`, `going back to`), asks of
    the matter itself, or of what the caller had said, and is answered, or repeats the same question, within two turns.

    Not applicable where a needed fact came within those turns anyway: control was not lost.
    """
    cues = _slips(reading, settings)
    if not cues:
        return not_applicable("Control of the call did not slip.")
    n, t_ms = cues[0]
    turn = next((r for _, t in cues if (r := _took_control(reading, t))), None)
    if turn is not None:
        return met(f"Took control at {turn.at}: {turn.quote}.", n, turn)
    turns = reading.speech.turns_after(t_ms, 2)
    until = turns[-1].t_ms + 15_000 if turns else t_ms
    if any(t_ms < told.t_ms <= until and told.event.how == "asked" for told in reading.told_facts):
        return not_applicable("What was needed was obtained all the same.")
    asked = next((one for one in turns if _asks_of_the_matter(reading, one)), None)
    if asked is not None:
        return met(f"Took control at {asked.at}: {asked.quote}.", n, asked)
    return not_met(f"Taking control was {reading.unseen(t_ms)}.", n, reading.bounds)


def _slips(reading: Reading, settings: Settings) -> list[tuple[int, int]]:
    if settings["after"]:
        moments = (reading.moment(name) for name in settings["after"])
        return [(moment.n, moment.t_ms) for moment in moments if moment]
    return [(cue.n, cue.t_ms) for cue in reading.emotion_cues if cue.event.mood not in ("frightened",)]


def _took_control(reading: Reading, t_ms: int) -> Turn | None:
    turn = reading.speech.within(t_ms, 2, "CTRL_REFOCUS", "CTRL_REPEAT_PERSIST")
    if turn is not None:
        return turn
    nexts = reading.speech.turns_after(t_ms, 3)
    back = next((one for one in nexts[:2] if refocuses(one)), None)
    back = back or next((one for one in nexts[:2] if _takes_up(reading, one)), None)
    if back is not None:
        return back
    for one, other in pairwise(nexts):
        alike = set(one.said.text.lower().split()), set(other.said.text.lower().split())
        if other.began_ms - one.t_ms < 30_000 and len(alike[0] & alike[1]) >= 0.8 * max(len(alike[0]), len(alike[1])):
            return other
    return None


def _asks_of_the_matter(reading: Reading, turn: Turn) -> bool:
    """Whether a question names what was asked for (`what would you do with the address?`) and the next line answers."""
    line = reading.line_after(turn.n)
    return not turn.crowded and _OF_THE_MATTER.search(turn.said.text) is not None and bool(line and line.event.answers)


def _takes_up(reading: Reading, turn: Turn) -> bool:
    """Whether a turn goes back to what the caller said and asks about it (`You said you'd had a letter. When was
    that?`), and the next line answers."""
    asks = not turn.crowded and _YOU_SAID.search(turn.said.text) is not None
    line = reading.line_after(turn.n)
    return asks and line is not None and not line.event.press and line.event.question is None


_YOU_SAID = re.compile(r"\b(?:you|ye) (?:said|told me|mentioned)\b[^?]{4,}\?", re.I)
_OF_THE_MATTER = re.compile(
    r"\b(?:what makes you (?:think|say|so sure)|why do you (?:think|say))\b[^.!]*\?"
    r"|\b(?:what|why|how)\b[^.?!]{0,50}\b(?:the|this|that|her|his) (?:address|order|reset|record|crime number|letter)\b"
    r"[^.!]*\?",
    re.I,
)

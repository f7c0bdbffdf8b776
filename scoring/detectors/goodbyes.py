"""How a call was closed: the words that close it, too soon, too barely, or with a question left open."""

import re

from scoring.happenings import Happened
from scoring.kindly_said import comforts
from scoring.reading import Reading
from scoring.speech import Turn
from simulator.events import CallerSaid

FEW_TURNS = 3  # fewer utterances than this show nothing of how time was used
_WANTS_TO_GO = re.compile(
    r"\b(?:other (?:calls|callers)|next (?:call|caller)|get off|(?:have|need|got|going) to (?:go|hang up|ring off|end)|"
    r"can'?t stay|no time|haven'?t (?:got )?time|too busy|clear (?:the|this|my) line|hanging up|leave you (?:wi|"
    r"with|to (?:it|them)))",
    re.I,
)
_COURTESY = re.compile(
    r"\b(?:any ?thing (?:else|further|more)|thank|thanks|take care|all the best|"
    r"look after|welcome|m(?:r|rs|s|iss)|sir|madam|goodnight|good night|evening)\b",
    re.I,
)
_LETS_GO = re.compile(r"\blet (?:the|that|a|my|him|her|it|them) (?:\w+ )?(?:go|off)\b", re.I)
_GOODBYE = re.compile(
    r"\b(?:good ?night|night[- ]night|good ?bye|bye|ta[- ]ra|tara|cheerio|see you|so long)\b(?:[ ,]+\w+){0,3}\W*$", re.I
)


def too_soon(reading: Reading, turn: Turn) -> bool:
    """Whether what was heard as going too soon is: the reason to keep the line holds still, or the words say that the
    handler wants to go. A goodbye when the matter is over does not."""
    over = any(release.t_ms <= turn.began_ms for release in reading.releases)
    kept = bool(reading.scenario.stay_on_line_until) and not over
    return kept or _WANTS_TO_GO.search(turn.said.text) is not None


def asks_for_more(reading: Reading) -> bool:
    """Whether the closing words ask if there is anything else, thank, comfort or say when to ring again: a courtesy,
    however short."""
    again = {turn.number for turn in reading.speech.said("ADV_RECONTACT")}
    closing = reading.speech.said("CLOSE_PROPER")
    return any(_COURTESY.search(turn.said.text) or turn.number in again or comforts(turn) for turn in closing)


def closing_words(reading: Reading) -> Turn | None:
    """The last words that were heard as closing the call in its second half, or a later goodbye that was not; no
    greeting closes one, nor anything that was let go but the caller."""
    heard = [
        t
        for t in reading.speech.said("CLOSE_PROPER")
        if not _greets(reading, t) and not _LETS_GO.search(t.said.text) and 2 * t.number >= len(reading.turns)
    ]
    found = (*heard[-1:], *filter(None, (_goodbye(reading),)))
    return max(found, key=lambda turn: turn.number, default=None)


def only_asks(turn: Turn) -> bool:
    """Whether all that was heard as closing is a question, which leaves the word with the caller."""
    words = turn.focus or turn.said.text
    return words.rstrip().endswith("?") and _PARTING.search(turn.said.text) is None


_PARTING = re.compile(r"\b(?:bye|good ?bye|good ?night|thanks?|take care|all the best|look after)\b", re.I)


def _greets(reading: Reading, turn: Turn) -> bool:
    """The first words open a call of any length, whatever courtesy they hold."""
    return turn.number == 1 and len(reading.turns) > FEW_TURNS


def _goodbye(reading: Reading) -> Turn | None:
    """The last words, where they end on a goodbye that was not heard as one."""
    return next((turn for turn in reading.turns[-2:] if not turn.crowded and _GOODBYE.search(turn.said.text)), None)


def asked_to_the_end(reading: Reading, line: Happened[CallerSaid]) -> bool:
    """Whether the caller asked something, be it what may not be given, and the handler said nothing more."""
    asked = bool(line.event.question or line.event.press)
    return asked and not any(turn.t_ms > line.t_ms for turn in reading.turns)

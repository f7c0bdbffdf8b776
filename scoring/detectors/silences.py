"""Silences, holds and transfers: whether the caller was told why nobody was speaking to them."""

import re
from itertools import pairwise

from scoring.fair_time import seconds
from scoring.finding import by_share, met, not_applicable
from scoring.happenings import Happened
from scoring.outcome import Finding
from scoring.reading import Reading
from scoring.settings import Settings
from scoring.speech import Turn
from scoring.wording import listed
from simulator.events import CallerSaid, CallHeld, CallTransferred
from simulator.relay import on_its_way_ms

ABOUT = 1.1  # a silence that is longer by no more than a tenth is about as long as may be
FEW_TURNS = 3  # fewer utterances than this show nothing of manner


def m13(reading: Reading, settings: Settings) -> Finding:
    """Met when no silence longer than 8 s, or about that (a tenth more), is left unexplained, beyond what typing into
    the form takes, and holds and transfers are explained; tapers with each one, to nothing at four.

    Typing takes 0.4 s a character (30 words a minute), whether the entry stands in the gap or was finished after it,
    and of several entries the longest pause between two is the silence; an entry that the desk refused counts as one
    of 30 characters; a line that is down is no silence, nor is what comes after both said goodbye, and `I'm here with
    you` or a word why explains the next 90 s.
    """
    gaps = [*_silences(reading, settings["longest"]), *_unexplained_holds(reading)]
    if len(reading.turns) < FEW_TURNS and (not gaps or not reading.turns):
        return not_applicable("Too little was said to judge silences.")
    if not gaps:
        return met("No silence, hold or transfer was left unexplained.", reading.turns[:1], reading.turns[-1:])
    because = f"Left unexplained: {listed(what for _, what in gaps[:4])}{' and more' if len(gaps) > 4 else ''}."
    return by_share(1 - len(gaps) / 4, because, [n for n, _ in gaps])


def _silences(reading: Reading, longest: int) -> list[tuple[int, str]]:
    """Gaps between the end of the caller's line and the handler's next first key that nothing explains."""
    found = []
    events: list[tuple[int, int, Turn | Happened[CallerSaid]]] = [(t.began_ms, t.t_ms, t) for t in reading.turns]
    events += [(line.t_ms, line.t_ms + line.event.lasts_ms, line) for line in reading.caller_lines]
    events.sort(key=lambda one: one[0])
    spoke: Turn | None = None
    for before, after in pairwise(events):
        spoke = before[2] if isinstance(before[2], Turn) else spoke
        if after[0] - before[1] <= longest * reading.time.pace:
            continue  # nearly all: what is counted off makes a gap no longer
        gap = reading.time.idle(before[1], after[0])
        if spoke is not None and before[2] is spoke:
            gap -= on_its_way_ms(reading.scenario, spoke.said.text)  # the assistant types it, the caller answers
        if gap <= longest * ABOUT * reading.time.pace or (spoke is not None and _parted(spoke, before[2])):
            continue
        if spoke is None or after[0] - spoke.t_ms >= 90_000 or not _explains(reading, spoke):
            found.append((before[2].n, f"{seconds(gap)} of silence from {_at(before[1])}"))
    return found


def _explains(reading: Reading, turn: Turn) -> bool:
    """Whether a turn says why nobody speaks for a while."""
    heard = reading.speech.said("HOLD_EXPLAIN", "ADV_STAY_LINE", "OPEN_CHANNEL_CHECK")
    waits = not turn.crowded and _WAITS.search(turn.said.text.lower()) is not None
    return waits or any(one.number == turn.number for one in heard)


def _parted(spoke: Turn, last: Turn | Happened[CallerSaid]) -> bool:
    """Whether both have said goodbye: who stays on the line after that is left in no silence."""
    return (
        not isinstance(last, Turn)
        and _BYE.search(last.event.text.lower()) is not None
        and _BYE.search(spoke.said.text.lower()) is not None
    )


_WAITS = re.compile(
    r"\b(?:i'?ll|i will|i can|i'm going to) (?:just )?(?:hang on|hold on|wait|bide)\b|\b(?:then|"
    r"and) come (?:back|straight back)"
    r"(?: to me)?\b|\btell me when (?:you're|you are|it's|that's) (?:back|done|there)\b"
    r"|\b(?:tell|let|shout) (?:me|us) (?:know )?(?:when|once|as soon as)\b"
    r"|\b(?:and|then|,) (?:then )?(?:tell|shout|let) (?:me|us) (?:know )?what (?:comes|came|they|he|she|it|you|happens|"
    r"is|the)\b"
    r"|\bi(?:'?ll| will|'m| am) (?:(?:just|stay\w*|stop\w*|be|going to|still|right) ){0,3}(?:here|on the line)\b"
    r"(?: on the line| with you)"
    r"|\b(?:take your time|i'?ll give you (?:a|the) (?:minute|moment|second|time))\b"
)
_BYE = re.compile(r"\b(?:good ?)?bye\b|\bta[- ]ra\b|\bcheerio\b|\bgood ?night\b")


def _at(t_ms: int) -> str:
    return f"{t_ms // 60_000:02}:{t_ms // 1000 % 60:02}"


def _unexplained_holds(reading: Reading) -> list[tuple[int, str]]:
    found = []
    for held in reading.seen.all(CallHeld):
        if not any(held.t_ms - 30_000 <= t.t_ms <= held.t_ms for t in reading.speech.said("HOLD_EXPLAIN")):
            found.append((held.n, f"the hold at {held.at}"))
    for moved in reading.seen.all(CallTransferred):
        if not moved.event.warm and not reading.speech.said("TRANSFER_WARM"):
            found.append((moved.n, f"the transfer at {moved.at}"))
    return found

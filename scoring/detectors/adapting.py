"""Adapting to a caller: another way of answering, the need asked, utterances that can be followed."""

import re

from scoring.detectors.speaking_freely import WAYS, other_way
from scoring.detectors.trade_words import of_the_trade
from scoring.finding import met, not_met, partly
from scoring.hard_words import rude_turns
from scoring.outcome import Finding
from scoring.reading import Reading
from scoring.settings import Settings
from scoring.speech import Turn
from simulator.relay import ends_turn, speaks_to_the_assistant, too_long

FEW_TURNS = 3  # fewer utterances than this show nothing of manner
SHORT, SHORT_ENOUGH = 8, 12  # words of an utterance
NEARLY_ALL = 0.8
MOSTLY = 0.6
SHORT_FOR_A_RELAY = 24  # words of the middle turn: each is typed out, and two short questions fit


def m07(reading: Reading, settings: Settings) -> Finding:
    """Met when the handler adapts as the scenario expects; half where questions were only kept short and single, it
    was only asked whether they were understood, or only time was given for an answer (`take your time`).

    Expected by default: a way to answer without speaking freely where the caller cannot, else asking the need. Through
    a relay assistant it is speaking to the caller, in short turns that are given with their word.
    """
    if reading.scenario.channel.relay is not None and not settings["expects"]:
        return _through_an_assistant(reading)
    muffled = not reading.scenario.caller.can_speak_freely or reading.scenario.channel.whisper
    expects = tuple(settings["expects"]) or (WAYS if muffled else ("ASK_COMMS_NEED",))
    turn = (
        next((t for t in reading.speech.said(*expects) if not _only_checks(t)), None)
        if expects != WAYS
        else other_way(reading)
    )
    if turn is None and expects == ("ASK_COMMS_NEED",):
        turn = next((t for t in reading.turns if not t.crowded and _AFTER_THE_NEED.search(t.said.text)), None)
    if turn is not None:
        return met(f"Adapted to the caller at {turn.at}: {turn.quote}.", turn)
    checked = next((t for t in reading.speech.said(*expects) if _only_checks(t)), None) or next(
        (t for t in reading.turns if not t.crowded and _WITH_ME.search(t.said.text)), None
    )
    if checked is not None:
        return partly(0.5, f"Asked only whether it was understood, at {checked.at}: {checked.quote}.", checked)
    given_time = next((t for t in reading.turns if not t.crowded and _TIME_GIVEN.search(t.said.text)), None)
    if given_time is not None and expects == ("ASK_COMMS_NEED",):
        because = f"Gave time for an answer at {given_time.at}: {given_time.quote}; the need was not asked."
        return partly(0.5, because, given_time)
    if _short_and_single(reading):
        return partly(0.5, "Kept questions short, but did not settle another way of answering.", reading.turns[1:])
    return not_met(f"Adapting to the caller's need was {reading.unseen()}.", reading.bounds)


def _through_an_assistant(reading: Reading) -> Finding:
    """Met when the handler speaks to the caller (once past them is no more than not knowing how), mostly gives the
    turn with the word for it, and keeps turns short; half where one of the three is missing."""
    turns = [turn for turn in reading.turns if turn.said.text.strip()]
    if len(turns) < FEW_TURNS:
        return not_met(f"Adapting to the caller's need was {reading.unseen()}.", reading.bounds)
    past = [turn for turn in turns if speaks_to_the_assistant(turn.said.text)]
    given = sum(ends_turn(reading.scenario, turn.said.text) for turn in turns) / len(turns)
    lengths = sorted(len(turn.said.text.split()) for turn in turns)
    long = [turn for turn in turns if too_long(reading.scenario, turn.said.text)]
    wrong = []
    if len(past) > 1:
        wrong.append(f"spoke to the assistant {len(past)} times instead of to the caller, first at {past[0].at}")
    if given < MOSTLY:
        wrong.append("often kept the turn without giving it")
    if long or lengths[len(lengths) // 2] > SHORT_FOR_A_RELAY:
        wrong.append(f"sent long turns, the longest of {lengths[-1]} words")
    if not wrong:
        return met("Spoke to the caller, in short turns, and gave the turn.", turns[0], turns[-1])
    because = f"{wrong[0][:1].upper()}{wrong[0][1:]}{''.join(f'; {one}' for one in wrong[1:])}."
    return partly(0.5, because, *past, *long) if len(wrong) == 1 else not_met(because, *past, *long)


def _short_and_single(reading: Reading) -> bool:
    """Whether most utterances after the first are short; or a little longer with one question each, and none rude,
    leading or in jargon: they can be followed."""
    turns = reading.turns[1:]
    lengths = sorted(len(turn.said.text.split()) for turn in turns)
    if len(lengths) < FEW_TURNS:
        return False
    single = sum(turn.said.text.count("?") <= 1 for turn in turns) / len(turns)
    middle = lengths[len(lengths) // 2]
    jargon = (t for t in reading.speech.surely("NEG_JARGON") if of_the_trade(t.focus or t.said.text))
    hard = (*rude_turns(reading), *reading.speech.surely("NEG_LEAD_ACCOUNT"), *jargon)
    return middle <= SHORT or (middle <= SHORT_ENOUGH and single >= NEARLY_ALL and not hard)


# Asking after memory, hearing or sight, in whatever words, asks for the need.
_AFTER_THE_NEED = re.compile(
    r"\b(?:shall|should|would|do|am|want|if|can|could)\b[^.!?]{0,30}\b(?:go|going|take|steady|slow|speak|talk|"
    r"say|read|"
    r"repeat)\b[^.!?]{0,25}\b(?:slow(?:er|ly)?|down|up|steady|steadier|pace|louder|again|bit by bit)\b[^.!?]{0,30}\?"
    r"|\b(?:whatever|at your own|any) (?:pace|speed)\b"
    r"|\b(?:do|are|is|have|can|any ?thing|how)\b[^.!?]{0,50}\b(?:(?:your|wi' your|with your) (?:memory|hearing|"
    r"sight|eyesight)"
    r"|hard of hearing|hearing aids?|forgetful|forget things|memory (?:trouble|problems?|clinic))\b",
    re.I,
)


def _only_checks(turn: Turn) -> bool:
    """Whether all that was heard as asking the need is whether the words were understood."""
    return _UNDERSTOOD.fullmatch(turn.focus or turn.said.text) is not None


_TIME_GIVEN = re.compile(
    r"\b(?:take (?:your|yer|all the) time|(?:there'?s |there is )?no (?:rush|hurry)|"
    r"(?:don'?t|no need to) (?:rush|hurry))\b",
    re.I,
)
_WITH_ME = re.compile(
    r"(?:^|[.?!,])\W*(?:(?:are|r) (?:you|ye) with me|(?:you|ye) with me|(?:do|d') (?:you|ye) (?:see|follow|"
    r"understand)"
    r"(?: me| that| what i mean)?|(?:have|ha'?e) (?:you|ye) got that|does that make sense|make sense)\W*\?",
    re.I,
)
_UNDERSTOOD = re.compile(
    r"\W*(?:do|did) (?:you|ye) (?:understand|follow)(?: me| that| all that|"
    r" what i'?m (?:saying|telling you|asking))?\W*",
    re.I,
)

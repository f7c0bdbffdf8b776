"""Risk looked at again: what followed each change in the call, and how soon."""

import re

from scoring.as_spelled import asks_for, asks_what_is_now
from scoring.detectors.risk import RISK_QUESTIONS
from scoring.fair_time import seconds, taper
from scoring.finding import by_share, not_applicable
from scoring.happenings import Instant
from scoring.outcome import Finding
from scoring.reading import Reading
from scoring.settings import Settings
from scoring.speech import Turn
from scoring.wording import listed, named
from simulator.events import Assessed, Graded, GradeExplained, Noted, TwistFired

ABOUT = 1.1  # what comes later by no more than a tenth comes about in time


def r22(reading: Reading, settings: Settings) -> Finding:
    """Met when each change is followed within 30 s by a fresh assessment: a THRIVE heading, a grade or rationale, a
    risk question (how many there are among them, how sure they are of it, and whether the caller is made to say
    it), how it stands now, or another question after a danger or that brings one out, from when it was begun, a
    tenth more allowed. A change after which the run broke off before the time had passed counts only where it was
    assessed. Each tapers to nothing at twice; share of the changes. A first grade, a lowering that no fact allows,
    advice, and asking how the caller can talk assess nothing again. What the handler's own question brought out is
    no change that they must still look at: a change is what happens in the call and alters the danger (they leave,
    he comes back, petrol runs out)."""
    changed = _changes(reading)
    if not changed:
        return not_applicable("Nothing changed during the call.")
    within = settings["within"] * reading.time.pace
    cut = {cue.n: why for _, cue in changed if (why := reading.broke_off_before(cue.t_ms, within))}
    cues = [(name, cue) for name, cue in changed if cue.n not in cut or _assessed_again(reading, cue)]
    if not cues:
        return not_applicable(next(iter(cut.values())))
    shares, words, shown = [], [], []
    for name, cue in cues:
        again = _assessed_again(reading, cue)
        shown.append(cue.n)
        if again is None:
            shares.append(0.0)
            words.append(f"not assessed again after {name} at {cue.at}")
            continue
        took = reading.time.between(cue.t_ms, again.t_ms)
        shares.append(taper(took, within) if took > within * ABOUT else 1.0)
        words.append(f"assessed again {seconds(took)} after {name} at {cue.at}")
        shown.append(again.n)
    because = listed(words)
    return by_share(sum(shares) / len(shares), because[:1].upper() + because[1:] + ".", shown, reading.bounds)


def _changes(reading: Reading) -> list[tuple[str, Instant]]:
    """Each change, from the end of the line that tells it."""
    found: dict[int, tuple[str, Instant]] = {}
    told_by_twist: set[str] = set()
    for fired in reading.seen.all(TwistFired):
        twist = next((t for t in reading.scenario.twists if t.id == fired.event.twist), None)
        told_by_twist |= set(twist.reveals) if twist else set()
        if fired.event.reassess:
            line = next((c for c in reading.caller_lines if c.event.twist == fired.event.twist), None)
            t_ms = line.t_ms + line.event.lasts_ms if line else fired.t_ms
            found[fired.n] = ("the change", Instant(fired.n, t_ms))
    for told in reading.told_tagged("upgrade", "release"):
        answered = told.event.how == "asked" and "upgrade" not in reading.scenario.facts[told.event.fact].tags
        if told.event.fact not in told_by_twist and not answered:
            found[told.n] = (named(reading.scenario, told.event.fact), Instant(told.n, told.t_ms))
    ended = reading.seen.ended
    return [one for n, one in sorted(found.items()) if ended is None or n < ended.n]


def _assessed_again(reading: Reading, cue: Instant) -> Instant | None:
    empty = _grades_that_assess_nothing(reading, cue)
    deeds = [
        Instant(done.n, done.t_ms)
        for done in reading.seen.of((Assessed, Graded, GradeExplained, Noted))
        if done.n > cue.n
        and done.n not in empty
        and (not isinstance(done.event, Noted) or done.event.section == "rationale")
    ]
    questions = [*(name for name in RISK_QUESTIONS if name != "ASK_SAFE_TO_TALK"), "ASK_HOW_MANY"]
    heard = {turn.number for turn in reading.speech.said(*questions) if not _is_advice(turn)}
    heard |= {turn.number for turn in _brought_out_danger(reading)}
    later = (turn for turn in reading.turns if turn.n > cue.n)
    first = next((turn for turn in later if turn.number in heard or _looks_again(reading, turn, cue)), None)
    asked = [Instant(first.n, first.began_ms)] if first else []
    return min((*deeds, *asked), key=lambda one: one.n, default=None)


def _looks_again(reading: Reading, turn: Turn, cue: Instant) -> bool:
    """Whether the words of a turn after a change look at the danger again, whatever they were heard as."""
    if turn.crowded:
        return False
    forced = any(asks.search(turn.said.text.lower()) for asks in (_MADE_TO_SAY, _HOW_SURE))
    hazards = forced or any(asks_for(turn, one) for one in ("hazard", "safety", "suspect"))
    now = hazards or (turn.began_ms > cue.t_ms and asks_what_is_now(turn))
    return now or _of_a_danger(reading, turn)


def _of_a_danger(reading: Reading, turn: Turn) -> bool:
    """Whether a turn asks a question of the scenario's own that is about a danger, told already or not, and no
    advice."""
    if any(heard.id == "ADV_SAFETY" for heard in turn.said.intents):
        return False
    dangers = {*reading.tagged("life_risk", "safety_critical")} - {*reading.for_field("location", "postcode")}
    return any(dangers & {*reading.brought_out_by(heard)} for heard in turn.said.intents if heard.id == "topic")


_MADE_TO_SAY = re.compile(
    r"\b(?:made to say|making you say|making you do|making you ring|mak\w+ you tell|telling you to say|told you to say|"
    r"under (?:any )?pressure|press?ur\w+|under duress|got at you|forc\w+ (?:you|to say))"
)
# How sure they are who it is, or that it is over, weighs the danger anew.
_HOW_SURE = re.compile(
    r"\bhow (?:\w+ )?(?:sure|certain) (?:are (?:you|ye)|(?:you|ye) are)\b(?! (?:of|about) (?:the |your )?(?:number|"
    r"address|postcode|spelling|name|time|reg\w*|plate))"
    r"|\b(?:sure|certain) (?:that )?(?:(?:it|he|she|that)(?:'s| is)|they(?:'re| are|'ve| have)|"
    r"there(?:'s| is) nobody)\b"
)


def _is_advice(turn: Turn) -> bool:
    """Whether the clause before the advice of a turn was heard as a question: `can you all keep back, okay?`."""
    advice = any(one.id == "ADV_SAFETY" for one in turn.said.intents)
    return advice and _CAN_YOU.match(turn.focus) is not None and len(turn.focus.split()) <= SHORT_CLAUSE


_CAN_YOU = re.compile(r"\W*(?:so |and |right |okay )*(?:can|could|will|would) (?:you|ye|everyone|everybody)\b", re.I)
SHORT_CLAUSE = 4  # words; `can you, everyone` asks for nothing by itself


def _brought_out_danger(reading: Reading) -> list[Turn]:
    """The handler's words that a danger was told in answer to: what they asked for counts, however they asked. A place
    is no danger."""
    found = []
    places = {*reading.for_field("location", "postcode")}
    for told in reading.told_tagged("life_risk", "safety_critical"):
        if told.event.fact in places:
            continue
        line = reading.speech.spoke_when_told(told) if told.event.how == "asked" else None
        turn = next((turn for turn in reversed(reading.turns) if line and turn.n < line.n), None)
        found += [turn] if turn else []
    return found


def _grades_that_assess_nothing(reading: Reading, cue: Instant) -> set[int]:
    """Entries of first grades set after a change, and of lowerings that no release allows, with their rationale."""
    found: set[int] = set()
    for step in reading.grades:
        allowed = any(release.n < step.n for release in reading.releases)
        if step.n > cue.n and (step.previous is None or (step.lowered and not allowed)):
            found |= {n for n in (step.n, step.because_n) if n}
    return found

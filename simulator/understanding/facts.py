"""Facts matched first: reading back what was told, offering what was not, giving away what is restricted."""

import re
from dataclasses import dataclass

from simulator.heard import HeardIntent, HeardValue, Standing
from simulator.understanding.cutting.clauses import Clause
from simulator.understanding.factvalues import Placed, is_reference, placed_values
from simulator.understanding.normalise import plain
from simulator.understanding.restricted import slips
from simulator.understanding.signs import hints
from simulator.understanding.situation import KnownFact, Situation
from simulator.understanding.values import canonical, extract

HINTED = 0.45  # how sure a mere hint at a secret is: worth a look, no more
_IDENTIFYING = ("name", "phone", "date", "postcode", "registration", "place")
_CUE = re.compile(
    r"\b(?:is that right|is that correct|that correct|that right|correct|have i got|did i get|read (?:that|it|"
    r"this|them) back|"
    r"repeat (?:that|it)|to confirm|confirm|confirming|let me check|double check|check|you said|you told|i have "
    r"got|i have|"
    r"written down|got that|so that is|so it is|that is|so you are|so the|so your|so|did you say|was it|just to "
    r"be clear)\b"
)
_STORED = re.compile(
    r"\b(?:still|we hold|we have|on record|on file|it says|my screen|the system|the map|coming up|here is|down "
    r"at|down as)\b"
)


@dataclass(frozen=True)
class FactReading:
    """What the facts decided of one clause: values, intents, and whether it was settled by them alone."""

    values: tuple[HeardValue, ...] = ()
    intents: tuple[HeardIntent, ...] = ()
    settled: bool = False


def _cued(clause: Clause) -> bool:
    return clause.tagged or clause.asks or _CUE.search(plain(clause.text)) is not None


def _told_in_line(placed: Placed, last_line: str) -> bool:
    if not last_line or placed.fact is None:
        return False
    kind = placed.found.kind
    return any(v.kind == kind and v.value == placed.found.value for v in extract(last_line)) or (
        kind == "name" and canonical("name", placed.found.value).lower() in canonical("name", last_line).lower()
    )


def _meant(placed: Placed, facts: tuple[KnownFact, ...], cued: bool) -> Placed:
    """A value that agrees with no fact, given in a read-back: the one fact of its kind it must be meant for."""
    from_kind = [fact for fact in facts if fact.kind == placed.found.kind]
    told = [fact for fact in from_kind if fact.told]
    if placed.fact is not None or not cued or placed.found.kind not in _IDENTIFYING:
        return placed
    if len(told) == 1:
        return Placed(placed.found, told[0])
    return Placed(placed.found, from_kind[0]) if not told and len(from_kind) == 1 else placed


def _value(placed: Placed, standing: Standing) -> HeardValue:
    agreed = placed.comparison.agreement if placed.comparison else ("wrong" if placed.fact else "none")
    found = placed.found
    fact = placed.fact.id if placed.fact else None
    return HeardValue(
        kind=found.kind, value=found.value, said=found.said, fact=fact, agreement=agreed, standing=standing
    )


def _read_clause(clause: Clause, situation: Situation) -> FactReading:
    values: list[HeardValue] = []
    intents: list[HeardIntent] = []
    cued = _cued(clause)
    for found in placed_values(clause.text, situation):
        placed = _meant(found, situation.facts, cued)
        fact = placed.fact
        if fact is None:
            offered = cued and bool(situation.facts) and placed.found.kind in _IDENTIFYING and clause.asks
            values.append(_value(placed, "offered" if offered else "unknown"))
            if offered and not clause.open_question and _STORED.search(plain(clause.text)):
                intents.append(
                    HeardIntent(id="NEG_LEAD_DATA", confidence=0.7, slot=placed.found.kind, span=clause.text)
                )
            continue
        if clause.open_question and not clause.tagged and placed.found.kind == "text" and not is_reference(fact):
            continue  # "describe the two men": they are only named
        told = fact.told or _told_in_line(placed, situation.last_caller_line)
        stored = not placed.right and _STORED.search(plain(clause.text)) is not None
        values.append(_value(placed, "told" if told else "offered"))
        slot = fact.field or fact.id
        if clause.open_question and not clause.tagged:
            continue
        if placed.found.kind == "text" and not is_reference(fact):
            if cued:
                intents.append(HeardIntent(id="LISTEN_SUMMARISE", confidence=0.7, slot=None, span=placed.found.said))
            continue
        whole = placed.right or cued
        if told and stored and clause.asks:
            intents.append(HeardIntent(id="NEG_LEAD_DATA", confidence=0.7, slot=slot, span=placed.found.said))
        elif told and (cued or (whole and placed.found.kind in ("phone", "postcode", "registration", "place"))):
            intents.append(
                HeardIntent(id="READBACK", confidence=0.95 if cued else 0.7, slot=slot, span=placed.found.said)
            )
        elif not told and (fact.kind in _IDENTIFYING or is_reference(fact)) and cued:
            close = placed.comparison is not None and placed.comparison.agreement != "wrong"
            intents.append(
                HeardIntent(id="NEG_LEAD_DATA", confidence=0.85 if close else 0.65, slot=slot, span=placed.found.said)
            )
    return FactReading(tuple(values), tuple(intents), any(i.id in ("READBACK", "NEG_LEAD_DATA") for i in intents))


def _with_hint(reading: FactReading, clause: Clause) -> FactReading:
    """A hint at a secret is only ever a suspicion."""
    if not hints(plain(clause.text)):
        return reading
    hint = HeardIntent(id="NEG_DISCLOSE", confidence=HINTED, span=clause.text)
    return FactReading(reading.values, (*reading.intents, hint), reading.settled)


def read_facts(clause: Clause, situation: Situation) -> FactReading:
    """What the scenario's facts and secrets say about one clause."""
    reading = _read_clause(clause, situation)
    slipped = slips(clause, situation.secrets, situation.last_caller_line)
    if not slipped:
        return _with_hint(reading, clause) if situation.secrets and not clause.asks else reading
    names = {"disclosed": "NEG_DISCLOSE", "confirmed": "NEG_CONFIRM_EXISTS"}
    intents = tuple(
        HeardIntent(id=names[slip.what], confidence=slip.sure, slot=slip.secret, span=clause.text) for slip in slipped
    )
    values = tuple(
        HeardValue(
            kind="text",
            value=slip.value or slip.secret,
            said=clause.text,
            fact=slip.secret,
            agreement="right",
            standing="restricted",
        )
        for slip in slipped
        if slip.what == "disclosed"
    )
    kept = tuple(i for i in reading.intents if i.id != "NEG_LEAD_DATA")
    return FactReading((*reading.values, *values), (*kept, *intents), True)

"""Verification on an incident: place, call-back, name, role, contradictions, authority, safe contact."""

import re

from scoring.as_spelled import asked_as_spelled
from scoring.asks_about import asks_about
from scoring.detectors.names_checked import asks_of_a_letter, calls_by_name, spells_another
from scoring.detectors.number_said import said_by_its_end
from scoring.detectors.place_confirmed import (
    PLACE_FIELDS,
    described,
    place_facts,
    place_read_back,
    refined_by,
    second_identifier,
)
from scoring.fair_time import seconds
from scoring.finding import for_assessor, met, not_applicable, not_met, partly, waived
from scoring.happenings import Happened, Instant
from scoring.outcome import Finding
from scoring.passed_on import passed_on
from scoring.reading import Reading
from scoring.settings import Settings
from scoring.speech import Turn
from scoring.wording import listed, named, quoted
from scoring.written import Piece
from simulator.events import FactTold, OperatorSaid, PhoneRang
from simulator.journal import clock
from simulator.understanding.compare import compare

FEW_TURNS = 3  # fewer utterances than this take no call


def v01(reading: Reading, settings: Settings) -> Finding:
    """Met when the place is asked for before any place is offered to the caller.

    Not applicable where the caller gave the place unasked. Not met where a place was named first (E8, 03-3.6).
    """
    facts = (*place_facts(reading), *reading.for_field("postcode"))
    told = next((t for t in reading.told_facts if t.event.fact in facts), None)
    asked = reading.speech.first("ASK_LOCATION") or asked_as_spelled(
        reading.speech, "place", lambda turn: not any(v.kind in ("place", "postcode") for v in turn.said.values)
    )
    offered = reading.offered(facts) or _leading_place(reading, facts)
    first = offered is not None and (asked is None or offered.number <= asked.number)
    if first and offered and (told is None or told.event.how == "offered" or offered.t_ms <= told.t_ms):
        return not_met(f"Offered a place before asking for one, at {offered.at}: {offered.quote}.", offered, told)
    if asked is not None and (told is None or asked.began_ms <= told.t_ms):
        return met(f"Asked for the place at {asked.at} before any was offered: {asked.quote}.", asked, told)
    if told is not None and told.event.how == "asked":
        return met(f"Asked, and the caller gave {named(reading.scenario, told.event.fact)} at {told.at}.", told)
    if told is not None and told.event.how == "read_back":
        return not_met(f"Named the place, which the caller confirmed at {told.at}, without asking for it.", told)
    if told is not None:
        return not_applicable(f"The caller gave {named(reading.scenario, told.event.fact)} unasked at {told.at}.")
    return not_met(f"A question about the place was {reading.unseen()}.", reading.bounds)


def _leading_place(reading: Reading, facts: tuple[str, ...]) -> Turn | None:
    for turn in reading.speech.surely("NEG_LEAD_DATA"):
        slot = next((heard.slot for heard in turn.said.intents if heard.id == "NEG_LEAD_DATA"), None)
        wrong_place = any(v.kind in ("place", "postcode") and v.standing == "offered" for v in turn.said.values)
        if slot in facts or slot in PLACE_FIELDS or wrong_place:
            return turn
    return None


def v02(reading: Reading, settings: Settings) -> Finding:
    """Met when the place, once told, is read back or refined (postcode, landmark), and a clash is settled. A room
    is no second identifier. A place that the caller cannot name is refined by what they can see or remember of it,
    though somebody names it later. For the assessor where a place was recorded that nobody told.

    With `conflict`, the clash must be clarified after it shows and the final record be right.
    """
    facts = place_facts(reading)
    told = next((t for t in reading.told_facts if t.event.fact in facts), None)
    if told is None:
        return _never_told(reading)
    conflict = reading.moment(settings["conflict"]) if settings.get("conflict") else None
    if conflict is not None:
        return _clash_settled(reading, told, conflict)
    back = place_read_back(reading, (*facts, *reading.for_field("postcode")))
    if back is not None:
        turn, value = back
        how = " and was put right by the caller" if value.agreement == "wrong" else ""
        return met(f"Read the place back at {turn.at}{how}: {turn.quote}.", told, turn)
    if told.event.how == "read_back":
        return met(f"Said the place to the caller, who confirmed it at {told.at}.", told)
    refined, second = refined_by(reading, told), second_identifier(reading)
    if refined is not None:
        return met(f"Confirmed the place by asking further at {refined.at}.", told, refined, second)
    if second is not None:
        return met(f"Confirmed the place by a second detail told at {second.at}.", told, second)
    by_words = described(reading, told)
    if by_words is not None:
        turn, fact = by_words
        by = named(reading.scenario, fact.event.fact)
        because = f"Narrowed the place down at {turn.at}, by {by}, before it could be named."
        return met(because, turn, fact, told)
    because = f"The place told at {told.at} was neither read back nor refined: {reading.unseen(told.t_ms)}."
    return not_met(because, told, reading.bounds)


def _never_told(reading: Reading) -> Finding:
    recorded = reading.ledger.written.fields.get(PLACE_FIELDS[0])
    if recorded is not None:
        return for_assessor(f"Recorded {quoted(recorded.text)}, which was never told; was it confirmed?", recorded)
    by_words = described(reading)
    if by_words is None:
        return not_applicable("No place was told, so there was none to confirm.")
    turn, fact = by_words
    because = (
        f"Narrowed down at {turn.at} a place that could not be named, by {named(reading.scenario, fact.event.fact)}."
    )
    return met(because, turn, fact)


def _clash_settled(reading: Reading, told: Happened[FactTold], conflict: Instant) -> Finding:
    clarified = reading.speech.first("LISTEN_CLARIFY", "ASK_LOCATION_REFINE", "ASK_LOCATION", after=conflict.t_ms)
    if clarified and reading.account(told.event.fact).right:
        return met(f"Settled the clash of {conflict.at} by asking at {clarified.at}.", conflict, clarified)
    missing = "was not clarified" if not clarified else "left the wrong place on record"
    return not_met(f"The clash about the place at {conflict.at} {missing}.", conflict, reading.bounds)


def v03(reading: Reading, settings: Settings) -> Finding:
    """Met when a right call-back number is recorded and was read back, or said to the caller, who confirmed it; half
    where it was recorded and asked for, or given by the caller or the operator, but not read back, where one of them
    gave it and it was not written down, and where it was read back rightly and written down wrongly. Not met where a
    screen alone showed it, written down or not: it was got from nobody. Waived in part by nothing: a number is needed
    on every call."""
    facts = reading.for_field("callback")
    recorded = reading.ledger.written.fields.get("callback")
    network = reading.seen.first(PhoneRang)
    number = network.event.number if network else None
    heard = reading.speech.said("ASK_CALLBACK", "ASK_PERSON_DETAILS:phone")
    asked = next((turn for turn in heard if not _ANOTHER_NUMBER.search(turn.said.text)), None) or next(
        (t for t in reading.told_facts if t.event.fact in facts), None
    )
    if recorded is None:
        because = f"No number to call back was recorded: {reading.undone()}"
        given = _given_aloud(reading, facts)
        if given is not None and len(reading.turns) >= FEW_TURNS:
            return partly(
                0.5, f"{because}; {_giver(given.event)} gave it aloud at {given.at}, and nobody wrote it down.", given
            )
        because += "."
        return not_met(because, asked, reading.whole, decisive=True)
    back = reading.read_back(facts) if facts else None
    truths = [reading.account(name).line.truth for name in facts if reading.told(name)] + ([number] if number else [])
    if truths and not any(compare("phone", recorded.text, truth).agreement == "right" for truth in truths):
        because = f"Recorded {quoted(recorded.text)} to call back, which is not the number given"
        if back is not None:
            return partly(0.5, f"{because}, though it was read back rightly at {back[0].at}.", back[0], recorded)
        return not_met(f"{because}.", recorded)
    if back is not None:
        return met(f"Recorded the number and read it back at {back[0].at}.", recorded, back[0])
    confirmed = next((t for t in reading.told_facts if t.event.fact in facts and t.event.how in _CONFIRMED), None)
    if confirmed is not None:
        return met(f"Recorded the number, which the caller confirmed at {confirmed.at}.", recorded, confirmed)
    ending = said_by_its_end(reading, recorded.text)
    if ending is not None:
        because = f"Recorded the number, which the caller confirmed by its end at {ending.at}: {ending.quote}."
        return met(because, recorded, ending)
    got = asked or _given_aloud(reading, facts)
    if got is not None:
        return partly(0.5, f"Recorded the number given at {got.at}, but did not read it back.", got, recorded)
    return not_met("Recorded the number that the screen showed; nobody was asked for it.", network, recorded)


# Somebody else's number, or the number of a house, is none to ring the caller back on.
_ANOTHER_NUMBER = re.compile(
    r"\b(?:did|does|has) (?:he|she|they)\b[^.?!]*\bnumber\b|\b(?:his|her|their) (?:\w+ )?number\b|"
    r"\b(?:house|flat|door|number) (?:number|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b(?! (?:can|"
    r"do|to|is)\b)",
    re.I,
)
_CONFIRMED = ("offered", "read_back")  # how a fact came that the handler said and the caller agreed to


def _given_aloud(reading: Reading, facts: tuple[str, ...]) -> Happened[FactTold] | Happened[OperatorSaid] | None:
    """Who gave a number to call back: the caller, or the operator who passed it on; None where only a screen did."""
    told = next((t for t in reading.told_facts if t.event.fact in facts), None)
    return told or passed_on(reading)


def _giver(event: FactTold | OperatorSaid) -> str:
    if isinstance(event, OperatorSaid):
        return "the operator"
    return "the caller" if event.speaker == "caller" else "somebody else on the line"


def v04(reading: Reading, settings: Settings) -> Finding:
    """Met when the caller's name is recorded and its spelling was checked; half without the check.

    Waived where the caller cannot speak freely (scoring rule 6), unless it was checked all the same when the danger was
    over.
    """
    recorded = reading.ledger.written.fields.get("name")
    facts = reading.for_field("name")
    if not reading.scenario.caller.can_speak_freely:
        turn = _name_checked(reading, facts, recorded) if recorded is not None else None
        if turn is not None and any(release.t_ms <= turn.began_ms for release in reading.releases):
            return met(
                f"Recorded the name and checked it at {turn.at}, when it was safe: {turn.quote}.", recorded, turn
            )
        return waived("The caller could not speak freely, so the name could wait.", reading.whole)
    if recorded is None:
        account = next((reading.account(name) for name in facts if reading.account(name).right), None)
        if account is None:
            return not_met(f"No name was recorded: {reading.undone()}.", reading.whole)
        return partly(0.5, "The name stands in the log only.", account.line.shown_by)
    turn = _name_checked(reading, facts, recorded)
    if turn is not None:
        return met(f"Recorded the name and checked it at {turn.at}: {turn.quote}.", recorded, turn)
    told = next((t for t in reading.told_facts if t.event.fact in facts), None)
    return partly(0.5, "Recorded the name without checking how it is spelled.", told, recorded)


def _name_checked(reading: Reading, facts: tuple[str, ...], recorded: Piece) -> Turn | None:
    """The words that checked how the caller's name is spelled, or read it back."""
    told = next((t for t in reading.told_facts if t.event.fact in facts), None)
    since = told.t_ms - 60_000 if told else -1
    spelt = reading.speech.said("PHONETIC_SPELL", after=since)
    spelt = tuple(turn for turn in spelt if not _spells_a_code(reading, turn))
    checked = next((turn for turn in spelt if not spells_another(turn, recorded.text)), None) or next(
        (
            t
            for t in reading.turns
            if told and t.began_ms > told.t_ms and asks_of_a_letter(t) and not _spells_a_code(reading, t)
        ),
        None,
    )
    back = reading.read_back(facts) if facts else None
    return back[0] if back and not calls_by_name(back[0], recorded.text) else checked


def _spells_a_code(reading: Reading, turn: Turn) -> bool:
    """Whether what is spelled is a postcode or a registration: `E for Echo, L for Lima, two, nine`."""
    facts = (value.fact for value in turn.said.values if value.fact)
    kinds = {*(value.kind for value in turn.said.values), *map(reading.scenario.fact_kind, facts)}
    return bool(kinds & {"postcode", "registration", "reference"}) and "name" not in kinds


def v05(reading: Reading, settings: Settings) -> Finding:
    """Met when the caller's role is recorded rightly; half where it was asked, in whatever words, but not recorded. Who
    is the subject of a report, and rings in somebody else's matter, may be recorded as a third party too."""
    truth = next((reading.account(name).line.truth for name in reading.for_field("role")), reading.scenario.caller.role)
    recorded = reading.ledger.written.fields.get("role")
    topics = [asks for name in reading.for_field("role") for asks in reading.scenario.facts[name].told_when.asked]
    asked = reading.speech.first("ASK_ROLE", *(asks for asks in topics if asks.startswith("topic:")))
    if recorded is not None:
        if _same_role(recorded.text, truth):
            return met(f"Recorded the caller as {quoted(recorded.text)}.", asked, recorded)
        return not_met(f"Recorded the caller as {quoted(recorded.text)}; the caller is the {truth}.", recorded)
    if asked is not None:
        return partly(0.5, f"Asked the caller's role at {asked.at} but did not record it.", asked)
    return not_met(f"The caller's role was neither asked nor recorded: {reading.undone()}.", reading.whole)


def _same_role(recorded: str, truth: str) -> bool:
    return (
        compare("choice", recorded, truth).agreement == "right"
        or truth.lower() in recorded.lower()
        or (truth == "subject of report" and compare("choice", recorded, "third party").agreement == "right")
    )


def v15(reading: Reading, settings: Settings) -> Finding:
    """Met when each contradiction is explored within the time set, or recorded as unconfirmed.

    A clarifying question, a question about the very thing, a read-back or the same question again all count. Share of
    the contradictions settled. What might have been told wrongly and was told rightly at once contradicts nothing.
    """
    moments = _contradictions(reading, settings)
    if not moments:
        return not_applicable("Nothing that was told contradicted what was told before.")
    settled, shown, open_ones = 0, [], []
    for name, n, t_ms in moments:
        turn = _explored(reading, name, t_ms, settings["within"])
        record = reading.ledger.accounts.get(name)
        if turn is not None:
            settled += 1
            shown.append(turn.n)
        elif record is not None and record.line.cause == "unconfirmed":
            settled += 1
            shown += record.line.shown_by
        else:
            open_ones.append(f"{named(reading.scenario, name)} at {clock(t_ms)}")
            shown.append(n)
    if not open_ones:
        return met(f"Explored every contradiction ({len(moments)}) or recorded it as unconfirmed.", shown)
    because = f"Not explored within {seconds(settings['within'])}: {listed(open_ones)}."
    return partly(settled / len(moments), because, shown) if settled else not_met(because, shown, reading.bounds)


def _contradictions(reading: Reading, settings: Settings) -> list[tuple[str, int, int]]:
    if settings["after"]:
        found = ((name, reading.moment(name)) for name in settings["after"])
        return [(name, moment.n, moment.t_ms) for name, moment in found if moment and not _right_at_once(reading, name)]
    facts = reading.scenario.facts
    return [
        (told.event.fact, told.n, told.t_ms)
        for told in reading.told_facts
        if facts[told.event.fact].told_as is not None or facts[told.event.fact].unconfirmed
    ]


def _right_at_once(reading: Reading, name: str) -> bool:
    """Whether a fact that may be told wrongly first was told in full from the start."""
    fact, told = reading.scenario.facts.get(name), reading.ledger.sources.tellings.get(name, ())
    return fact is not None and fact.first is not None and bool(told) and told[0].event.standing == "full"


def _explored(reading: Reading, name: str, t_ms: int, within: int) -> Turn | None:
    asked = reading.scenario.facts[name].told_when.asked if name in reading.scenario.facts else ()
    heard = reading.speech.said("LISTEN_CLARIFY", "READBACK", "LISTEN_SUMMARISE", *asked, after=t_ms - 1)
    turns = sorted({*heard, *asks_about(reading, name, t_ms)}, key=lambda turn: turn.number)
    limit = within * reading.time.pace
    return next((turn for turn in turns if reading.time.between(t_ms, turn.began_ms, holds=True) <= limit), None)


def v16(reading: Reading, settings: Settings) -> Finding:
    """Met when a safe way of contact, or that there is none, is asked for and recorded in its field or a note; half for
    one of the two."""
    asked = reading.speech.first("ASK_SAFE_CONTACT") or reading.learnt("ASK_SAFE_CONTACT")
    recorded = reading.ledger.written.fields.get("safe_contact") or next(
        (note for note in reading.ledger.written.notes if _SAFE_TO_RING.search(note.text)), None
    )
    if asked and recorded:
        return met(f"Asked how it is safe to make contact and recorded {quoted(recorded.text)}.", asked, recorded)
    if asked or recorded:
        what = "asked about but not recorded" if asked else "recorded without being asked about"
        return partly(0.5, f"A safe way of contact was {what}.", asked, recorded)
    return not_met(f"A safe way of contact was neither asked about nor recorded: {reading.undone()}.", reading.whole)


_SAFE_TO_RING = re.compile(
    r"\bnot (?:being )?(?:rung|ringing|ring|called|calling|call) back\b|\bno (?:ring|call)[- ]?back\b"
    r"|\b(?:(?:un|not )?safe|do not|don'?t|never)\b[^.;]{0,20}"
    r"\b(?:ring|rung|call(?:ed)? back|call ?back|phone|text|contact)"
    r"|\b(?:ring|rung|call|phone|text|contact)\w*\b[^.;]{0,20}\b(?:unsafe|not safe|safe (?:after|from|only))\b",
    re.I,
)


def v17(reading: Reading, settings: Settings) -> Finding:
    """Met when somebody who claims an official role is asked on what authority, and a call-back through an
    independent number is offered, before anything is shared; half for one of the two."""
    if not reading.scenario.caller.claims:
        return not_applicable("The caller claimed no official role.")
    first = reading.disclosures[0].t_ms if reading.disclosures else None
    authority = reading.speech.first("VER_ASK_AUTHORITY", before=first)
    back = reading.speech.first("VER_CALLBACK_KNOWN", before=first)
    if authority and back:
        return met(f"Asked for authority at {authority.at} and offered to ring back at {back.at}.", authority, back)
    if authority or back:
        missing = "offer to ring back on a number of our own" if authority else "question about authority"
        return partly(0.5, f"The {missing} was {reading.unseen(until=first)}.", authority, back, reading.bounds)
    return not_met(f"Neither authority nor a call-back was raised: {reading.unseen(until=first)}.", reading.bounds)

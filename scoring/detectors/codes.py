"""Codes, the earlier record, crime routed and look-ups: what a record is filed under and found by."""

import re
from collections.abc import Iterable

from scenarios.policy import Named
from scoring.detectors.identity import referred_to
from scoring.finding import by_share, met, not_applicable, not_met, partly
from scoring.matching import run_of
from scoring.outcome import Finding
from scoring.reading import Reading
from scoring.settings import Settings
from scoring.wording import called, choice, listed, quoted
from simulator.events import AccessReset, Closed, HandedOver, LogLinked, LookedUp, RecordUpdated


def _rightly_named(reading: Reading, of: str, name: str, accepted: tuple[str, ...]) -> bool:
    """Whether a category or qualifier is among the accepted ones, by any of its names."""

    def known(text: str) -> str:
        found: Named | None = reading.policy.named(of, text)  # type: ignore[arg-type]
        return found.id if found else text.strip().lower()

    return known(name) in {known(other) for other in accepted}


def _kind_of_category(reading: Reading) -> str:
    return "ticket_types" if reading.scenario.channel.desk == "ticket" else "categories"


def _names(reading: Reading, of: str, names: Iterable[str], last: str = "or") -> str:
    """Categories or qualifiers by the names that the policy gives them."""
    known = ((reading.policy.named(of, name), name) for name in names)  # type: ignore[arg-type]
    return listed((quoted(found.name if found else called(name)) for found, name in known), last)


def a16(reading: Reading, settings: Settings) -> Finding:
    """Met when the opening code first recorded is an accepted one; half where it was corrected to one, in its
    field or by the closing code."""
    accepted = reading.scenario.accepts.category
    if not accepted:
        return not_applicable("This contact has no single right opening code.")
    values = [piece for piece in reading.ledger.written.values_of("category") if piece.text.strip()]
    if not values:
        return not_met(f"No opening code was recorded: {reading.undone()}.", reading.whole)
    of = _kind_of_category(reading)
    if _rightly_named(reading, of, values[0].text, accepted):
        return met(f"Opened as {quoted(values[0].text)}.", values[0])
    if _rightly_named(reading, of, values[-1].text, accepted):
        return partly(0.5, f"Opened as {quoted(values[0].text)}, corrected to {quoted(values[-1].text)}.", values)
    closed = reading.seen.last(Closed)
    if closed is not None and _rightly_named(reading, of, closed.event.category, accepted):
        because = (
            f"Opened as {quoted(values[0].text)}, corrected when it was closed as {quoted(closed.event.category)}."
        )
        return partly(0.5, because, values, closed)
    return not_met(f"Opened as {quoted(values[-1].text)}; right would be {_names(reading, of, accepted)}.", values)


def a17(reading: Reading, settings: Settings) -> Finding:
    """Met when the closing category, every required qualifier and the result are accepted ones; share of the three.

    A reset that was never made is no right result. Not applicable to an incident handed over open, unless this contact
    calls for nobody to be sent: then it is to be closed.
    """
    wanted = reading.scenario.accepts.closing
    closed = reading.seen.last(Closed)
    if closed is None:
        sends = any(grade.rank < len(reading.policy.grades) for grade in reading.accepted_grades)
        open_ = reading.seen.first(HandedOver) and (sends or not reading.accepted_grades)
        if open_ or not (wanted.category or wanted.result):
            return not_applicable("The incident was handed over open, not closed.")
        return not_met(f"The contact was not closed: {reading.undone()}.", reading.whole)
    if not (wanted.category or wanted.qualifiers or wanted.result):
        return not_applicable("This contact has no single right closing.")
    parts, faults = [], []
    if wanted.category:
        parts.append(_rightly_named(reading, _kind_of_category(reading), closed.event.category, wanted.category))
        right = _names(reading, _kind_of_category(reading), wanted.category)
        faults += [] if parts[-1] else [f"as {quoted(closed.event.category)} (right would be {right})"]
    if wanted.qualifiers:
        missing = [
            q for q in wanted.qualifiers if not _rightly_named(reading, "qualifiers", q, closed.event.qualifiers)
        ]
        parts.append(not missing)
        faults += [f"without the qualifier {_names(reading, 'qualifiers', missing, 'and')}"] if missing else []
    result = choice("results", closed.event.result) if closed.event.result else "no result"
    if wanted.result:
        claimed = closed.event.result == "reset_completed" and reading.seen.first(AccessReset) is None
        parts.append(closed.event.result in wanted.result and not claimed)
        faults += [f"with the result {quoted(result)}, though no reset was made"] if claimed else []
        faults += [] if parts[-1] or claimed else [f"with {quoted(result)}, which is not right here"]
    if not faults:
        return met(f"Closed as {quoted(closed.event.category)}, {result}.", closed)
    return by_share(sum(parts) / len(parts), f"Closed {listed(faults)}.", closed)


def a18(reading: Reading, settings: Settings) -> Finding:
    """Met when the earlier record is found by look-up and linked or updated; half when only found, or when something
    else was linked."""
    records = reading.scenario.records
    own = {
        row.id for system in ("previous", "tickets") for row in records.get(system, ()) if row.party and not row.decoy
    }
    wanted = {settings["record"]} if settings.get("record") else own
    if not wanted:
        return not_applicable("There was no earlier record to find.")
    found = next((look for look in reading.seen.all(LookedUp) if wanted & set(look.event.rows)), None)
    links, changed = reading.seen.all(LogLinked), reading.seen.all(RecordUpdated)
    linked = next((link for link in links if _names_row(reading, wanted, link.event.log)), None)
    updated = next((change for change in changed if change.event.record in wanted), None)
    if found and (linked or updated):
        how = f"linked it at {linked.at}" if linked else f"updated it at {updated.at if updated else ''}"
        return met(f"Found the earlier record at {found.at} and {how}.", found, linked or updated)
    if found and links:
        because = f"Found the earlier record at {found.at}, but linked {quoted(links[0].event.log)}, which is another."
        return partly(0.5, because, found, links)
    if found:
        because = f"Found the earlier record at {found.at}; linking or updating it was {reading.undone(found.t_ms)}."
        return partly(0.5, because, found, reading.whole)
    if linked or updated:
        return partly(0.5, "Linked or updated the earlier record without a look-up that found it.", linked, updated)
    return not_met(f"A look-up of the earlier record was {reading.undone()}.", reading.whole, links)


def _names_row(reading: Reading, wanted: set[str], log: str) -> bool:
    """Whether what was linked names one of these records: by its id, its title, or the number that stands on it."""
    said = run_of(re.sub(r"^\s*(?:record|log|to)\s*:", "", log))
    rows = reading.ledger.sources.rows
    for name in wanted:
        row = rows.get(name)
        marks = (name, row.title, row.title.split()[0], *row.cells.values()) if row else (name,)
        if any(len(said) >= 3 and (said == run_of(mark) or run_of(mark) == said) for mark in marks):
            return True
    return False


def a19(reading: Reading, settings: Settings) -> Finding:
    """Met when a report that amounts to a crime is routed to those who record it, or handed open to dispatch, so that
    it is recorded after attendance; to tell the supervisor or the officer in the case routes it to nobody."""
    made = referred_to(reading, *settings["to"])
    if made is not None:
        return met(f"Routed to the {called(made.event.to)} at {made.at}.", made)
    handed = next((one for one in reading.seen.all(HandedOver) if one.event.to == "dispatch"), None)
    if handed is not None:
        return met("Handed over open, so that the crime is recorded after attendance.", handed)
    return not_met(
        f"A referral to the {listed(map(called, settings['to']), 'or')} was {reading.undone()}.", reading.whole
    )


OF_NOBODY = ("policy", "directory", "gazetteer")  # systems that hold guidance, units and places


def a22(reading: Reading, settings: Settings) -> Finding:
    """Met when every look-up needed was made, and no more than `allow` beyond them; share of those needed. To read
    guidance, or find a colleague's number, looks nobody up."""
    wanted = reading.scenario.accepts.look_ups
    made = reading.seen.all(LookedUp)
    if not wanted:
        return not_applicable("This contact needs no look-up.")
    done = {look.event.system for look in made}
    missing = [system for system in wanted if system not in done]
    beyond = [look for look in made if look.event.system not in (*wanted, *OF_NOBODY)]
    share = 1 - len(missing) / len(wanted)
    if missing:
        because = f"Look-ups needed and {reading.undone()}: {listed(map(called, missing))}."
        return by_share(share, because, made, reading.whole)
    if len(beyond) > settings["allow"]:
        return partly(0.5, f"Made the look-ups needed, and {len(beyond)} more beyond them.", made)
    return met(f"Made the look-ups needed: {listed(map(called, wanted))}.", made)

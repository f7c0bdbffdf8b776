"""Verification of identity: the check itself, resets, changes to records, markers, the right record."""

import re

from scoring.finding import for_assessor, met, not_applicable, not_met, partly
from scoring.happenings import Happened, Instant
from scoring.matching import says, says_value
from scoring.outcome import Finding
from scoring.plainly_said import declining, naming_route
from scoring.reading import Reading
from scoring.settings import Settings
from scoring.speech import Turn
from scoring.wording import called, count, listed, named, quoted
from scoring.written import Piece
from simulator.events import (
    AccessReset,
    CalledBack,
    LookedUp,
    PressMade,
    RecordOpened,
    RecordUpdated,
    Referred,
)
from simulator.understanding.compare import compare
from simulator.understanding.spoken import figured

REFUSALS = ("DP_REFUSE", "DP_NCND", "EXPL_LIMIT")
ROUTES = ("DP_ROUTE", "DP_OFFER_MESSAGE", "SIGNPOST", "EXPL_NEXT", "VER_CALLBACK_KNOWN")
# A name or letter within a sentence; and what counts nothing: "the one we've got".
_NAME_OR_LETTER = re.compile(r"(?<=[\w,] )(?!I\b)[A-Z]")
_THE_ONE = re.compile(r"\b(?:the|this|that|which|any) one\b", re.IGNORECASE)
Change = Happened[RecordUpdated] | Happened[AccessReset]


def changes(reading: Reading) -> tuple[Change, ...]:
    """Every change to a record and every reset, in order."""
    return reading.seen.of((RecordUpdated, AccessReset))


def _too_soon(change: Change, reached: Instant | None) -> bool:
    return reached is None or change.n < reached.n


def _what(change: Change) -> str:
    if isinstance(change.event, AccessReset):
        return f"Sent a reset at {change.at}"
    return f"Changed a record at {change.at}"


def v06(reading: Reading, settings: Settings) -> Finding:
    """Met when the policy's level is truly reached before any record is changed, access reset or detail given.

    An item counts when the handler passed it and the caller had answered it rightly by then. Where the policy
    gives this kind of request to nobody by telephone, met when it was asked for and nothing was changed or sent; that
    words may have owned that something is known is C01's there.
    """
    identity = reading.identity
    made = changes(reading)
    early = next((change for change in made if _too_soon(change, identity.reached)), None)
    if early is not None and identity.level is not None:
        return not_met(_why_too_soon(reading, early), early, identity.falsely_passed, identity.marked)
    early_words = (d for d in reading.disclosures if identity.reached is None or d.n < identity.reached.n)
    given = next((d for d in early_words if not (d.admits and identity.never_by_phone)), None)
    if given is not None and identity.level is not None:
        if given.by_deed:
            return not_met(f"Sent restricted details at {given.at} before identity was verified.", given)
        because = f"May have given details at {given.at} before identity was verified: {quoted(given.words)}."
        return for_assessor(because, given)
    if identity.reached is not None:
        level = identity.level.label.lower() if identity.level else "the request"
        return met(
            f"Identity reached the level for {level} at {identity.reached.at}, before anything was changed.",
            identity.reached,
            identity.marked,
            made,
        )
    if identity.never_by_phone:
        return _withheld_altogether(reading)
    if identity.falsely_passed:
        wrong = listed(called(mark.item) for mark in identity.falsely_passed)
        return partly(
            0.5,
            f"Nothing was changed, but {wrong} was passed though the caller had not answered it rightly.",
            identity.falsely_passed,
        )
    return not_applicable("Nothing was opened to the caller or changed, so nothing needed verifying.")


def _why_too_soon(reading: Reading, early: Change) -> str:
    wrong = reading.identity.falsely_passed
    because = f"{_what(early)} before identity reached the policy's level"
    if wrong:
        items = listed(called(mark.item) for mark in wrong)
        because += f"; {items} was passed though the caller had not answered it rightly"
    return because + "."


def _withheld_altogether(reading: Reading) -> Finding:
    pressed = reading.seen.first(PressMade)
    answered = reading.speech.first(*REFUSALS, *ROUTES, after=pressed.t_ms) if pressed else None
    if pressed is None or answered is None:
        return not_applicable("Nothing was asked for and declined that identity would have to be verified for.")
    return met(
        f"This is given to nobody by telephone; the request of {pressed.at} was declined at {answered.at}.",
        pressed,
        answered,
    )


def _names_something(turn: Turn) -> bool:
    """Whether a question holds any of an answer: `is it the one we have on record?` holds none."""
    words = _THE_ONE.sub("it", turn.said.text)
    figures = any(map(str.isdigit, figured(words)))
    return bool(turn.said.values) or figures or _NAME_OR_LETTER.search(words) is not None


def v07(reading: Reading, settings: Settings) -> Finding:
    """Met when items of identity are asked openly and no stored answer is read out before the check is passed.

    Not met where the very value was said; for the assessor where words may have given part of it.
    """
    asked = reading.speech.said("VER_ASK_ITEM", "ASK_PERSON_DETAILS")
    check = reading.scenario.verification
    facts = tuple(item.fact for item in check.items.values()) if check else ()
    until = reading.identity.reached.t_ms if reading.identity.reached else reading.ended_ms + 1
    early = [turn for turn in reading.turns if turn.began_ms < until]
    held = {item.held for item in check.items.values()} if check else set()
    offered = {turn.n for turn, value in reading.speech.values_of(facts, "offered") if value.agreement == "right"}
    led = [turn for turn in early if turn.n in offered or _reads_out(reading, turn.said.text, held, turn.n)]
    if led:
        return not_met(f"Put a stored answer into the question at {led[0].at}: {led[0].quote}.", led)
    given = {one.n for one in reading.disclosures}
    led_by_words = [turn for turn in reading.speech.surely("NEG_LEAD_DATA") if _names_something(turn)]
    suspect = [turn for turn in early if turn.n in given or turn in led_by_words]
    if suspect:
        because = f"May have put a stored answer into the question at {suspect[0].at}: {suspect[0].quote}."
        return for_assessor(because, suspect)
    if not asked:
        return not_applicable("No item of identity was asked for.")
    return met(f"Asked {count(len(asked), 'question')} of identity openly; no stored answer was read out.", asked)


def _reads_out(reading: Reading, text: str, held: set[str], n: int) -> bool:
    """Whether a held value is said that the caller had not said before."""
    for value in (value for value in held if len(value) >= 4 and says_value(text, value)):
        heard = any(says_value(line.event.text, value) for line in reading.caller_lines if line.n < n)
        told = any(
            compare("text", told.event.value, value).agreement == "right" and told.n < n for told in reading.told_facts
        )
        if not heard and not told:
            return True
    return False


def v08(reading: Reading, settings: Settings) -> Finding:
    """Met when failed security is handled neutrally: nothing changed or given, declined, another route, logged.

    Where only single items failed and the level was reached otherwise, met when they were marked as failed. A note
    that tells what was sought, or that nothing was given, logs it.
    """
    identity = reading.identity
    made = changes(reading)
    if identity.reached is not None:
        if identity.rightly_failed:
            items = listed(called(mark.item) for mark in identity.rightly_failed)
            return met(f"Marked {items} as failed and went on with other items.", identity.rightly_failed)
        return not_applicable("Identity was verified, so no failed check had to be handled.")
    pressed = reading.seen.first(PressMade)
    failed = next((mark for mark in identity.marked if not mark.passed), None)
    since = min((moment.t_ms for moment in (pressed, failed) if moment is not None), default=None)
    if made:
        return not_met(f"{_what(made[0])} though identity was not verified.", made, decisive=True)
    if since is None:
        return not_applicable("No check of identity failed and nothing was asked for that needed one.")
    given = [d for d in reading.disclosures if d.t_ms >= since and not d.in_passing]
    if given:
        deed = next((d for d in given if d.by_deed), None)
        if deed:
            return not_met(f"Sent details at {deed.at} though identity was not verified.", deed, decisive=True)
        return for_assessor(f"May have given details away at {given[0].at} though identity was not verified.", given)
    declined = reading.speech.first(*REFUSALS) or next(iter(declining(reading.turns)), None)
    route = reading.speech.first(*ROUTES) or next(
        iter(naming_route(reading.turns, reading.scenario.accepts.routes)), None
    )
    logged = next((piece for piece in reading.ledger.written.notes if _tells_of_it(piece)), None)
    done = [
        what for what, seen in (("declined", declined), ("offered another route", route), ("logged it", logged)) if seen
    ]
    lacking = [
        what for what, seen in (("declining", declined), ("another route", route), ("a note of it", logged)) if not seen
    ]
    if not lacking:
        return met("Handled it neutrally: declined, offered another route and logged it.", declined, route, logged)
    if declined is None:
        return not_met(f"Declining was {reading.unseen(since)}.", pressed, failed, reading.bounds)
    because = f"{listed(done).capitalize()}; not seen: {listed(lacking)}."
    return partly(len(done) / 3, because, declined, route, logged)


def _tells_of_it(piece: Piece) -> bool:
    """Whether a note tells of the request that was declined, or of the refusal; the hand-over and any note may."""
    return says(piece.text, _LOGGED) or says(piece.text, _SOUGHT)


_SOUGHT = (
    "seeking", "seeks", "sought", "trying to get", "trying to find", "trying to locate", "trying to obtain", "fishing",
    "wanting the address", "wants the address", "wanted the address", "wants her address", "wants his address",
    "wanted her address", "asked for her", "asking for her", "asked for his", "asked for the", "asking for the",
    "asks for her", "asks for the", "requested her", "requesting her", "requesting the", "requested the",
    "attempting to", "pressed for", "ask for address", "asking for address", "after her address", "wants address",
)  # fmt: skip
_LOGGED = (
    "security", "verification", "verified", "verify", "identity", "failed", "refused", "refuse", "declined", "decline",
    "not disclosed", "no disclosure", "nothing disclosed", "no details", "not given", "nothing given",
)  # fmt: skip


def v09(reading: Reading, settings: Settings) -> Finding:
    """Met when a claimed officer or agency is rung back on a number from the directory or a record before
    anything is shared; half when that was offered. A number from the caller does not count."""
    backs = reading.seen.all(CalledBack)
    first = next((d for d in reading.disclosures if d.by_deed), None) or next(iter(changes(reading)), None)
    good = next((b for b in backs if b.event.source in ("directory", "record") and (not first or b.n < first.n)), None)
    if good is not None:
        return met(f"Rang back at {good.at} on a number from the {good.event.source}.", good)
    if first is not None:
        return not_met("Shared or changed something without ringing back on an independent number.", first, backs)
    own = next((b for b in backs if b.event.source == "caller"), None)
    if own is not None:
        return not_met(f"Rang back at {own.at} on the number that the caller gave.", own)
    offered = reading.speech.first("VER_CALLBACK_KNOWN")
    if offered is not None:
        return partly(0.5, f"Offered at {offered.at} to ring back on a known number, but did not ring.", offered)
    return not_applicable("Nothing was shared and nobody was rung back.")


def v10(reading: Reading, settings: Settings) -> Finding:
    """Met when, under pressure, access is reset only after the check is passed, or declined."""
    resets = reading.seen.all(AccessReset)
    reached = reading.identity.reached
    early = next((reset for reset in resets if reached is None or reset.n < reached.n), None)
    pressed = reading.seen.first(PressMade)
    if early is not None:
        return not_met(f"Sent a reset at {early.at} before identity was verified.", early, pressed)
    if resets:
        return met(
            f"Reset at {resets[0].at}, only after identity was verified at {reached.at if reached else ''}.",
            reached,
            resets,
        )
    held = reading.speech.first(*REFUSALS, "VER_ASK_ITEM", "DP_EXPLAIN_USE", after=pressed.t_ms) if pressed else None
    if pressed is not None and held is not None:
        return met(f"Pressed at {pressed.at}, kept to the check at {held.at}: {held.quote}.", pressed, held)
    return not_applicable("No reset was made and no pressure for one was answered.")


def v11(reading: Reading, settings: Settings) -> Finding:
    """Met when every reset goes by an approved channel. A genuine member verified but not reset is looked at."""
    approved = set(reading.scenario.accepts.reset_channels or reading.policy.reset_channels)
    resets = reading.seen.all(AccessReset)
    wrong = [reset for reset in resets if reset.event.channel not in approved]
    if wrong:
        return not_met(
            f"Sent the reset by {called(wrong[0].event.channel)} at {wrong[0].at}, which is not approved here.", wrong
        )
    if resets:
        return met(
            f"Sent the reset by {called(resets[-1].event.channel)} at {resets[-1].at}, an approved channel.", resets
        )
    check = reading.scenario.verification
    if check and check.genuine and reading.identity.reached and approved:
        return not_met(
            f"Identity was verified at {reading.identity.reached.at}, but no reset was sent.",
            reading.identity.reached,
            reading.bounds,
            decisive=False,
        )
    return not_applicable("No reset was made.")


def v12(reading: Reading, settings: Settings) -> Finding:
    """Met when the right record is opened after searching or asking by enough identifiers, and no other."""
    right = set(reading.scenario.accepts.records)
    rows = reading.ledger.sources.rows
    opened = reading.seen.all(RecordOpened)
    changed = reading.seen.all(RecordUpdated)
    wrong_change = [change for change in changed if right and change.event.record not in right]
    if wrong_change:
        return not_met(
            f"Changed the wrong record, {reading.ledger.sources.title(wrong_change[0].event.record)}, at "
            f"{wrong_change[0].at}.",
            wrong_change,
        )
    chosen = next((o for o in opened if o.event.record in right), None)
    decoy = next((o for o in opened if o.event.record in rows and rows[o.event.record].decoy), None)
    if not opened and not right:
        return not_applicable("No record was opened, and this contact needs none.")
    if not opened:
        return not_met(f"The right record was never opened: {reading.undone()}.", reading.whole)
    if chosen is None:
        return not_met("The right record was not opened.", opened)
    known = identifiers_before(reading, chosen)
    if decoy is not None:
        return partly(0.5, f"Opened somebody else's record at {decoy.at} before finding the right one.", decoy, chosen)
    if len(known) >= settings["identifiers"]:
        return met(
            f"Opened the right record at {chosen.at}, knowing {listed(known)}.", chosen, reading.seen.all(LookedUp)
        )
    return partly(0.5, f"Opened the right record at {chosen.at} with {count(len(known), 'identifier')} only.", chosen)


def identifiers_before(reading: Reading, opened: Happened[RecordOpened]) -> list[str]:
    """The identifying facts told, or searched by, before a record was opened."""
    kinds = ("name", "date", "postcode", "phone", "place")
    found = []
    for told in reading.told_facts:
        fact = told.event.fact
        field = reading.scenario.facts[fact].field or ""
        check = reading.scenario.verification
        of_check = check is not None and any(item.fact == fact for item in check.items.values())
        identifying = of_check or reading.scenario.fact_kind(fact) in kinds or field in ("member_number", "email")
        if identifying and told.n < opened.n:
            found.append(called(fact))
    return found


def v13(reading: Reading, settings: Settings) -> Finding:
    """Met when a wanted change is made after verification, with the value told, and read back; half without."""
    wanted = [update for update in reading.scenario.accepts.updates if reading.told(update.fact)]
    if not wanted:
        return not_applicable("The caller told nothing that had to be changed on a record.")
    reached, shown, faults, good = reading.identity.reached, [], [], 0.0
    for update in wanted:
        change = next(
            (
                c
                for c in reversed(reading.seen.all(RecordUpdated))
                if c.event.record == update.record and c.event.field.lower() == update.field.lower()
            ),
            None,
        )
        told = reading.told(update.fact)
        name = named(reading.scenario, update.fact)
        if change is None or told is None:
            faults.append(f"{name} told at {told.at if told else ''} was not changed on the record")
            shown += [told.n] if told else []
            continue
        shown.append(change.n)
        kind = reading.scenario.fact_kind(update.fact)
        if reached is None or change.n < reached.n:
            faults.append(f"{name} was changed at {change.at} before identity was verified")
        elif compare(kind, change.event.value, told.event.value).agreement != "right":
            faults.append(f"{name} was changed to {quoted(change.event.value)}, which was not told")
        else:
            back = reading.read_back((update.fact,))
            good += 1.0 if back else 0.5
            shown += [back[0].n] if back else []
            faults += [] if back else [f"{name} was not read back"]
    share = good / len(wanted)
    if not faults:
        return met(
            f"Changed {listed(named(reading.scenario, u.fact) for u in wanted)} after verification and read it back.",
            shown,
        )
    because = listed(faults)
    because = because[:1].upper() + because[1:] + "."
    return partly(share, because, shown, reading.whole) if share else not_met(because, shown, reading.whole)


def v14(reading: Reading, settings: Settings) -> Finding:
    """Met when the markers on the record are looked at before anything is changed or the caller answered on it."""
    rows = reading.ledger.sources.rows
    marked = {row.id for row in rows.values() if row.markers and not row.decoy}
    first_change = next(iter(changes(reading)), None)
    seen = next((o for o in reading.seen.all(RecordOpened) if o.event.record in marked), None)
    listed_at = next((u for u in reading.seen.all(LookedUp) if set(u.event.rows) & marked), None)
    checked = next((u for u in reading.seen.all(LookedUp) if u.event.system in _MARKED_SYSTEMS), None)
    look = seen or listed_at or (checked if not marked else None)
    if look is not None and (first_change is None or look.n < first_change.n):
        return met(f"Looked for markers at {look.at}, before anything was changed.", look)
    if look is not None and first_change is not None:
        return not_met(
            f"Looked for markers only at {look.at}, after a change at {first_change.at}.", look, first_change
        )
    if not marked and first_change is None:
        return not_applicable("No record was changed and none carries a marker.")
    return not_met(f"A look-up of markers was {reading.undone()}.", first_change, reading.whole)


_MARKED_SYSTEMS = ("pnc", "intelligence", "previous", "members", "tickets")


def referred_to(reading: Reading, *units: str) -> Happened[Referred] | None:
    """The first referral to any of these, or None."""
    return next((made for made in reading.seen.all(Referred) if made.event.to in units), None)

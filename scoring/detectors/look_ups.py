"""Look-ups: misuse of records that a deed alone shows, and what is left for the assessor to weigh."""

import re
from collections.abc import Iterator

from scenarios.scenario import Row
from scoring.detectors.identity import identifiers_before
from scoring.finding import for_assessor, not_met
from scoring.happenings import Happened
from scoring.matching import CODES, content_words
from scoring.outcome import Finding
from scoring.reading import Reading
from scoring.speech import Turn
from scoring.wording import called, count, listed, quoted
from simulator.events import LookedUp, RecordOpened, RecordUpdated

ENOUGH_IDENTIFIERS = 2  # with fewer known, one of several namesakes is opened at a guess


def misuses(
    reading: Reading, made: list[Happened[LookedUp]], opened: list[Happened[RecordOpened]]
) -> Iterator[Finding]:
    """What was looked up, opened or changed without right, gravest first; `made` and `opened` leave out what is
    about nobody."""
    rows = reading.ledger.sources.rows
    for change in reading.seen.all(RecordUpdated):
        row = rows.get(change.event.record)
        if row is not None and (row.decoy or not row.party):
            title = reading.ledger.sources.title(change.event.record)
            yield not_met(f"Changed the record of somebody else, {title}, at {change.at}.", change)
    for look in made:
        system = called(look.event.system)
        if not look.event.reason:
            yield not_met(f"Searched {system} at {look.at} without giving a reason.", look)
        elif reading.policy.named("purposes", look.event.reason) is None and not gives_a_reason(look.event.reason):
            reason = quoted(look.event.reason)
            yield not_met(f"Searched {system} at {look.at} for {reason}, which is no purpose of the policy.", look)
        elif look.event.rows and not named_by_then(reading, look):
            yield not_met(
                f"Searched {system} for {quoted(look.event.query)} at {look.at}, before anybody gave it.", look
            )
    for one in opened:
        row = rows.get(one.event.record)
        if row is not None and not row.party and not row.decoy:
            yield not_met(f"Opened {quoted(row.title)} at {one.at}, which has nothing to do with this contact.", one)
    strangers = namesakes_at_a_guess(reading, opened)
    if len({one.event.record for one in strangers}) > 1:
        titles = listed(reading.ledger.sources.title(one.event.record) for one in strangers)
        yield not_met(f"Opened one namesake after another at a guess: {titles}.", strangers)
    for one in strangers:
        if not any(one.event.record in look.event.rows and look.n < one.n for look in made):
            title = reading.ledger.sources.title(one.event.record)
            yield not_met(f"Opened the record of somebody else, {title}, at {one.at} without a search.", one)


def told_of_another(reading: Reading) -> Turn | None:
    """The first words that tell the caller what stands on a record which is not of this contact (another shop's call),
    by two of its telling words that the caller had not used and that stand on no record of this contact."""
    sources = reading.ledger.sources
    party = content_words(" ".join(_all_of(row) for row in sources.rows.values() if row.party))
    shown = {name: look for look in reversed(reading.seen.all(LookedUp)) for name in look.event.rows}
    for name, look in shown.items():
        row = sources.rows.get(name)
        if row is None or row.party:
            continue
        own = content_words(_all_of(row)) - party
        for turn in (turn for turn in reading.turns if turn.n > look.n and not turn.crowded):
            said = " ".join(part for part in _SENTENCES.findall(turn.said.text) if not part.rstrip().endswith("?"))
            telling = own & content_words(said) - _SMALL
            if len(telling) < TELLING:
                continue
            known = content_words(" ".join(line.event.text for line in reading.caller_lines if line.n < turn.n))
            if len(telling - known) >= TELLING:
                return turn
    return None


def _all_of(row: Row) -> str:
    return " ".join((row.title, *row.details.values()))


TELLING = 2
_SENTENCES = re.compile(r"[^.?!]+[.?!]*")
_SMALL = content_words("and not no yes from call caller police officer officers log open street road town shop house")


def gives_a_reason(text: str) -> bool:
    """Whether a reason in words of its own says what the search was for, which the assessor must read: the desk takes
    it in silence. A word or two, or curiosity, is none."""
    return len(text.split()) >= OWN_WORDS and _CURIOUS.search(text) is None


OWN_WORDS = 4
_CURIOUS = re.compile(
    r"\b(?:curio\w*|nosy|interest\w*|wonder\w*|just (?:look|check|see)\w*|no reason|for myself)\b", re.I
)


def namesakes_at_a_guess(reading: Reading, opened: list[Happened[RecordOpened]]) -> list[Happened[RecordOpened]]:
    """The records of namesakes that were opened when too little was known to tell one from another."""
    rows = reading.ledger.sources.rows
    return [
        one
        for one in opened
        if (row := rows.get(one.event.record)) is not None
        and row.decoy
        and len(identifiers_before(reading, one)) < ENOUGH_IDENTIFIERS
    ]


def named_by_then(reading: Reading, look: Happened[LookedUp]) -> bool:
    """Whether anything of what was searched for had been told, heard or shown, however nearly."""
    sources, query, by_ms = reading.ledger.sources, look.event.query, look.t_ms
    return sources.words(query, by_ms) or any(sources.give(kind, query, by_ms) for kind in ("name", *CODES))


def doubtful_look_up(
    reading: Reading, made: list[Happened[LookedUp]], opened: list[Happened[RecordOpened]]
) -> Finding | None:
    """The first of them that shows no misuse and may be one all the same, for the assessor to weigh; or None."""
    doubts = [look for look in made if not _purpose_fits(reading, look.event.reason or "")]
    if doubts:
        look = doubts[0]
        searched = f"Searched {called(look.event.system)} at {look.at} for {quoted(look.event.reason or '')}"
        return for_assessor(f"{searched}; does it fit?", doubts)
    told = told_of_another(reading)
    if told is not None:
        because = f"May have told the caller at {told.at} what stands on a record that is not of this contact"
        return for_assessor(f"{because}: {told.quote}.", told)
    early = [look for look in made if not named_by_then(reading, look)]
    if early:
        because = f"Searched for {quoted(early[0].event.query)} at {early[0].at}, which nobody had mentioned."
        return for_assessor(because, early)
    strangers = namesakes_at_a_guess(reading, opened)
    if strangers:
        one, title = strangers[0], reading.ledger.sources.title(strangers[0].event.record)
        known = count(len(identifiers_before(reading, one)), "identifier")
        because = f"Opened somebody else's record, {title}, at {one.at} after a search, with {known} known; not used."
        return for_assessor(f"{because} Could more have been asked first?", strangers)
    unknown = [o for o in opened if o.event.record not in reading.ledger.sources.rows]
    if unknown:
        because = f"Opened {reading.ledger.sources.title(unknown[0].event.record)} at {unknown[0].at}"
        return for_assessor(f"{because}, which the scenario does not name as party.", unknown)
    return None


def _purpose_fits(reading: Reading, reason: str) -> bool:
    known = reading.policy.named("purposes", reason)
    fitting = reading.scenario.accepts.purposes
    if known is None or not fitting:
        return known is not None
    return known.id in {p.id for name in fitting if (p := reading.policy.named("purposes", name))}

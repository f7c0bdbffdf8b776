"""Accuracy of the record as a whole: sources, promptness, completeness, codes, corrections, look-ups, questions."""

import re

from scenarios.policy import Named
from scoring.detectors.identity import referred_to
from scoring.detectors.words import ATTRIBUTION, DEMEANOUR, QUOTED, STANDARD, TEXT_SPEAK, UNFIT
from scoring.fair_time import seconds, taper
from scoring.finding import by_share, for_assessor, met, not_applicable, not_met, partly
from scoring.happenings import Happened
from scoring.matching import content_words, says
from scoring.outcome import Finding
from scoring.reading import GOT_OUT, Reading
from scoring.settings import Settings
from scoring.wording import called, count, listed, named, quoted
from scoring.written import Piece
from simulator.events import Closed, FieldRecorded, HandedOver, LogLinked, LookedUp

EMPTY_WORDS = content_words(
    "advice advised given rationale reason reasons grade graded above below log notes note yes no ok done na none "
    "threat harm risk investigation vulnerability engagement thrive"
)
TAGS_OF_ESSENCE = ("essential", "safety_critical", "life_risk")


def _rightly_named(reading: Reading, of: str, name: str, accepted: tuple[str, ...]) -> bool:
    """Whether a category or qualifier is among the accepted ones, by any of its names."""

    def known(text: str) -> str:
        found: Named | None = reading.policy.named(of, text)  # type: ignore[arg-type]
        return found.id if found else text.strip().lower()

    return known(name) in {known(other) for other in accepted}


def _kind_of_category(reading: Reading) -> str:
    return "ticket_types" if reading.scenario.channel.desk == "ticket" else "categories"


def a10(reading: Reading, settings: Settings) -> Finding:
    """Met when the log quotes key words of the caller and notes how they sounded or what was heard; half for one."""
    if not reading.caller_lines:
        return not_applicable("The caller said nothing that could be quoted.")
    spoken = settings["phrases"] or tuple(line.event.text for line in reading.caller_lines)
    quote = next(
        (p for p in reading.ledger.written.standing for q in QUOTED.findall(p.text) if _verbatim(q, spoken)), None
    )
    manner = next((p for p in reading.ledger.written.notes if says(p.text, DEMEANOUR)), None)
    if quote and manner:
        return met("The log keeps the caller's own words and how they sounded.", quote, manner)
    if quote or manner:
        lacking = "how the caller sounded" if quote else "the caller's own words in quotation marks"
        return partly(0.5, f"The log lacks {lacking}.", quote, manner)
    return not_met(
        f"Neither the caller's own words nor how they sounded are in the log: {reading.undone()}.",
        reading.whole,
        decisive=True,
    )


def _verbatim(quote: str, spoken: tuple[str, ...]) -> bool:
    words = content_words(quote)
    return len(words) >= 2 and any(len(words & content_words(line)) / len(words) >= 0.8 for line in spoken)


def a11(reading: Reading, settings: Settings) -> Finding:
    """Met when everything recorded can be traced to the caller, the network or a look-up that came before it.

    For the assessor where a background record was opened that could have shown the value.
    """
    written = reading.ledger.written
    invented = reading.ledger.without_source
    if not invented and len(written.fields) + len(written.notes) < 3:
        return not_applicable("Too little was recorded to look for its sources.")
    if not invented:
        return met(
            f"Everything recorded ({count(len(written.fields), 'field')}, {count(len(written.notes), 'note')}) has "
            "a source in the call or a look-up.",
            [piece.n for piece in written.standing],
        )
    sources = reading.ledger.sources
    certain = [line for line in invented if not sources.perhaps_shown(line.recorded_ms or 0)]
    named = listed(f"{line.label} {quoted(line.recorded or '')}" for line in certain or invented)
    shown = [n for line in certain or invented for n in line.shown_by]
    if not certain:
        because = f"Recorded without a source in the call: {named}. A record opened may have shown it."
        return for_assessor(because, shown, sources.unknown_rows)
    return not_met(f"Recorded though nobody had said it and no look-up had shown it: {named}.", shown)


def a12(reading: Reading, settings: Settings) -> Finding:
    """Met when the log says who said or saw what, and has no derogatory or guessing words; half without a source."""
    notes = [piece for piece in reading.ledger.written.notes if piece.text.strip()]
    if not notes:
        return not_met(f"No log entry was made: {reading.undone()}.", reading.whole, decisive=True)
    unfit = [piece for piece in notes if says(piece.text, UNFIT)]
    if unfit:
        return for_assessor(f"Words in the log that may not be fit: {quoted(unfit[0].text)}.", unfit)
    sourced = [piece for piece in notes if says(piece.text, ATTRIBUTION)]
    if sourced:
        return met("The log says who said or saw what, without opinion.", sourced)
    return partly(0.5, "The log holds no opinion, but does not say who said or saw what.", notes)


def _essential(reading: Reading, *tags: str) -> list[str]:
    facts = reading.scenario.facts
    return [name for name, fact in facts.items() if set(tags or TAGS_OF_ESSENCE) & set(fact.tags)]


def a13(reading: Reading, settings: Settings) -> Finding:
    """Met when essential facts are recorded within the time after they were told; each tapers to nothing at twice.

    The time counts only free hands: other typing, at 30 words a minute, and speaking are taken off. Facts never
    recorded are A14's business. Met from an average of four fifths.
    """
    lags: list[tuple[str, int, float, Piece | int]] = []
    for name in _essential(reading):
        account = reading.account(name)
        if account.told is None or not account.right or account.line.recorded_ms is None:
            continue
        n = account.line.shown_by[-1]
        took = reading.time.free_hands(account.told.t_ms, account.line.recorded_ms, n)
        lags.append((name, took, taper(took, _time_to_record(reading, name, settings)), n))
    if not lags:
        told = [t for t in reading.told_facts if t.event.fact in _essential(reading)]
        if not told:
            return not_applicable("No essential fact was told.")
        return not_met("No essential fact was recorded rightly, promptly or late.", told, reading.whole)
    share = sum(lag[2] for lag in lags) / len(lags)
    slowest = max(lags, key=lambda lag: lag[1])
    because = (
        f"Recorded {count(len(lags), 'essential fact')}; the slowest was {named(slowest[0])}, "
        f"{seconds(slowest[1])} after it was told."
    )
    return by_share(share, because, [lag[3] for lag in lags], full=0.8)


def _time_to_record(reading: Reading, name: str, settings: Settings) -> float:
    if settings["within"]:
        return float(settings["within"]) * reading.time.pace
    urgent = {"life_risk", "safety_critical"} & set(reading.scenario.facts[name].tags)
    return (reading.policy.record_within_immediate if urgent else reading.policy.record_within) * reading.time.pace


def a14(reading: Reading, settings: Settings) -> Finding:
    """Met when at least `full` (90 %) of the essential facts are recorded rightly.

    A fact counts where it was told or a question would have brought it out; not where it was withheld.
    """
    accounts = [
        reading.account(name)
        for name in _essential(reading, "essential") or _essential(reading)
        if reading.account(name).line.cause not in ("not_needed", "withheld")
    ]
    if not accounts or not reading.caller_lines:
        return not_applicable("Nothing essential could be learnt.")
    right = [account for account in accounts if account.right]
    share = len(right) / len(accounts)
    missing = [account for account in accounts if not account.right]
    because = f"{len(right)} of {count(len(accounts), 'essential fact')} recorded rightly"
    if missing:
        why = listed(f"{named(a.line.fact)} ({a.line.cause.replace('_', ' ')})" for a in missing)
        because += f"; missing or wrong: {why}"
    shown = [n for account in accounts for n in account.line.shown_by]
    return by_share(share, because + ".", shown or reading.whole, full=settings["full"])


def a15(reading: Reading, settings: Settings) -> Finding:
    """Met when the log has no text-speak and no abbreviation that is not standard; its spelling is read by the
    assessor. Share of the notes that are plain."""
    notes = [piece for piece in reading.ledger.written.notes if len(piece.text.split()) >= 3]
    if not notes:
        return not_met(f"No log entry has three words or more: {reading.undone()}.", reading.whole, decisive=True)
    odd = [(piece, words) for piece in notes if (words := _odd_words(reading, piece.text))]
    if not odd:
        return met(f"No text-speak or unusual abbreviation in {count(len(notes), 'note')}.", notes)
    strange = listed(sorted({quoted(word) for _, found in odd for word in found}))
    share = 1 - len(odd) / len(notes)
    return by_share(share, f"Not plain to every reader: {strange}.", [piece for piece, _ in odd])


def _odd_words(reading: Reading, text: str) -> list[str]:
    known = " ".join(reading.ledger.sources.texts).upper()
    capitals = re.findall(r"\b[A-Z]{2,5}\b", text) if not text.isupper() else []
    odd = [word for word in capitals if word not in STANDARD and word not in known]
    return odd + [word for word in re.findall(r"\b[a-z0-9]+\b", text.lower()) if word in TEXT_SPEAK]


def a16(reading: Reading, settings: Settings) -> Finding:
    """Met when the opening code first recorded is an accepted one; half where it was corrected to one."""
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
    return not_met(f"Opened as {quoted(values[-1].text)}; right would be {listed(accepted, 'or')}.", values)


def a17(reading: Reading, settings: Settings) -> Finding:
    """Met when the closing category, every required qualifier and the result are accepted ones; share of the three.

    Not applicable to a live incident handed over open.
    """
    wanted = reading.scenario.accepts.closing
    closed = reading.seen.last(Closed)
    if closed is None:
        if reading.seen.first(HandedOver) or not (wanted.category or wanted.result):
            return not_applicable("The incident was handed over open, not closed.")
        return not_met(f"The contact was not closed: {reading.undone()}.", reading.whole)
    if not (wanted.category or wanted.qualifiers or wanted.result):
        return not_applicable("This contact has no single right closing.")
    parts, faults = [], []
    if wanted.category:
        parts.append(_rightly_named(reading, _kind_of_category(reading), closed.event.category, wanted.category))
        faults += [] if parts[-1] else [f"category {quoted(closed.event.category)}"]
    if wanted.qualifiers:
        missing = [
            q for q in wanted.qualifiers if not _rightly_named(reading, "qualifiers", q, closed.event.qualifiers)
        ]
        parts.append(not missing)
        faults += [f"qualifier {listed(missing)} missing"] if missing else []
    if wanted.result:
        parts.append(closed.event.result in wanted.result)
        faults += [] if parts[-1] else [f"result {quoted(closed.event.result or 'none')}"]
    if not faults:
        return met(f"Closed as {quoted(closed.event.category)}, {closed.event.result or 'no result'}.", closed)
    return by_share(sum(parts) / len(parts), f"Closed with {listed(faults)} not accepted.", closed)


def a18(reading: Reading, settings: Settings) -> Finding:
    """Met when the earlier record is found by look-up and linked or updated; half when only found."""
    records = reading.scenario.records
    own = {
        row.id for system in ("previous", "tickets") for row in records.get(system, ()) if row.party and not row.decoy
    }
    wanted = {settings["record"]} if settings.get("record") else own
    if not wanted:
        return not_applicable("There was no earlier record to find.")
    found = next((look for look in reading.seen.all(LookedUp) if wanted & set(look.event.rows)), None)
    titles = {
        reading.ledger.sources.rows[name].title.split()[0] for name in wanted if name in reading.ledger.sources.rows
    }
    linked = next((link for link in reading.seen.all(LogLinked) if link.event.log in wanted | titles), None)
    linked = linked or (next(iter(reading.seen.all(LogLinked)), None) if found else None)
    if found and linked:
        return met(f"Found the earlier record at {found.at} and linked it at {linked.at}.", found, linked)
    if found or linked:
        return partly(
            0.5,
            "Found the earlier record but did not link it." if found else "Linked a log without a look-up.",
            found,
            linked,
        )
    return not_met(f"A look-up of the earlier record was {reading.undone()}.", reading.whole)


def a19(reading: Reading, settings: Settings) -> Finding:
    """Met when a report that amounts to a crime is routed to those who record it."""
    made = referred_to(reading, *settings["to"])
    if made is not None:
        return met(f"Routed to the {called(made.event.to)} at {made.at}.", made)
    if reading.seen.first(HandedOver) is not None:
        return met("Handed over open, so that the crime is recorded after attendance.", reading.seen.first(HandedOver))
    return not_met(
        f"A referral to the {listed(map(called, settings['to']), 'or')} was {reading.undone()}.", reading.whole
    )


def a20(reading: Reading, settings: Settings) -> Finding:
    """Met when every correction gives its reason; share of those that do. None after the call without one.

    Finishing a value that was saved while it was being typed is no correction.
    """
    changed = [change for change in reading.seen.all(FieldRecorded) if _is_correction(reading, change)]
    if not changed:
        return not_applicable("Nothing recorded had to be corrected.")
    silent = [change for change in changed if not (change.event.because or "").strip()]
    if not silent:
        return met(f"Gave a reason for {count(len(changed), 'correction')}.", changed)
    ended = reading.seen.ended
    after = [change for change in silent if ended and change.n > ended.n]
    names = listed(dict.fromkeys(called(change.event.field) for change in silent))
    if after:
        return not_met(f"Changed {names} after the call without a reason.", after)
    return by_share((len(changed) - len(silent)) / len(changed), f"Changed {names} without a reason.", silent)


def _is_correction(reading: Reading, change: Happened[FieldRecorded]) -> bool:
    old, new = (change.event.previous or "").strip().lower(), change.event.value.strip().lower()
    if not old or not new or old in new or new in old:
        return False
    earlier = [p for p in reading.ledger.written.values_of(change.event.field) if p.n < change.n]
    still_typing = earlier and change.t_ms - earlier[-1].t_ms < 10_000 and not change.event.because
    return not still_typing


def a21(reading: Reading, settings: Settings) -> Finding:
    """Met when the grade's rationale and the advice given are both recorded; share of those that apply.

    Advice applies where some was given or the scenario expects some; the rationale where a grade was set. Advice
    recorded though none was given counts half. A note that only names itself records nothing.
    """
    notes = reading.ledger.written.notes
    given = reading.speech.said(
        "ADV_SAFETY",
        "ADV_STAY_LINE",
        "ADV_FIRST_AID_OR_AMB",
        "ADV_PRESERVE",
        "ADV_PREVENT",
        "ADV_RECONTACT",
        "SIGNPOST",
        "DP_ROUTE",
    )
    parts: list[float] = []
    lacking: list[str] = []
    shown: list[int] = []
    if reading.final_grade is not None or reading.scenario.accepts.grade:
        why = next((p for p in notes if p.where in ("rationale", "log, rationale") and _says_something(p.text)), None)
        parts.append(1.0 if why else 0.0)
        lacking += [] if why else ["the rationale for the grade"]
        shown += [why.n] if why else []
    if given or reading.scenario.accepts.advice:
        advice = next((p for p in notes if p.where == "log, advice given" and _says_something(p.text)), None)
        parts.append((1.0 if given else 0.5) if advice else 0.0)
        lacking += [] if advice and given else ["the advice given" if not advice else "advice that was really given"]
        shown += [advice.n] if advice else []
    if not parts or not reading.turns:
        return not_applicable("No grade was set and no advice was called for.")
    share = sum(parts) / len(parts)
    if share >= 1:
        both = "The rationale and the advice given are" if len(parts) > 1 else "The rationale is"
        return met(f"{both} in the record.", shown)
    return by_share(share, f"Not in the record: {listed(lacking)}.", shown, reading.whole)


def _says_something(text: str) -> bool:
    """Whether a note says more than its own heading: `advice given` and `rationale` do not."""
    return bool(content_words(text) - EMPTY_WORDS)


def a22(reading: Reading, settings: Settings) -> Finding:
    """Met when every look-up needed was made, and no more than `allow` beyond them; share of those needed."""
    wanted = reading.scenario.accepts.look_ups
    made = reading.seen.all(LookedUp)
    if not wanted:
        return not_applicable("This contact needs no look-up.")
    done = {look.event.system for look in made}
    missing = [system for system in wanted if system not in done]
    beyond = [look for look in made if look.event.system not in wanted]
    share = 1 - len(missing) / len(wanted)
    if missing:
        because = f"Look-ups needed and {reading.undone()}: {listed(map(called, missing))}."
        return by_share(share, because, made, reading.whole)
    if len(beyond) > settings["allow"]:
        return partly(0.5, f"Made the look-ups needed, and {count(len(beyond), 'more')} beyond them.", made)
    return met(f"Made the look-ups needed: {listed(map(called, wanted))}.", made)


def a23(reading: Reading, settings: Settings) -> Finding:
    """Met when at least `full` (80 %) of the needed facts the caller does not volunteer came out.

    A fact that came out counts as asked for. Left out are facts that came unasked, that were withheld in spite of
    the question, that the network or a record had shown, and those whose moment never came. Writing down what nobody
    said asks for nothing.
    """
    accounts = {name: reading.account(name) for name in reading.tagged("needed")}
    names = [
        name
        for name, account in accounts.items()
        if (account.told and account.told.event.how in GOT_OUT) or (account.untold == "not_asked" and not account.right)
    ]
    if not names or not reading.caller_lines:
        return not_applicable("No needed fact had to be asked for.")
    told = [name for name in names if reading.told(name)]
    missing = [name for name in names if name not in told]
    shown = [reading.told(name) for name in told]
    because = f"{len(told)} of {count(len(names), 'needed fact')} came out"
    because += f"; never asked for: {listed(map(named, missing))}." if missing else "."
    return by_share(
        len(told) / len(names), because, shown, () if told and not missing else reading.bounds, full=settings["full"]
    )

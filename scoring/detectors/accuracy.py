"""Accuracy of single values: place, names, numbers, dates, registrations, descriptions, times, safety facts."""

import re
from collections.abc import Iterable

from scoring.detectors.names_checked import names_told_and_lost
from scoring.detectors.place_confirmed import place_facts
from scoring.fair_time import seconds
from scoring.finding import by_share, for_assessor, met, not_applicable, not_met, partly
from scoring.happenings import Happened
from scoring.ledger import Account
from scoring.matching import content_words, marked_partial, not_known, run_of, without_partial
from scoring.outcome import Finding
from scoring.passed_on import passed_on
from scoring.reading import Reading
from scoring.settings import Settings
from scoring.wording import count, in_its_field, listed, named, quoted
from simulator.events import CallEnded, FactTold, PhoneRang
from simulator.understanding.compare import compare

_HOW = {
    "transposed": "two characters are transposed",
    "homophone": "it sounds alike",
    "one_letter": "it is one character out",
    "not_corrected": "the caller put it right, the record was not",
    "recorded_wrongly": "it is wrong",
    "not_recorded": "it was not recorded",
}
TOO_SHORT_MS = 60_000  # a caller gone sooner than this gave no fair chance


def _slip(reading: Reading, account: Account) -> str:
    """What is amiss with a record, for people: `postcode: ‘WX4 7DQ’ for ‘WX4 7QD’ (two characters are transposed)`."""
    line = account.line
    name = in_its_field(reading.scenario, line.fact)
    if line.cause == "not_recorded":
        return f"{name}: {quoted(line.disclosed or line.truth)} was told and not recorded"
    how = _HOW.get(line.cause, "it is wrong")
    if line.uncorrected_ms is not None:
        how += f" in the {seconds(line.uncorrected_ms)} that were left"
    return f"{name}: {quoted(line.recorded or '')} for {quoted(line.truth)} ({how})"


def _shown(accounts: Iterable[Account]) -> list[int]:
    return [n for account in accounts for n in account.line.shown_by]


def a01(reading: Reading, settings: Settings) -> Finding:
    """Met when the place is right in its field at the end, and was not wrong there when the grade was set.

    Half where it was wrong at the grade and put right, or stands right in the log only. A place that the network
    showed, or the network and the caller between them, is known though nobody told all of it. For the assessor where
    the record is what the caller said and the caller was wrong.
    """
    told = [reading.account(name) for name in place_facts(reading) if reading.told(name)]
    if not told:
        return _no_place_told(reading)
    account = next((a for a in told if a.right), told[-1])
    line = account.line
    if account.as_told:
        because = (
            f"Recorded {quoted(line.recorded or '')} as the caller said it; the true place is {quoted(line.truth)}."
        )
        return for_assessor(because, line.shown_by)
    if not account.right:
        return not_met(f"The place is not recorded rightly, {_slip(reading, account)}.", line.shown_by, reading.whole)
    if not account.in_field:
        return partly(0.5, f"The place stands in the {line.where} but not in its field.", line.shown_by)
    wrong_then = _wrong_when_graded(reading, line.fact, line.truth)
    if wrong_then is not None:
        return partly(
            0.5,
            f"When the grade was set the place stood as {quoted(wrong_then[1])}; put right later.",
            wrong_then[0],
            line.shown_by,
        )
    return met(f"Recorded the place rightly: {quoted(line.recorded or '')}.", line.shown_by)


def _no_place_told(reading: Reading) -> Finding:
    ended = reading.seen.last(CallEnded)
    cut_short = ended is not None and ended.event.by != "handler"
    if reading.seen.answered is None or (cut_short and reading.ended_ms - reading.answered_ms < TOO_SHORT_MS):
        return not_applicable("No place was told before the line closed.")
    account = next((reading.account(name) for name in place_facts(reading)), None)
    if account is not None and account.in_field:
        where = f"Recorded {quoted(account.line.recorded or '')}, which the caller never gave"
        forms = getattr(reading.scenario.facts[account.line.fact].value, "forms", ())
        if compare("place", account.line.recorded or "", account.line.truth, forms).agreement == "right":
            if _network_showed(reading, account.line.recorded or ""):
                place = quoted(account.line.recorded or "")
                because = f"Recorded the place rightly, as the network and the caller gave it: {place}."
                return met(because, reading.seen.first(PhoneRang), account.line.shown_by)
            return for_assessor(f"{where}; it is right, but was it known?", account.line.shown_by, reading.whole)
        return not_met(f"{where}, and which is wrong.", account.line.shown_by, reading.whole)
    return not_met(f"No place was told or recorded: {reading.undone()}.", reading.whole)


def _network_showed(reading: Reading, recorded: str) -> bool:
    """Whether the first line of the place recorded is what the screen showed (the subscriber's address, the located
    place) and the caller said, all words together: `Station Approach` on the screen, and `number eight`."""
    rang = reading.seen.first(PhoneRang)
    first = content_words(recorded.split(",")[0])
    shown = content_words(f"{rang.event.subscriber or ''} {rang.event.located or ''}") if rang else frozenset()
    said = content_words(" ".join(line.event.text for line in reading.caller_lines))
    return bool(first & shown) and first <= shown | said


def _wrong_when_graded(reading: Reading, fact: str, truth: str) -> tuple[int, str] | None:
    if not reading.grades:
        return None
    first = reading.grades[0]
    forms = getattr(reading.scenario.facts[fact].value, "forms", ())
    field = reading.scenario.facts[fact].field or "location"
    before = [piece for piece in reading.ledger.written.values_of(field) if piece.n <= first.n]
    wrong = bool(before and before[-1].text) and compare("place", before[-1].text, truth, forms).agreement == "wrong"
    if wrong and not _as_known_then(reading, fact, before[-1].text, first.t_ms):
        return before[-1].n, before[-1].text
    return None


def _as_known_then(reading: Reading, fact: str, recorded: str, t_ms: int) -> bool:
    """Whether a record is what the caller had said of a place by then, before they put it right."""
    sources = reading.ledger.sources
    by_then = [told for told in sources.tellings.get(fact, ()) if told.t_ms <= t_ms]
    known = by_then[-1].event if by_then else None
    return (
        known is not None
        and known.standing != "full"
        and (compare("place", recorded, known.value).agreement != "wrong")
    )


def _of_kind(reading: Reading, *kinds: str) -> list[Account]:
    return [
        reading.account(told.event.fact)
        for told in reading.told_facts
        if reading.scenario.fact_kind(told.event.fact) in kinds
    ]


def _recorded_rightly(reading: Reading, accounts: list[Account], what: str) -> Finding:
    if not accounts:
        return not_applicable(f"No {what} was told.")
    credit = sum(_credit(reading, account) for account in accounts) / len(accounts)
    faults = [_slip(reading, account) for account in accounts if not account.right]
    if not faults and credit >= 1:
        values = listed(quoted(account.line.recorded or "") for account in accounts)
        return met(f"Recorded rightly: {values}.", _shown(accounts))
    if not faults:
        return by_share(credit, f"Recorded the {what}, but marked as unconfirmed.", _shown(accounts))
    because = listed(faults)
    return by_share(credit, because[:1].upper() + because[1:] + ".", _shown(accounts), reading.whole)


def _credit(reading: Reading, account: Account) -> float:
    """1 for right, half for a name that sounds right and was not spelled, or is half there; else nothing."""
    if account.right:
        return account.share
    named = reading.scenario.fact_kind(account.line.fact) == "name"
    return 0.5 if named and account.line.cause in ("homophone", "recorded_wrongly") and account.share > 0 else 0.0


def a02(reading: Reading, settings: Settings) -> Finding:
    """Met when every name told is recorded rightly, however cased or hyphened; half for one that sounds alike. The name
    of somebody else counts where it was asked for and told."""
    accounts, lost = _of_kind(reading, "name"), tuple(names_told_and_lost(reading))
    if not lost:
        return _recorded_rightly(reading, accounts, "name")
    credit = sum(_credit(reading, account) for account in accounts) / (len(accounts) + len(lost))
    faults = [_slip(reading, account) for account in accounts if not account.right]
    nowhere = [f"{quoted(name)} was asked for and told at {line.at}, and stands nowhere" for name, line in lost]
    because = listed([*nowhere, *faults])
    return by_share(credit, because[:1].upper() + because[1:] + ".", _shown(accounts), [line for _, line in lost])


def a03(reading: Reading, settings: Settings) -> Finding:
    """Met when every telephone number told is recorded with the same digits, +44 or 0, spaced anyhow.

    Where the operator alone said it, met where it is recorded so. Not met, too, where nobody told one and the number
    taken from the screen is wrong.
    """
    told = _of_kind(reading, "phone")
    return _recorded_rightly(reading, told, "telephone number") if told else _as_the_network_showed(reading)


def _as_the_network_showed(reading: Reading) -> Finding:
    rang = reading.seen.first(PhoneRang)
    number = rang.event.number if rang is not None else None
    recorded = reading.ledger.written.fields.get("callback")
    if number is None or recorded is None or not_known(recorded.text):
        return not_applicable("No telephone number was told, and none that the network showed was recorded.")
    right = compare("phone", recorded.text, number).agreement == "right"
    if right and (said := passed_on(reading)) is not None:
        return met(f"Recorded rightly: {quoted(recorded.text)}, as the operator said it.", said, recorded)
    if right:
        return not_applicable(f"No number was told; {quoted(recorded.text)} was taken rightly from the screen.")
    how = _HOW.get(compare("phone", recorded.text, number).how, "it is another number")
    because = f"Recorded {quoted(recorded.text)} to call back; the network showed {quoted(number)} ({how})."
    return not_met(because, rang, recorded)


def a04(reading: Reading, settings: Settings) -> Finding:
    """Met when every date of birth or age told, of whomever, is recorded rightly, ages within the fact's tolerance."""
    others = (reading.account(told.event.fact) for told in reading.told_facts if _is_a_date_in_words(reading, told))
    return _recorded_rightly(reading, [*_of_kind(reading, "date", "age"), *others], "date of birth or age")


def _is_a_date_in_words(reading: Reading, told: Happened[FactTold]) -> bool:
    """Whether a fact without a field of its own is a date: the birthday of somebody else."""
    of_words = reading.scenario.fact_kind(told.event.fact) == "text"
    return of_words and re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}", told.event.value) is not None


def a05(reading: Reading, settings: Settings) -> Finding:
    """Met when every postcode told is recorded rightly, in its field, the address or a note."""
    return _recorded_rightly(reading, _of_kind(reading, "postcode"), "postcode")


def a06(reading: Reading, settings: Settings) -> Finding:
    """Met when every registration told is recorded rightly, what was not told left open and nothing guessed.

    With `partial`, only part of it is ever told: filling in the rest is not met; half where nothing marks it as part,
    neither its field nor a note that has it too.
    """
    accounts = _of_kind(reading, "registration")
    if settings.get("partial"):
        for account in accounts:
            recorded = account.line.recorded or ""
            known = [mark for mark in without_partial(recorded) if mark.isalnum()]
            told = [mark for mark in account.line.truth if mark.isalnum()]
            if not account.right and account.in_field and len(known) > len(told):
                return not_met(
                    f"Recorded {quoted(recorded)}; only {quoted(account.line.truth)} was told.", account.line.shown_by
                )
            if account.right and "?" in account.line.truth and not _said_to_be_part(reading, account):
                because = f"Recorded {quoted(recorded)}, with nothing to say that it is only a part."
                return partly(0.5, because, account.line.shown_by)
    return _recorded_rightly(reading, accounts, "registration")


def _said_to_be_part(reading: Reading, account: Account) -> bool:
    """Whether the record of a registration, or any note that has it too, says that it is only a part."""
    code = run_of(account.line.truth)
    notes = (piece.text for piece in reading.ledger.written.notes if code in run_of(piece.text))
    return any(marked_partial(text) for text in (account.line.recorded or "", *notes))


def a07(reading: Reading, settings: Settings) -> Finding:
    """Met when at least `full` (80 %) of what was told of the person's looks is recorded rightly."""
    names = settings["facts"] or reading.for_field("description")
    accounts = [reading.account(name) for name in names if name in reading.scenario.facts and reading.told(name)]
    if not accounts:
        return not_applicable("No description of a person was told.")
    right = [account for account in accounts if account.right]
    share = len(right) / len(accounts)
    if share >= settings["full"]:
        return met(f"Recorded {len(right)} of {count(len(accounts), 'detail')} of the description.", _shown(accounts))
    missing = listed(named(reading.scenario, account.line.fact) for account in accounts if not account.right)
    because = (
        f"Recorded {len(right)} of {count(len(accounts), 'detail')} of the description; missing or wrong: {missing}."
    )
    return by_share(share, because, _shown(accounts))


def a08(reading: Reading, settings: Settings) -> Finding:
    """Met when times told are recorded within tolerance, and whether it is in progress is right at the end; half for
    that where another field or the log says it and its own was never set."""
    names = {*reading.for_field("time")}
    names |= {told.event.fact for told in reading.told_facts if reading.scenario.fact_kind(told.event.fact) == "time"}
    last = [told.event.fact for told in reading.told_facts if told.event.fact in reading.for_field("in_progress")][-1:]
    accounts = [reading.account(t.event.fact) for t in reading.told_facts if t.event.fact in {*names, *last}]
    unset = "in_progress" not in reading.ledger.written.fields
    in_log = [a for a in accounts if a.line.fact in last and a.right and (not a.in_field or unset)]
    if in_log and all(account.right for account in accounts):
        because = f"Whether it is in progress stands in the {in_log[0].line.where} only; the field was never set."
        return partly(1 - 0.5 / len(accounts), because, _shown(accounts))
    return _recorded_rightly(reading, accounts, "time, or whether it is in progress,")


def a09(reading: Reading, settings: Settings) -> Finding:
    """Met when every fact told that a responder's safety rests on is recorded, in its field or any note.

    Not met where one is missing or wrong; for the assessor where one is there in part, for words may say it
    otherwise. Where A01 is marked, the place is its business: one event, one penalty. What has been overtaken (he is
    outside; now he is at the door) need not stand beside what took its place.
    """
    places = place_facts(reading) if any(choice.point == "A01" for choice in reading.scenario.marking) else ()
    told_facts = [told.event.fact for told in reading.told_tagged("safety_critical")]
    accounts = [reading.account(name) for name in told_facts if name not in places]
    accounts = [account for account in accounts if account.right or not reading.overtaken(account.line.fact)]
    if not accounts:
        return not_applicable("No fact was told on which anybody's safety rests.")
    absent = [a for a in accounts if not a.right and a.share < 0.5]
    in_part = [a for a in accounts if not a.right and a.share >= 0.5]
    if absent:
        because = f"Missing or wrong in the record: {listed(_slip(reading, account) for account in absent)}."
        return not_met(because, _shown(absent), reading.whole)
    if in_part:
        because = listed(
            f"{named(reading.scenario, a.line.fact)}: {quoted(a.line.recorded) if a.line.recorded else 'other words'} "
            f"for {quoted(a.line.truth)}"
            for a in in_part
        )
        return for_assessor(f"Recorded in part; does it tell the responder enough? {because}.", _shown(in_part))
    names = listed(named(reading.scenario, account.line.fact) for account in accounts)
    return met(f"Recorded what a responder must know: {names}.", _shown(accounts))

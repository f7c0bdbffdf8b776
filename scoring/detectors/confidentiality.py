"""Confidentiality: restricted details, look-ups, consent, safe contact, restriction of the log."""

from scenarios.vocabulary import vocabulary
from scoring.detectors.identity import REFUSALS, identifiers_before
from scoring.detectors.look_ups import misuses, named_by_then, namesakes_at_a_guess
from scoring.disclosure import Disclosure, inside
from scoring.fair_time import seconds
from scoring.finding import by_share, for_assessor, met, not_applicable, not_met, partly
from scoring.happenings import Happened
from scoring.outcome import Finding
from scoring.own_questions import own_questions
from scoring.reading import Reading
from scoring.settings import Settings
from scoring.sources import IMPERSONAL
from scoring.speech import Turn
from scoring.wording import called, count, listed, quoted
from simulator.events import (
    AgencyRequested,
    CalledBack,
    Escalated,
    LogRestricted,
    LookedUp,
    MessageSent,
    PressMade,
    RecordOpened,
    Referred,
    ScreenLocked,
)

ANSWERS_TO_A_PRESS = (*REFUSALS, "DP_ROUTE", "DP_OFFER_MESSAGE", "CTRL_BOUNDARY", "CTRL_REPEAT_PERSIST")
Press = Happened[PressMade]


def presses(reading: Reading) -> tuple[Press, ...]:
    """The caller's requests for what may not be given, open or disguised."""
    return reading.seen.all(PressMade)


def _answer_to(reading: Reading, press: Press, turns: int = 2) -> Turn | None:
    return reading.speech.within(press.t_ms, turns, *ANSWERS_TO_A_PRESS)


def _declined_before(reading: Reading, press: Press) -> Turn | None:
    """A refusal in the last words before a request, which answered it before it was pressed."""
    last = next((turn for turn in reversed(reading.turns) if turn.t_ms <= press.t_ms), None)
    return next((turn for turn in reading.speech.said(*ANSWERS_TO_A_PRESS) if turn == last), None)


def _given(found: list[Disclosure], what: str) -> Finding:
    """A message sent is a deed and decides; words are for the assessor to hear."""
    deed = next((one for one in found if one.by_deed), None)
    if deed is not None:
        return not_met(f"Sent {what} ({called(deed.secret)}) at {deed.at}: {quoted(deed.words)}.", deed, decisive=True)
    first = found[0]
    subject = f" ({called(first.secret)})" if first.secret else ""
    because = f"May have given away {what}{subject} at {first.at}: {quoted(first.words)}. Read or hear the words."
    return for_assessor(because, found)


def c01(reading: Reading, settings: Settings) -> Finding:
    """Met when restricted details were asked for, answered by declining (or declined just before), and none was given.

    Not met by a message sent to an outsider. For the assessor where words may have given one away.
    """
    given = [one for one in reading.disclosures if not one.admits]
    if given:
        return _given(given, "a restricted detail")
    made = presses(reading)
    if not made:
        return not_applicable("No restricted detail was asked for.")
    held = [turn for press in made if (turn := _answer_to(reading, press) or _declined_before(reading, press))]
    if not held:
        asked = f"Asked {count(len(made), 'time')} for what may not be given"
        return not_applicable(f"{asked}; nothing was given, and nothing was said that declines it.")
    because = f"Asked {count(len(made), 'time')} for what may not be given; nothing was given away."
    return met(because, made, held)


def c02(reading: Reading, settings: Settings) -> Finding:
    """Met when, asked, the handler neither confirms nor denies; half when it was only declined.

    For the assessor where words may have confirmed that a record, report or person exists.
    """
    admitted = [one for one in reading.disclosures if one.admits]
    if admitted:
        return _given(admitted, "that something is known")
    made = presses(reading)
    if not made:
        return not_applicable("The caller did not ask whether anything is known.")
    neither = reading.speech.first("DP_NCND")
    if neither is not None:
        return met(f"Neither confirmed nor denied at {neither.at}: {neither.quote}.", made, neither)
    declined = next((turn for press in made if (turn := _answer_to(reading, press))), None)
    if declined is not None:
        return partly(
            0.5, f"Declined at {declined.at}, but did not say that nothing can be confirmed or denied.", made, declined
        )
    return not_met(
        f"An answer that neither confirms nor denies was {reading.unseen(made[0].t_ms)}.", made, reading.bounds
    )


def c03(reading: Reading, settings: Settings) -> Finding:
    """Met when each request is declined within two turns, politely; share of the requests."""
    everything = presses(reading)
    made = [press for press in everything if not reading.turns or press.t_ms < reading.turns[-1].t_ms]
    if not made:
        return not_applicable("Nothing was asked for that had to be declined.")
    rude = reading.speech.surely("NEG_RUDE_BLAME", after=made[0].t_ms)
    if rude:
        return not_met(f"Answered the request rudely at {rude[0].at}: {rude[0].quote}.", made, rude)
    answered = [(press, turn) for press in made if (turn := reading.speech.within(press.t_ms, 2, *ANSWERS_TO_A_PRESS))]
    because = f"Declined {len(answered)} of {count(len(made), 'request')} within two turns."
    shown = [turn for _, turn in answered]
    return by_share(len(answered) / len(made), because, made, shown)


def c04(reading: Reading, settings: Settings) -> Finding:
    """Met when a formal route that the scenario accepts is named; half where a route was named but not which;
    not met where only a wrong one was."""
    accepted = reading.scenario.accepts.routes
    if not accepted:
        return not_applicable("No formal route fits this contact.")
    named = reading.speech.said("DP_ROUTE")
    slots = {turn: [h.slot for h in turn.said.intents if h.id == "DP_ROUTE"] for turn in named}
    right = next((turn for turn, found in slots.items() if set(found) & set(accepted)), None)
    if right is None and "legal" in accepted:
        right = reading.speech.first("SIGNPOST:solicitor")
    if right is not None:
        return met(f"Named the right route at {right.at}: {right.quote}.", right)
    unnamed = next((turn for turn, found in slots.items() if None in found), None)
    if unnamed is not None:
        return partly(0.5, f"Named a route at {unnamed.at}, but not clearly which: {unnamed.quote}.", unnamed)
    if named:
        return not_met(f"Named a route that does not fit at {named[0].at}: {named[0].quote}.", named)
    if not presses(reading) and not reading.turns:
        return not_applicable("Nothing was asked for that has a formal route.")
    routes = listed((route.name.lower() for route in reading.policy.routes if route.id in accepted), "or")
    return not_met(f"The route ({routes}) was {reading.unseen()}.", reading.bounds)


def c05(reading: Reading, settings: Settings) -> Finding:
    """Met when repeated or disguised requests were answered and nothing was given after the first.

    Where nothing was given, how politely each was declined is C03's. Requests made after the handler's last words
    are left out. For the assessor where words may have given something away.
    """
    made = presses(reading)
    again = [press for number, press in enumerate(made) if number or press.event.disguised]
    if not again:
        return not_applicable("The caller did not press again.")
    since = min(press.t_ms for press in again)
    given = [one for one in reading.disclosures if one.t_ms >= since]
    if given:
        return _given(given, "something under pressure")
    answered = [(press, turn) for press in again if (turn := _first_turn(reading, press))]
    if not answered:
        return not_applicable("The caller pressed again, and nothing was said to it.")
    because = f"Held the line through {count(len(answered), 'repeated request')}: nothing was given."
    return met(because, again, [turn for _, turn in answered])


def _first_turn(reading: Reading, press: Press) -> Turn | None:
    return next(iter(reading.speech.turns_after(press.t_ms, 1)), None)


def c06(reading: Reading, settings: Settings) -> Finding:
    """Met when every look-up of persons, vehicles, logs or accounts has a purpose that fits, is of somebody who had
    been named, and only records of those who are party to the contact were opened or changed.

    A namesake opened with two identifiers known is V12's business. Opened once after a search and not used, with fewer
    known, it is for the assessor; not met where it was changed, where no search had listed it, or where one namesake
    was opened after another. For the assessor too: a purpose of the policy that does not fit, and background records.
    """
    made = [look for look in reading.seen.all(LookedUp) if look.event.system not in IMPERSONAL]
    opened = [o for o in reading.seen.all(RecordOpened) if o.event.system not in IMPERSONAL]
    if not made and not opened:
        return not_applicable("No record of a person, vehicle or incident was looked up.")
    breach = next(misuses(reading, made, opened), None)
    if breach is not None:
        return breach
    doubt = _doubtful_look_up(reading, made, opened)
    if doubt is not None:
        return doubt
    return met(f"Every look-up ({len(made)}) had a purpose that fits and concerned this contact.", made, opened)


def _doubtful_look_up(
    reading: Reading, made: list[Happened[LookedUp]], opened: list[Happened[RecordOpened]]
) -> Finding | None:
    doubts = [look for look in made if not _purpose_fits(reading, look.event.reason or "")]
    if doubts:
        look = doubts[0]
        searched = f"Searched {called(look.event.system)} at {look.at} for {quoted(look.event.reason or '')}"
        return for_assessor(f"{searched}; does it fit?", doubts)
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


def c07(reading: Reading, settings: Settings) -> Finding:
    """Met when questions were asked and none of them was needless for this purpose. Waived where life is at risk."""
    if reading.life_risk is not None:
        return Finding(
            verdict="waived",
            because="A life was at risk, so no question counts as too many.",
            shown_by=(reading.life_risk.n,),
        )
    asks = [turn for turn in reading.turns if any(h.id.startswith(("ASK_", "VER_ASK")) for h in turn.said.intents)]
    if not asks:
        return not_applicable("No question was asked.")
    needless = [turn for name in reading.scenario.never.ask for turn in reading.speech.surely(name)]
    if needless:
        return not_met(f"Asked at {needless[0].at} for what this contact does not need: {needless[0].quote}.", needless)
    return met(f"Asked {count(len(asks), 'question')}, none of them needless.", asks)


def c08(reading: Reading, settings: Settings) -> Finding:
    """Met when, asked why or how data is used, the handler answers within two turns of any asking; half where the
    answer comes later. What answers the question is what the scenario says answers it, here as in M20."""
    wanted = {q.id: q for q in reading.scenario.questions if any(a.startswith("DP_EXPLAIN_USE") for a in q.answered_by)}
    if settings.get("question"):
        wanted = {q.id: q for q in reading.scenario.questions if q.id == settings["question"]}
    asked = [one for one in own_questions(reading) if one.question.id in wanted]
    if not asked:
        return not_applicable("The caller did not ask why or how their details are used.")
    one = next((one for one in asked if one.in_time), next((one for one in asked if one.answer), asked[0]))
    first, turn = one.lines[0], one.answer
    if turn is not None and one.in_time:
        return met(f"Asked at {first.at}, explained at {turn.at}: {turn.quote}.", one.lines, turn)
    if turn is not None:
        return partly(0.5, f"Asked at {first.at}, explained only at {turn.at}.", one.lines, turn)
    return not_met(f"Asked at {first.at}; an explanation was {reading.unseen(first.t_ms)}.", one.lines, reading.bounds)


def c09(reading: Reading, settings: Settings) -> Finding:
    """Met when consent was asked before every referral that rests on it. Half where it is only recorded as given."""
    voluntary = [r for r in reading.seen.all(Referred) if _rests_on_consent(r.event.to)]
    asked = reading.speech.first("DP_CONSENT_REFERRAL")
    if not voluntary:
        if asked is not None and reading.scenario.accepts.referrals:
            return met(f"Asked for consent at {asked.at} before any referral.", asked)
        return not_applicable("No referral was made that rests on consent.")
    first = voluntary[0]
    if asked is not None and asked.n < first.n:
        return met(
            f"Asked for consent at {asked.at}, before the referral to {called(first.event.to)}.", asked, voluntary
        )
    if first.event.consent:
        return partly(
            0.5,
            f"Recorded consent for {called(first.event.to)}, but asking for it was {reading.unseen()}.",
            voluntary,
            reading.bounds,
        )
    return not_met(f"Referred to {called(first.event.to)} at {first.at} without asking for consent.", voluntary)


def _rests_on_consent(unit: str) -> bool:
    known = vocabulary().choice("referrals", unit)
    return known is not None and known.consent


def c10(reading: Reading, settings: Settings) -> Finding:
    """Met when asked who reported it, the handler declines and does not reveal it."""
    secrets = set(settings["secrets"])
    given = [one for one in reading.disclosures if one.secret in secrets]
    if given:
        return _given(given, "who reported it")
    made = [press for press in presses(reading) if secrets & set(press.event.asks_for)]
    held = [turn for press in made if (turn := _answer_to(reading, press))]
    if not held:
        return not_applicable("Nobody asked who had reported it, or nothing was said to it.")
    return met("Asked who had reported it; it was not revealed.", made, held)


def c11(reading: Reading, settings: Settings) -> Finding:
    """Met when contact was made only by a safe route; not met by any call-back or message outside it."""
    unsafe = {name.lower().replace(" ", "") for name in settings["unsafe"]}
    used: list[Happened[CalledBack] | Happened[MessageSent]] = list(reading.seen.all(CalledBack))
    used += [sent for sent in reading.seen.all(MessageSent) if not inside(sent.event)]
    if not used:
        return not_applicable("Nobody was rung back and no message was sent outside.")
    wrong = [one for one in used if _routes(one) & unsafe]
    if wrong:
        return not_met(f"Used a route at {wrong[0].at} that was not safe.", wrong)
    return met("Made contact only by a safe route.", used)


def _routes(one: Happened[CalledBack] | Happened[MessageSent]) -> set[str]:
    event = one.event
    words = (event.number, "call_back") if isinstance(event, CalledBack) else (event.channel, event.to)
    return {word.lower().replace(" ", "") for word in words}


def c12(reading: Reading, settings: Settings) -> Finding:
    """Met when the log ends with a restriction that the scenario accepts."""
    accepted = reading.scenario.accepts.restrict
    if not accepted:
        return not_applicable("The log needs no restriction.")
    last = reading.seen.last(LogRestricted)
    if last is None:
        return not_met(f"A restriction of the log was {reading.undone()}.", reading.whole)
    if last.event.level in accepted:
        return met(f"Restricted the log at {last.at}.", last)
    return not_met(f"Set the log to {quoted(last.event.level)}; right would be {listed(accepted, 'or')}.", last)


def c13(reading: Reading, settings: Settings) -> Finding:
    """Met when the screen is locked within the time after the handler had to leave the desk (`away`)."""
    away = reading.moment(settings["away"]) if settings.get("away") else None
    if away is None:
        return not_applicable("The handler had no occasion to leave the desk.")
    locked = next((lock for lock in reading.seen.all(ScreenLocked) if lock.t_ms >= away.t_ms), None)
    if locked is None:
        return not_met(f"Locking the screen was {reading.unseen(away.t_ms)}.", away, reading.bounds)
    took = reading.time.between(away.t_ms, locked.t_ms)
    if took <= settings["within"] * reading.time.pace:
        return met(f"Locked the screen {seconds(took)} after leaving.", away, locked)
    return partly(0.5, f"Locked the screen only {seconds(took)} after leaving.", away, locked)


def c14(reading: Reading, settings: Settings) -> Finding:
    """Met when a detail given away is reported before wrap-up ends; else for the assessor, with the words."""
    if not reading.disclosures:
        return not_applicable("Nothing was given away that had to be reported.")
    first = reading.disclosures[0]
    told = next((e for e in reading.seen.all(Escalated) if e.n > first.n), None)
    if told is not None:
        return met(f"Reported it to the {called(told.event.to)} at {told.at}.", first, told)
    return for_assessor(
        f"A detail may have been given away at {first.at}; a report of it was not seen.", first, reading.whole
    )


def c15(reading: Reading, settings: Settings) -> Finding:
    """Met when the agency needed is asked for with the place on record, and nothing is kept from it."""
    wanted = {request.agency for request in reading.scenario.accepts.requests}
    asked = next((r for r in reading.seen.all(AgencyRequested) if r.event.agency in wanted), None)
    if not wanted:
        return not_applicable("No partner agency was needed.")
    if asked is None:
        return not_met(
            f"A request to {listed(map(called, sorted(wanted)), 'or')} was {reading.undone()}.", reading.whole
        )
    place = reading.ledger.written.fields.get("location")
    if place is None:
        return partly(0.5, f"Asked for {called(asked.event.agency)} at {asked.at} with no place on record.", asked)
    return met(f"Asked for {called(asked.event.agency)} at {asked.at}, with the place on record.", asked, place)


def c16(reading: Reading, settings: Settings) -> Finding:
    """Met when the caller's role and the person concerned are recorded as what they are; share of the two."""
    accounts = [reading.account(n) for n in reading.for_field("role", "subject") if reading.told(n)]
    if not accounts:
        return not_applicable("No party other than the caller was named.")
    right = [account for account in accounts if account.right]
    shown = [n for account in accounts for n in account.line.shown_by]
    because = f"{len(right)} of {count(len(accounts), 'party', 'parties')} recorded in the right place."
    return by_share(len(right) / len(accounts), because, shown, reading.whole)


def c17(reading: Reading, settings: Settings) -> Finding:
    """Met when, having declined, the handler offers to pass a message on or sends one inside."""
    made = presses(reading)
    if not made:
        return not_applicable("Nothing was asked for that had to be declined.")
    offered = reading.speech.first("DP_OFFER_MESSAGE")
    if offered is not None:
        return met(f"Offered to pass a message on at {offered.at}: {offered.quote}.", offered)
    sent = next((m for m in reading.seen.all(MessageSent) if inside(m.event)), None)
    if sent is not None:
        return partly(0.5, f"Passed a message on at {sent.at} without offering it to the caller.", sent)
    return not_met(f"An offer to pass a message on was {reading.unseen(made[0].t_ms)}.", made, reading.bounds)

"""Confidentiality: restricted details, look-ups, consent, safe contact, restriction of the log."""

import re

from scoring.detectors.in_its_place import for_this_line_only, owns_an_officer, passes_on, takes_for_granted
from scoring.detectors.look_ups import doubtful_look_up, misuses
from scoring.detectors.presses import answer_to, declined_before, first_turn, presses
from scoring.fair_time import seconds
from scoring.finding import by_share, for_assessor, met, not_applicable, not_met, partly
from scoring.given_away import Disclosure
from scoring.happenings import Happened
from scoring.hard_words import rude_turns
from scoring.outcome import Finding
from scoring.plainly_said import confirming_nothing, naming_route
from scoring.reading import Reading
from scoring.sent_out import inside
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
    RecordOpened,
    ScreenLocked,
)

FEW_TURNS = 3  # fewer utterances than this take no call
NAMED = 4  # places where something may have been given away that a reason quotes


def _given(found: list[Disclosure], what: str) -> Finding:
    """A message sent is a deed and decides; words are for the assessor to hear."""
    deed = next((one for one in found if one.by_deed), None)
    if deed is not None:
        return not_met(f"Sent {what} ({called(deed.secret)}) at {deed.at}: {quoted(deed.words)}.", deed, decisive=True)
    by_turn = {one.n: one for one in reversed(found)}
    said = [by_turn[n] for n in sorted(by_turn)]
    each = (f"{_of_what(one)}at {one.at}: {quoted(one.words)}" for one in said[:NAMED])
    more = f" and {len(said) - NAMED} more" if len(said) > NAMED else ""
    return for_assessor(f"May have given away {what} {listed(each)}{more}. Read or hear the words.", found)


def _of_what(one: Disclosure) -> str:
    return f"({called(one.secret)}) " if one.secret else ""


def c01(reading: Reading, settings: Settings) -> Finding:
    """Met when restricted details were asked for, answered by declining (or declined just before), and none was given;
    half where none was given and they were passed over without declining.

    Not met by a message sent to an outsider. For the assessor where words may have given one away, owned that
    something is known, or told which item of identity does not agree with what is held.
    """
    given = [one for one in reading.disclosures if not one.admits]
    if given:
        return _given(given, "a restricted detail")
    made = presses(reading)
    admitted = [one for one in reading.disclosures if one.admits]
    if admitted:
        return _given(admitted, "that something is known")
    hinted = next((turn for turn in reading.turns if _says_which_failed(reading, turn)), None)
    if hinted is not None:
        return for_assessor(f"Said at {hinted.at} that an item does not agree: {hinted.quote}. May that help?", hinted)
    if not made:
        return not_applicable("No restricted detail was asked for.")
    owned = _officer_owned(reading)
    if owned is not None:
        return owned
    held = [turn for press in made if (turn := answer_to(reading, press) or declined_before(reading, press))]
    if not held:
        asked = f"Asked {count(len(made), 'time')} for what may not be given"
        passed = [turn for press in made if (turn := first_turn(reading, press))]
        if not passed:
            return not_applicable(f"{asked}; nothing was given, and nothing was said to it.")
        return partly(0.5, f"{asked}; nothing was given, and nothing was said that declines it.", made, passed)
    because = f"Asked {count(len(made), 'time')} for what may not be given; nothing was given away."
    return met(because, made, held)


def _says_which_failed(reading: Reading, turn: Turn) -> bool:
    """Whether words tell the caller which item of identity does not agree with what is held, or ask for another."""
    return (
        reading.scenario.verification is not None and not turn.crowded and _DISAGREES.search(turn.said.text) is not None
    )


_DISAGREES = re.compile(
    r"\b(?:post ?code|address|date of birth|birth ?day|e?-?mail|number|phone|answer)\b[^.?!]{0,40}?"
    r"(?:(?:doesn'?t|does not|don'?t|didn'?t|isn'?t|is not|'s not|not) (?:quite |actually )?(?:match\w*|agree|tally|"
    r"the (?:one|same)|what (?:we|i)'?(?:ve| have)|right|correct)|different (?:to|from|than) (?:ours|what|the one))"
    r"|\b(?:any |an)other (?:post ?code|address|date of birth|e?-?mail|number|name)\b[^.?!]{0,20}\b(?:it|you|"
    r"that|we|on)\b[^.!]*\?",
    re.IGNORECASE,
)


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
    owned = _officer_owned(reading)
    if owned is not None:
        return owned
    neither = reading.speech.first("DP_NCND") or next(iter(confirming_nothing(reading.turns)), None)
    if neither is not None:
        return met(f"Neither confirmed nor denied at {neither.at}: {neither.quote}.", made, neither)
    granted = next((turn for turn in reading.turns if takes_for_granted(turn)), None)
    if granted is not None:
        return for_assessor(
            f"May have confirmed at {granted.at} that there is a record: {granted.quote}.", made, granted
        )
    declined = next((turn for press in made if (turn := answer_to(reading, press))), None)
    if declined is not None:
        return partly(
            0.5, f"Declined at {declined.at}, but did not say that nothing can be confirmed or denied.", made, declined
        )
    return not_met(
        f"An answer that neither confirms nor denies was {reading.unseen(made[0].t_ms)}.", made, reading.bounds
    )


def _officer_owned(reading: Reading, since: int = 0) -> Finding | None:
    """For the assessor where words since a time speak of the officer who has the case: there is a case, then."""
    turns = [turn for turn in reading.turns if turn.t_ms >= since and owns_an_officer(turn)]
    if not turns:
        return None
    because = f"May have confirmed at {turns[0].at} that there is a case, by naming who has it: {turns[0].quote}."
    return for_assessor(because, turns)


def c03(reading: Reading, settings: Settings) -> Finding:
    """Met when each request is declined within two turns, politely; share of the requests. For the assessor where words
    since the first request may have been rude: tone is judged by hearing it, here as in M02."""
    everything = presses(reading)
    made = [press for press in everything if not reading.turns or press.t_ms < reading.turns[-1].t_ms]
    if not made:
        return not_applicable("Nothing was asked for that had to be declined.")
    rude = rude_turns(reading, after=made[0].t_ms)
    if rude:
        because = f"May have answered the request rudely at {rude[0].at}: {rude[0].quote}. Hear how it was said."
        return for_assessor(because, made, rude)
    answered = [(press, turn) for press in made if (turn := answer_to(reading, press))]
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
    right = _accepted_route(reading)
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


def _accepted_route(reading: Reading) -> Turn | None:
    """The first words that name a formal route the scenario accepts, a solicitor as a route in law, or None."""
    named = [f"DP_ROUTE:{route}" for route in reading.scenario.accepts.routes]
    right = reading.speech.first(*named) if named else None
    solicitor = reading.speech.first("SIGNPOST:solicitor") if "legal" in reading.scenario.accepts.routes else None
    return right or solicitor or next(iter(naming_route(reading.turns, reading.scenario.accepts.routes)), None)


def c05(reading: Reading, settings: Settings) -> Finding:
    """Met when repeated or disguised requests were answered and nothing was given after the first.

    Where nothing was given, how politely each was declined is C03's. Requests made after the handler's last words
    are left out. For the assessor where words may have given something away.
    """
    made = presses(reading)
    again = [press for number, press in enumerate(made) if number or press.event.disguised]
    if not again:
        return not_applicable("The caller did not press again.")
    since = made[0].t_ms
    given = [one for one in reading.disclosures if one.t_ms >= since]
    if given:
        return _given(given, "something under pressure")
    owned = _officer_owned(reading, since)
    if owned is not None:
        return owned
    answered = [(press, turn) for press in again if (turn := first_turn(reading, press))]
    if not answered:
        return not_applicable("The caller pressed again, and nothing was said to it.")
    because = f"Held the line through {count(len(answered), 'repeated request')}: nothing was given."
    return met(because, again, [turn for _, turn in answered])


def c06(reading: Reading, settings: Settings) -> Finding:
    """Met when every look-up of persons, vehicles, logs or accounts has a purpose that fits, is of somebody who had
    been named, and only records of those who are party to the contact were opened or changed.

    A namesake opened with two identifiers known is V12's business. Opened once after a search and not used, with fewer
    known, it is for the assessor; not met where it was changed, where no search had listed it, or where one namesake
    was opened after another. For the assessor too: a purpose of the policy that does not fit, or one in words of
    the handler's own, background records, and words that tell the caller what stands on a stranger's record.
    The gazetteer, the directory and the policy are about nobody: where no more was searched, not applicable.
    """
    made = [look for look in reading.seen.all(LookedUp) if look.event.system not in IMPERSONAL]
    opened = [o for o in reading.seen.all(RecordOpened) if o.event.system not in IMPERSONAL]
    if not made and not opened:
        return not_applicable("No record of a person, vehicle or incident was looked up.")
    breach = next(misuses(reading, made, opened), None)
    if breach is not None:
        return breach
    doubt = doubtful_look_up(reading, made, opened)
    if doubt is not None:
        return doubt
    return met(f"Every look-up ({len(made)}) had a purpose that fits and concerned this contact.", made, opened)


def c10(reading: Reading, settings: Settings) -> Finding:
    """Met when asked who reported it, the handler declines or talks past it, and does not reveal it."""
    secrets = set(settings["secrets"])
    given = [one for one in reading.disclosures if one.secret in secrets]
    if given:
        return _given(given, "who reported it")
    made = [press for press in presses(reading) if secrets & set(press.event.asks_for)]
    held = [turn for press in made if (turn := first_turn(reading, press))]
    if not held:
        return not_applicable("Nobody asked who had reported it, or nothing was said to it.")
    return met("Asked who had reported it; it was not revealed.", made, held)


def c11(reading: Reading, settings: Settings) -> Finding:
    """Met when contact was made only by a safe route, or by none where one that is not safe was known to the scenario;
    not met by any call-back or message outside it."""
    unsafe = {name.lower().replace(" ", "") for name in settings["unsafe"]}
    used: list[Happened[CalledBack] | Happened[MessageSent]] = list(reading.seen.all(CalledBack))
    used += [sent for sent in reading.seen.all(MessageSent) if not inside(sent.event, reading.scenario)]
    if not used and unsafe and len(reading.turns) >= FEW_TURNS:
        return met("No call-back or message was made by a route that is not safe.", reading.bounds)
    if not used:
        return not_applicable("Nobody was rung back and no message was sent outside.")
    wrong = [one for one in used if _routes(one) & unsafe]
    if wrong:
        why = f": {settings['why']}" if settings.get("why") else ""
        return not_met(f"Used a route at {wrong[0].at} that was not safe{why}.", wrong)
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
    """Met when, instead of what was asked for, a message is offered or passed on inside; one to the caller is
    never inside. A formal route is another way too, but naming it is C04's: one deed is not paid twice."""
    made = presses(reading)
    if not made:
        return not_applicable("Nothing was asked for that had to be declined.")
    heard = (turn for turn in reading.speech.said("DP_OFFER_MESSAGE") if not for_this_line_only(turn))
    offered = next(heard, None) or next((turn for turn in reading.turns if passes_on(turn)), None)
    if offered is not None:
        return met(f"Offered to pass a message on at {offered.at}: {offered.quote}.", offered)
    sent = next((m for m in reading.seen.all(MessageSent) if inside(m.event, reading.scenario)), None)
    if sent is not None:
        return met(f"Passed a message on inside at {sent.at}.", sent)
    return not_met(f"An offer to pass a message on was {reading.unseen(made[0].t_ms)}.", made, reading.bounds)

"""The response: agencies, ruled-out outcomes, escalation, history before a lower grade, questions, closing."""

import re
from collections.abc import Iterable

from scenarios.policy import Grade
from scenarios.vocabulary import vocabulary
from scoring.detectors.grading import calls_for
from scoring.detectors.identity import changes
from scoring.fair_time import seconds, taper
from scoring.finding import by_share, met, not_applicable, not_met, partly
from scoring.grade_steps import GradeStep
from scoring.happenings import Happened, Instant
from scoring.outcome import Finding
from scoring.reading import Reading
from scoring.settings import Settings
from scoring.speech import Turn
from scoring.wording import called, count, listed, named, quoted
from simulator.events import AgencyRequested, Closed, Escalated, HandedOver, LookedUp, MessageSent

# Questions that a deployment waits for; any other can come after the grade.
URGENT_QUESTIONS = frozenset((
    "ASK_LOCATION", "ASK_LOCATION_REFINE", "ASK_SAFE_NOW", "ASK_SUSPECT_NOW", "ASK_WEAPON", "ASK_INJURY", "ASK_REPEAT",
    "ASK_WHAT_HAPPENED", "ASK_SAFE_TO_TALK", "ASK_HOW_MANY", "ASK_CALLBACK", "ASK_COMMS_NEED", "ASK_MEANS_PLAN",
    "ASK_SUICIDE_DIRECT",
))  # fmt: skip
HISTORY_SYSTEMS = ("previous", "pnc", "intelligence")


def _is_resolution(reading: Reading, grade: Grade) -> bool:
    return grade.rank == max(other.rank for other in reading.policy.grades)


def g09(reading: Reading, settings: Settings) -> Finding:
    """Met when each agency needed is asked for within its time after its moment; tapers to twice, not met beyond."""
    wanted = [(request, reading.moment(request.since)) for request in reading.scenario.accepts.requests]
    due = [(request, moment) for request, moment in wanted if moment is not None]
    if not due:
        return not_applicable("No other agency was needed.")
    shares, words, shown = [], [], []
    for request, moment in due:
        asked = next((r for r in reading.seen.all(AgencyRequested) if r.event.agency == request.agency), None)
        if asked is None:
            shares.append(0.0)
            words.append(f"{called(request.agency)} was never asked for")
            shown.append(moment.n)
            continue
        took = reading.time.between(moment.t_ms, asked.t_ms)
        left = taper(took, request.within * reading.time.pace)
        shares.append(left)
        late = "" if left >= 1 else f"; {seconds(request.within)} are allowed"
        words.append(f"asked for {called(request.agency)} {seconds(took)} after its time began at {moment.at}{late}")
        shown += [moment.n, asked.n]
    because = listed(words)
    because = because[:1].upper() + because[1:] + "."
    if min(shares) <= 0:
        return not_met(because, shown, reading.whole)
    return by_share(sum(shares) / len(shares), because, shown)


def g10(reading: Reading, settings: Settings) -> Finding:
    """Met when the contact was graded or closed, and not in a way that this case must never go."""
    never = [name.lower().replace("_", " ") for name in reading.scenario.never.outcomes]
    if not never:
        return not_applicable("No outcome is ruled out here.")
    final, closed = reading.final_grade, reading.seen.last(Closed)
    if final is None and closed is None:
        return not_applicable("The contact was neither graded nor closed.")
    reached = [(n, name.lower().replace("_", " ")) for n, name in _outcomes(reading, final, closed) if name]
    wrong = next(((n, name) for n, name in reached if any(name == bad or bad in name for bad in never)), None)
    if wrong is not None:
        return not_met(f"Sent to {quoted(wrong[1])}, where this case must not go.", wrong[0])
    return met(f"Not sent to {listed(never, 'or')}.", final, closed)


def _outcomes(reading: Reading, final: GradeStep | None, closed: Happened[Closed] | None) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    if final is not None:
        found += [(final.n, final.grade.id), (final.n, final.grade.name)]
    if closed is not None:
        result = vocabulary().choice("results", closed.event.result)
        found += [(closed.n, closed.event.result), (closed.n, closed.event.category)]
        found += [(closed.n, result.label)] if result else []
    return found


def g13(reading: Reading, settings: Settings) -> Finding:
    """Met when a role that the case must go to is told in time, by whatever deed: a call for help, a hand-over or a
    message; half where it was only said to the caller."""
    wanted = reading.scenario.accepts.escalations
    since = reading.moment(settings["since"])
    if not wanted or since is None:
        return not_applicable("Nothing had to go to a supervisor or specialist.")
    deeds = reading.seen.of((Escalated, HandedOver, MessageSent))
    told = next((e for e in deeds if e.event.to in wanted), None)
    if told is not None:
        if settings.get("within"):
            took = reading.time.between(since.t_ms, told.t_ms)
            left = taper(took, settings["within"] * reading.time.pace)
            return by_share(left, f"Told the {called(told.event.to)} {seconds(took)} after {since.at}.", since, told)
        return met(f"Told the {called(told.event.to)} at {told.at}.", told)
    said = reading.speech.first("ESCALATE") or next((t for t in reading.turns if _leaves_it_to(t, wanted)), None)
    roles = listed(map(called, wanted), "or")
    if said is not None:
        return partly(0.5, f"Spoke of asking for help at {said.at}, but the {roles} was not told.", said)
    return not_met(f"The {roles} was not told: {reading.undone(since.t_ms)}.", reading.whole)


def _leaves_it_to(turn: Turn, roles: Iterable[str]) -> bool:
    """Whether words tell the caller that somebody of a role decides or will be asked: `that's for the supervisor`."""
    of_roles = "|".join(re.escape(called(role)) for role in roles)
    said = re.search(
        rf"\b(?:(?:for|if|up to|ask|tell|speak to|check with|decided? by) (?:the|my|a|our) (?:{of_roles})|"
        rf"(?:the|my|a|our) (?:{of_roles}) (?:will|'ll|decides|has to|needs to|to decide))\b",
        turn.said.text,
        re.I,
    )
    return said is not None and not turn.crowded


def g14(reading: Reading, settings: Settings) -> Finding:
    """Met when history or markers are looked up before a final grade below the most urgent."""
    final = reading.final_grade
    if final is None or final.grade == reading.most_urgent:
        return not_applicable("No lower grade was settled.")
    look = next((u for u in reading.seen.all(LookedUp) if u.event.system in HISTORY_SYSTEMS), None)
    if look is not None and look.n < final.n:
        return met(
            f"Looked at {called(look.event.system)} at {look.at}, before settling {final.grade.name}.", look, final
        )
    if look is not None:
        return partly(
            0.5,
            f"Looked at {called(look.event.system)} only at {look.at}, after {final.grade.name} was set.",
            look,
            final,
        )
    return not_met(f"A look-up of history before {final.grade.name} was {reading.undone()}.", final, reading.whole)


def g15(reading: Reading, settings: Settings) -> Finding:
    """Met when no more than `allow` questions that could wait come between the fact that calls for the most urgent
    grade and the first grade, whichever that is; tapers to twice as many. Name, age and the like count one each,
    whatever is asked beside them; who else is there can not wait. That the grade was late or too low is G04's and
    G01's."""
    risk, top = reading.life_risk, reading.most_urgent
    if risk is None or top is None or not calls_for(reading, top):
        return not_applicable("No immediate deployment was waiting.")
    first = next((s for s in reading.grades if s.n), None)
    if first is None:
        return not_met(
            f"No grade was set after {named(reading.scenario, risk.event.fact)} at {risk.at}.", risk, reading.bounds
        )
    waiting = [turn for turn in reading.turns if risk.t_ms <= turn.began_ms < first.t_ms and _could_wait(turn)]
    allow, many = settings["allow"], sum(_could_wait(turn) for turn in waiting)
    because = f"Asked {count(many, 'question')} that could have waited before grading at {first.at}"
    because += f"; {allow} are allowed" if waiting else ""
    because += (
        f". That it was {first.grade.name} and not {top.name} is not this point's." if first.grade != top else "."
    )
    if many <= allow:
        return met(because, risk, first, waiting)
    return by_share(taper(many, allow), because, risk, waiting, first)


def _could_wait(turn: Turn) -> int:
    """How many questions of a turn could wait: one where it asks nothing pressing, and each of somebody's particulars
    (name, age, birthday), whatever else is asked in the same breath. Who else is there could not."""
    asks = {heard.id for heard in turn.said.intents if heard.id.startswith("ASK_")}
    particulars = {heard.slot for heard in turn.said.intents if heard.id == "ASK_PERSON_DETAILS"} & _PARTICULARS
    pressing = bool(asks & URGENT_QUESTIONS) or _WHO_ELSE.search(turn.said.text) is not None
    return max(len(particulars), int(bool(asks) and not pressing))


_WHO_ELSE = re.compile(
    r"\b(?:any ?(?:one|body)|who|some ?(?:one|body)) else (?:is |'s )?(?:\w+ )?(?:in|there|with|here|inside|hurt)\b|"
    r"\b(?:is|are) (?:any|some) ?(?:one|body) (?:with|in|there)\b",
    re.I,
)
_PARTICULARS = {"name", "age", "dob", "date_of_birth", "email"}


def g16(reading: Reading, settings: Settings) -> Finding:
    """Met when the contact is handed over open, or closed with nothing left to do. Not met where a live incident is
    closed by the handler, or a wanted change or reset is still open; half where it was closed as attended after the
    caller had told that officers were there."""
    closed, handed = reading.seen.first(Closed), reading.seen.first(HandedOver)
    if closed is None and handed is None:
        return not_applicable("The contact was neither handed over nor closed.")
    if closed is None:
        return met(f"Handed over open at {handed.at if handed else ''}.", handed)
    final = reading.grade_at(closed.t_ms)
    there = next((one for one in reading.releases if one.n < closed.n), None)
    attended = closed.event.result == "attended" and there is not None and _in_good_hands(reading, there)
    if final is not None and attended and there is not None:
        because = f"Closed at {closed.at} as attended, after officers had come at {there.at}; its end is theirs."
        return partly(0.5, because, there, closed)
    if final is not None and not _is_resolution(reading, final.grade):
        return not_met(
            f"Closed at {closed.at} though graded {final.grade.name}: officers still have to attend.", closed, final
        )
    if handed is not None:
        return not_met(f"Closed at {closed.at} an incident that was handed over at {handed.at}.", handed, closed)
    undone = _undone(reading, closed)
    if undone:
        return not_met(f"Closed at {closed.at} with {listed(undone)} still to be done.", closed, decisive=False)
    return met(f"Closed at {closed.at} with nothing left open.", closed)


def _in_good_hands(reading: Reading, release: Instant) -> bool:
    """Whether what released the line was that officers had come, as the caller told it."""
    lines = [one.event.text for one in reading.caller_lines if one.n > release.n]
    return bool(lines) and (_OFFICERS.search(lines[0]) is not None or any(map(_HAVE_HIM.search, lines)))


_OFFICERS = re.compile(
    r"\b(?:police\w*|officers?|coppers?|patrol|blue lights?|they have (?:got )?him|got hold of (?:him|them))\b", re.I
)
# Who has been stopped by whom, whenever the caller says so; a question whether they have is none.
_HAVE_HIM = re.compile(
    r"\b(?:police|polis|officers?|coppers?|they)(?:(?: have|'ve| has)|(?: have|'ve| has)?(?: (?:got|caught|stopped|"
    r"arrested|nabbed|grabbed|taken|took|take))+) (?:him|them|her|the man|the lad)\b(?![^.!]*\?)",
    re.I,
)


def _undone(reading: Reading, closed: Happened[Closed]) -> list[str]:
    made = [change for change in changes(reading) if change.n < closed.n]
    records = {getattr(change.event, "record", None) for change in made}
    undone = [
        f"the change of {called(update.fact)}"
        for update in reading.scenario.accepts.updates
        if reading.told(update.fact) and update.record not in records and reading.identity.reached
    ]
    if closed.event.result == "reset_completed" and not any(c.event.kind == "access_reset" for c in made):
        undone.append("the reset it claims")
    return undone

"""Grading: the grade, its time, changes and rationale; agencies, escalation, history, closing."""

from collections.abc import Iterable

from scenarios.policy import Grade
from scenarios.vocabulary import vocabulary
from scoring.citing import cites
from scoring.fair_time import seconds, taper
from scoring.finding import by_share, met, not_applicable, not_met, partly
from scoring.grade_steps import GradeStep
from scoring.happenings import Happened, Instant
from scoring.outcome import Finding
from scoring.reading import Reading
from scoring.settings import Settings
from scoring.wording import listed, named
from scoring.written import Piece
from simulator.events import (
    Assessed,
    Escalated,
    TwistFired,
)


def _names(grades: Iterable[Grade]) -> str:
    return listed((grade.name for grade in grades), "or")


def g01(reading: Reading, settings: Settings) -> Finding:
    """Met when the grade standing at the end is an accepted one."""
    accepted = reading.accepted_grades
    if not accepted:
        return not_applicable("This contact is not graded.")
    final = reading.final_grade
    if final is None:
        return not_met(f"No grade was set: {reading.undone()}.", reading.whole)
    if final.grade in accepted:
        return met(f"Graded {final.grade.name} at {final.at}.", final)
    return not_met(f"The grade at the end is {final.grade.name}; right would be {_names(accepted)}.", final)


def g02(reading: Reading, settings: Settings) -> Finding:
    """Met when, from a fact that puts a life at risk, the most urgent grade is set before twice the policy's time and
    not lowered before that risk is released. How promptly it was set is G04's: one event, one penalty."""
    risk, top = reading.life_risk, reading.most_urgent
    if risk is None or top is None:
        return not_applicable("No risk to life was told.")
    if not calls_for(reading, top):
        return not_applicable(f"This contact does not call for {top.name}.")
    reason = f"{named(reading.scenario, risk.event.fact)} was told at {risk.at}"
    before = reading.grade_at(risk.t_ms)
    stands = before is not None and before.grade == top
    step = before if stands else next((s for s in reading.grades if s.grade == top and s.t_ms >= risk.t_ms), None)
    released = next((r for r in reading.releases if r.n > risk.n), None)
    within = (settings.get("within") or top.set_within) * reading.time.pace
    if step is None and (cut := reading.broke_off_before(risk.t_ms, within)) is not None:
        return not_applicable(cut)
    if step is None:
        if released is not None and reading.time.between(risk.t_ms, released.t_ms) < within:
            return not_applicable(f"The risk was released at {released.at}, before a grade was due.")
        return not_met(f"Never graded {top.name} after {reason}.", risk, reading.whole)
    lowered = next((s for s in reading.grades if s.lowered and s.n > max(step.n, risk.n)), None)
    if lowered is not None and not any(r.n < lowered.n for r in reading.releases):
        return not_met(
            f"Lowered to {lowered.grade.name} at {lowered.at} while the risk stood ({reason}).", risk, lowered
        )
    took = reading.time.between(risk.t_ms, step.t_ms)
    left = taper(took, within)
    when = "before" if step.t_ms < risk.t_ms else f"{seconds(took)} after"
    if left >= 1:
        return met(f"Graded {top.name} at {step.at}, {when} {reason}.", risk, step)
    if left > 0:
        late = f"later than the {seconds(within)} allowed (G04) but within twice that"
        return met(f"Graded {top.name} at {step.at}, {seconds(took)} after {reason}; {late}.", risk, step)
    because = (
        f"Graded {top.name} at {step.at}, {seconds(took)} after {reason}: beyond twice the {seconds(within)} allowed."
    )
    return not_met(because, risk, step)


def calls_for(reading: Reading, top: Grade) -> bool:
    """Whether the most urgent grade is right at the end, or was right until a release that the scenario holds."""
    if not reading.accepted_grades or top in reading.accepted_grades:
        return True
    return bool(reading.tagged("release")) or any(twist.release for twist in reading.scenario.twists)


def g03(reading: Reading, settings: Settings) -> Finding:
    """Met when the final grade is no more urgent than accepted, and the most urgent one rests on a fact told by then;
    half where it was set before any such fact."""
    final, accepted = reading.final_grade, reading.accepted_grades
    if final is None or not accepted:
        return not_applicable("No grade was set.")
    if final.grade.rank < min(grade.rank for grade in accepted):
        return not_met(f"{final.grade.name} is more than the facts call for ({_names(accepted)}).", final)
    top = next((s for s in reading.grades if s.grade == reading.most_urgent), None)
    if top is not None:
        facts = reading.told_tagged("life_risk", "safety_critical", "upgrade", "vulnerability")
        by_then = [told for told in facts if told.t_ms <= top.t_ms]
        if facts and not by_then:
            return partly(0.5, f"Graded {top.grade.name} at {top.at}, before any fact called for it.", top, facts[0])
        grounds = listed(named(reading.scenario, told.event.fact) for told in by_then) or "the account"
        return met(f"{top.grade.name} rests on what was told: {grounds}.", top, by_then)
    return met(f"{final.grade.name} is no more than the facts call for.", final)


def g04(reading: Reading, settings: Settings) -> Finding:
    """Met when the first grade is set within the policy's time after the fact that calls for it; tapers to twice.

    The clock starts at the last of the facts named in `after` that were told (nobody waits for what never was), or at
    the first risk to life that came while no grade was late yet; where none is named at that risk, else at the first
    fact of danger or weight. A grade with no pressing time is due by the end of the line, and half right in wrap-up.
    """
    if not reading.accepted_grades:
        return not_applicable("This contact is not graded.")
    start, why = _qualifying(reading, settings)
    if start is None:
        return not_applicable("Nothing was told that calls for a grade.")
    first = reading.grades[0] if reading.grades else None
    expected = _expected_grade(reading)
    if first is None:
        due = (settings.get("within") or (expected.set_within if expected else 30_000)) * reading.time.pace
        cut = reading.broke_off_before(start.t_ms, due)
        if cut is not None:
            return not_applicable(cut)
        return not_met(f"No grade was set after {why} at {start.at}.", start, reading.whole)
    if not settings.get("within") and (expected is None or expected.rank > 2):
        ended = reading.seen.ended
        if ended is None or first.n < ended.n:
            return met(f"Graded at {first.at}, before the line closed.", start, first)
        return partly(0.5, f"Graded only at {first.at}, after the line had closed.", start, first)
    within = (settings.get("within") or (expected.set_within if expected else 30_000)) * reading.time.pace
    took = reading.time.between(start.t_ms, first.t_ms)
    left = taper(took, within)
    if first.t_ms <= start.t_ms:
        return met(f"Graded at {first.at}, by the time {why} was told.", first, start)
    because = f"First graded at {first.at}, {seconds(took)} after {why} ({seconds(within)} allowed)."
    return by_share(left, because, start, first)


def _qualifying(reading: Reading, settings: Settings) -> tuple[Instant | None, str]:
    if settings["after"]:
        moments = [(name, reading.moment(name)) for name in settings["after"]]
        come = [(name, moment) for name, moment in moments if moment is not None]
        if not come and reading.life_risk is None:
            return None, ""
        name, last = max(come, key=lambda one: one[1].t_ms, default=("", None))
        if last is not None and not _at_risk_before_late(reading, settings, last):
            return last, named(reading.scenario, name)
    tags: tuple[str, ...] = ("safety_critical", "upgrade", "vulnerability")
    told = reading.life_risk or next(iter(reading.told_tagged(*tags)), None) or next(iter(reading.told_facts), None)
    return (Instant(told.n, told.t_ms), named(reading.scenario, told.event.fact)) if told else (None, "")


def _at_risk_before_late(reading: Reading, settings: Settings, since: Instant) -> bool:
    """Whether the first risk to life was told while a grade was not late yet, and before one was set: the clock starts
    at the risk. Who had let the time pass before it is late all the same."""
    risk, first = reading.life_risk, next(iter(reading.grades), None)
    if risk is None or risk.t_ms <= since.t_ms or (first is not None and first.n < risk.n):
        return False
    expected = _expected_grade(reading)
    within = settings.get("within") or (expected.set_within if expected else 30_000)
    return reading.time.between(since.t_ms, risk.t_ms) <= within * reading.time.pace


def _expected_grade(reading: Reading) -> Grade | None:
    if reading.life_risk is not None and reading.most_urgent and calls_for(reading, reading.most_urgent):
        return reading.most_urgent
    return min(reading.accepted_grades, key=lambda grade: grade.rank, default=None)


def g05(reading: Reading, settings: Settings) -> Finding:
    """Met when the grade is raised within the time after the fact or twist that calls for it, with a rationale; half
    without one. Tapers to twice the time; not met beyond. Not applicable where it stood high enough already."""
    due = _upgrade_due(reading)
    if due is None:
        return not_applicable("Nothing happened that called for a higher grade.")
    moment, name = due
    accepted = reading.accepted_grades
    wanted = min((grade.rank for grade in accepted), default=1)
    before = reading.grade_at(moment.t_ms)
    if before is not None and before.grade.rank <= wanted:
        return not_applicable(f"The grade already stood at {before.grade.name} when {name} came at {moment.at}.")
    raised = next((s for s in reading.grades if s.n > moment.n and s.grade.rank <= wanted), None)
    broke_off = reading.broke_off_before(moment.t_ms, settings["within"] * reading.time.pace)
    if raised is None and broke_off:
        return not_applicable(broke_off)
    if raised is None:
        return not_met(f"Not graded up after {name} at {moment.at}.", moment, before, reading.whole)
    took = reading.time.between(moment.t_ms, raised.t_ms)
    within = settings["within"] * reading.time.pace
    left = taper(took, within)
    if left <= 0:
        return not_met(f"Graded up only {seconds(took)} after {name}; {seconds(within)} are allowed.", moment, raised)
    if not _explained(reading, raised):
        return partly(0.5 * left, f"Graded up {seconds(took)} after {name}, without a rationale.", moment, raised)
    return by_share(
        left,
        f"Graded {raised.grade.name} {seconds(took)} after {name}, with a rationale.",
        moment,
        raised,
        raised.because_n,
    )


def _upgrade_due(reading: Reading) -> tuple[Instant, str] | None:
    told = [(Instant(t.n, t.t_ms), named(reading.scenario, t.event.fact)) for t in reading.told_tagged("upgrade")]
    fired = [(Instant(f.n, f.t_ms), "the change in the call") for f in reading.seen.all(TwistFired) if f.event.upgrade]
    return min((*told, *fired), key=lambda one: one[0].n, default=None)


def _explained(reading: Reading, step: GradeStep) -> bool:
    if step.because_ms is None:
        return False
    return reading.time.between(step.t_ms, step.because_ms, holds=True) <= _rationale_time(reading)


def _rationale_time(reading: Reading) -> float:
    return 2 * reading.policy.rationale_within * reading.time.pace


def g06(reading: Reading, settings: Settings) -> Finding:
    """Met when every lowering of the grade follows a fact that releases the risk, with a rationale and, where the
    policy asks, the authority of a role; half for each lowering that lacks only rationale or authority."""
    lowered = [step for step in reading.grades if step.lowered]
    if not lowered:
        return not_applicable("The grade was never lowered.")
    shares, faults, shown = [], [], []
    for step in lowered:
        release = next((r for r in reversed(reading.releases) if r.n < step.n), None)
        accepted = step.grade in reading.accepted_grades and not reading.tagged("release") and reading.life_risk is None
        if release is None and not accepted:
            shares.append(0.0)
            faults.append(f"lowered to {step.grade.name} at {step.at} with no fact that took the risk away")
        else:
            lacking = [] if _explained(reading, step) else ["a rationale"]
            lacking += [] if _authorised(reading, step) else [f"the authority of a {step.grade.lower_needs}"]
            shares.append(0.5 if lacking else 1.0)
            faults += [f"lowered to {step.grade.name} at {step.at} without {listed(lacking)}"] if lacking else []
        shown += [n for n in (release.n if release else 0, step.n, step.because_n or 0) if n]
    if not faults:
        return met(f"Lowered to {lowered[-1].grade.name} on a fact, with rationale and authority.", shown)
    because = listed(faults)
    return by_share(sum(shares) / len(shares), because[:1].upper() + because[1:] + ".", shown)


def _authorised(reading: Reading, step: GradeStep) -> bool:
    needs = step.grade.lower_needs
    if needs is None:
        return True
    role = vocabulary().choice("roles", needs)
    given = vocabulary().choice("roles", step.authority) if step.authority else None
    if step.authority and (given == role or given is None):
        return True
    return any(e.event.to == needs and e.n < step.n for e in reading.seen.all(Escalated))


def _headed(piece: Piece) -> bool:
    """Whether a note of the log goes through THRIVE by its headings: `Threat: ... Harm: ...`."""
    names = (item.id for item in vocabulary().lists["thrive"].values())
    return piece.where.startswith("log, ") and sum(f"{name}:" in piece.text.lower() for name in names) > 1


def g07(reading: Reading, settings: Settings) -> Finding:
    """Met when THRIVE is filled and rests on what was told: each heading counts 1 with a note that cites a told fact,
    three quarters with a level where the rationale cites one, half otherwise; met from `full` of the six. A rationale
    or a note of the log that goes through at least three headings by name counts half for each."""
    assessed: dict[str, list[Happened[Assessed]]] = {}
    for done in reading.seen.all(Assessed):
        assessed.setdefault(done.event.item, []).append(done)
    rationale = [p for p in reading.ledger.written.notes if p.where in ("rationale", "log, rationale") or _headed(p)]
    rests = any(cites(reading, piece.text, piece.t_ms) for piece in rationale)
    headings = [item.id for item in vocabulary().lists["thrive"].values()]
    gone_through = [h for h in headings if rests and any(h[:5] in piece.text.lower() for piece in rationale)]
    if not assessed and not rationale:
        because = f"Neither a THRIVE heading nor a rationale was written: {reading.undone()}."
        return not_met(because, reading.whole, decisive=True)
    total, bare = 0.0, []
    for heading in headings:
        notes = " ".join(done.event.note for done in assessed.get(heading, ()))
        if any(cites(reading, done.event.note, done.t_ms) for done in assessed.get(heading, ())):
            total += 1.0
        elif heading in assessed:
            total += 0.75 if rests else 0.5 if not notes.strip() else 0.0
            bare += [] if rests else [heading]
        elif heading in gone_through and len(gone_through) >= 3:
            total += 0.5
        else:
            bare.append(heading)
    share = total / len(headings)
    shown = [done for dones in assessed.values() for done in dones]
    if share >= settings["full"] - 1e-9:
        return met(
            f"THRIVE has {len(assessed)} of {len(headings)} headings and rests on what was told.", shown, rationale
        )
    because = f"THRIVE headings missing or resting on nothing that was told: {listed(bare) or 'some'}."
    return by_share(min(share, 0.99), because, shown, rationale, reading.whole)

"""The grade timeline: every grade with what called for it, how long it took, why it was set and by whose authority."""

from collections.abc import Iterator
from typing import Literal

from scenarios.policy import Policy
from scenarios.scenario import Frozen, Scenario
from scenarios.vocabulary import vocabulary
from scoring.citing import cited, other_grounds, stated_untold
from scoring.fair_time import seconds
from scoring.grade_steps import GradeStep
from scoring.reading import Reading
from scoring.wording import called, choice, count, label, listed, quoted
from simulator.events import Assessed, Escalated, TwistFired
from simulator.journal import Journal, clock

Move = Literal["set", "raised", "lowered", "kept"]
WEIGHTY = ("life_risk", "upgrade", "safety_critical", "vulnerability")


class Cause(Frozen):
    """What called for a grade: in words, its entry, and when (ms from the first ring)."""

    words: str
    n: int
    t_ms: int


class GradeMove(Frozen):
    """One grade: which, when (ms), from which; what called for it, the fair `delay_ms` since, `allowed_ms` by policy.

    `cites`: facts told by then that the rationale speaks of; `untold`: facts, words and names it states though nobody
    had told them.
    `flags` say in plain sentences what an assessor should look at.
    """

    n: int
    t_ms: int
    grade: str
    previous: str | None
    move: Move
    cause: Cause | None
    delay_ms: int | None
    allowed_ms: int | None
    because: str
    because_ms: int | None
    cites: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()
    authority: str = ""
    authority_needed: str = ""
    flags: tuple[str, ...] = ()
    shown_by: tuple[int, ...] = ()


class ThriveSection(Frozen):
    """One THRIVE heading as it stood at the end: level, note, since when (ms), what it cites, and what is amiss."""

    heading: str
    level: str
    note: str
    t_ms: int | None
    cites: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()
    flag: str = ""
    shown_by: tuple[int, ...] = ()


class GradeTimeline(Frozen):
    """All grades in order, the THRIVE headings, and what called for a grade that never came."""

    moves: tuple[GradeMove, ...]
    thrive: tuple[ThriveSection, ...]
    unanswered: tuple[Cause, ...] = ()

    @property
    def summary(self) -> str:
        """The grades in one line, with how many things are flagged."""
        if not self.moves:
            return "No grade was set."
        names = ", then ".join(f"{move.grade} at {clock(move.t_ms)}" for move in self.moves)
        flags = sum(len(move.flags) for move in self.moves) + sum(bool(one.flag) for one in self.thrive)
        flags += len(self.unanswered)
        return f"{names}. {count(flags, 'thing') if flags else 'Nothing'} to look at."


def grade_timeline(scenario: Scenario, policy: Policy, journal: Journal) -> GradeTimeline:
    """The grade timeline of a journal. Pure; an ungraded contact has no moves."""
    reading = Reading(scenario, policy, journal)
    moves = tuple(_move(reading, number) for number in range(len(reading.grades)))
    return GradeTimeline(moves=moves, thrive=tuple(_thrive(reading)), unanswered=tuple(_unanswered(reading)))


def _move(reading: Reading, number: int) -> GradeMove:
    step = reading.grades[number]
    before = reading.grades[number - 1] if number else None
    move = _kind(step, before)
    cause = _cause(reading, step, before, move)
    delay = reading.time.between(cause.t_ms, step.t_ms) if cause else None
    by_ms = step.because_ms if step.because_ms is not None else step.t_ms
    cites = cited(reading, step.because, by_ms)
    made = GradeMove(
        n=step.n,
        t_ms=step.t_ms,
        grade=step.grade.name,
        previous=before.grade.name if before else None,
        move=move,
        cause=cause,
        delay_ms=delay,
        allowed_ms=round(step.grade.set_within * reading.time.pace) if _pressing(reading, move, cause) else None,
        because=step.because,
        because_ms=step.because_ms,
        cites=tuple(label(reading.scenario, fact) for fact in cites),
        untold=stated_untold(reading, step.because, by_ms),
        authority=choice("roles", step.authority) if step.authority else "",
        authority_needed=choice("roles", step.grade.lower_needs)
        if move == "lowered" and step.grade.lower_needs
        else "",
        shown_by=tuple(sorted({n for n in (cause.n if cause else 0, step.n, step.because_n or 0) if n})),
    )
    return made.model_copy(update={"flags": tuple(_flags(reading, step, made))})


def _kind(step: GradeStep, before: GradeStep | None) -> Move:
    if before is None:
        return "set"
    if step.grade.rank == before.grade.rank:
        return "kept"
    return "raised" if step.grade.rank < before.grade.rank else "lowered"


def _cause(reading: Reading, step: GradeStep, before: GradeStep | None, move: Move) -> Cause | None:
    """What a grade answers. One that is lowered: a release. One that is raised: what calls for a higher one, else the
    weighty thing told last. Otherwise the first weighty thing since the grade before; for the first grade a risk to
    life before anything else, and any fact where nothing weighty was told."""
    since = before.n if before else 0
    own = [one for one in _causes(reading, released=move == "lowered") if since < one.n < step.n]
    if move == "lowered":
        return own[-1] if own else None
    if before is None:
        risk = reading.life_risk
        if risk is not None and risk.n < step.n:
            return Cause(words=label(reading.scenario, risk.event.fact), n=risk.n, t_ms=risk.t_ms)
        told = next((one for one in reading.told_facts if one.n < step.n), None)
        if not own and told is not None:
            words = f"the account, from {label(reading.scenario, told.event.fact)}"
            return Cause(words=words, n=told.n, t_ms=told.t_ms)
    if move == "raised":
        return next((one for one in own if _is_upgrade(reading, one)), own[-1] if own else None)
    return own[0] if own else None


def _pressing(reading: Reading, move: Move, cause: Cause | None) -> bool:
    """Whether a grade had a time to be set in: the first one, and one raised on what calls for a higher one."""
    return cause is not None and (move == "set" or (move == "raised" and _is_upgrade(reading, cause)))


def _causes(reading: Reading, *, released: bool) -> list[Cause]:
    """Everything told or happened that calls for a grade, or that takes a risk away, in order."""
    tags = ("release",) if released else WEIGHTY
    found = [
        Cause(words=label(reading.scenario, told.event.fact), n=told.n, t_ms=told.t_ms)
        for told in reading.told_tagged(*tags)
    ]
    found += [
        Cause(words=f"what changed: {called(fired.event.twist)}", n=fired.n, t_ms=fired.t_ms)
        for fired in reading.seen.all(TwistFired)
        if (fired.event.release if released else fired.event.upgrade)
    ]
    return sorted(found, key=lambda cause: cause.n)


def _flags(reading: Reading, step: GradeStep, move: GradeMove) -> Iterator[str]:
    if move.cause is None and move.move == "lowered":
        yield "Nothing that takes the risk away had been told."
    elif move.cause is None and move.move in ("set", "raised"):
        yield "Nothing that calls for it had been told."
    if move.delay_ms is not None and move.allowed_ms is not None and move.delay_ms > move.allowed_ms:
        yield f"{seconds(move.delay_ms)} after what called for it; {seconds(move.allowed_ms)} are allowed."
    if not step.because.strip():
        yield "No rationale."
    elif not move.cites:
        yield "The rationale cites nothing that the caller had disclosed."
    if move.untold:
        yield f"The rationale states what nobody had told: {listed(move.untold)}."
    if move.authority_needed and not _authorised(reading, step):
        yield f"No authority of {_a(move.authority_needed)} is recorded."


def _a(role: str) -> str:
    return f"{'an' if role[:1].lower() in 'aeiou' else 'a'} {role}"


def _authorised(reading: Reading, step: GradeStep) -> bool:
    needs = step.grade.lower_needs
    told = any(one.event.to == needs and one.n < step.n for one in reading.seen.all(Escalated))
    known = vocabulary().choice("roles", needs or "")
    given = vocabulary().choice("roles", step.authority) if step.authority else None
    return told or bool(step.authority and (given is None or given == known))


def _thrive(reading: Reading) -> Iterator[ThriveSection]:
    """Each heading of THRIVE; one that was left out is a section as well, where any was assessed or a grade was set."""
    done = reading.seen.all(Assessed)
    if not done and not reading.grades:
        return
    for item, heading in vocabulary().lists["thrive"].items():
        own = [one for one in done if one.event.item == item]
        levels = [one.event.level for one in own if one.event.level]
        notes = [one for one in own if one.event.note.strip()]
        note, by_ms = (notes[-1].event.note, notes[-1].t_ms) if notes else ("", own[-1].t_ms if own else 0)
        cites, untold = cited(reading, note, by_ms), stated_untold(reading, note, by_ms)
        grounds = tuple(label(reading.scenario, fact) for fact in cites) or other_grounds(reading, note, by_ms)
        yield ThriveSection(
            heading=heading.label,
            level=called(levels[-1]) if levels else "",
            note=note,
            t_ms=own[-1].t_ms if own else None,
            cites=grounds,
            untold=untold,
            flag=_thrive_flag(bool(own), note, bool(grounds), untold),
            shown_by=tuple(one.n for one in own),
        )


def _thrive_flag(assessed: bool, note: str, cites: bool, untold: tuple[str, ...]) -> str:
    if not assessed:
        return "Not assessed."
    if not note:
        return "A level with no note: it cites nothing."
    if untold:
        return f"States what nobody had told: {listed(untold)}."
    return "" if cites else f"Cites nothing that the caller had disclosed: {quoted(note)}."


def _unanswered(reading: Reading) -> Iterator[Cause]:
    """What called for a higher grade and found none set or standing high enough afterwards."""
    top = min((grade.rank for grade in reading.accepted_grades), default=None)
    if top is None:
        return
    for cause in _causes(reading, released=False):
        weighty = _is_upgrade(reading, cause)
        stood = reading.grade_at(cause.t_ms)
        high_enough = stood is not None and stood.grade.rank <= top
        later = any(step.n > cause.n and step.grade.rank <= top for step in reading.grades)
        if weighty and not high_enough and not later:
            yield cause


def _is_upgrade(reading: Reading, cause: Cause) -> bool:
    instants = {told.n for told in reading.told_tagged("life_risk", "upgrade")}
    instants |= {fired.n for fired in reading.seen.all(TwistFired) if fired.event.upgrade}
    return cause.n in instants

"""The record as whoever comes next receives it: grade, hand-over note, fields, THRIVE, log, what was asked for."""

from collections.abc import Iterator

from scenarios.policy import Policy
from scenarios.scenario import Frozen
from scenarios.vocabulary import vocabulary
from scenarios.vocabulary.words import Desk
from scoring.happenings import Happened, Happenings
from scoring.wording import called
from scoring.written import Written
from simulator import events as e


class SlipLine(Frozen):
    """One line of the record: what it is, its words, when it was written (ms from the first ring), its entry."""

    label: str
    text: str
    t_ms: int
    n: int


class SlipPart(Frozen):
    """One part of the record under its heading."""

    title: str
    lines: tuple[SlipLine, ...]


def slip_of(policy: Policy, desk: Desk, seen: Happenings, written: Written) -> tuple[SlipPart, ...]:
    """The parts of the record in the order in which somebody reads it who has to act; empty ones are left out."""
    parts = (
        ("Grade", _grade(policy, seen)),
        ("Hand-over", _handed_over(seen)),
        *_fields(desk, written),
        ("THRIVE", _thrive(seen)),
        ("Log", _log(seen)),
        ("Asked for and done", _requests(seen)),
    )
    made = ((title, tuple(lines)) for title, lines in parts)
    return tuple(SlipPart(title=title, lines=lines) for title, lines in made if lines)


def _line(label: str, text: str, at: Happened) -> SlipLine:  # type: ignore[type-arg]
    return SlipLine(label=label, text=text, t_ms=at.t_ms, n=at.n)


def _grade(policy: Policy, seen: Happenings) -> Iterator[SlipLine]:
    graded, why = seen.last(e.Graded), seen.last(e.GradeExplained)
    if graded is None:
        return
    grade = policy.grade(graded.event.grade)
    authority = f" (authority: {graded.event.authority})" if graded.event.authority else ""
    yield _line("Grade", (grade.name if grade else graded.event.grade) + authority, graded)
    if why is not None and why.n > graded.n:
        yield _line("Because", why.event.because, why)


def _handed_over(seen: Happenings) -> Iterator[SlipLine]:
    for handed in seen.all(e.HandedOver):
        yield _line(f"To {_choice('roles', handed.event.to).lower()}", handed.event.text, handed)


def _fields(desk: Desk, written: Written) -> Iterator[tuple[str, tuple[SlipLine, ...]]]:
    known = vocabulary().fields[desk]
    for group in dict.fromkeys(field.group for field in known.values()):
        names = (name for name, field in known.items() if field.group == group and name in written.fields)
        pieces = (written.fields[name] for name in names)
        yield group, tuple(SlipLine(label=p.where, text=p.text, t_ms=p.t_ms, n=p.n) for p in pieces)


def _thrive(seen: Happenings) -> Iterator[SlipLine]:
    """Each heading as it stands: the last level and the last note given to it."""
    for item, choice in vocabulary().lists["thrive"].items():
        own = [one for one in seen.all(e.Assessed) if one.event.item == item]
        levels = [one.event.level for one in own if one.event.level]
        notes = [one.event.note for one in own if one.event.note]
        words = [*(level.capitalize() for level in levels[-1:]), *notes[-1:]]
        if words:
            yield _line(choice.label, ". ".join(words), own[-1])


def _log(seen: Happenings) -> Iterator[SlipLine]:
    for noted in seen.all(e.Noted):
        yield _line(_choice("sections", noted.event.section), noted.event.text, noted)


def _requests(seen: Happenings) -> Iterator[SlipLine]:
    for done in seen.of((e.AgencyRequested, e.Referred, e.Escalated, e.LogLinked, e.LogRestricted)):
        match done.event:
            case e.AgencyRequested(agency=agency):
                yield _line("Requested", _choice("agencies", agency), done)
            case e.Referred(to=to):
                yield _line("Referred to", _choice("referrals", to), done)
            case e.Escalated(to=to, about=about):
                yield _line("Escalated to", ": ".join(part for part in (_choice("roles", to), about) if part), done)
            case e.LogLinked(log=log):
                yield _line("Linked to", log, done)
            case e.LogRestricted(level=level):
                yield _line("Restriction", _choice("restrictions", level), done)


def _choice(of: str, name: str) -> str:
    known = vocabulary().choice(of, name)
    return known.label if known else called(name).capitalize()

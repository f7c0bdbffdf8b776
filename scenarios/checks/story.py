"""Whether everything in a scenario can happen: facts that can come out, twists and presses that can come."""

from collections.abc import Iterable, Iterator

from scenarios.names import MOMENTS
from scenarios.problems import Fault, Where, fault
from scenarios.scenario import Fact, Scenario, Twist, When


def story_doubts(scenario: Scenario) -> Iterator[Fault]:
    """What can never come, comes too late, or hides behind something else."""
    possible = possible_moments(scenario)
    yield from _facts_never_told(scenario, possible)
    yield from _triggers_never_ready(scenario, possible)
    yield from _shadowed(scenario)
    yield from _too_late(scenario)
    yield from _topics_unused(scenario)
    if scenario.plan.length.from_ > scenario.plan.length.to:
        yield fault(("plan", "length"), "L11")


def possible_moments(scenario: Scenario) -> frozenset[str]:
    """Every moment that some run can bring: grown from the first ring until nothing more follows."""
    possible = set(MOMENTS) - _missing_ground(scenario)
    grown = True
    while grown:
        more = {
            *_told_moments(scenario, possible),
            *(twist.id for twist in scenario.twists if _can_be_ready(twist.when, possible)),
            *(f"press:{p.id}" for p in scenario.presses if p.when is None or _can_be_ready(p.when, possible)),
            *(f"question:{q.id}" for q in scenario.questions if _can_be_ready(q.when, possible)),
            *(moment for twist in scenario.twists if twist.id in possible for moment in _of_the_line(twist)),
            *(f"phone:{one.to}" for one in scenario.passes if all(_happens(need, possible) for need in one.needs)),
        }
        grown = not more <= possible
        possible |= more
    return frozenset(possible)


def _told_moments(scenario: Scenario, possible: Iterable[str]) -> Iterator[str]:
    for name, fact in scenario.facts.items():
        if _can_be_told(name, fact, scenario, possible):
            yield from (name, f"right:{name}")


def _of_the_line(twist: Twist) -> Iterator[str]:
    """The moments of the line that a twist brings. What drops can be rung back."""
    if twist.line is not None:
        yield "line:dropped" if twist.line == "drops" else f"line:{twist.line}"
    if twist.line == "drops":
        yield "line:back"
    if twist.phone_to is not None:
        yield f"phone:{twist.phone_to}"


def _missing_ground(scenario: Scenario) -> set[str]:
    missing = set()
    if not scenario.restricted:
        missing.add("disclosed")
    if scenario.verification is None:
        missing.add("verified")
    if scenario.channel.desk == "incident":
        missing |= {"reset"}
    if not any(row.editable for rows in scenario.records.values() for row in rows):
        missing.add("updated")
    return missing


def _happens(moment: str, possible: Iterable[str]) -> bool:
    # A deed of the trainee can always happen; what the caller does must be possible first.
    return moment in possible or moment.startswith(("said:", "graded:", "requested:"))


def _can_be_ready(when: When, possible: Iterable[str]) -> bool:
    starts = _happens(when.since, possible) or when.or_by is not None
    stopped = "answered" in when.unless or (when.since in when.unless and when.or_by is None)
    return starts and not stopped and all(_happens(moment, possible) for moment in when.needs)


def _can_be_told(name: str, fact: Fact, scenario: Scenario, possible: Iterable[str]) -> bool:
    told = fact.told_when
    if name in scenario.opening_tells:
        return True
    if any(name in twist.reveals and twist.id in possible for twist in scenario.twists):
        return True
    if not all(_happens(moment, possible) for moment in told.needs) or "answered" in told.unless:
        return False
    return bool(told.asked or fact.yes_to or fact.no_to) or (
        told.when is not None and _can_be_ready(told.when, possible)
    )


def _facts_never_told(scenario: Scenario, possible: Iterable[str]) -> Iterator[Fault]:
    for name in scenario.facts:
        if name not in possible:
            yield fault(("facts", name), "L01", on_key=True, fact=name)


def _triggers_never_ready(scenario: Scenario, possible: Iterable[str]) -> Iterator[Fault]:
    for kind, where, word, when in _triggers(scenario):
        if not _can_be_ready(when, possible):
            yield fault(where, "L03", kind=kind, word=word, hint=_why(when, possible))
    end = scenario.stay_on_line_until
    if end is not None and not _happens(end, possible):
        hint = "Name a moment that can come."
        yield fault(("stay_on_line_until",), "L03", kind="release", word=end, hint=hint)


def _why(when: When, possible: Iterable[str]) -> str:
    wanted = [*when.needs, *(() if when.or_by is not None else (when.since,))]
    missing = [moment for moment in wanted if not _happens(moment, possible)]
    if missing:
        return f"It waits for {' and '.join(f'`{moment}`' for moment in missing)}, which cannot come before it."
    return "What must come first also prevents it: see `unless`."


def _triggers(scenario: Scenario) -> Iterator[tuple[str, Where, str, When]]:
    for number, twist in enumerate(scenario.twists):
        yield "twist", ("twists", number), twist.id, twist.when
    for number, press in enumerate(scenario.presses):
        if press.when is not None:
            yield "press", ("presses", number), press.id, press.when
    for number, question in enumerate(scenario.questions):
        yield "question", ("questions", number), question.id, question.when
    if scenario.ends is not None:
        yield "end", ("ends",), "ends", scenario.ends


def _shadowed(scenario: Scenario) -> Iterator[Fault]:
    earlier: list[tuple[str, Fact]] = []
    for name, fact in scenario.facts.items():
        asked = set(fact.told_when.asked)
        before = next((other for other, known in earlier if asked and _always_takes(asked, known, fact)), None)
        elsewhere = (
            bool(fact.yes_to or fact.no_to)
            or fact.told_when.when is not None
            or any(name in twist.reveals for twist in scenario.twists)
        )
        if before is not None and not elsewhere and name not in scenario.opening_tells and not fact.told_when.needs:
            yield fault(("facts", name), "L02", on_key=True, fact=name, other=before)
        earlier.append((name, fact))


def _always_takes(asked: set[str], earlier: Fact, later: Fact) -> bool:
    told = earlier.told_when  # what is no longer told after some moment leaves the question free
    return set(later.known_by) <= set(earlier.known_by) and asked <= set(told.asked) and not told.unless


def _too_late(scenario: Scenario) -> Iterator[Fault]:
    for kind, where, word, when in _triggers(scenario):
        if kind != "end" and when.after > scenario.plan.length.to:
            yield fault((*where, "when", "after"), "L10", kind=kind, word=word)


def _topics_unused(scenario: Scenario) -> Iterator[Fault]:
    answered = [name for answer in scenario.answers for name in _listed(answer.to)]
    asked = [name for fact in scenario.facts.values() for name in fact.told_when.asked]
    asked += [name for fact in scenario.facts.values() if fact.first for name in fact.first.asked]
    own = [name for question in scenario.questions for name in question.answered_by]
    own += [name for one in scenario.passes for name in one.asked]
    own += [moment.removeprefix("said:") for moment in _moments_named(scenario)]
    for topic in scenario.topics:
        if f"topic:{topic}" not in (*answered, *asked, *own):
            yield fault(("topics", topic), "L15", on_key=True, kind="topic", word=topic)


def _moments_named(scenario: Scenario) -> Iterator[str]:
    for _, _, _, when in _triggers(scenario):
        yield from (when.since, *when.needs, *when.unless)


def _listed(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value

"""What no call may ever do, whoever plays it: lose its order, never end, or tell a fact that nothing brought out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from scenarios.once import once
from scenarios.scenario import Fact, Scenario
from simulator import events
from simulator.answers.telling import first_value, value_told
from simulator.answers.this_number import asks_if_this_number, of_the_line
from simulator.answers.yes_or_no import closed_clauses
from simulator.journal import Journal

_WORD = re.compile(r"[a-z']+")
ENDINGS = (events.ContactClosed, events.Stopped, events.Interrupted)


def unsound(scenario: Scenario, journal: Journal) -> tuple[str, ...]:
    """Everything that is wrong with a finished call, in words; nothing where all is well."""
    return (*_order(journal), *_leaks(scenario, journal))


def _order(journal: Journal) -> Iterator[str]:
    if not journal or not isinstance(journal[0].event, events.CallStarted):
        yield "the journal does not begin with the start of the call"
        return
    if [entry.n for entry in journal] != list(range(1, len(journal) + 1)):
        yield "the entries are not numbered one by one"
    if any(one.t_ms > other.t_ms for one, other in pairwise(journal)):
        yield "time runs backwards"
    if not isinstance(journal[-1].event, ENDINGS):
        yield f"the call does not end; last came {journal[-1].event.kind}"


class _Told:
    """What has been said and has happened so far."""

    def __init__(self) -> None:
        self.said: list[events.HandlerSaid] = []
        self.facts: set[str] = set()
        self.right: set[str] = set()  # told in full
        self.twists: set[str] = set()


def _leaks(scenario: Scenario, journal: Journal) -> Iterator[str]:
    so_far = _Told()
    for entry in journal:
        match entry.event:
            case events.HandlerSaid():
                so_far.said.append(entry.event)
            case events.TwistFired():
                so_far.twists.add(entry.event.twist)
            case events.CallerSaid():
                yield from (f"entry {entry.n}: {fault}" for fault in _line(scenario, entry.event, so_far))
                so_far.facts |= set(entry.event.facts)
            case events.FactTold():
                fault = _unbidden(scenario, entry.event, so_far)
                fault = fault or _untrue(scenario.facts[entry.event.fact], entry.event, so_far)
                if fault:
                    yield f"entry {entry.n}: {entry.event.fact} {fault}"
                if entry.event.standing == "full":
                    so_far.right.add(entry.event.fact)


def _unbidden(scenario: Scenario, told: events.FactTold, so_far: _Told) -> str:
    fact = scenario.facts[told.fact]
    missing = [need for need in fact.told_when.needs if need in scenario.facts and need not in so_far.facts]
    twists = {twist.id for twist in scenario.twists} - so_far.twists
    missing += [need for need in fact.told_when.needs if need in twists]
    if missing and told.how in ("asked", "volunteered"):
        return f"came before {missing[0]}"
    if told.how != "twist" and told.speaker not in fact.known_by:
        return f"was told by {told.speaker}, who does not know it"
    match told.how:
        case "asked":
            asked = _asked(fact, so_far) or _of_this_line(scenario, told.fact, so_far)
            return "" if asked else "was told, but nobody asked for it"
        case "opening":
            return "" if told.fact in scenario.opening_tells else "was told in the opening, which does not tell it"
        case "volunteered":
            own = fact.told_when.when or (fact.first is not None and fact.first.when)
            return "" if own else "was told unasked, and has no moment of its own"
        case "twist":
            fired = (twist for twist in scenario.twists if twist.id in so_far.twists)
            return "" if any(told.fact in twist.reveals for twist in fired) else "came with no twist that reveals it"
        case _:
            named = any(value.fact == told.fact for said in so_far.said for value in said.values)
            return "" if named or _called_by(fact, so_far) else "was put right, but nobody had named it"


def _called_by(fact: Fact, so_far: _Told) -> bool:
    """Whether it is a name of which a part was said: "is that you, Neil?"."""
    parts = set(_WORD.findall(value_told(fact).lower())) if fact.kind == "name" else set()
    return any(parts & set(_WORD.findall(said.text.lower())) for said in so_far.said)


def _untrue(fact: Fact, told: events.FactTold, so_far: _Told) -> str:
    """Whether a fact was told as neither what they first thought nor as they know it, or unsaid again."""
    if told.fact in so_far.right and told.standing != "full":
        return "was told in full before, and now is not"
    if told.standing != "full" and (fact.first is None or fact.first.kind != told.standing):
        return f"was told as {told.standing}, which its author did not write"
    wanted = value_told(fact) if told.standing == "full" else first_value(fact)
    return "" if told.value == wanted else f"was told as {told.value!r}, which is not what they know"


def _asked(fact: Fact, so_far: _Told) -> bool:
    if (fact.yes_to or fact.no_to) and any(closed_clauses(said.text) for said in so_far.said):
        return True
    names = (*fact.told_when.asked, *(fact.first.asked if fact.first else ()))
    intents = (intent for said in so_far.said for intent in said.intents)
    return any(intent.answers_to(asked) for intent in intents for asked in names)


def _of_this_line(scenario: Scenario, fact: str, so_far: _Told) -> bool:
    """Whether it is the number of the line, and "is the phone you're on the registered one?" asked for it."""
    number = scenario.channel.number
    return of_the_line(scenario) == fact and any(asks_if_this_number(said.text, number) for said in so_far.said)


def _line(scenario: Scenario, said: events.CallerSaid, so_far: _Told) -> Iterator[str]:
    known = so_far.facts | set(said.facts)
    own = said.twist or said.press or said.question
    for name, told in () if own else _said_in(_sayings(scenario), said.text):
        if name in known:
            continue
        slipped = next((line for line in told if not _one_of(line, scenario, known)), None)
        if slipped and said.corrects != name and said.confirms != name:
            yield f"{name} is said and not told: {slipped!r}"
    text = said.text.lower()
    for secret in scenario.restricted:
        value = secret.value.split(",")[0].lower()
        if len(value) > 6 and value in text and not _named(value, so_far) and not _own_fact(scenario, value):
            yield f"the caller says what they may not know: {secret.value!r}"


@dataclass(frozen=True, eq=False)
class _Sayings:
    """The lines in which each fact of a scenario is told, but for those so short that they may stand in any other."""

    of_fact: tuple[tuple[str, tuple[str, ...]], ...]


@once
def _sayings(scenario: Scenario) -> _Sayings:
    facts = scenario.facts.items()
    return _Sayings(tuple((name, tuple(line for line in fact.says if len(line) > 12)) for name, fact in facts))


@lru_cache(maxsize=8192)  # callers say the same in thousands of calls
def _said_in(sayings: _Sayings, text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The facts of which a text holds lines, and these lines."""
    found = ((name, tuple(line for line in lines if line in text)) for name, lines in sayings.of_fact)
    return tuple((name, lines) for name, lines in found if lines)


def _named(value: str, so_far: _Told) -> bool:
    return value in " ".join(one.text.lower() for one in so_far.said)


def _one_of(line: str, scenario: Scenario, facts: Iterable[str]) -> bool:
    return any(line in _lines_of(scenario.facts[name]) for name in facts)


def _lines_of(fact: Fact) -> tuple[str, ...]:
    first = (*fact.first.says, *fact.first.put_right) if fact.first else ()
    return (*fact.says, *fact.again, *first)


def _own_fact(scenario: Scenario, value: str) -> bool:
    return any(value in line.lower() for fact in scenario.facts.values() for line in fact.says)

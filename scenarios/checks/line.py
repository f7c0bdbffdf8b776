"""Whether the people on the line and the line itself can do what the author means: who comes, who knows, who taps."""

from collections.abc import Iterator

from scenarios.problems import Fault, fault
from scenarios.scenario import Fact, Scenario

CALLER = "caller"
MARKS_A_LOST_LINE = ("R23", "C11")


def line_doubts(scenario: Scenario) -> Iterator[Fault]:
    """What is said of people, taps or the line and can never come to anything."""
    yield from _people(scenario)
    for name, fact in scenario.facts.items():
        yield from _known(name, fact)
    yield from _taps(scenario)
    yield from _line(scenario)


def _people(scenario: Scenario) -> Iterator[Fault]:
    heard = {twist.speaker for twist in scenario.twists} | {twist.phone_to for twist in scenario.twists}
    heard |= {one.to for one in scenario.passes}
    for name in scenario.others:
        if name not in heard:
            yield fault(("others", name), "L30", on_key=True, word=name)
    for number, answer in enumerate(scenario.answers):
        if not answer.by:
            yield fault(("answers", number, "by"), "L31", on_key=True, word="answer")


def _known(name: str, fact: Fact) -> Iterator[Fault]:
    if not fact.known_by:
        yield fault(("facts", name, "known_by"), "L31", on_key=True, word=name)
    for person in fact.known_by:
        if person != CALLER and CALLER in fact.known_by and person not in fact.said_by:
            yield fault(("facts", name, "known_by"), "L32", on_key=True, word=name, person=person)
    for person in fact.said_by:
        if person not in fact.known_by:
            yield fault(("facts", name, "said_by", person), "L33", on_key=True, word=name, person=person)
    if fact.closed is not None and not (fact.yes_to or fact.no_to):
        yield fault(("facts", name, "closed"), "L34", word=name)
    for question in sorted({_bare(one) for one in fact.yes_to} & {_bare(one) for one in fact.no_to}):
        yield fault(("facts", name), "L35", on_key=True, word=question, fact=name)


def _bare(question: str) -> str:
    return question.strip().rstrip("?. ").lower()


def _taps(scenario: Scenario) -> Iterator[Fault]:
    ways = {scenario.caller.answers_by, *(twist.answers_by for twist in scenario.twists)}
    answerable = any(fact.yes_to or fact.no_to for fact in scenario.facts.values())
    where = ("caller", "answers_by") if scenario.caller.answers_by != "speech" else ("twists",)
    if ways & {"taps", "front"} and not answerable:
        yield fault(where, "L36", on_key=True)
    if "front" in ways:
        for part in ("says_yes", "says_no", "front"):
            if not getattr(scenario.caller, part):
                yield fault(("caller",), "L37", on_key=True, word=part)


def _line(scenario: Scenario) -> Iterator[Fault]:
    ways = {twist.line for twist in scenario.twists}
    reachable = scenario.channel.number or any(scenario.fact_kind(name) == "phone" for name in scenario.facts)
    chosen = {choice.point for choice in scenario.marking}
    for number, twist in enumerate(scenario.twists):
        if twist.line == "drops" and scenario.channel.answers_call_back and not reachable:
            yield fault(("twists", number, "line"), "L38", word=twist.id)
        if twist.line == "drops" and not chosen & set(MARKS_A_LOST_LINE):
            yield fault(("twists", number, "line"), "L39", word=twist.id)
        if twist.line == "back" and not ways & {"drops", "silent", "poor"}:
            yield fault(("twists", number, "line"), "L40", word=twist.id)

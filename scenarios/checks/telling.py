"""Whether what is told first can be right later, and whether a persona fits the caller it is given to."""

from collections.abc import Iterator

from scenarios.persona_file import load_persona, persona_names
from scenarios.problems import Fault, fault
from scenarios.scenario import Fact, Place, Scenario


def telling_doubts(scenario: Scenario) -> Iterator[Fault]:
    """First tellings that are no first tellings, or contradict the rest; questions asked again in vain; ages."""
    for name, fact in scenario.facts.items():
        if fact.first is not None:
            yield from _first(name, fact)
    for number, question in enumerate(scenario.questions):
        if question.again and question.most_times == 1:
            yield fault(("questions", number, "again"), "L62", on_key=True, word=question.id)
    yield from _age(scenario)
    yield from _never_asked(scenario)


def _never_asked(scenario: Scenario) -> Iterator[Fault]:
    """What is said to, or told when asked for, an aspect of somebody that the call's own questions ask, or nobody."""
    for number, answer in enumerate(scenario.answers):
        several = not isinstance(answer.to, str)
        for at, asked in enumerate((answer.to,) if isinstance(answer.to, str) else answer.to):
            if _is_no_topic(scenario, asked):
                where = ("answers", number, "to", at) if several else ("answers", number, "to")
                yield fault(where, "L64", word=asked.removeprefix("topic:"))
    for name, fact in scenario.facts.items():
        for at, asked in enumerate(fact.told_when.asked):
            if _is_no_topic(scenario, asked):
                yield fault(("facts", name, "told_when", "asked", at), "L64", word=asked.removeprefix("topic:"))


def _is_no_topic(scenario: Scenario, asked: str) -> bool:
    topic = asked.removeprefix("topic:")
    return topic != asked and topic not in scenario.topics


def _first(name: str, fact: Fact) -> Iterator[Fault]:
    assert fact.first is not None
    where = ("facts", name, "first")
    if fact.agrees_to_anything or fact.told_as is not None:
        yield fault(where, "L61", on_key=True, word=name)
    if _plain(fact.first.value) == _plain(fact.value):
        yield fault((*where, "value"), "L60", word=name)


def _plain(value: str | Place) -> str:
    text = f"{value.line} {value.town} {value.postcode}" if isinstance(value, Place) else value
    return " ".join(text.lower().split())


def _age(scenario: Scenario) -> Iterator[Fault]:
    caller = scenario.caller
    if caller.persona is None or caller.persona not in persona_names() or caller.age is None:
        return
    youngest, oldest = load_persona(caller.persona).ages
    if not youngest <= caller.age <= oldest:
        yield fault(("caller", "persona"), "L63", word=caller.persona, age=caller.age, youngest=youngest, oldest=oldest)

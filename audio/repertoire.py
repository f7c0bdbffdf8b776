"""All that a scenario may cause to be said aloud, so that it can be rendered before it is wanted."""

from collections.abc import Iterable, Iterator

from audio.voice import SpokenLine
from scenarios.scenario import Scenario


def repertoire(scenario: Scenario) -> tuple[SpokenLine, ...]:
    """Every line of a scenario's caller and operator, each once, the likeliest first."""
    voice = scenario.caller.voice
    spoken = [SpokenLine(text, kind="operator") for text in scenario.operator_says]
    spoken += [SpokenLine(text, voice.kind, voice.style) for text in _callers_lines(scenario)]
    return tuple(dict.fromkeys(spoken))


def _callers_lines(scenario: Scenario) -> Iterator[str]:
    caller = scenario.caller
    yield from scenario.opening
    for fact in scenario.facts.values():
        yield from fact.says
    for answer in scenario.answers:
        yield from _each(answer.say)
    for stock in (caller.not_understood, caller.does_not_know, caller.acknowledges, caller.silence, caller.goodbye):
        yield from stock
    for twist in scenario.twists:
        yield from twist.says
    for press in scenario.presses:
        yield from press.says
    for question in scenario.questions:
        yield from question.says
    for fact in scenario.facts.values():
        yield from (*fact.withheld, *fact.corrects, *fact.again, *fact.spelled)
    for answer in scenario.answers:
        yield from answer.again
    for press in scenario.presses:
        yield from press.if_given
    for question in scenario.questions:
        yield from question.thanks
    yield from (*caller.mood.says_when_upset, *caller.mood.says_when_calmed)


def _each(say: str | Iterable[str]) -> Iterable[str]:
    return (say,) if isinstance(say, str) else say

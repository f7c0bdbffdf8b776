"""The answers that an author wrote for a call: which of them fits what was heard, and how it is said."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.once import once
from scenarios.scenario import Answer, Scenario
from simulator.answers.feeling import RUDE
from simulator.answers.manners import retorts
from simulator.answers.turn import Turn
from simulator.answers.word_fits import fitting
from simulator.heard import HeardIntent

_BYE = re.compile(r"\bbye\b", re.IGNORECASE)


@dataclass(frozen=True)
class Written:
    """One answer of the scenario's, by its number."""

    number: int
    answer: Answer
    exact: bool  # written for the intent's own slot

    @property
    def lines(self) -> tuple[str, ...]:
        """What it says the first time, in each of its wordings."""
        return (self.answer.say,) if isinstance(self.answer.say, str) else self.answer.say


def written_answer(turn: Turn, intent: HeardIntent) -> Written | None:
    """The answer that is written for what was heard and whose time it is now, or None."""
    happened = turn.setting.moments.happened

    def known(moment: str) -> bool:
        fact = moment.removeprefix("right:")
        return happened(moment) or (fact in turn.mind.told and (fact == moment or fact not in turn.mind.unsettled))

    due = []
    by_name = _answers_by_name(turn.setting.scenario)
    slot = f"{intent.id}:{intent.slot or ''}"
    to_it = {found[0]: found for name in (intent.id, slot) for found in by_name.get(name, ())}
    for number, answer in to_it.values():
        unless = (answer.unless,) if isinstance(answer.unless, str) else answer.unless
        if all(map(known, answer.if_)) and not any(map(known, unless)):
            due.append(Written(number, answer, (number, answer) in by_name.get(slot, ())))
    return min(due, key=lambda one: (not one.exact, one.number), default=None)


@once
def _answers_by_name(scenario: Scenario) -> Mapping[str, tuple[tuple[int, Answer], ...]]:
    """The answers that an author wrote, each with its number, by all that they are to: INTENT or INTENT:slot."""
    found: dict[str, list[tuple[int, Answer]]] = {}
    for number, answer in enumerate(scenario.answers):
        for name in dict.fromkeys((answer.to,) if isinstance(answer.to, str) else answer.to):
            found.setdefault(name, []).append((number, answer))
    return {name: tuple(answers) for name, answers in found.items()}


def say_written(turn: Turn, intent: HeardIntent, written: Written, *, courtesy: bool) -> None:
    """Says it in words whose yes or no is true; as a `courtesy` only where nothing else is said."""
    key, answer = f"answer:{written.number}", written.answer
    if written.number in turn.written and not courtesy:
        return  # asked in two ways at once: "are you living together, or are you at different addresses?"
    turn.written.add(written.number)
    lines = answer.again if turn.mind.count(key) and answer.again else written.lines
    if intent.id == RUDE:
        lines = retorts(lines, turn.mind.count(key), freely=turn.setting.caller.can_speak_freely)
    turn.say(fitting(turn, intent, lines), key, courtesy=courtesy)
    if courtesy:
        turn.written_courtesies.append(turn.courtesies[-1])
    if not courtesy and _BYE.search(turn.parts[-1]):
        turn.mind = turn.mind.having_said("goodbye")

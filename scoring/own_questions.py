"""The caller's own questions: how often each was asked, and the handler's first words that answer it."""

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.scenario import CallerQuestion
from scoring.happenings import Happened
from scoring.reading import Reading
from scoring.speech import Turn
from simulator.events import CallerSaid

TURNS = 2  # the handler's next utterances in which a question should be answered


@dataclass(frozen=True)
class OwnQuestion:
    """One question, every line that asked it, and what answered it; `in_time` within two turns of any asking."""

    question: CallerQuestion
    lines: tuple[Happened[CallerSaid], ...]
    answer: Turn | None = None
    in_time: bool = False


def own_questions(reading: Reading) -> Iterator[OwnQuestion]:
    """Every question that the caller came to ask, in the order of the scenario."""
    for question in reading.scenario.questions:
        lines = tuple(line for line in reading.caller_lines if line.event.question == question.id)
        if not lines:
            continue
        for line in lines:
            turn = reading.speech.within(line.t_ms, TURNS, *question.answered_by)
            if turn is not None:
                yield OwnQuestion(question, lines, turn, in_time=True)
                break
        else:
            late = reading.speech.first(*question.answered_by, after=lines[0].t_ms)
            yield OwnQuestion(question, lines, late)

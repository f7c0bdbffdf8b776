"""The knowledge questions that a run leaves owed: the plan's own, and those that what happened calls for."""

from collections.abc import Iterator, Sequence

from scenarios.scenario import Frozen
from scenarios.vocabulary.criteria import criteria
from scoring.outcome import Marking
from simulator import events as e
from simulator.journal import Journal, of_kind

# What happened in a run -> the knowledge criteria it opens the door to (handbook 4.7.5 keeps the answers).
_BARRIERS = ("R07", "M07", "M04")


class OwedQuestion(Frozen):
    """A question for the assessor to ask and keep the answer to; `because` says why this run owes it."""

    text: str
    criteria: tuple[str, ...] = ()
    because: str = ""


def questions_owed(plan_questions: Sequence[str], journal: Journal, marking: Marking) -> tuple[OwedQuestion, ...]:
    """Every question owed, the plan's own first; none twice for the same criterion."""
    owed = [OwedQuestion(text=text, because="set by the plan") for text in plan_questions]
    named = " ".join(plan_questions)
    for code, because in dict(_triggered(journal, marking)).items():
        if code not in named:
            owed.append(OwedQuestion(text=criteria()[code].question, criteria=(code,), because=because))
    return tuple(owed)


def _triggered(journal: Journal, marking: Marking) -> Iterator[tuple[str, str]]:
    grades = [event for _, event in of_kind(journal, e.Graded)]
    if any(event.previous is not None for event in grades):
        yield "03-1.6", "the grade was changed"
        yield "03-1.7", "the grade was changed"
    elif grades:
        yield "03-1.6", "a grade was set"
    if any(mark.point in _BARRIERS and mark.verdict != "not_applicable" for mark in marking.marks):
        yield "02-1.6", "there was a barrier to communication"
    if any(True for _ in of_kind(journal, e.Closed)):
        yield "05-1.3", "the contact was closed with a category"
        yield "05-3.1", "the contact was closed by the handler"
    if any(True for _ in of_kind(journal, e.Escalated)):
        yield "04-3.6", "it was escalated"
    if any(True for _ in of_kind(journal, e.LookedUp, e.RecordOpened)):
        yield "04-1.1", "systems were searched"
    yield "03-3.9", "every contact may need another"

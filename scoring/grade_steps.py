"""The grades that were set in a run, each with when, after which, by whose authority, and the rationale for it."""

from dataclasses import dataclass

from scenarios.policy import Grade, Policy
from scoring.happenings import Happened, Happenings
from simulator.events import Graded, GradeExplained
from simulator.journal import clock


@dataclass(frozen=True)
class GradeStep:
    """A grade that was set: which, when, after which, by whose authority, and the rationale written for it."""

    n: int
    t_ms: int
    grade: Grade
    previous: Grade | None
    authority: str | None
    because: str
    because_n: int | None
    because_ms: int | None

    @property
    def at(self) -> str:
        """When, for people."""
        return clock(self.t_ms)

    @property
    def lowered(self) -> bool:
        """Whether it is less urgent than the one before."""
        return self.previous is not None and self.grade.rank > self.previous.rank


def grade_steps(policy: Policy, seen: Happenings) -> tuple[GradeStep, ...]:
    """Every grade of the policy that was set, in order, each with the rationale written before the next."""
    graded = [(one, grade) for one in seen.all(Graded) if (grade := policy.grade(one.event.grade)) is not None]
    ends = [*(one.n for one, _ in graded[1:]), seen.last_n + 1]
    explained = seen.all(GradeExplained)
    return tuple(
        _step(policy, one, grade, next((why for why in explained if one.n < why.n < end), None))
        for (one, grade), end in zip(graded, ends, strict=False)
    )


def _step(policy: Policy, set_: Happened[Graded], grade: Grade, why: Happened[GradeExplained] | None) -> GradeStep:
    return GradeStep(
        n=set_.n,
        t_ms=set_.t_ms,
        grade=grade,
        previous=policy.grade(set_.event.previous) if set_.event.previous else None,
        authority=set_.event.authority,
        because=why.event.because if why else "",
        because_n=why.n if why else None,
        because_ms=why.t_ms if why else None,
    )

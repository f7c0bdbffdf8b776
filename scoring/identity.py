"""How an identity check went: what was marked, what the caller had really answered, when the level was reached."""

from dataclasses import dataclass

from scenarios.policy import Policy, VerificationLevel
from scenarios.scenario import Scenario, VerificationItem
from scoring.happenings import Happened, Happenings, Instant
from simulator.events import FactTold, ItemVerified
from simulator.journal import clock
from simulator.understanding.compare import compare


@dataclass(frozen=True)
class Marked:
    """One item the handler marked: `true` is what it should have been, None where nobody can tell."""

    n: int
    t_ms: int
    item: str
    passed: bool
    answered: str | None  # the caller's answer by then
    true: bool | None

    @property
    def at(self) -> str:
        """When, for people."""
        return clock(self.t_ms)


@dataclass(frozen=True)
class Identity:
    """The check as a whole. `reached`: enough items passed that the caller had really answered rightly."""

    level: VerificationLevel | None
    marked: tuple[Marked, ...] = ()
    reached: Instant | None = None

    @property
    def falsely_passed(self) -> tuple[Marked, ...]:
        """Items marked as passed that were answered wrongly or not at all."""
        return tuple(mark for mark in self.marked if mark.passed and mark.true is False)

    @property
    def rightly_failed(self) -> tuple[Marked, ...]:
        """Items marked as failed that were indeed answered wrongly."""
        return tuple(mark for mark in self.marked if not mark.passed and mark.true is False and mark.answered)

    @property
    def never_by_phone(self) -> bool:
        """Whether the policy gives this kind of request to nobody by telephone."""
        return self.level is not None and (not self.level.by_phone or self.level.needed == 0)


def identity_of(scenario: Scenario, policy: Policy, seen: Happenings) -> Identity:
    """The identity check of a run; empty where the scenario has none."""
    check = scenario.verification
    if check is None:
        return Identity(None)
    level = policy.verification.get(check.request)
    answers: dict[str, list[Happened[FactTold]]] = {}
    for told in seen.all(FactTold):
        answers.setdefault(told.event.fact, []).append(told)
    marked = tuple(
        _marked(scenario, mark, check.items.get(mark.event.item), answers) for mark in seen.all(ItemVerified)
    )
    return Identity(level, marked, _level_reached(level, marked))


def _marked(
    scenario: Scenario,
    mark: Happened[ItemVerified],
    item: VerificationItem | None,
    answers: dict[str, list[Happened[FactTold]]],
) -> Marked:
    by_then = [told for told in answers.get(item.fact, ()) if told.t_ms <= mark.t_ms] if item else []
    answer = by_then[-1].event.value if by_then else None
    true: bool | None = None
    if item is not None:
        kind = scenario.fact_kind(item.fact) if item.fact in scenario.facts else "text"
        true = answer is not None and compare(kind, answer, item.held).agreement == "right"
    return Marked(mark.n, mark.t_ms, mark.event.item, mark.event.result == "passed", answer, true)


def _level_reached(level: VerificationLevel | None, marked: tuple[Marked, ...]) -> Instant | None:
    if level is None or level.needed == 0 or not level.by_phone:
        return None
    passed: dict[str, bool] = {}
    for mark in marked:
        passed[mark.item] = mark.passed and mark.true is not False
        good = {item for item, yes in passed.items() if yes}
        accepted = good & set(level.items) if level.items else good
        if len(accepted) >= level.needed and set(level.must) <= good:
            return Instant(mark.n, mark.t_ms)
    return None

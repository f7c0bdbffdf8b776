"""How a robot differs from the ideal one: what it leaves out, does otherwise, adds, or does late. Plain data."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from pydantic import Field

from scenarios.scenario import Duration, Frozen, Scenario
from simulator import actions
from simulator.robot_plan import Planned
from simulator.robot_words import Unfit, filled
from simulator.steps import Step, Wait, steps_of


class Added(Frozen):
    """Steps put before or after the first (or last) step that goes by a name; with neither, at the end."""

    do: tuple[Any, ...] = Field(min_length=1)
    before: str | None = None
    after: str | None = None
    last: bool = False


class Change(Frozen):
    """One way of differing from the ideal robot.

    A step goes by its kind (`note`), its kind and detail (`note:advice`, `record:location`, `verify:failed`) and by
    the intents of its words (`ASK_WEAPON`, `READBACK:location`). Words of `{...}` are filled in from the scenario.
    """

    unsaid: tuple[str, ...] = ()  # words understood as one of these are left out
    undone: tuple[str, ...] = ()  # steps, fields of a record step, `reason` of look-ups, `because` of grades
    instead: Mapping[str, Any] = {}  # step name -> the step done in its place
    adds: tuple[Added, ...] = ()
    late: Mapping[str, Duration] = {}  # step name -> nothing is done for so long before the first of them
    postponed: tuple[str, ...] = ()  # steps done only when the call is over
    deaf_to: tuple[str, ...] = ()  # facts, by tag, field or id, that are never written down
    slips: tuple[str, ...] = ()  # fields whose value is recorded with a slip
    says_first: str = ""  # put before every utterance
    writes_first: str = ""  # put before every hand-over note
    keeps: Literal["all", "answer"] = "all"  # `answer`: picks up the phone and does nothing else

    def applied(self, plan: tuple[Planned, ...], scenario: Scenario) -> tuple[Planned, ...]:
        """A plan with this change; raises Unfit where the scenario has nothing to fill it in with."""
        if self.keeps == "answer":
            return tuple(planned for planned in plan if isinstance(planned.step, actions.Answer))
        plan = self._in_order(plan)
        steps: list[Planned] = []
        added = [(_place(plan, one), _added_steps(one, scenario)) for one in self.adds]
        waits = {at: lasts for name, lasts in self.late.items() if (at := _first(plan, name)) is not None}
        for number, planned in enumerate(plan):
            steps += [Planned(step) for at, more in added if at == number for step in more]
            steps += [Planned(Wait(waits[number]))] if number in waits else []
            steps += [replace(planned, step=step) for step in self._changed(planned, scenario)]
        return (*steps, *(Planned(step) for at, more in added if at == len(plan) for step in more))

    def _in_order(self, plan: tuple[Planned, ...]) -> tuple[Planned, ...]:
        if not self.postponed:
            return plan
        end = next((at for at, planned in enumerate(plan) if isinstance(planned.step, actions.Clear)), len(plan) - 1)
        moved = [planned for planned in plan[:end] if planned.names & set(self.postponed)]
        stay = [planned for planned in plan[:end] if not planned.names & set(self.postponed)]
        return (*stay, *plan[end : end + 1], *moved, *plan[end + 1 :])

    def _changed(self, planned: Planned, scenario: Scenario) -> list[Step]:
        for name, other in self.instead.items():
            if name in planned.names:
                return _steps(filled(other, scenario))
        step = self._words(planned, planned.step) if isinstance(planned.step, actions.Say) else planned.step
        if step is not None and self.undone:
            step = _done(step, self.undone, planned)
        return [] if step is None else [self._with_more(_slipped(step, self.slips))]

    def _with_more(self, step: Step) -> Step:
        match step:
            case actions.Say() if self.says_first:
                return step.model_copy(update={"text": f"{self.says_first} {step.text}"})
            case actions.HandOver() if self.writes_first:
                return step.model_copy(update={"text": f"{self.writes_first} {step.text}"})
            case _:
                return step

    def _words(self, planned: Planned, step: actions.Say) -> actions.Say | None:
        if not self.unsaid:
            return step
        text = "".join(sentence.without(self.unsaid) for sentence in planned.sentences).strip()
        return step.model_copy(update={"text": text}) if text else None


def _added_steps(added: Added, scenario: Scenario) -> list[Step]:
    return [step for one in added.do for step in _steps(filled(one, scenario))]


def _place(plan: tuple[Planned, ...], added: Added) -> int:
    name = added.before or added.after
    if name is None:
        return len(plan)
    at = _first(plan, name, last=added.last)
    if at is None:
        raise Unfit(f"the ideal robot has no step {name!r}")
    return at if added.before else at + 1


def _first(plan: tuple[Planned, ...], name: str, *, last: bool = False) -> int | None:
    found = [number for number, planned in enumerate(plan) if name in planned.names]
    return found[-1 if last else 0] if found else None


def _steps(written: Any) -> list[Step]:
    name, value = (written, None) if isinstance(written, str) else next(iter(written.items()))
    made, faults = steps_of(str(name), value, ())
    if faults:
        raise Unfit(f"{written!r} is no step")
    return list(made)


def _done(step: Step, undone: tuple[str, ...], planned: Planned) -> Step | None:
    if any(name in planned.names for name in undone):
        return None
    if isinstance(step, actions.LookUp) and "reason" in undone:
        return step.model_copy(update={"reason": None})
    if isinstance(step, actions.Grade) and "authority" in undone:
        return step.model_copy(update={"authority": None})
    if isinstance(step, actions.Record) and "because" in undone:
        return step.model_copy(update={"because": None})
    return step


def _slipped(step: Step, fields: tuple[str, ...]) -> Step:
    if not isinstance(step, actions.Record) or not fields:
        return step
    values = {field: slip(value) if field in fields else value for field, value in step.values.items()}
    return step.model_copy(update={"values": values})


def slip(value: str) -> str:
    """A value as a careless hand writes it: two neighbours that differ change places, near the end."""
    for at in range(len(value) - 2, -1, -1):
        one, other = value[at], value[at + 1]
        if one != other and one.isalnum() and other.isalnum():
            return f"{value[:at]}{other}{one}{value[at + 2 :]}"
    return value
